//! Whether two figures for the same thing agree.

mod bases;
mod calculated;
mod exact;
mod verdict;

use super::{Indicator, Interval, Observation, Quantity, Rival, Scale, UnitKind};
use bases::is_span_of;
use exact::Exact;

pub(super) use bases::{Bases, bases};
pub(super) use exact::is_whole;

pub use verdict::{Verdict, VerdictKind};

/// How a rival relates to the headline, worked out from the values that both allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// There is nothing to compare.
    Incomparable(Why),
    /// They allow the same values.
    Same,
    /// Two exact figures that are the same once the finer one is rounded like the coarser one.
    Rounded,
    /// The same, if the zeros that one of the two ends in come from rounding.
    RoundedAtZeros,
    /// The headline allows all values that the rival allows.
    Within,
    /// The rival allows all values that the headline allows, and more.
    Around,
    /// They have some values in common.
    Overlap,
    /// It depends on how far vague words reach.
    Open,
    /// It depends on whether an exact figure is a rounded one.
    IfRounded,
    /// It depends on whether two exact figures are rounded ones, both of them.
    IfBothRounded,
    /// They have values in common within the intervals of uncertainty that are stated around them, or
    /// within the margin of error of the poll behind the headline.
    WithinIntervals,
    /// They have no value in common.
    Apart,
}

/// Why two figures do not compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// One of them has no value.
    NoValue,
    /// They have different units, such as euros and enterprises.
    AnotherUnit,
    /// One is a level, the other a change.
    LevelAndChange,
    /// They are changes since different times.
    AnotherBase,
}

/// How the periods of two figures relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Times {
    /// Exactly the same period.
    Same,
    /// Neither the same nor certainly apart.
    Overlapping,
    /// One is over before the other begins.
    Apart,
    /// One of them is undated.
    Unknown,
}

impl Rival {
    /// How it relates to the headline of its indicator, regardless of what the two measure and
    /// when.
    pub fn relation(&self, indicator: &Indicator) -> Relation {
        let (here, there) = match comparable(&indicator.headline, &self.observation) {
            Ok(both) => both,
            Err(why) => return Relation::Incomparable(why),
        };
        let as_printed = relation(here, there);
        let is_off = matches!(
            as_printed,
            Relation::Apart | Relation::Open | Relation::IfRounded | Relation::IfBothRounded
        );
        let by_intervals = || self.by_intervals(indicator, here, there);
        is_off.then(by_intervals).flatten().unwrap_or(as_printed)
    }

    /// How the two relate by the intervals of uncertainty around them; `None` where these change
    /// nothing.
    fn by_intervals(
        &self,
        indicator: &Indicator,
        here: &Quantity,
        there: &Quantity,
    ) -> Option<Relation> {
        let own = around(&indicator.headline, here);
        // A margin is that of a poll, not of a forecast. Vague words count from its ends.
        let margin = || with_margin(indicator, here).filter(|_| self.are_observed(indicator));
        let (own, other) = (own.or_else(margin), around(&self.observation, there));
        if own.is_none() && other.is_none() {
            return None;
        }
        let (a, b) =
            (own.unwrap_or_else(|| in_ones(here)), other.unwrap_or_else(|| in_ones(there)));
        if a.surely_meets(b) {
            return Some(Relation::WithinIntervals);
        }
        let a = own.unwrap_or_else(|| unrounded(here, there));
        let b = other.unwrap_or_else(|| unrounded(there, here));
        a.surely_meets(b).then_some(Relation::IfRounded)
    }

    /// Whether both are about what is there, unlike forecasts, targets and scenarios.
    fn are_observed(&self, indicator: &Indicator) -> bool {
        indicator.headline.status.is_observed() && self.observation.status.is_observed()
    }

    /// Whether it can share an axis with the headline: they have units of the same kind, and both
    /// are levels or both are changes.
    pub fn shares_axis(&self, indicator: &Indicator) -> bool {
        comparable(&indicator.headline, &self.observation).is_ok()
    }

    /// The headline's scale in the unit of the rival, if they share an axis.
    pub fn scale(&self, indicator: &Indicator) -> Option<Scale> {
        let there = self.observation.quantity.as_ref()?;
        let scale = indicator.scale.filter(|_| self.shares_axis(indicator))?;
        scale.times(indicator.unit.factor() / there.unit().factor())
    }

    /// Whether it contradicts the headline of its indicator, and nothing that is stated explains
    /// that.
    ///
    /// Only observed figures of the same definition, kind of unit and time contradict one another.
    /// They do not where the file says how the definitions differ, where the periods are not the
    /// same or not known, or where the status of one leaves room.
    pub fn contradicts(&self, indicator: &Indicator) -> bool {
        self.verdict(indicator).kind() == VerdictKind::AtOdds
    }

