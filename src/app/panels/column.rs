use std::cmp::{Ordering, Reverse};

use crate::report::{
    Age, Day, HedgeClass, Indicator, IndicatorIx, Observation, Period, Quantity, Report, Text,
    UnitKind,
};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnId {
    /// The short label.
    Indicator,
    /// Operator and number.
    Reading,
    /// The figure exactly as printed.
    Wording,
    /// The reference period.
    Period,
    /// How long ago the reference period ended.
    Age,
    /// Observation status.
    Status,
    /// Source and place in it.
    Source,
    /// How many others say otherwise, and whether they can.
    Others,
    /// By when it is due for another look.
    Review,
    /// The group that it stands under.
    Group,
    /// The denominator, or what is counted.
    Of,
    /// Who says it.
    SaidBy,
    /// What else to know.
    Note,
}

/// What the table knows of a column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Which.
    pub id: ColumnId,
    /// Its heading.
    pub title: &'static str,
    /// The most cells it takes before others have theirs; the label has a third of a wide line, and
    /// what is shown whole needs all it needs, unless it stands only because it is sorted by.
    pub most: u16,
    /// The fewest cells it is shown with, if its texts need as many and may be cut.
    pub least: u16,
    /// Whether its texts are shown whole or not at all: cut, they would say something else.
    pub whole: bool,
    /// The order in which columns get room; 0 has it always.
    pub rank: u8,
    /// What its order is called, and the same turned round.
    pub orders: [&'static str; 2],
}

const fn column(
    id: ColumnId,
    title: &'static str,
    (least, most): (u16, u16),
    whole: bool,
    rank: u8,
    orders: [&'static str; 2],
) -> Column {
    Column { id, title, most, least, whole, rank, orders }
}

const LETTERS: [&str; 2] = ["A to Z", "Z to A"];

/// The columns, from left to right.
pub const COLUMNS: [Column; 13] = [
    column(ColumnId::Indicator, "Indicator", (16, 32), false, 0, LETTERS),
    column(ColumnId::Reading, "Reading", (9, 36), true, 0, ["lowest first", "highest first"]),
    column(ColumnId::Wording, "As worded", (9, 36), true, 3, LETTERS),
    column(ColumnId::Period, "Period", (9, 24), true, 2, ["earliest first", "latest first"]),
    column(ColumnId::Age, "Age", (8, 16), true, 4, ["youngest first", "oldest first"]),
    column(ColumnId::Status, "Status", (8, 14), true, 6, LETTERS),
    column(ColumnId::Source, "Source", (12, 30), false, 1, LETTERS),
    column(
        ColumnId::Others,
        "Others",
        (8, 16),
        true,
        5,
        ["the disputed first", "the disputed last"],
    ),
    column(ColumnId::Review, "Review", (8, 16), true, 10, ["soonest first", "latest first"]),
    column(ColumnId::Group, "Group", (10, 20), false, 9, ["as in the file", "from the last"]),
    column(ColumnId::Of, "Of what", (16, 36), false, 8, LETTERS),
    column(ColumnId::SaidBy, "Said by", (14, 32), false, 7, LETTERS),
    // Where the longest note has no room, hardly any has.
    column(ColumnId::Note, "Note", (8, 8), true, 11, LETTERS),
];

/// What stands in a column where the file says nothing.
const ABSENT: &str = "–";

impl ColumnId {
    /// What the table knows of it.
    pub fn column(self) -> Option<&'static Column> {
        COLUMNS.iter().find(|column| column.id == self)
    }

    /// What stands in the column for an indicator.
    pub fn text(self, report: &Report, indicator: &Indicator, as_of: Day) -> String {
        let headline = &indicator.headline;
        match self {
            Self::Indicator => indicator.short_label().to_string(),
            Self::Reading => headline.reading(),
            Self::Wording => said(headline.wording.as_ref()),
            Self::Period => headline.period_words(),
            Self::Age => Age::new(headline.period.as_ref(), as_of).short(),
            Self::Status => headline.status.word().to_owned(),
            Self::Source => source_and_place(report, headline),
            Self::Others => others(indicator),
            Self::Review => indicator.review_by.as_ref().map_or_else(absent, Period::words),
            Self::Group => group(report, indicator).map_or_else(absent, str::to_owned),
            Self::Of => said(indicator.of.as_ref()),
            Self::SaidBy => said(headline.stated_by.as_ref()),
            Self::Note => said(headline.note.as_ref()),
        }
    }

    /// Whether a text of the column says that there is nothing.
    pub fn is_absent(self, text: &str) -> bool {
        match self {
            Self::Period => text == "no date",
            Self::Status => text == "normal",
            Self::Source => text == "none",
            _ => text == ABSENT,
        }
    }

    /// The indicators of a report in the order of this column, turned round or not; what has
    /// nothing to sort by comes last either way.
    pub fn order(self, report: &Report, as_of: Day, reversed: bool) -> Vec<IndicatorIx> {
        match self {
            Self::Reading => by_reading(report, reversed),
            Self::Indicator => by(report, reversed, |i| Some(i.short_label().to_lowercase())),
            Self::Wording => by(report, reversed, |i| i.headline.wording.as_ref()),
            Self::Period => {
                by(report, reversed, |i| i.headline.period.as_ref().map(Period::sort_key))
            }
            // The later a period ends, the younger is the figure.
            Self::Age => by(report, reversed, |i| {
                let period = i.headline.period.as_ref();
                let has_age = Age::new(period, as_of) != Age::Unknown;
                period.filter(|_| has_age).and_then(Period::end).map(Reverse)
            }),
            Self::Status => by(report, reversed, |i| Some(i.headline.status.word())),
            Self::Source => by(report, reversed, |i| {
                source(report, &i.headline).map(|source| (source, i.headline.locator.as_ref()))
            }),
            // Whoever sorts by these looks for the disputed.
            Self::Others => by(report, reversed, |i| {
                let is_contradicted = i.rivals.iter().any(|rival| rival.contradicts(i));
                let count = i.rivals.len();
                (count > 0).then_some((Reverse(is_contradicted), Reverse(count)))
            }),
            Self::Review => by(report, reversed, |i| i.review_by.as_ref().map(Period::sort_key)),
            Self::Group => by(report, reversed, |i| i.group),
            Self::Of => by(report, reversed, |i| i.of.as_ref()),
            Self::SaidBy => by(report, reversed, |i| i.headline.stated_by.as_ref()),
            Self::Note => by(report, reversed, |i| i.headline.note.as_ref()),
        }
    }
}

