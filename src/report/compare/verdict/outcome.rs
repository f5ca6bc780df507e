//! What is said of two figures if one of them was not observed: a forecast, a target or a scenario.

use super::Verdict;
use crate::report::compare::{Relation, Times, in_ones};
use crate::report::{Quantity, Status, StatusSet, UnitKind};

impl Verdict<'_> {
    /// Whether both are about what is there, unlike forecasts, targets and scenarios.
    pub(super) fn are_observed(&self) -> bool {
        self.rival.are_observed(self.indicator)
    }

    /// How a figure came out that was foreseen, with its words in the place of `here`: only what was
    /// observed of the same thing and of the same time has come out.
    pub(super) fn outcome(&self, here: &str, there: &str) -> Option<String> {
        let foreseen = self.foreseen()?;
        let rival = self.rival.observation.status;
        match (foreseen == rival, self.end()?) {
            (false, (None, more)) => {
                Some(format!("came out as the headline's {here} says{more}{}", by(rival)))
            }
            (false, (Some(side), more)) => {
                let unless = self.unless_it_reaches(there, more);
                Some(format!("came out {side} the headline's {here}{}{unless}", by(rival)))
            }
            (true, (None, more)) => Some(format!(
                "is {}: the headline's {here} came out as it says{more}",
                rival.spoken()
            )),
            (true, (Some(side), more)) => {
                let unless = self.unless_it_reaches(there, more);
                Some(format!(
                    "is {}: the headline's {here} came out {side} it{unless}",
                    rival.spoken()
                ))
            }
        }
    }

    /// How it came out in a few words, if that depends on nothing: `it came out above the forecast`.
    pub(super) fn outcome_in_short(&self) -> Option<String> {
        let foreseen = self.foreseen().filter(|_| self.relation == Relation::Apart)?;
        let (side, _) = self.end()?;
        let subject = if foreseen == self.rival.observation.status { "the headline" } else { "it" };
        let name = foreseen.foreseen()?.word();
        Some(format!("{subject} came out {} the {name}", side?))
    }

    /// The status of the one that was not observed, if the other is its outcome.
    fn foreseen(&self) -> Option<StatusSet> {
        if self.times != Times::Same || self.rival.differs.is_some() {
            return None;
        }
        let both = [self.indicator.headline.status, self.rival.observation.status];
        match both.map(StatusSet::is_observed) {
            [false, true] => Some(both[0]),
            [true, false] => Some(both[1]),
            _ => None,
        }
    }

    /// On which side of what was foreseen the other came out, `None` for as foreseen, and on what that
    /// depends; nothing where the two only overlap.
    fn end(&self) -> Option<(Option<&'static str>, &'static str)> {
        let is_rival_foreseen = !self.rival.observation.status.is_observed();
        let side = || {
            let (above, below) = self.sides()?;
            Some(Some(if is_rival_foreseen { below } else { above }))
        };
        match (self.relation, is_rival_foreseen) {
            (Relation::Same, _) | (Relation::Within, false) | (Relation::Around, true) => {
                Some((None, ""))
            }
            (Relation::Rounded, _) => Some((None, ", once rounded")),
            (Relation::RoundedAtZeros, _) => {
                Some((None, ", once rounded: a number that ends in zeros may be rounded"))
            }
            (Relation::Apart | Relation::Open, _) => Some((side()?, "")),
            (Relation::IfRounded, _) => Some((side()?, ", unless one of the two is rounded")),
            (Relation::IfBothRounded, _) => Some((side()?, ", unless both are rounded")),
            _ => None,
        }
    }

    /// What vague words leave open of an outcome; without them what rounding does.
    fn unless_it_reaches(&self, there: &str, more: &str) -> String {
        match (self.relation, self.are_vague()) {
            (Relation::Open, (true, true)) => ", unless the two meet".to_owned(),
            (Relation::Open, (true, false)) => format!(", unless {there} reaches as far"),
            (Relation::Open, _) => ", unless the headline reaches as far".to_owned(),
            _ => more.to_owned(),
        }
    }

    /// How two figures lie that have no value in common, if none is the outcome of the other.
    pub(super) fn unobserved(&self, here: &str) -> String {
        let (headline, rival) = (self.indicator.headline.status, self.rival.observation.status);
        let are_both = !headline.is_observed() && !rival.is_observed();
        let neither = if are_both { "; neither is an outcome" } else { "" };
        let (side, _) = self.sides().unwrap_or(("beside", "beside"));
        format!("is {side} the headline's {here}{}{neither}", self.although())
    }

    /// On which side of the headline the rival lies, and the headline of the rival; nothing where
    /// one of them reaches to both sides of the other.
    fn sides(&self) -> Option<(&'static str, &'static str)> {
        let here = self.indicator.headline.quantity.as_ref()?;
        let there = self.rival.observation.quantity.as_ref()?;
        let (above, below) = match here.unit().kind {
            UnitKind::Rank => ("at a lower rank than", "at a higher rank than"),
            UnitKind::Year => ("later than", "earlier than"),
            _ if [here, there].into_iter().all(is_fall) => ("smaller than", "larger than"),
            _ => ("above", "below"),
        };
        let (own, other) = (in_ones(here), in_ones(there));
        if own.is_below(other) {
            return Some((above, below));
        }
        other.is_below(own).then_some((below, above))
    }

    /// What keeps a figure from being the outcome of the other.
    fn although(&self) -> String {
        let text = match (&self.rival.differs, self.times) {
            (Some(_), _) => ", but measures another thing",
            (None, Times::Apart) => ", at another time",
            (None, Times::Overlapping) => ", for a period that is not the same",
            (None, Times::Unknown) => {
                return format!("; whether for the same time is not known, as {}", self.undated());
            }
            (None, Times::Same) => "",
        };
        text.to_owned()
    }
}

/// By what kind of figure it came out so, if it is not a normal one.
fn by(status: StatusSet) -> String {
    if status.is_normal() {
        String::new()
    } else if status == Status::Estimated.into() {
        ", by an estimate".to_owned()
    } else if status == Status::Provisional.into() {
        ", by a provisional figure".to_owned()
    } else {
        format!(", by a figure that is {}", status.spoken())
    }
}

/// Whether it is a change that is nowhere a rise.
fn is_fall(quantity: &Quantity) -> bool {
    quantity.is_change() && quantity.allowed().high.value().is_some_and(|high| high <= 0.0)
}