    /// How the periods relate; of a change with a base that is its end.
    pub(super) fn times(&self, indicator: &Indicator) -> Times {
        let (here, there) = (&indicator.headline, &self.observation);
        match (&here.period, &there.period) {
            _ if is_span_of(here, there) || is_span_of(there, here) => Times::Same,
            (Some(here), Some(there)) if here.is_before(there) || there.is_before(here) => {
                Times::Apart
            }
            (Some(here), Some(there)) if here.is_same(there) && !here.is_vague() => Times::Same,
            (Some(_), Some(_)) => Times::Overlapping,
            _ => Times::Unknown,
        }
    }
}

impl Indicator {
    /// Whether a figure can stand on one axis with the headline, whether or not that has a value: in a
    /// unit of the same kind, as a level or as a change, and not measured from another time.
    pub fn shares_axis(&self, other: &Observation) -> bool {
        let is_alike = |quantity: &Quantity| {
            quantity.unit().kind.is_same(&self.unit.kind) && quantity.is_change() == self.change
        };
        other.quantity.as_ref().is_some_and(is_alike)
            && bases(&self.headline, other) != Bases::Apart
    }
}

pub(super) fn comparable<'o>(
    here: &'o Observation,
    there: &'o Observation,
) -> Result<(&'o Quantity, &'o Quantity), Why> {
    let bases = bases(here, there);
    let (Some(here), Some(there)) = (&here.quantity, &there.quantity) else {
        return Err(Why::NoValue);
    };
    if !here.unit().kind.is_same(&there.unit().kind) {
        return Err(Why::AnotherUnit);
    }
    if here.is_change() != there.is_change() {
        return Err(Why::LevelAndChange);
    }
    if bases == Bases::Apart {
        return Err(Why::AnotherBase);
    }
    Ok((here, there))
}

/// The interval of uncertainty that is stated around a figure, in ones.
fn around(observation: &Observation, quantity: &Quantity) -> Option<Interval> {
    let uncertainty = observation.uncertainty.as_deref()?;
    Some(uncertainty.interval().map(|value| quantity.unit().ones(value)))
}

/// The values that round to a quantity if it is exact, else those that it allows; in ones.
fn unrounded(quantity: &Quantity, beside: &Quantity) -> Interval {
    Exact::of(quantity, beside).map_or_else(|| in_ones(quantity), Exact::unrounded)
}

/// The values that may lie behind a figure, in ones: those of its interval of uncertainty, those that
/// round to it, or those that its hedge allows.
pub(super) fn behind(observation: &Observation, beside: &Quantity) -> Option<Interval> {
    let quantity = observation.quantity.as_ref()?;
    let around = around(observation, quantity);
    Some(around.unwrap_or_else(|| unrounded(quantity, beside)))
}

/// The values that a headline allows within the margin of error of its poll, in ones; `None` where
/// there is no margin, or none that is in its unit.
fn with_margin(indicator: &Indicator, here: &Quantity) -> Option<Interval> {
    let is_in_points = match here.unit().kind {
        UnitKind::Percent => !here.is_change(),
        ref kind => *kind == UnitKind::Points,
    };
    let margin = indicator.poll.as_ref()?.margin.filter(|_| is_in_points)?.value();
    let Interval { low, high } = in_ones(here);
    // The ends of a margin are allowed: errors of calculation must not put them outside.
    let reach = margin + 1e-9;
    Some(Interval { low: low.map(|value| value - reach), high: high.map(|value| value + reach) })
}

pub(super) fn relation(here: &Quantity, there: &Quantity) -> Relation {
    let (a, b) = (in_ones(here), in_ones(there));
    if a == b {
        return Relation::Same;
    }
    if let (Some(x), Some(y)) = (Exact::of(here, there), Exact::of(there, here)) {
        return x.beside(y);
    }
    if !a.meets(b) {
        let may_meet = unrounded(here, there).meets(unrounded(there, here));
        return if may_meet { Relation::IfRounded } else { Relation::Apart };
    }
    if a.is_vague() || b.is_vague() {
        return if a.surely_meets(b) { Relation::Overlap } else { Relation::Open };
    }
    match (a.holds(b), b.holds(a)) {
        (true, _) => Relation::Within,
        (_, true) => Relation::Around,
        _ => Relation::Overlap,
    }
}

/// The values that a quantity allows, without the multiplier of its unit: 8.2 billion is
/// 8,200 million.
fn in_ones(quantity: &Quantity) -> Interval {
    quantity.allowed().map(|value| quantity.unit().ones(value))
}

#[cfg(test)]
mod tests;
