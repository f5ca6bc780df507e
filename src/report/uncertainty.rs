use super::{Decimal, End, Interval, Text, number};

/// The interval of uncertainty that a source states around a value, such as a confidence interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// Its lower end, in the unit of the figure.
    pub low: Decimal,
    /// Its upper end.
    pub high: Decimal,
    /// What kind of interval it is, in the source's words: `95 % CI`.
    pub kind: Option<Text>,
}

impl Uncertainty {
    /// Its values.
    pub fn interval(&self) -> Interval {
        Interval { low: End::Closed(self.low.value()), high: End::Closed(self.high.value()) }
    }

    /// Its two ends: `238–294`, `−39 to −33`.
    pub fn ends(&self) -> String {
        let and = if self.low.value() < 0.0 { " to " } else { "–" };
        format!("{}{and}{}", number(self.low), number(self.high))
    }

    /// Its two ends with its kind: `95 % CI 238 to 294`.
    pub fn words(&self) -> String {
        let kind = self.kind.as_deref().unwrap_or("interval");
        format!("{kind} {} to {}", number(self.low), number(self.high))
    }
}
