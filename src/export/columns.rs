//! The columns of a table of figures. The tables, their descriptions and the docs follow this list.

use super::row::Row;
use crate::report::{Period, Quantity, Source};

/// A column of a table of figures.
pub struct FigureColumn {
    /// Its heading.
    pub name: &'static str,
    /// What it holds, in a sentence for readers.
    pub about: &'static str,
    /// Whether its cells are numbers.
    pub is_number: bool,
    /// The cell of a row; empty where there is nothing to say.
    pub cell: fn(&Row<'_>) -> String,
}

/// The columns, from left to right.
pub const FIGURE_COLUMNS: &[FigureColumn] = &[
    text("indicator", "The id of the indicator", |row| row.indicator().id.to_string()),
    text(
        "figure",
        "Which figure of the indicator: the headline, a point, a rival or a target",
        name,
    ),
    text("label", "What is measured; of a point the label of its line", |row| {
        let line = row.series().and_then(|series| series.label.as_ref());
        line.unwrap_or(&row.indicator().label).to_string()
    }),
    text("of", "The denominator, or what is counted", |row| maybe(row.indicator().of.as_deref())),
    text("differs", "How what it measures differs from the headline", |row| maybe(row.differs())),
    text("area", "The reference area", |row| maybe(row.area())),
    text("period", "The reference period in EDTF; empty where the source states none", |row| {
        row.observation().period.as_ref().map(Period::to_edtf).unwrap_or_default()
    }),
    text("base", "The period that a change is measured from, in EDTF", |row| {
        row.observation().base.as_ref().map(|base| base.to_edtf()).unwrap_or_default()
    }),
    number("value", "The value, only where no hedge limits it", |row| {
        maybe(row.numbers().value.as_deref())
    }),
    number(
        "lower",
        "The lowest value that the source allows, or the lower end of its interval",
        |row| maybe(row.numbers().lower.as_deref()),
    ),
    number(
        "upper",
        "The highest value that the source allows, or the upper end of its interval",
        |row| maybe(row.numbers().upper.as_deref()),
    ),
    text("comparator", "How a limit is meant: < <= >= > or ~ for about", |row| {
        row.numbers().comparator.to_owned()
    }),
    text("stated", "The figure in words, with its hedge", stated),
    text("hedge", "The word of the source that limits the number", |row| {
        let quantity = row.observation().quantity.as_ref();
        quantity.and_then(Quantity::hedge).map_or_else(String::new, |hedge| hedge.word.to_owned())
    }),
    text("wording", "The figure exactly as printed", |row| {
        maybe(row.observation().wording.as_deref())
    }),
    text("unit", "The unit of value, lower and upper", |row| {
        let quantity = row.observation().quantity.as_ref();
        quantity.map_or(&row.indicator().unit, |it| it.unit()).long()
    }),
    text("status", "The observation status (SDMX), such as forecast", |row| {
        let status = row.observation().status;
        if status.is_normal() { String::new() } else { status.word() }
    }),
    text("nature", "A level or a change, and whether it is a calculation of our own", |row| {
        let change = row.observation().quantity.as_ref().is_some_and(Quantity::is_change);
        let kind = if change { "change" } else { "level" };
        if row.observation().derived.is_some() {
            format!("{kind}, derived")
        } else {
            kind.to_owned()
        }
    }),
    text("scenario", "The scenario that it belongs to", |row| {
        maybe(row.observation().scenario.as_deref())
    }),
    text("derived", "How it was worked out, if no source prints it", |row| {
        maybe(row.observation().derived.as_deref())
    }),
    text(
        "interval",
        "What lower and upper are where the source states an interval of uncertainty",
        |row| {
            row.observation()
                .uncertainty
                .as_ref()
                .map_or_else(String::new, |it| it.name().to_owned())
        },
    ),
    text("judgement", "What the source says of the chances of a target", |row| {
        maybe(row.cited().judgement().map(|text| &**text))
    }),
    text("edition", "The edition of the line that it is a point of", |row| {
        let edition = row.series().and_then(|series| series.edition.as_ref());
        edition.map_or_else(String::new, |edition| edition.name.to_string())
    }),
    text("source", "The source: title, publisher and date", |row| {
        row.source().map_or_else(String::new, Source::citation)
    }),
    text("locator", "The place in the source", |row| maybe(row.observation().locator.as_deref())),
    text("also", "More sources that print this very figure", |row| {
        let also = row.observation().also.iter().map(|other| row.report().also_in(other));
        also.collect::<Vec<_>>().join("; ")
    }),
    text("url", "The address of the source", |row| {
        maybe(row.source().and_then(|it| it.url.as_deref()))
    }),
    text("stated_by", "Who says it", |row| maybe(row.observation().stated_by.as_deref())),
    text("note", "What else to know", |row| maybe(row.observation().note.as_deref())),
];

const fn text(
    name: &'static str,
    about: &'static str,
    cell: fn(&Row<'_>) -> String,
) -> FigureColumn {
    FigureColumn { name, about, is_number: false, cell }
}

const fn number(
    name: &'static str,
    about: &'static str,
    cell: fn(&Row<'_>) -> String,
) -> FigureColumn {
    FigureColumn { name, about, is_number: true, cell }
}

fn name(row: &Row<'_>) -> String {
    row.name()
}

fn stated(row: &Row<'_>) -> String {
    row.stated()
}

fn maybe(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}
