//! The texts of an item that are searched, without those of its group and its sources, which it
//! shares with others.

use super::FoundIn;
use crate::report::{Event, Indicator, Observation, Period, PointIx, Poll, Text};

/// A text and its place. `None` for one that the file does not have: the figure in words, the date,
/// the sentence. [`of_indicator`] and [`of_event`] write it.
pub(super) type Part<'t> = (FoundIn, Option<&'t str>);

fn part(place: FoundIn, text: Option<&Text>) -> Option<Part<'_>> {
    text.map(|text| (place, Some(text.as_str())))
}

/// The texts of an indicator that count for more than its group and its sources.
pub(super) fn first(indicator: &Indicator) -> impl Iterator<Item = Part<'_>> {
    let parts = [
        part(FoundIn::Label, Some(&indicator.label)),
        part(FoundIn::Label, indicator.short.as_ref()),
        part(FoundIn::Id, Some(&indicator.id)),
        part(FoundIn::Wording, indicator.headline.wording.as_ref()),
        Some((FoundIn::Figure, None)),
        part(FoundIn::Of, indicator.of.as_ref()),
        part(FoundIn::Of, indicator.area.as_ref()),
    ];
    parts.into_iter().flatten()
}

/// The other texts of an indicator.
pub(super) fn last(indicator: &Indicator) -> impl Iterator<Item = Part<'_>> {
    let headline = &indicator.headline;
    let series = indicator.series.iter().enumerate().flat_map(|(at, series)| {
        let place = FoundIn::Series(at);
        let points = series.points.iter().enumerate().flat_map(move |(point, observation)| {
            evidence(FoundIn::Point(PointIx { series: at, point }), observation)
        });
        let about = [
            part(place, series.label.as_ref()),
            part(place, series.differs.as_ref()),
            part(place, series.note.as_ref()),
            series.poll.as_ref().map(|_| (place, None)),
        ];
        about.into_iter().flatten().chain(points)
    });
    let rivals = indicator.rivals.iter().enumerate().flat_map(|(at, rival)| {
        let place = FoundIn::Rival(at);
        evidence(place, &rival.observation).chain(part(place, rival.differs.as_ref()))
    });
    let before = [
        part(FoundIn::StatedBy, headline.stated_by.as_ref()),
        part(FoundIn::Locator, headline.locator.as_ref()),
    ];
    let after = [
        indicator.poll.as_ref().map(|_| (FoundIn::Poll, None)),
        part(FoundIn::Note, headline.note.as_ref()),
        Some((FoundIn::Meaning, None)),
    ];
    let (before, after) = (before.into_iter().flatten(), after.into_iter().flatten());
    before.chain(series).chain(rivals).chain(after)
}

/// The texts of a figure beside the headline.
fn evidence(place: FoundIn, observation: &Observation) -> impl Iterator<Item = Part<'_>> {
    let parts = [
        Some((place, None)),
        part(place, observation.wording.as_ref()),
        part(place, observation.stated_by.as_ref()),
        part(place, observation.locator.as_ref()),
        part(place, observation.note.as_ref()),
    ];
    parts.into_iter().flatten()
}

/// The texts of an event that count for more than its group and its source.
pub(super) fn first_of_event(event: &Event) -> impl Iterator<Item = Part<'_>> {
    let parts = [
        part(FoundIn::Label, Some(&event.title)),
        part(FoundIn::Id, Some(&event.id)),
        event.date.as_ref().map(|_| (FoundIn::Figure, None)),
    ];
    parts.into_iter().flatten()
}

/// The other texts of an event.
pub(super) fn last_of_event(event: &Event) -> impl Iterator<Item = Part<'_>> {
    let parts =
        [part(FoundIn::Locator, event.locator.as_ref()), part(FoundIn::Note, event.note.as_ref())];
    parts.into_iter().flatten()
}

/// A text of an indicator that the file does not have.
pub(super) fn of_indicator(indicator: &Indicator, place: FoundIn) -> String {
    let series = |at: usize| indicator.series.get(at);
    match place {
        FoundIn::Figure => {
            let review = indicator.review_by.as_ref().map(Period::words);
            joined([Some(figure(&indicator.headline)), review])
        }
        FoundIn::Series(at) => poll(series(at).and_then(|series| series.poll.as_ref())),
        FoundIn::Point(at) => {
            let point = series(at.series).and_then(|series| series.points.get(at.point));
            point.map(figure).unwrap_or_default()
        }
        FoundIn::Rival(at) => {
            indicator.rivals.get(at).map(|rival| figure(&rival.observation)).unwrap_or_default()
        }
        FoundIn::Poll => poll(indicator.poll.as_ref()),
        FoundIn::Meaning => indicator.headline.sentence(),
        _ => String::new(),
    }
}

/// A text of an event that the file does not have.
pub(super) fn of_event(event: &Event, place: FoundIn) -> String {
    match place {
        FoundIn::Figure => date(event.date.as_ref()),
        _ => String::new(),
    }
}

/// A figure as it is shown in different places, and its period.
fn figure(observation: &Observation) -> String {
    let (words, short) = (observation.words(), observation.figure());
    let is_short = short == words;
    let digits = without_commas(&words);
    let reading = observation.reading();
    let is_words = reading == short;
    let short = (!is_short).then_some(short);
    let reading = (!is_words).then_some(reading);
    joined([Some(words), short, reading, digits, Some(date(observation.period.as_ref()))])
}

/// A date in words, and what it leaves open; empty where there is none.
fn date(date: Option<&Period>) -> String {
    joined([date.map(Period::words), date.and_then(Period::doubt)])
}

/// A number without the commas between its digits, as users type it; `None` where there are none.
fn without_commas(text: &str) -> Option<String> {
    let is_number = |c: char| c.is_ascii_digit() || c == ',';
    let number = text.get(text.find(|c: char| c.is_ascii_digit())?..)?;
    let number = number.split(|c| !is_number(c)).next()?;
    number.contains(',').then(|| number.replace(',', ""))
}

fn poll(poll: Option<&Poll>) -> String {
    joined(poll.into_iter().flat_map(Poll::said).map(|(_, said)| Some(said)))
}

fn joined(texts: impl IntoIterator<Item = Option<String>>) -> String {
    let texts = texts.into_iter().flatten().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("; ")
}
