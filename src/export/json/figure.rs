//! The objects of a figure: the figure itself, its other sources, its poll.

use super::shape::{Key, Kind, Of, Shape, needed, object, schema};
use super::value::Json;
use crate::export::citation::Cited;
use crate::export::row::Row;
use crate::report::{AlsoIn, HEDGES, Period, Poll, Report, STATUSES, SourceIx, Text};

pub(super) struct OfFigure;
pub(super) struct OfAlso;
pub(super) struct OfPoll;

impl Shape for OfFigure {
    type Item<'r> = Row<'r>;
    const NAME: &'static str = "figure";
    const ABOUT: &'static str = "A figure. It has a value only where no hedge limits it; else it has a hedge, and limits as far as the source states them. Numbers are in its unit.";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::text(
            "stated",
            "The figure in words, with everything that limits it: what to show",
            |row| Some(Json::text(row.observation().words())),
        )),
        Key::new("value", "The value, only where no hedge limits it", Kind::Number, |row| {
            row.numbers().value.map(Json::Number)
        }),
        Key::new(
            "lower",
            "The lowest value that the source allows, or the lower end of its interval",
            Kind::Number,
            |row| row.numbers().lower.map(Json::Number),
        ),
        Key::new(
            "upper",
            "The highest value that it allows, or the upper end of its interval",
            Kind::Number,
            |row| row.numbers().upper.map(Json::Number),
        ),
        Key::new(
            "comparator",
            "How a limit is meant; ~ is about",
            Kind::Word(|| vec!["<", "<=", ">=", ">", "~"]),
            |row| Some(row.numbers().comparator).filter(|sign| !sign.is_empty()).map(Json::text),
        ),
        Key::new(
            "hedge",
            "The word of the source that limits the number",
            Kind::Word(|| HEDGES.iter().map(|it| it.word).collect()),
            |row| row.observation().quantity.as_ref()?.hedge().map(|hedge| Json::text(hedge.word)),
        ),
        Key::text(
            "interval",
            "What lower and upper are where the source states an interval of uncertainty",
            |row| row.observation().uncertainty.as_ref().map(|it| Json::text(it.name())),
        ),
        Key::text("wording", "The figure exactly as printed", |row| {
            maybe(row.observation().wording.as_ref())
        }),
        needed(&Key::text("unit", "The unit of value, lower and upper", |row| {
            let quantity = row.observation().quantity.as_ref();
            Some(Json::text(quantity.map_or(&row.indicator().unit, |it| it.unit()).long()))
        })),
        Key::new("change", "Whether it is a change instead of a level", Kind::Bool, |row| {
            row.observation().quantity.as_ref()?.is_change().then_some(Json::Bool(true))
        }),
        Key::text("period", "The reference period in EDTF", |row| {
            date(row.observation().period.as_ref())
        }),
        Key::text("base", "The period that a change is measured from, in EDTF", |row| {
            row.observation().base.as_ref().map(|base| Json::text(base.to_edtf()))
        }),
        Key::new(
            "status",
            "The observation status (SDMX), such as forecast",
            Kind::List(&Kind::Word(|| STATUSES.iter().map(|(_, word, _)| *word).collect())),
            |row| {
                let status = row.observation().status;
                list(status.iter().filter(|_| !status.is_normal()).map(|it| Json::text(it.word())))
            },
        ),
        Key::text("scenario", "The scenario that it belongs to", |row| {
            maybe(row.observation().scenario.as_ref())
        }),
        Key::text("derived", "How it was worked out, if no source prints it", |row| {
            maybe(row.observation().derived.as_ref())
        }),
        Key::text("differs", "How what it measures differs from the headline", |row| {
            row.differs().map(Json::text)
        }),
        Key::text("judgement", "What the source says of the chances of a target", |row| {
            row.cited().judgement().map(|text| Json::text(text.as_str()))
        }),
        Key::text("source", "The id of its source", |row| {
            source(row.report(), row.observation().source)
        }),
        Key::text("locator", "The place in the source", |row| {
            maybe(row.observation().locator.as_ref())
        }),
        Key::new(
            "also",
            "More sources that print this very figure",
            Kind::List(&Kind::Object(OfAlso::NAME)),
            |row| {
                let also = row.observation().also.iter();
                list(also.map(|it| object::<OfAlso>(Of { report: row.report(), it })))
            },
        ),
        Key::text("stated_by", "Who says it", |row| maybe(row.observation().stated_by.as_ref())),
        Key::text("note", "What else to know", |row| maybe(row.observation().note.as_ref())),
    ];
}

