//! What is said of two figures if one of them was not observed: a forecast, a target or a scenario.

use super::Verdict;
use crate::report::compare::{Relation, Times, in_ones};
use crate::report::{Quantity, UnitKind};

impl Verdict<'_> {
    /// Whether both are about what is there, unlike forecasts, targets and scenarios.
    pub(super) fn are_observed(&self) -> bool {
        self.indicator.headline.status.is_observed() && self.rival.observation.status.is_observed()
    }

    /// How a figure came out that was foreseen: only what was observed of the same thing and of the
    /// same time has come out.
    pub(super) fn outcome(&self, here: &str) -> Option<String> {
        if self.times != Times::Same || self.rival.differs.is_some() {
            return None;
        }
        let (headline, rival) = (self.indicator.headline.status, self.rival.observation.status);
        let (above, below) = self.sides();
        let is_foreseen =
            |end: String| format!("is {}: the headline's {here} came out {end}", rival.spoken());
        match (headline.is_observed(), rival.is_observed(), self.relation) {
            (false, true, Relation::Apart) => {
                Some(format!("came out {above} the headline's {here}"))
            }
            (false, true, Relation::Same | Relation::Within) => {
                Some(format!("came out as the headline's {here} says"))
            }
            (true, false, Relation::Apart) => Some(is_foreseen(format!("{below} it"))),
            (true, false, Relation::Same | Relation::Around) => {
                Some(is_foreseen("as it says".to_owned()))
            }
            _ => None,
        }
    }

    /// How two figures lie that have no value in common, if none is the outcome of the other.
    pub(super) fn unobserved(&self, here: &str) -> String {
        let (headline, rival) = (self.indicator.headline.status, self.rival.observation.status);
        let are_both = !headline.is_observed() && !rival.is_observed();
        let neither = if are_both { "; neither is an outcome" } else { "" };
        format!("is {} the headline's {here}{}{neither}", self.sides().0, self.although())
    }

    /// On which side of the headline the rival lies, and the headline of the rival.
    fn sides(&self) -> (&'static str, &'static str) {
        let (Some(here), Some(there)) =
            (&self.indicator.headline.quantity, &self.rival.observation.quantity)
        else {
            return ("beside", "beside");
        };
        let (above, below) = match here.unit().kind {
            UnitKind::Rank => ("at a lower rank than", "at a higher rank than"),
            UnitKind::Year => ("later than", "earlier than"),
            _ if [here, there].into_iter().all(is_fall) => ("smaller than", "larger than"),
            _ => ("above", "below"),
        };
        let is_above = in_ones(here).is_below(in_ones(there));
        if is_above { (above, below) } else { (below, above) }
    }

    /// What keeps a figure from being the outcome of the other.
    fn although(&self) -> &'static str {
        match (&self.rival.differs, self.times) {
            (Some(_), _) => ", but measures another thing",
            (None, Times::Apart) => ", at another time",
            (None, Times::Overlapping) => ", for a period that is not the same",
            (None, Times::Unknown) if self.indicator.headline.period.is_none() => {
                "; whether for the same time is not known, as the headline has no date"
            }
            (None, Times::Unknown) => {
                "; whether for the same time is not known, as this one has no date"
            }
            (None, Times::Same) => "",
        }
    }
}

/// Whether it is a change that is nowhere a rise.
fn is_fall(quantity: &Quantity) -> bool {
    quantity.is_change() && quantity.allowed().high.value().is_some_and(|high| high <= 0.0)
}
