//! The objects of the export and their keys. The objects and their schema follow this list.

use super::figure::{OfAlso, OfFigure, OfPoll, date, figure, figure_schema, list, maybe, source};
use super::shape::{Key, Kind, Of, Shape, needed, object, schema};
use super::value::Json;
use crate::export::citation::Cited;
use crate::export::extract::Extract;
use crate::report::{
    Event, Group, Indicator, IndicatorIx, Report, SOURCE_KINDS, Series, Source, Text,
};

pub(super) struct OfReport;
struct OfGroup;
struct OfIndicator;
struct OfSeries;
struct OfEvent;
struct OfSource;

/// The name of the shape, in the first key.
const FORMAT: &str = "indicia-export-1";

impl Shape for OfReport {
    type Item<'r> = Extract<'r>;
    const NAME: &'static str = "report";
    const ABOUT: &'static str =
        "A report, or a part of it, with its figures. A key that is not there is not stated.";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::new("format", "The name of this shape", Kind::Const(FORMAT), |_| {
            Some(Json::text(FORMAT))
        })),
        needed(&Key::text("title", "The title of the report", |it| maybe(Some(&it.report.title)))),
        needed(&Key::text("as_of", "The day that ages are measured from", |it| {
            Some(Json::text(it.as_of.to_string()))
        })),
        needed(&Key::new(
            "left_out",
            "What the file has and is not here because of faults; null if it is whole",
            Kind::TextOrNull,
            |it| Some(it.left_out.clone().map_or(Json::Null, Json::text)),
        )),
        Key::text("caveat", "What limits its figures as a whole", |it| {
            Some(Json::text(it.caveat()?))
        }),
        Key::text("area", "The reference area", |it| maybe(it.report.area.as_ref())),
        Key::new("authors", "Who wrote it", Kind::List(&Kind::Text), |it| {
            texts(&it.report.authors)
        }),
        Key::text("publisher", "Who published it", |it| maybe(it.report.publisher.as_ref())),
        Key::text("published", "When it was published, in EDTF", |it| {
            date(it.report.published.as_ref())
        }),
        Key::text("url", "Its address", |it| maybe(it.report.url.as_ref())),
        Key::text("about", "What it is about", |it| maybe(it.report.about.as_ref())),
        needed(&Key::new(
            "groups",
            "The groups of indicators and events",
            Kind::List(&Kind::Object(OfGroup::NAME)),
            |it| Some(each::<OfGroup, _>(it.report, &it.report.groups)),
        )),
        needed(&Key::new(
            "indicators",
            "The indicators, in their order",
            Kind::List(&Kind::Object(OfIndicator::NAME)),
            |it| Some(each::<OfIndicator, _>(it.report, it.indicators.clone())),
        )),
        needed(&Key::new(
            "events",
            "The events, in the order of the file",
            Kind::List(&Kind::Object(OfEvent::NAME)),
            |it| Some(each::<OfEvent, _>(it.report, it.events())),
        )),
        needed(&Key::new(
            "sources",
            "The sources that figures and events name by their ids",
            Kind::List(&Kind::Object(OfSource::NAME)),
            |it| Some(each::<OfSource, _>(it.report, it.all_sources())),
        )),
    ];
}

impl Shape for OfGroup {
    type Item<'r> = Of<'r, Group>;
    const NAME: &'static str = "group";
    const ABOUT: &'static str = "A group of indicators and events";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::text("id", "Its id", |of| maybe(Some(&of.it.id)))),
        needed(&Key::text("title", "Its heading", |of| maybe(Some(&of.it.title)))),
    ];
}