/// Puts indicators in order by a key, which is worked out once for each.
fn by<'r, K: Ord>(
    report: &'r Report,
    reversed: bool,
    key: impl Fn(&'r Indicator) -> Option<K>,
) -> Vec<IndicatorIx> {
    let mut rows: Vec<_> = report.indexed().map(|(ix, row)| (key(row), ix)).collect();
    rows.sort_by(|(a, _), (b, _)| last_if_absent(a.as_ref(), b.as_ref(), reversed));
    rows.into_iter().map(|(_, ix)| ix).collect()
}

/// The key of the source that a figure is taken from.
fn source<'r>(report: &'r Report, observation: &Observation) -> Option<&'r str> {
    observation.source.and_then(|ix| report.source(ix)).map(|source| &*source.key)
}

fn absent() -> String {
    ABSENT.to_owned()
}

fn said(text: Option<&Text>) -> String {
    text.map_or_else(absent, ToString::to_string)
}

fn group<'r>(report: &'r Report, indicator: &Indicator) -> Option<&'r str> {
    indicator.group.and_then(|ix| report.group(ix)).map(|group| &*group.title)
}

/// How many others give a figure, and the sign of those that cannot hold beside the headline.
fn others(indicator: &Indicator) -> String {
    let contradicted = indicator.rivals.iter().any(|rival| rival.contradicts(indicator));
    match (indicator.rivals.len(), contradicted) {
        (0, _) => absent(),
        (n, true) => format!("{n} ±"),
        (n, false) => n.to_string(),
    }
}

fn source_and_place(report: &Report, observation: &Observation) -> String {
    match (source(report, observation), observation.locator.as_deref()) {
        (Some(key), Some(locator)) => format!("{key} {locator}"),
        (Some(key), None) => key.to_owned(),
        (None, Some(locator)) => locator.to_owned(),
        (None, None) => String::from("none"),
    }
}

fn last_if_absent<T: Ord>(a: Option<T>, b: Option<T>, reversed: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => turned(a.cmp(&b), reversed),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn turned(ordering: Ordering, reversed: bool) -> Ordering {
    if reversed { ordering.reverse() } else { ordering }
}

/// Puts indicators in order by their readings.
fn by_reading(report: &Report, reversed: bool) -> Vec<IndicatorIx> {
    let rows = report.indexed();
    let mut rows: Vec<_> =
        rows.map(|(ix, row)| (row.headline.quantity.as_ref().map(Reading::new), ix)).collect();
    rows.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => a.cmp(b, reversed),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    rows.into_iter().map(|(_, ix)| ix).collect()
}

/// What a reading is put in order by.
///
/// Values are put in order within a unit only, whatever it is multiplied by: euros and enterprises do
/// not compare, and neither do a level and a change.
struct Reading<'q> {
    unit: (&'q UnitKind, bool),
    value: f64,
    firmness: u8,
}

impl<'q> Reading<'q> {
    fn new(quantity: &'q Quantity) -> Self {
        Self {
            unit: (&quantity.unit().kind, quantity.is_change()),
            value: quantity.unit().ones(quantity.stated()),
            firmness: firmness(quantity),
        }
    }

    /// Of one number, limits come first, then what is vague about it, then the number itself,
    /// whichever way the numbers run.
    fn cmp(&self, other: &Self, reversed: bool) -> Ordering {
        let values = turned(self.value.total_cmp(&other.value), reversed);
        self.unit.cmp(&other.unit).then(values).then(self.firmness.cmp(&other.firmness))
    }
}

/// How firmly a figure stands at its number, limits first: `<`, `≤`, `≥`, `>`, `~<`, `≈`, `>~`, then
/// the number itself.
fn firmness(quantity: &Quantity) -> u8 {
    match quantity.class() {
        Some(HedgeClass::Below) => 0,
        Some(HedgeClass::UpTo | HedgeClass::AtMost) => 1,
        Some(HedgeClass::AtLeast) => 2,
        Some(HedgeClass::Above) => 3,
        Some(HedgeClass::Nearly) => 4,
        Some(HedgeClass::About) => 5,
        Some(HedgeClass::JustOver) => 6,
        Some(HedgeClass::Between | HedgeClass::Order) => 7,
        None => 8,
    }
}
