use crate::app::document::FoundIn;
use crate::report::{Event, Indicator, ItemIx, Observation, PointIx, Report};

/// Where the words of a hit stand that are not in its label: in full, and for a short line; empty
/// where that is not worth telling.
///
/// A text that may hold a figure is shown whole or not at all: a cut could take its hedge away.
pub(super) fn place(item: ItemIx, place: FoundIn, report: &Report) -> (String, String) {
    let long = match item {
        _ if place == FoundIn::Group => {
            let group = item.group(report).and_then(|ix| report.group(ix));
            group.map(|group| format!("in {}", group.title))
        }
        ItemIx::Indicator(ix) => report.indicator(ix).and_then(|indicator| match place {
            FoundIn::Series(_) | FoundIn::Point(_) | FoundIn::Rival(_) => {
                evidence(indicator, place)
            }
            _ => of_headline(indicator, place, report),
        }),
        ItemIx::Event(at) => report.event(at).and_then(|event| of_event(event, place, report)),
    };
    let short = match (place, item) {
        // The row has the figure; the date only where there is room.
        (FoundIn::Figure, ItemIx::Indicator(ix)) => {
            let headline = report.indicator(ix).map(|indicator| &indicator.headline);
            let dated = headline.filter(|headline| headline.period.is_some());
            dated.map(Observation::period_words).unwrap_or_default()
        }
        _ => short(place, item, report).to_owned(),
    };
    (long.unwrap_or_default(), short)
}

fn of_headline(indicator: &Indicator, place: FoundIn, report: &Report) -> Option<String> {
    let headline = &indicator.headline;
    match place {
        FoundIn::Figure => Some("in the figure or its date".to_owned()),
        FoundIn::Id => Some(format!("id {}", indicator.id)),
        FoundIn::Wording => headline.wording.as_ref().map(|wording| format!("“{wording}”")),
        FoundIn::Of => indicator.of.as_ref().map(|of| format!("of {of}")),
        FoundIn::StatedBy => headline.stated_by.as_ref().map(|by| format!("said by {by}")),
        FoundIn::Locator => headline.locator.as_ref().map(|locator| format!("at {locator}")),
        FoundIn::Poll => Some("in what is known of the poll".to_owned()),
        FoundIn::Note => headline.note.as_ref().map(ToString::to_string),
        FoundIn::Meaning => Some(headline.sentence()),
        _ => source(place, report),
    }
}

fn of_event(event: &Event, place: FoundIn, report: &Report) -> Option<String> {
    match place {
        FoundIn::Figure => Some("in the date".to_owned()),
        FoundIn::Id => Some(format!("id {}", event.id)),
        FoundIn::Locator => event.locator.as_ref().map(|locator| format!("at {locator}")),
        FoundIn::Note => event.note.as_ref().map(ToString::to_string),
        _ => source(place, report),
    }
}

fn source(place: FoundIn, report: &Report) -> Option<String> {
    let (FoundIn::Source(ix) | FoundIn::AboutSource(ix)) = place else { return None };
    report.source(ix).map(|source| format!("source {}", source.title))
}

fn short(place: FoundIn, item: ItemIx, report: &Report) -> &'static str {
    match place {
        FoundIn::Label | FoundIn::Figure => "",
        FoundIn::Id => "in the id",
        FoundIn::Wording => "in the wording",
        FoundIn::Of => "in what it is of",
        FoundIn::Group => "group",
        FoundIn::Source(_) | FoundIn::AboutSource(_) => "in a source",
        FoundIn::StatedBy => "in who says it",
        FoundIn::Locator => "in the place",
        FoundIn::Poll => "in the poll",
        FoundIn::Note => "in the note",
        FoundIn::Meaning => "in its meaning",
        FoundIn::Series(_) | FoundIn::Point(_) | FoundIn::Rival(_) => {
            let ItemIx::Indicator(ix) = item else { return "" };
            report.indicator(ix).map_or("", |indicator| relation(indicator, place).1)
        }
    }
}

/// The figure or the series that has the words, and what it is to the headline.
fn evidence(indicator: &Indicator, place: FoundIn) -> Option<String> {
    let text = match place {
        FoundIn::Series(at) => indicator.series.get(at)?.label.as_ref()?.to_string(),
        FoundIn::Point(at) => dated(indicator.series.get(at.series)?.points.get(at.point)?),
        FoundIn::Rival(at) => dated(&indicator.rivals.get(at)?.observation),
        _ => return None,
    };
    Some(format!("{}: {text}", relation(indicator, place).0))
}

/// What evidence is to the headline: in front of a text, and alone.
fn relation(indicator: &Indicator, place: FoundIn) -> (&'static str, &'static str) {
    let series = |at: usize| indicator.series.get(at);
    let is_history = |at| series(at).is_some_and(|series| series.is_history_of(indicator));
    match place {
        FoundIn::Series(at) | FoundIn::Point(PointIx { series: at, .. }) if is_history(at) => {
            ("its history", "in its history")
        }
        FoundIn::Rival(at) if indicator.rivals.get(at).is_some_and(|r| r.differs.is_none()) => {
            ("others say", "others say")
        }
        _ => ("another measure", "other measure"),
    }
}

/// A figure with its hedge and its period.
fn dated(observation: &Observation) -> String {
    format!("{}, {}", observation.figure(), observation.period_words())
}
