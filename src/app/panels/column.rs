//! The columns of the table: their texts and their sort orders.

use std::cmp::{Ordering, Reverse};

use crate::report::{
    Age, Day, HedgeClass, Indicator, IndicatorIx, NO_DATE, Observation, Period, Quantity, Report,
    Source, Text,
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
    /// How many others give a figure, and whether one of them contradicts it.
    Others,
    /// What later editions of its history say otherwise, and how far that moved it most.
    Restated,
    /// How far it is from what is aimed at next.
    Target,
    /// When it is due for review.
    Review,
    /// Its group.
    Group,
    /// The denominator, or what is counted.
    Of,
    /// Who states it.
    SaidBy,
    /// Its note.
    Note,
}

/// The properties of a column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The column.
    pub id: ColumnId,
    /// Its heading.
    pub title: &'static str,
    /// The most cells that it gets before the other columns have theirs. A label may get a third of
    /// a wide line instead. A column whose texts are shown whole gets all that they need, unless it
    /// is shown only because the rows are sorted by it.
    pub most: u16,
    /// The fewest cells that it is shown with, if its texts need as many and may be cut.
    pub least: u16,
    /// Whether its texts are shown whole or not at all, as a cut text would say something else.
    pub whole: bool,
    /// The order in which columns get room, from 1; a column of rank 0 is always shown.
    pub rank: u8,
    /// The names of its sort order, ascending and descending.
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
const RESTATED: [&str; 2] = ["most restated first", "least restated first"];
const DISPUTED: [&str; 2] = ["the disputed first", "the disputed last"];

/// The columns, from left to right.
pub const COLUMNS: [Column; 15] = [
    column(ColumnId::Indicator, "Figure", (16, 32), false, 0, LETTERS),
    column(ColumnId::Reading, "Reading", (9, 36), true, 0, ["lowest first", "highest first"]),
    column(ColumnId::Wording, "As worded", (9, 36), true, 3, LETTERS),
    column(ColumnId::Period, "Period", (9, 24), true, 2, ["earliest first", "latest first"]),
    column(ColumnId::Age, "Age", (8, 16), true, 4, ["youngest first", "oldest first"]),
    column(ColumnId::Status, "Status", (8, 14), true, 6, LETTERS),
    column(ColumnId::Source, "Source", (12, 30), false, 1, LETTERS),
    column(ColumnId::Others, "Others", (8, 16), true, 5, DISPUTED),
    column(ColumnId::Restated, "Restated", (12, 40), true, 12, RESTATED),
    column(ColumnId::Review, "Review", (8, 16), true, 10, ["soonest first", "latest first"]),
    column(ColumnId::Group, "Group", (10, 20), false, 9, ["as in the file", "from the last"]),
    column(ColumnId::Of, "Of what", (16, 36), false, 8, LETTERS),
    column(ColumnId::SaidBy, "Said by", (14, 32), false, 7, LETTERS),
    column(ColumnId::Target, "Target", (9, 40), true, 11, ["due first", "due last"]),
    // Where the longest note does not fit, hardly any does.
    column(ColumnId::Note, "Note", (8, 8), true, 13, LETTERS),
];

/// What a column shows if the file says nothing.
const ABSENT: &str = "–";

impl ColumnId {
    /// Its properties.
    pub fn column(self) -> Option<&'static Column> {
        COLUMNS.iter().find(|column| column.id == self)
    }

    /// The text of the column for an indicator.
    pub fn text(self, report: &Report, indicator: &Indicator, as_of: Day) -> String {
        let headline = &indicator.headline;
        match self {
            Self::Indicator => indicator.short_label().to_string(),
            Self::Reading => headline.reading(),
            Self::Wording => or_absent(headline.wording.as_ref()),
            Self::Period => headline.period_words(),
            Self::Age => Age::new(headline.period.as_ref(), as_of).short(),
            Self::Status => headline.status.word(),
            Self::Source => source_and_place(report, headline),
            Self::Others => others(indicator),
            Self::Restated => restated(indicator),
            Self::Target => target(indicator, as_of),
            Self::Review => match &indicator.review_by {
                Some(due) => due.words(),
                None => ABSENT.to_owned(),
            },
            Self::Group => {
                or_absent(indicator.group.and_then(|ix| report.group(ix)).map(|group| &group.title))
            }
            Self::Of => or_absent(indicator.of.as_ref()),
            Self::SaidBy => or_absent(headline.stated_by.as_ref()),
            Self::Note => or_absent(headline.note.as_ref()),
        }
    }

    /// What the column of sources shows whole or not at all: the key, without the place in the source.
    pub fn never_cut(report: &Report, indicator: &Indicator) -> Option<String> {
        source(report, &indicator.headline)
    }

    /// Whether a text of the column says that the file has none.
    pub fn is_absent(self, text: &str) -> bool {
        match self {
            Self::Period => text == NO_DATE,
            Self::Status => text == "normal",
            Self::Source => text == "none",
            _ => text == ABSENT,
        }
    }

    /// The indicators of a report, sorted by this column; in either direction those with nothing to
    /// sort by come last.
    pub fn order(self, report: &Report, as_of: Day, reversed: bool) -> Vec<IndicatorIx> {
        match self {
            Self::Reading => {
                let compare = |a: &&_, b: &&_| compare_readings(a, b, reversed);
                sorted(report, |i| i.headline.quantity.as_ref(), compare)
            }
            Self::Indicator => by(report, reversed, |i| Some(i.short_label().to_lowercase())),
            Self::Wording => by(report, reversed, |i| i.headline.wording.as_ref()),
            Self::Period => {
                by(report, reversed, |i| i.headline.period.as_ref().map(Period::sort_key))
            }
            // The later its period ends, the younger a figure is.
            Self::Age => by(report, reversed, |i| {
                let period = i.headline.period.as_ref();
                let has_age = Age::new(period, as_of) != Age::Unknown;
                period.filter(|_| has_age).and_then(Period::end).map(Reverse)
            }),
            Self::Status => by(report, reversed, |i| Some(i.headline.status.word())),
            Self::Source => by(report, reversed, |i| {
                source(report, &i.headline).map(|source| (source, i.headline.locator.as_ref()))
            }),
            // Users sort by this column to find disputed figures.
            Self::Others => by(report, reversed, |i| {
                let is_contradicted = i.rivals.iter().any(|rival| rival.contradicts(i));
                let count = i.rivals.len();
                (count > 0).then_some((Reverse(is_contradicted), Reverse(count)))
            }),
            // What hedges keep from being told is no smallest move: it comes after the others.
            Self::Restated => {
                let moved = |i: &Indicator| i.largest_restatement().map(|it| it.moved());
                sorted(report, moved, |a, b| {
                    b.is_told().cmp(&a.is_told()).then_with(|| turned(b.cmp_size(a), reversed))
                })
            }
            Self::Target => by(report, reversed, |i| {
                let period = i.next_target(as_of).map(|target| &target.observation.period);
                period.map(|period| period.as_ref().map_or((i64::MAX, i64::MAX), Period::sort_key))
            }),
            Self::Review => by(report, reversed, |i| i.review_by.as_ref().map(Period::sort_key)),
            Self::Group => by(report, reversed, |i| i.group),
            Self::Of => by(report, reversed, |i| i.of.as_ref()),
            Self::SaidBy => by(report, reversed, |i| i.headline.stated_by.as_ref()),
            Self::Note => by(report, reversed, |i| i.headline.note.as_ref()),
        }
    }
}

