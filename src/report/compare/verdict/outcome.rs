//! What is said of two figures if one of them was not observed: a forecast, a target or a scenario.

use super::Verdict;
use crate::report::compare::{Relation, Times, comparable, in_ones, relation};
use crate::report::{Indicator, Observation, Quantity, Status, StatusSet, UnitKind};

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
                Some(format!("came out as the headline's {here} says{more}{}", rival.by()))
            }
            (false, (Some(side), more)) => {
                let unless = self.unless_it_reaches(there, more);
                Some(format!("came out {side} the headline's {here}{}{unless}", rival.by()))
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

    /// The status of the one that is a forecast, if the other is its outcome. A scenario only says what
    /// would be, so it does not come out.
    fn foreseen(&self) -> Option<StatusSet> {
        if self.times != Times::Same || self.rival.differs.is_some() {
            return None;
        }
        let both = [self.indicator.headline.status, self.rival.observation.status];
        match both.map(|status| (status.is_observed(), status.is_forecast())) {
            [(_, true), (true, _)] => Some(both[0]),
            [(true, _), (_, true)] => Some(both[1]),
            _ => None,
        }
    }

    /// On which side of what was foreseen the other came out, and on what that depends.
    fn end(&self) -> Option<End> {
        let is_rival_foreseen = !self.rival.observation.status.is_observed();
        let sides =
            || self.sides().map(|(above, below)| if is_rival_foreseen { below } else { above });
        end(self.relation, is_rival_foreseen, sides)
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
        let of = match &self.rival.observation.scenario {
            Some(name) => format!(" in scenario “{name}”"),
            None if rival.has(Status::Scenario) => " in a scenario".to_owned(),
            None => String::new(),
        };
        format!("is {side} the headline's {here}{of}{}{neither}", self.although())
    }

    /// On which side of the headline the rival lies, and the headline of the rival.
    fn sides(&self) -> Option<(&'static str, &'static str)> {
        let here = self.indicator.headline.quantity.as_ref()?;
        sides(here, self.rival.observation.quantity.as_ref()?)
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

/// On which side of a forecast its outcome lies, `None` for as foreseen, and on what that depends.
type End = (Option<&'static str>, &'static str);

/// The end of a forecast, of which `side` is where the outcome lies; nothing where the two only
/// overlap. `is_second` if the forecast is the second of the two that the relation is of.
fn end(
    relation: Relation,
    is_second: bool,
    side: impl Fn() -> Option<&'static str>,
) -> Option<End> {
    let off = |more| Some((Some(side()?), more));
    match (relation, is_second) {
        (Relation::Same, _) | (Relation::Within, false) | (Relation::Around, true) => {
            Some((None, ""))
        }
        (Relation::Rounded, _) => Some((None, ", once rounded")),
        (Relation::RoundedAtZeros, _) => {
            Some((None, ", once rounded: a number that ends in zeros may be rounded"))
        }
        (Relation::Apart | Relation::Open, _) => off(""),
        (Relation::IfRounded, _) => off(", unless one of the two is rounded"),
        (Relation::IfBothRounded, _) => off(", unless both are rounded"),
        _ => None,
    }
}

impl Observation {
    /// How it came out as a forecast, beside an observed figure of the same thing, and on what that
    /// depends: `came out below it`, `, unless both are rounded`.
    fn came_out(&self, observed: &Self) -> Option<(String, &'static str)> {
        let (foreseen, found) = comparable(self, observed).ok()?;
        let is_same_base = match (&self.base, &observed.base) {
            (Some(own), Some(other)) => own.is_same(other),
            (own, other) => own.is_none() && other.is_none(),
        };
        let relation = relation(foreseen, found);
        let (side, more) = end(relation, false, || Some(sides(foreseen, found)?.0))?;
        let more = match (relation, foreseen.is_vague(), found.is_vague()) {
            (Relation::Open, true, true) => ", unless the two meet",
            (Relation::Open, true, false) => ", unless the forecast reaches as far",
            (Relation::Open, false, _) => ", unless the outcome reaches as far",
            _ => more,
        };
        let came_out = match side {
            Some(side) => format!("came out {side} it"),
            None => "came out as it says".to_owned(),
        };
        is_same_base.then_some((came_out, more))
    }

    /// Whether it is of exactly the time of another one, as far as both are sure of it.
    fn is_of(&self, other: &Self) -> bool {
        let sure = |it: &'_ Self| it.period.clone().filter(|period| !period.is_vague());
        matches!((sure(self), sure(other)), (Some(here), Some(there)) if here.is_same(&there))
    }
}

impl Indicator {
    /// What has come of a forecast, by an observed figure of exactly its period: the headline, a point
    /// of its history or another figure for the same thing. `None` for what is no forecast.
    pub fn outcome(&self, forecast: &Observation) -> Option<String> {
        if !forecast.status.is_forecast() {
            return None;
        }
        let mut observed = self.for_it().filter(|it| it.status.is_observed() && it.is_of(forecast));
        observed
            .find_map(|it| Some((it, forecast.came_out(it)?)))
            .map(|(observed, (came_out, more))| format!("{came_out}: {}{more}", observed.figure()))
    }

    /// What was foreseen of an observed figure, by a forecast for exactly its period, and how it came
    /// out.
    pub fn foreseen(&self, observed: &Observation) -> Option<String> {
        if !observed.status.is_observed() {
            return None;
        }
        let mut forecasts =
            self.for_it().filter(|it| it.status.is_forecast() && it.is_of(observed));
        forecasts.find_map(|it| Some((it, it.came_out(observed)?))).map(
            |(forecast, (came_out, more))| format!("{}; this {came_out}{more}", forecast.figure()),
        )
    }
}

impl StatusSet {
    /// Whether it is about what will be, which its source expects: no aim and no scenario.
    fn is_forecast(self) -> bool {
        self.has(Status::Forecast) && !self.has(Status::Target) && !self.has(Status::Scenario)
    }

    /// By what kind of figure something is told, if it is not a normal one: `, by an estimate`.
    pub(in crate::report) fn by(self) -> String {
        if self.is_normal() {
            String::new()
        } else if self == Status::Estimated.into() {
            ", by an estimate".to_owned()
        } else if self == Status::Provisional.into() {
            ", by a provisional figure".to_owned()
        } else if self == Status::Forecast.into() {
            ", by a forecast".to_owned()
        } else {
            format!(", by a figure that is {}", self.spoken())
        }
    }
}

/// On which side of one figure another lies, and the one of the other; nothing where one of them
/// reaches to both sides of the other.
fn sides(here: &Quantity, there: &Quantity) -> Option<(&'static str, &'static str)> {
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

/// Whether it is a change that is nowhere a rise.
fn is_fall(quantity: &Quantity) -> bool {
    quantity.is_change() && quantity.allowed().high.value().is_some_and(|high| high <= 0.0)
}
