//! The texts of an item that are searched, without those of its group and its sources, which it
//! shares with others.

use std::borrow::Cow;

use super::{Evidence, FoundIn};
use crate::report::{Event, Indicator, Observation, Period, PointIx, Poll, Text};

/// A text and its place.
pub(super) type Part<'t> = (FoundIn, Cow<'t, str>);

fn part(place: FoundIn, text: Option<&Text>) -> Option<Part<'_>> {
    text.map(|text| (place, text.as_str().into()))
}

/// The texts of an indicator that count for more than its group and its sources.
pub(super) fn first(indicator: &Indicator) -> impl Iterator<Item = Part<'_>> {
    let review = indicator.review_by.as_ref().map(Period::words);
    let figure = joined([Some(figure(&indicator.headline)), review]);
    let parts = [
        part(FoundIn::Label, Some(&indicator.label)),
        part(FoundIn::Label, indicator.short.as_ref()),
        part(FoundIn::Id, Some(&indicator.id)),
        part(FoundIn::Wording, indicator.headline.wording.as_ref()),
        Some((FoundIn::Figure, figure.into())),
        part(FoundIn::Of, indicator.of.as_ref()),
        part(FoundIn::Of, indicator.area.as_ref()),
    ];
    parts.into_iter().flatten()
}

/// The other texts of an indicator.
pub(super) fn last(indicator: &Indicator) -> impl Iterator<Item = Part<'_>> {
    let headline = &indicator.headline;
    let evidence = evidence(indicator).map(|(_, text)| (FoundIn::Evidence, text.write()));
    let before = [
        part(FoundIn::StatedBy, headline.stated_by.as_ref()),
        part(FoundIn::Locator, headline.locator.as_ref()),
    ];
    let after = [
        indicator.poll.as_ref().map(|of| (FoundIn::Poll, poll(of).into())),
        part(FoundIn::Note, headline.note.as_ref()),
        Some((FoundIn::Meaning, headline.sentence().into())),
    ];
    let (before, after) = (before.into_iter().flatten(), after.into_iter().flatten());
    before.chain(evidence).chain(after)
}

/// A text of the evidence.
pub(super) enum Of<'t> {
    Text(&'t Text),
    Poll(&'t Poll),
    Figure(&'t Observation),
}

impl<'t> Of<'t> {
    fn write(self) -> Cow<'t, str> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Poll(of) => poll(of).into(),
            Self::Figure(observation) => figure(observation).into(),
        }
    }
}

/// The texts of the series, the points and the rivals of an indicator.
pub(super) fn evidence(indicator: &Indicator) -> impl Iterator<Item = (Evidence, Of<'_>)> {
    let series = indicator.series.iter().enumerate().flat_map(|(at, series)| {
        let points = series.points.iter().enumerate().flat_map(move |(point, observation)| {
            let place = Evidence::Point(PointIx { series: at, point });
            of_figure(observation).map(move |text| (place, text))
        });
        let about = [
            series.label.as_ref().map(Of::Text),
            series.differs.as_ref().map(Of::Text),
            series.note.as_ref().map(Of::Text),
            series.poll.as_ref().map(Of::Poll),
        ];
        about.into_iter().flatten().map(move |text| (Evidence::Series(at), text)).chain(points)
    });
    let rivals = indicator.rivals.iter().enumerate().flat_map(|(at, rival)| {
        let texts = of_figure(&rival.observation).chain(rival.differs.as_ref().map(Of::Text));
        texts.map(move |text| (Evidence::Rival(at), text))
    });
    series.chain(rivals)
}

/// The texts of a figure beside the headline.
fn of_figure(observation: &Observation) -> impl Iterator<Item = Of<'_>> {
    let texts = [
        observation.wording.as_ref(),
        observation.stated_by.as_ref(),
        observation.locator.as_ref(),
        observation.note.as_ref(),
    ];
    std::iter::once(Of::Figure(observation)).chain(texts.into_iter().flatten().map(Of::Text))
}

/// The texts of an event that count for more than its group and its source.
pub(super) fn first_of_event(event: &Event) -> impl Iterator<Item = Part<'_>> {
    let parts = [
        part(FoundIn::Label, Some(&event.title)),
        part(FoundIn::Id, Some(&event.id)),
        event.date.as_ref().map(|_| (FoundIn::Figure, date(event.date.as_ref()).into())),
    ];
    parts.into_iter().flatten()
}

/// The other texts of an event.
pub(super) fn last_of_event(event: &Event) -> impl Iterator<Item = Part<'_>> {
    let parts =
        [part(FoundIn::Locator, event.locator.as_ref()), part(FoundIn::Note, event.note.as_ref())];
    parts.into_iter().flatten()
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

fn poll(poll: &Poll) -> String {
    joined(poll.said().map(|(_, said)| Some(said)))
}

fn joined(texts: impl IntoIterator<Item = Option<String>>) -> String {
    let texts = texts.into_iter().flatten().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("; ")
}