impl Shape for OfIndicator {
    type Item<'r> = Of<'r, Indicator>;
    const NAME: &'static str = "indicator";
    const ABOUT: &'static str = "What is measured, with its figures";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::text("id", "Its id, which stays the same", |of| maybe(Some(&of.it.id)))),
        needed(&Key::text("label", "What it measures", |of| maybe(Some(&of.it.label)))),
        Key::text("short", "A shorter label", |of| maybe(of.it.short.as_ref())),
        Key::text("group", "The id of its group", |of| {
            maybe(Some(&of.report.group(of.it.group?)?.id))
        }),
        Key::text("of", "The denominator, or what is counted", |of| maybe(of.it.of.as_ref())),
        Key::text("area", "The reference area, if it is not that of the report", |of| {
            maybe(of.it.area.as_ref())
        }),
        Key::text("part_of", "The id of the indicator that it is a part of", |of| {
            maybe(Some(&of.report.indicator(of.it.part_of?)?.id))
        }),
        Key::new(
            "related",
            "The ids of indicators to look at beside it",
            Kind::List(&Kind::Text),
            |of| ids(of.report, &of.it.related),
        ),
        Key::text("review_by", "When it is due for another look, in EDTF", |of| {
            date(of.it.review_by.as_ref())
        }),
        needed(&Key::new(
            "headline",
            "The figure that the report gives",
            Kind::Object(OfFigure::NAME),
            |of| figure(of.report, Cited::Headline(of.it)),
        )),
        Key::new(
            "series",
            "The history behind it",
            Kind::List(&Kind::Object(OfSeries::NAME)),
            |of| {
                let (report, indicator) = (of.report, of.it);
                let lines = indicator.series.iter().enumerate();
                list(lines.map(|(at, line)| {
                    object::<OfSeries>(Line { report, indicator, at, series: line })
                }))
            },
        ),
        Key::new(
            "rivals",
            "Other figures for the same thing",
            Kind::List(&Kind::Object(OfFigure::NAME)),
            |of| {
                let (report, indicator) = (of.report, of.it);
                let all = 0..indicator.rivals.len();
                list(all.filter_map(|rival| figure(report, Cited::Rival { indicator, rival })))
            },
        ),
        Key::new("targets", "What is aimed at", Kind::List(&Kind::Object(OfFigure::NAME)), |of| {
            let (report, indicator) = (of.report, of.it);
            let all = 0..indicator.targets.len();
            list(all.filter_map(|target| figure(report, Cited::Target { indicator, target })))
        }),
        Key::new("poll", "What the poll behind it discloses", Kind::Object(OfPoll::NAME), |of| {
            of.it.poll.as_ref().map(object::<OfPoll>)
        }),
    ];
}

/// A line of points.
pub(super) struct Line<'r> {
    report: &'r Report,
    indicator: &'r Indicator,
    at: usize,
    series: &'r Series,
}

impl Shape for OfSeries {
    type Item<'r> = Line<'r>;
    const NAME: &'static str = "series";
    const ABOUT: &'static str = "Points over time";
    const KEYS: &'static [Key<Self>] = &[
        Key::text("label", "What the line shows, if not what the indicator measures", |it| {
            maybe(it.series.label.as_ref())
        }),
        Key::text("edition", "The edition of the source that printed it so", |it| {
            maybe(Some(&it.series.edition.as_ref()?.name))
        }),
        Key::new("superseded", "Whether a later edition of this line is here", Kind::Bool, |it| {
            it.series.is_superseded().then_some(Json::Bool(true))
        }),
        Key::text("differs", "How what it measures differs from the headline", |it| {
            maybe(it.series.differs.as_ref())
        }),
        Key::text("note", "What else to know", |it| maybe(it.series.note.as_ref())),
        Key::new("poll", "What the polls behind it disclose", Kind::Object(OfPoll::NAME), |it| {
            it.series.poll.as_ref().map(object::<OfPoll>)
        }),
        needed(&Key::new(
            "points",
            "Its points, in the order of the file",
            Kind::List(&Kind::Object(OfFigure::NAME)),
            |it| {
                let (indicator, series) = (it.indicator, it.at);
                let all = 0..it.series.points.len();
                let all = all.filter_map(|point| {
                    figure(it.report, Cited::Point { indicator, series, point })
                });
                Some(Json::List(all.collect()))
            },
        )),
    ];
}

