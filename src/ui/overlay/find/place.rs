use crate::app::document::{Evidence, FoundIn};
use crate::app::nav::Hit;
use crate::report::{Event, Indicator, ItemIx, Observation, Report, Series};

/// Where the words of a hit stand that are not in its label, from the longest text to the shortest;
/// none where that is not worth telling.
///
/// A text that may hold a figure is shown whole or not at all: a cut could take its hedge away.
pub(super) fn place(hit: Hit, evidence: Option<Evidence>, report: &Report) -> Vec<String> {
    let Hit { item, place } = hit;
    let long = match item {
        _ if place == FoundIn::Group => {
            let group = item.group(report).and_then(|ix| report.group(ix));
            group.map(|group| format!("in {}", group.title))
        }
        ItemIx::Indicator(ix) => {
            let Some(indicator) = report.indicator(ix) else { return Vec::new() };
            if let Some(evidence) = evidence {
                return of_evidence(indicator, evidence).unwrap_or_default();
            }
            of_headline(indicator, place, report)
        }
        ItemIx::Event(at) => report.event(at).and_then(|event| of_event(event, place, report)),
    };
    let short = match (place, item) {
        // The row has the figure; the date only where there is room.
        (FoundIn::Figure, ItemIx::Indicator(ix)) => {
            let headline = report.indicator(ix).map(|indicator| &indicator.headline);
            let dated = headline.filter(|headline| headline.period.is_some());
            dated.map(Observation::period_words)
        }
        _ => short(place).map(str::to_owned),
    };
    long.into_iter().chain(short).collect()
}

fn of_headline(indicator: &Indicator, place: FoundIn, report: &Report) -> Option<String> {
    let headline = &indicator.headline;
    match place {
        FoundIn::Figure => Some("in the figure or its date".to_owned()),
        FoundIn::Id => Some(format!("id {}", indicator.id)),
        FoundIn::Wording => headline.wording.as_ref().map(|wording| format!("“{wording}”")),
        FoundIn::Of => indicator.of.as_ref().map(|of| format!("of {of}")),
        FoundIn::PartOf => {
            let whole = indicator.part_of.and_then(|ix| report.indicator(ix));
            whole.map(|whole| format!("a part of {}", whole.label))
        }
        FoundIn::StatedBy => headline.stated_by.as_ref().map(|by| format!("said by {by}")),
        FoundIn::Locator => headline.locator.as_ref().map(|locator| format!("at {locator}")),
        FoundIn::Also => {
            let also = headline.also.iter().map(|other| report.also_in(other));
            Some(format!("also in {}", also.collect::<Vec<_>>().join("; ")))
        }
        FoundIn::Derived => headline.calculation(),
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

fn short(place: FoundIn) -> Option<&'static str> {
    Some(match place {
        FoundIn::Id => "in the id",
        FoundIn::Wording => "in the wording",
        FoundIn::Of => "in what it is of",
        FoundIn::PartOf => "in what it is a part of",
        FoundIn::Group => "group",
        FoundIn::Source(_) | FoundIn::AboutSource(_) => "in a source",
        FoundIn::StatedBy => "in who says it",
        FoundIn::Locator => "in the place",
        FoundIn::Also => "in another source",
        FoundIn::Derived => "in our own calculation",
        FoundIn::Poll => "in the poll",
        FoundIn::Note => "in the note",
        FoundIn::Meaning => "in its meaning",
        _ => return None,
    })
}

/// The figure or the series that has the words, after what it is to the headline: in full, short,
/// and that alone.
fn of_evidence(indicator: &Indicator, evidence: Evidence) -> Option<Vec<String>> {
    let series = |at: usize| indicator.series.get(at);
    let is_same = |at| series(at).is_some_and(|series| series.measures_the_same(indicator));
    let is_older = |at| series(at).is_some_and(Series::is_superseded);
    let line = |at| if is_older(at) { "earlier edition" } else { "history" };
    let (is_same, same, texts) = match evidence {
        Evidence::Series(at) => {
            let label = series(at).and_then(|series| series.label.as_ref());
            let label = label.map(ToString::to_string).into_iter().collect();
            (is_same(at), line(at), label)
        }
        Evidence::Point(at) => {
            let point = series(at.series)?.points.get(at.point)?;
            (is_same(at.series), line(at.series), dated(point))
        }
        Evidence::Rival(at) => {
            let rival = indicator.rivals.get(at)?;
            (rival.differs.is_none(), "others say", dated(&rival.observation))
        }
        Evidence::Target(at) => {
            // The figure itself says that it is aimed at.
            let target = &indicator.targets.get(at)?.observation;
            let due = target.due_words();
            let [long, short] = [target.figure(), target.reading()];
            return Some(vec![
                format!("{long}, {due}"),
                format!("{short}, {due}"),
                "a target".to_owned(),
            ]);
        }
    };
    let is = if is_same { same } else { "other measure" };
    let texts = texts.into_iter().map(|text| format!("{is}: {text}"));
    Some(texts.chain([is.to_owned()]).collect())
}

/// A figure with its hedge and its period, in words and as a reading.
fn dated(observation: &Observation) -> Vec<String> {
    let period = observation.period_words();
    [observation.figure(), observation.reading()].map(|text| format!("{text}, {period}")).into()
}
