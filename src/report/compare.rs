//! Whether two figures for the same thing agree.

mod exact;
mod verdict;

use super::{Indicator, Interval, Observation, Quantity, Rival, Scale, UnitKind};
use exact::Exact;

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
    /// They have values in common within the margin of error of the poll behind the headline.
    WithinMargin,
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
        // A margin is that of a poll, not of a forecast. Vague words count from its ends.
        let margin =
            with_margin(indicator, here).filter(|_| is_off && self.are_observed(indicator));
        if margin.is_some_and(|margin| margin.surely_meets(in_ones(there))) {
            return Relation::WithinMargin;
        }
        as_printed
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

    pub(super) fn times(&self, indicator: &Indicator) -> Times {
        match (&indicator.headline.period, &self.observation.period) {
            (Some(here), Some(there)) if here.is_before(there) || there.is_before(here) => {
                Times::Apart
            }
            (Some(here), Some(there)) if here.is_same(there) && !here.is_vague() => Times::Same,
            (Some(_), Some(_)) => Times::Overlapping,
            _ => Times::Unknown,
        }
    }
}

pub(super) fn comparable<'o>(
    here: &'o Observation,
    there: &'o Observation,
) -> Result<(&'o Quantity, &'o Quantity), Why> {
    let (Some(here), Some(there)) = (&here.quantity, &there.quantity) else {
        return Err(Why::NoValue);
    };
    if !here.unit().kind.is_same(&there.unit().kind) {
        return Err(Why::AnotherUnit);
    }
    if here.is_change() != there.is_change() {
        return Err(Why::LevelAndChange);
    }
    Ok((here, there))
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
    let (own, other) = (Exact::of(here, there), Exact::of(there, here));
    if let (Some(x), Some(y)) = (own, other) {
        return x.beside(y);
    }
    if !a.meets(b) {
        let unrounded = |exact: Option<Exact>, it| exact.map_or(it, Exact::unrounded);
        let may_meet = unrounded(own, a).meets(unrounded(other, b));
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
