//! What is said of two figures that have values in common within intervals of uncertainty.

use super::Verdict;
use crate::report::compare::around;
use crate::report::{Interval, Observation, number};

impl Verdict<'_> {
    /// By which interval both can be true; `here` is the headline in words.
    pub(super) fn within_intervals(&self, here: &str) -> String {
        let (headline, rival) = (&self.indicator.headline, &self.rival.observation);
        let ends = |of: &Observation| Some(of.uncertainty.as_ref()?.ends(of.quantity.as_ref()?));
        match (&headline.uncertainty, &rival.uncertainty, ends(headline), ends(rival)) {
            (Some(_), Some(_), Some(a), Some(b)) if self.is_each_within() => {
                format!("can hold: each lies within the interval of the other ({a} and {b})")
            }
            (Some(_), Some(_), Some(a), Some(b)) => {
                format!("can hold: the intervals overlap ({a} and {b})")
            }
            (Some(own), ..) => {
                format!("can hold beside the headline's {here} within its {}", own.name())
            }
            (None, Some(other), _, Some(ends)) => {
                format!("can hold: its {}, {ends}, allows the headline's {here}", other.name())
            }
            _ => format!(
                "can hold beside the headline's {here} within the margin of error of its poll{}",
                self.margin()
            ),
        }
    }

    /// Whether the value of each lies within the interval of the other.
    fn is_each_within(&self) -> bool {
        let (headline, rival) = (&self.indicator.headline, &self.rival.observation);
        let is_within = |a: &Observation, b: &Observation| {
            let (Some(of_a), Some(of_b)) = (&a.quantity, &b.quantity) else { return false };
            let value = of_a.interval().map(|value| of_a.unit().ones(value));
            around(b, of_b).is_some_and(|around: Interval| around.holds(value))
        };
        is_within(headline, rival) && is_within(rival, headline)
    }

    fn margin(&self) -> String {
        let margin = self.indicator.poll.as_ref().and_then(|poll| poll.margin);
        margin.map_or_else(String::new, |margin| format!(", ± {} pp", number(margin)))
    }
}
