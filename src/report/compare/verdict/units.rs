//! What is said of figures that do not compare.

use super::Verdict;
use crate::report::compare::Why;
use crate::report::{Observation, Period, Quantity, Unit};

impl Verdict<'_> {
    /// Why the two do not compare. What is counted is named where it may be one thing in two words,
    /// and the file does not say how the two differ.
    pub(super) fn incomparable(&self, why: Why) -> String {
        let unit = |quantity: &'_ Option<Quantity>| quantity.as_ref().map(|it| it.unit().clone());
        let here = unit(&self.indicator.headline.quantity);
        let there = unit(&self.rival.observation.quantity);
        match (why, here, there, &self.rival.differs) {
            (Why::AnotherUnit, Some(here), Some(there), None) if here.kind.may_be(&there.kind) => {
                let name = |unit: Unit| Unit { multiplier: None, ..unit }.long();
                let (here, there) = (name(here), name(there));
                format!("does not compare, unless “{there}” and “{here}” are one unit")
            }
            (Why::AnotherBase, ..) => self.other_base().unwrap_or_else(|| why.words().to_owned()),
            _ => why.words().to_owned(),
        }
    }

    fn other_base(&self) -> Option<String> {
        let words = |of: &Observation| of.base.as_deref().map(Period::words);
        let (here, there) = (&self.indicator.headline, &self.rival.observation);
        let (here, there) = (words(here)?, words(there)?);
        Some(format!("does not compare: it is measured from {there}, the headline from {here}"))
    }
}