/// Sorts indicators by a key, which is computed once for each.
fn by<'r, K: Ord>(
    report: &'r Report,
    reversed: bool,
    key: impl Fn(&'r Indicator) -> Option<K>,
) -> Vec<IndicatorIx> {
    sorted(report, key, |a, b| turned(a.cmp(b), reversed))
}

/// Sorts indicators by a key; those without one come last.
fn sorted<'r, K>(
    report: &'r Report,
    key: impl Fn(&'r Indicator) -> Option<K>,
    compare: impl Fn(&K, &K) -> Ordering,
) -> Vec<IndicatorIx> {
    let mut rows: Vec<_> = report.indexed().map(|(ix, row)| (key(row), ix)).collect();
    rows.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => compare(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    rows.into_iter().map(|(_, ix)| ix).collect()
}

fn turned(ordering: Ordering, reversed: bool) -> Ordering {
    if reversed { ordering.reverse() } else { ordering }
}

/// The key of the source that a figure is taken from.
fn source(report: &Report, observation: &Observation) -> Option<String> {
    observation.source.and_then(|ix| report.source(ix)).map(Source::short)
}

fn or_absent(text: Option<&Text>) -> String {
    text.map_or(ABSENT, Text::as_str).to_owned()
}

/// How many others give a figure, and a sign if one of them contradicts the headline.
fn others(indicator: &Indicator) -> String {
    let contradicted = indicator.rivals.iter().any(|rival| rival.contradicts(indicator));
    match (indicator.rivals.len(), contradicted) {
        (0, _) => ABSENT.to_owned(),
        (n, true) => format!("{n} ±"),
        (n, false) => n.to_string(),
    }
}

/// The restatement that moved the figure most: `2019: 227 → 233 mn, +2.6 %`.
fn restated(indicator: &Indicator) -> String {
    let Some(largest) = indicator.largest_restatement() else { return ABSENT.to_owned() };
    let moved = largest.moved_words().map(|moved| format!(", {moved}"));
    format!("{}: {}{}", largest.period.words(), largest.ends(), moved.unwrap_or_default())
}

/// How far the thing is from what is aimed at next, and by when.
fn target(indicator: &Indicator, as_of: Day) -> String {
    indicator.next_target(as_of).map_or(ABSENT.to_owned(), |target| {
        let aim = &target.observation;
        format!("{}, {}", indicator.distance(aim).short(), aim.due_words())
    })
}

/// The source, the place in it, and how many more sources there are: `bank p. 3 +1`.
fn source_and_place(report: &Report, observation: &Observation) -> String {
    let more = match observation.also.len() {
        0 => String::new(),
        n => format!(" +{n}"),
    };
    let place = match (source(report, observation), observation.locator.as_deref()) {
        (Some(key), Some(locator)) => format!("{key} {locator}"),
        (Some(key), None) => key,
        (None, Some(locator)) => locator.to_owned(),
        (None, None) if observation.derived.is_some() => String::from("our own"),
        (None, None) => String::from("none"),
    };
    format!("{place}{more}")
}

/// Compares by unit, then by value, then by [`firmness`]; only the order of the values can be
/// reversed.
///
/// Values are compared within a unit only, whatever its multiplier: euros and enterprises do not
/// compare, and neither do a level and a change.
fn compare_readings(a: &Quantity, b: &Quantity, reversed: bool) -> Ordering {
    let units = (&a.unit().kind, a.is_change()).cmp(&(&b.unit().kind, b.is_change()));
    let value = |q: &Quantity| q.unit().ones(q.stated());
    let values = turned(value(a).total_cmp(&value(b)), reversed);
    units.then(values).then(firmness(a).cmp(&firmness(b)))
}

/// The rank of a hedge among figures of one number. Limits come first, then vague figures, then the
/// number itself: `<`, `≤`, `≥`, `>`, `~<`, `≈`, `>~`, none.
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
