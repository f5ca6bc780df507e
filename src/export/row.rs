//! A figure as a row of a table: a number stands alone only where nothing limits it.

use super::citation::Cited;
use crate::report::{
    Decimal, End, Indicator, Observation, Quantity, Report, Series, Source, Value,
};

/// A figure of a report with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    report: &'r Report,
    cited: Cited<'r>,
    indicator: &'r Indicator,
    observation: &'r Observation,
}

/// A figure in numbers.
///
/// What a reader may calculate with stands in `value`; a figure with a limit, or one that is about right,
/// never does. Numbers are in the unit of the figure and have the digits that the file has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The value, if no hedge limits it. Beside an interval of uncertainty it is the middle that the source
    /// states.
    pub value: Option<String>,
    /// The lowest value that the source allows, or the lower end of its interval of uncertainty.
    pub lower: Option<String>,
    /// The highest value that it allows, or the upper end of the interval.
    pub upper: Option<String>,
    /// How a limit is meant: `<`, `<=`, `>=`, `>` as in FHIR, and `~` for about; empty for an exact figure
    /// and for one between two values.
    pub comparator: &'static str,
}

impl<'r> Row<'r> {
    /// The row of a figure; `None` for an event, and for a figure that is not there.
    pub(super) fn new(report: &'r Report, cited: Cited<'r>) -> Option<Self> {
        let indicator = cited.indicator()?;
        Some(Self { report, cited, indicator, observation: cited.observation()? })
    }

    /// The report that it is of.
    pub fn report(&self) -> &'r Report {
        self.report
    }

    /// What it states.
    pub fn observation(&self) -> &'r Observation {
        self.observation
    }

    /// The indicator that it belongs to.
    pub fn indicator(&self) -> &'r Indicator {
        self.indicator
    }

    /// What it is cited as.
    pub fn cited(&self) -> Cited<'r> {
        self.cited
    }

    /// Its name within the indicator: `headline`, `series 1 point 2`, `rival 1`, `target 1`.
    pub fn name(&self) -> String {
        match self.cited {
            Cited::Point { series, point, .. } => {
                format!("series {} point {}", series + 1, point + 1)
            }
            Cited::Rival { rival, .. } => format!("rival {}", rival + 1),
            Cited::Target { target, .. } => format!("target {}", target + 1),
            Cited::Headline(_) | Cited::Event(_) => "headline".to_owned(),
        }
    }

    /// The line that it is a point of.
    pub fn series(&self) -> Option<&'r Series> {
        self.cited.series()
    }

    /// How what it measures differs from the headline, if it does.
    pub fn differs(&self) -> Option<&'r str> {
        self.cited.differs().map(|text| &**text)
    }

    /// The reference area.
    pub fn area(&self) -> Option<&'r str> {
        self.indicator.area.as_ref().or(self.report.area.as_ref()).map(|text| &**text)
    }

    /// The source that it is taken from.
    pub fn source(&self) -> Option<&'r Source> {
        self.observation.source.and_then(|ix| self.report.source(ix))
    }

    /// The figure in words, with its hedge and its status; empty if it has none.
    pub fn stated(&self) -> String {
        self.observation.quantity.as_ref().map_or_else(String::new, |_| self.observation.words())
    }

    /// The figure in numbers.
    pub fn numbers(&self) -> Numbers {
        let Some(quantity) = &self.observation.quantity else { return Numbers::default() };
        let mut numbers = numbers(quantity);
        if let Some(around) = &self.observation.uncertainty {
            numbers.lower.get_or_insert(around.low.to_string());
            numbers.upper.get_or_insert(around.high.to_string());
        }
        numbers
    }
}

fn numbers(quantity: &Quantity) -> Numbers {
    let interval = quantity.interval();
    let text = |end: End| end.limit().and_then(|limit| digits(quantity, limit));
    let (lower, upper) = (text(interval.low), text(interval.high));
    let comparator = match (interval.low, interval.high) {
        (End::Vague(_), _) | (_, End::Vague(_)) => "~",
        (End::Open, End::Excluded(_)) => "<",
        (End::Open, End::Closed(_)) => "<=",
        (End::Closed(_), End::Open) => ">=",
        (End::Excluded(_), End::Open) => ">",
        _ => "",
    };
    let is_exact = quantity.hedge().is_none()
        && matches!(quantity.value(), Value::Number(_) | Value::Fraction(_));
    match quantity.value() {
        // Words such as "thousands" are vague about both ends.
        Value::Order(..) => Numbers { comparator: "~", ..Numbers::default() },
        _ if is_exact => Numbers { value: lower, ..Numbers::default() },
        _ => Numbers { value: None, lower, upper, comparator },
    }
}

/// A number of a figure with the digits of the file. A fraction has some only if they end: two-thirds has
/// none.
fn digits(quantity: &Quantity, number: f64) -> Option<String> {
    let near = |decimal: Decimal| decimal.value().abs().total_cmp(&number.abs()).is_eq();
    let own = |decimal: Decimal| {
        let is_turned = decimal.value().is_sign_negative() != number.is_sign_negative();
        if is_turned { (-decimal).to_string() } else { decimal.to_string() }
    };
    match quantity.value() {
        Value::Number(value) => Some(own(value)),
        Value::Pair(low, high) => Some(if near(low) { own(low) } else { own(high) }),
        Value::Fraction(fraction) => {
            let (numerator, denominator) = fraction.parts();
            let percent = u64::from(numerator) * 100_000;
            percent.is_multiple_of(u64::from(denominator)).then(|| number.to_string())
        }
        Value::Order(..) => None,
    }
}