impl Shape for OfEvent {
    type Item<'r> = Of<'r, Event>;
    const NAME: &'static str = "event";
    const ABOUT: &'static str = "Something that happened";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::text("id", "Its id, unique among events", |of| maybe(Some(&of.it.id)))),
        needed(&Key::text("title", "What happened", |of| maybe(Some(&of.it.title)))),
        Key::text("date", "When it happened, in EDTF", |of| date(of.it.date.as_ref())),
        Key::text("group", "The id of its group", |of| {
            maybe(Some(&of.report.group(of.it.group?)?.id))
        }),
        Key::text("source", "The id of its source", |of| source(of.report, of.it.source)),
        Key::text("locator", "The place in the source", |of| maybe(of.it.locator.as_ref())),
        Key::text("note", "What else to know", |of| maybe(of.it.note.as_ref())),
        Key::new(
            "indicators",
            "The ids of the indicators that it bears on",
            Kind::List(&Kind::Text),
            |of| ids(of.report, &of.it.indicators),
        ),
    ];
}

impl Shape for OfSource {
    type Item<'r> = Of<'r, Source>;
    const NAME: &'static str = "source";
    const ABOUT: &'static str = "Where a figure or an event is taken from";
    const KEYS: &'static [Key<Self>] = &[
        needed(&Key::text("id", "Its id", |of| maybe(Some(&of.it.key)))),
        needed(&Key::text("title", "Its title, or that the file does not describe it", |of| {
            maybe(Some(&of.it.title))
        })),
        Key::text("publisher", "Who published it", |of| maybe(of.it.publisher.as_ref())),
        Key::text("published", "When it was published, in EDTF", |of| {
            date(of.it.published.as_ref())
        }),
        Key::text("accessed", "When it was last looked at, in EDTF", |of| {
            date(of.it.accessed.as_ref())
        }),
        Key::text("url", "Its address as the file has it", |of| maybe(of.it.url.as_ref())),
        Key::new(
            "kind",
            "What kind of thing it is",
            Kind::Word(|| SOURCE_KINDS.iter().map(|(_, word)| *word).collect()),
            |of| of.it.kind.map(|kind| Json::text(kind.word())),
        ),
        Key::text("copy", "The name of the file with a saved copy of it", |of| {
            maybe(of.it.copy.as_ref())
        }),
        Key::text("note", "What else to know", |of| maybe(of.it.note.as_ref())),
    ];
}

/// The schema of the export (JSON Schema, draft 7).
pub fn json_schema() -> String {
    let definition = |(name, keys)| (name, Json::Object(keys));
    let definitions = [
        (OfGroup::NAME, schema::<OfGroup>()),
        (OfIndicator::NAME, schema::<OfIndicator>()),
        (OfSeries::NAME, schema::<OfSeries>()),
        (OfFigure::NAME, figure_schema()),
        (OfAlso::NAME, schema::<OfAlso>()),
        (OfPoll::NAME, schema::<OfPoll>()),
        (OfEvent::NAME, schema::<OfEvent>()),
        (OfSource::NAME, schema::<OfSource>()),
    ];
    let mut all = vec![
        ("$schema", Json::text("http://json-schema.org/draft-07/schema#")),
        ("title", Json::text("A report exported by indicia")),
    ];
    all.extend(schema::<OfReport>());
    all.push(("definitions", Json::Object(definitions.into_iter().map(definition).collect())));
    Json::Object(all).into_file()
}

fn texts(texts: &[Text]) -> Option<Json<'_>> {
    (!texts.is_empty()).then(|| Json::texts(texts.iter().map(Text::as_str)))
}

/// A list of objects, each made when its turn comes.
fn each<'r, S, T: 'r>(
    report: &'r Report,
    all: impl IntoIterator<Item = &'r T, IntoIter: 'r>,
) -> Json<'r>
where
    S: Shape<Item<'r> = Of<'r, T>>,
{
    Json::Each(Box::new(all.into_iter().map(move |it| object::<S>(Of { report, it }))))
}

fn ids<'r>(report: &'r Report, indicators: &[IndicatorIx]) -> Option<Json<'r>> {
    let ids = indicators.iter().filter_map(|ix| report.indicator(*ix));
    list(ids.map(|indicator| Json::text(indicator.id.as_str())))
}
