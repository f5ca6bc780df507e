use std::cmp::{Ordering, Reverse};

use crate::report::{
    Age, Day, HedgeClass, Indicator, IndicatorIx, Observation, Period, Quantity, Report,
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
}

/// What the table knows of a column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Which.
    pub id: ColumnId,
    /// Its heading.
    pub title: &'static str,
    /// The most cells it takes.
    pub most: u16,
    /// The fewest cells it is shown with; below them it gives way.
    pub least: u16,
    /// The order in which columns give way, the highest first; 0 never does.
    pub gives_way: u8,
}

/// The columns, from left to right.
pub const COLUMNS: [Column; 7] = [
    Column { id: ColumnId::Indicator, title: "Indicator", most: 48, least: 18, gives_way: 0 },
    Column { id: ColumnId::Reading, title: "Reading", most: 36, least: 9, gives_way: 0 },
    Column { id: ColumnId::Wording, title: "As worded", most: 36, least: 14, gives_way: 1 },
    Column { id: ColumnId::Period, title: "Period", most: 24, least: 9, gives_way: 2 },
    Column { id: ColumnId::Age, title: "Age", most: 16, least: 8, gives_way: 4 },
    Column { id: ColumnId::Status, title: "Status", most: 14, least: 8, gives_way: 5 },
    Column { id: ColumnId::Source, title: "Source", most: 30, least: 12, gives_way: 3 },
];

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
            Self::Wording => {
                headline.wording.as_ref().map_or_else(|| "–".into(), ToString::to_string)
            }
            Self::Period => headline.period_words(),
            Self::Age => Age::new(headline.period.as_ref(), as_of).short(),
            Self::Status => headline.status.word().to_owned(),
            Self::Source => source_and_place(report, headline),
        }
    }

    /// The indicators of a report in the order of this column, turned round or not; what has
    /// nothing to sort by comes last either way.
    pub fn order(self, report: &Report, reversed: bool) -> Vec<IndicatorIx> {
        match self {
            Self::Reading => {
                let mut rows: Vec<_> = report.indexed().collect();
                rows.sort_by(|(_, a), (_, b)| readings(&a.headline, &b.headline, reversed));
                rows.into_iter().map(|(ix, _)| ix).collect()
            }
            Self::Indicator => by(report, reversed, |i| Some(i.short_label().to_lowercase())),
            Self::Wording => by(report, reversed, |i| i.headline.wording.as_ref()),
            Self::Period => {
                by(report, reversed, |i| i.headline.period.as_ref().map(Period::sort_key))
            }
            // The later a period ends, the younger is the figure, whatever the day.
            Self::Age => by(report, reversed, |i| {
                i.headline.period.as_ref().and_then(Period::end).map(Reverse)
            }),
            Self::Status => by(report, reversed, |i| Some(i.headline.status.word())),
            Self::Source => by(report, reversed, |i| {
                source(report, &i.headline).map(|source| (source, i.headline.locator.as_ref()))
            }),
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

/// Values are put in order within a unit only: euros and enterprises do not compare, and
/// neither do a level and a change.
///
/// Of one number, limits come first, then what is vague about it, then the number itself, whichever
/// way the numbers run.
fn readings(a: &Observation, b: &Observation, reversed: bool) -> Ordering {
    match (&a.quantity, &b.quantity) {
        (Some(x), Some(y)) => {
            let units = x.unit().cmp(y.unit()).then(x.is_change().cmp(&y.is_change()));
            let values = turned(x.stated().total_cmp(&y.stated()), reversed);
            units.then(values).then(firmness(x).cmp(&firmness(y)))
        }
        (x, y) => last_if_absent(x.as_ref().map(|_| ()), y.as_ref().map(|_| ()), reversed),
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