impl Shape for OfAlso {
    type Item<'r> = Of<'r, AlsoIn>;
    const NAME: &'static str = "also";
    const ABOUT: &'static str = "Another source of a figure";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::text("source", "Its id", |of| source(of.report, Some(of.it.source)))),
        Key::text("locator", "The place in it", |of| maybe(of.it.locator.as_ref())),
        Key::text("wording", "The figure as it prints it", |of| maybe(of.it.wording.as_ref())),
    ];
}

impl Shape for OfPoll {
    type Item<'r> = &'r Poll;
    const NAME: &'static str = "poll";
    const ABOUT: &'static str = "What a poll discloses, after the standards of AAPOR";
    const KEYS: &'static [Key<Self>] = &[
        Key::text("pollster", "Who carried it out", |it| maybe(it.pollster.as_ref())),
        Key::text("sponsor", "Who paid for it", |it| maybe(it.sponsor.as_ref())),
        Key::text("fielded", "When people were asked, in EDTF", |it| date(it.fielded.as_ref())),
        Key::new("sample", "How many answered", Kind::Whole, |it| {
            it.sample.map(|n| Json::Number(n.to_string()))
        }),
        Key::new("margin", "The margin of error in percentage points", Kind::Number, |it| {
            it.margin.map(|margin| Json::Number(margin.to_string()))
        }),
        Key::text("mode", "How they were asked", |it| maybe(it.mode.as_ref())),
        Key::text("population", "Whom it speaks for", |it| maybe(it.population.as_ref())),
        Key::text("recruitment", "How they were found", |it| maybe(it.recruitment.as_ref())),
        Key::text("question", "What they were asked", |it| maybe(it.question.as_ref())),
        Key::text("weighting", "How answers were weighted", |it| maybe(it.weighting.as_ref())),
        Key::text("quality", "How answers were checked", |it| maybe(it.quality.as_ref())),
        Key::text("limitations", "Its limits in its own words", |it| {
            maybe(it.limitations.as_ref())
        }),
    ];
}

/// The schema of a figure: one with a hedge has no value.
pub(super) fn figure_schema() -> Vec<(&'static str, Json<'static>)> {
    let mut figure = schema::<OfFigure>();
    let both = |other: &'static str| {
        Json::Object(vec![("not", Json::Object(vec![("required", Json::texts(["value", other]))]))])
    };
    figure.push(("allOf", Json::List(["hedge", "comparator"].map(both).into())));
    figure
}

pub(super) fn maybe(text: Option<&Text>) -> Option<Json<'_>> {
    text.map(|text| Json::text(text.as_str()))
}

pub(super) fn date<'r>(date: Option<&Period>) -> Option<Json<'r>> {
    date.map(|date| Json::text(date.to_edtf()))
}

/// A list, if anything is in it.
pub(super) fn list<'r>(items: impl Iterator<Item = Json<'r>>) -> Option<Json<'r>> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then_some(Json::List(items))
}

pub(super) fn source(report: &Report, source: Option<SourceIx>) -> Option<Json<'_>> {
    source.and_then(|ix| report.source(ix)).and_then(|source| maybe(Some(&source.key)))
}

pub(super) fn figure<'r>(report: &'r Report, cited: Cited<'r>) -> Option<Json<'r>> {
    Row::new(report, cited).map(object::<OfFigure>)
}
