//! The texts of an item that are searched, without those of its group and its sources, which it
//! shares with others.

use std::borrow::Cow;

use super::{Evidence, FoundIn};
use crate::report::{AlsoIn, Event, Indicator, Observation, Period, PointIx, Poll, Text};

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
        Some((FoundIn::Figure, figure.into())),
        part(FoundIn::Wording, indicator.headline.wording.as_ref()),
        part(FoundIn::Of, indicator.of.as_ref()),
        part(FoundIn::Of, indicator.area.as_ref()),
    ];
    parts.into_iter().flatten()
}

/// The other texts of an indicator, with the label of what it is a part of.
pub(super) fn last<'t>(
    indicator: &'t Indicator,
    whole: Option<&'t Text>,
) -> impl Iterator<Item = Part<'t>> {
    let headline = &indicator.headline;
    let evidence = evidence(indicator).map(|(_, text)| (FoundIn::Evidence, text.write()));
    let before =
        [part(FoundIn::PartOf, whole), part(FoundIn::StatedBy, headline.stated_by.as_ref())];
    let after = [
        indicator.poll.as_ref().map(|of| (FoundIn::Poll, poll(of).into())),
        part(FoundIn::Locator, headline.locator.as_ref()),
    ];
    let also = headline.also.iter().map(|other| (FoundIn::Also, place(other).into()));
    let end = [
        part(FoundIn::Derived, headline.derived.as_ref()),
        part(FoundIn::Note, headline.note.as_ref()),
        Some((FoundIn::Meaning, headline.sentence().into())),
    ];
    let after = after.into_iter().flatten().chain(also).chain(end.into_iter().flatten());
    before.into_iter().flatten().chain(evidence).chain(after)
}

/// What another source of a figure says, and where.
fn place(other: &AlsoIn) -> String {
    let texts = [other.wording.as_ref(), other.locator.as_ref()];
    joined(texts.map(|text| text.map(ToString::to_string)))
}

/// A text of the evidence.
pub(super) enum Of<'t> {
    Text(&'t Text),
    Poll(&'t Poll),
    Also(&'t AlsoIn),
    Figure(&'t Observation),
}

impl<'t> Of<'t> {
    fn write(self) -> Cow<'t, str> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Poll(of) => poll(of).into(),
            Self::Also(other) => place(other).into(),
            Self::Figure(observation) => figure(observation).into(),
        }
    }
}

/// The texts of the series, the points, the rivals and the targets of an indicator.
pub(super) fn evidence(indicator: &Indicator) -> impl Iterator<Item = (Evidence, Of<'_>)> {
    let series = indicator.series.iter().enumerate().flat_map(|(at, series)| {
        let points = series.points.iter().enumerate().flat_map(move |(point, observation)| {
            let place = Evidence::Point(PointIx { series: at, point });
            of_figure(observation).map(move |text| (place, text))
        });
        let about = [
            series.label.as_ref().map(Of::Text),
            series.edition.as_ref().map(|edition| Of::Text(&edition.name)),
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
    let targets = indicator.targets.iter().enumerate().flat_map(|(at, target)| {
        let texts = of_figure(&target.observation).chain(target.judgement.as_ref().map(Of::Text));
        texts.map(move |text| (Evidence::Target(at), text))
    });
    series.chain(rivals).chain(targets)
}

/// The texts of a figure beside the headline.
fn of_figure(observation: &Observation) -> impl Iterator<Item = Of<'_>> {
    let texts = [
        observation.wording.as_ref(),
        observation.stated_by.as_ref(),
        observation.locator.as_ref(),
        observation.derived.as_ref(),
        observation.note.as_ref(),
    ];
    let texts = texts.into_iter().flatten().map(Of::Text);
    std::iter::once(Of::Figure(observation))
        .chain(texts)
        .chain(observation.also.iter().map(Of::Also))
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

/// A figure as it is shown in different places, each time with its period behind it as it is drawn.
fn figure(observation: &Observation) -> String {
    let (words, short) = (observation.words(), observation.figure());
    let typed = as_typed(&words);
    let reading = Some(observation.reading()).filter(|reading| *reading != short);
    let short = (short != words).then_some(short);
    let period = observation.period.as_ref();
    let date = period.map(Period::words);
    let drawn = [Some(words), short, reading].into_iter().flatten();
    let drawn = drawn.map(|figure| joined([Some(figure), date.clone()]));
    joined([typed].into_iter().chain(drawn.map(Some)).chain([period.and_then(Period::doubt)]))
}

/// A date in words, and what it leaves open; empty where there is none.
fn date(date: Option<&Period>) -> String {
    joined([date.map(Period::words), date.and_then(Period::doubt)])
}

/// The numbers of a figure as users type them, without the commas between their digits and, for a
/// range, also with a dash; `None` where they are drawn like that.
fn as_typed(figure: &str) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let numbers = figure.get(figure.find(is_digit)?..=figure.rfind(is_digit)?)?;
    let plain = numbers.replace(',', "");
    let dashed = |numbers: &str| numbers.contains(" to ").then(|| numbers.replace(" to ", "-"));
    let is_plain = plain == numbers;
    let ranges = (dashed(&plain), dashed(numbers).filter(|_| !is_plain));
    let all = joined([(!is_plain).then_some(plain), ranges.0, ranges.1]);
    (!all.is_empty()).then_some(all)
}

fn poll(poll: &Poll) -> String {
    joined(poll.said().map(|(_, said)| Some(said)))
}

fn joined(texts: impl IntoIterator<Item = Option<String>>) -> String {
    let texts = texts.into_iter().flatten().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("; ")
}
