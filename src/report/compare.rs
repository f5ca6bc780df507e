//! Whether two figures for the same thing agree.

mod verdict;

use super::{End, Indicator, Interval, Observation, Quantity, Rival, Scale, UnitKind, Value};

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
        match comparable(&indicator.headline, &self.observation) {
            Ok((here, there)) => relation(here, there),
            Err(why) => Relation::Incomparable(why),
        }
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

    /// Whether it contradicts the headline of its indicator, as far as is known.
    ///
    /// Only figures of the same definition, kind of unit and time contradict one another. They do
    /// not where the file says how the definitions differ, or where the periods are not the same.
    /// Where one of them is undated, they do until the date is known.
    pub fn contradicts(&self, indicator: &Indicator) -> bool {
        let kind = self.verdict(indicator).kind();
        matches!(kind, VerdictKind::AtOdds | VerdictKind::AtOddsAtOneTime)
    }

    pub(super) fn times(&self, indicator: &Indicator) -> Times {
        match (&indicator.headline.period, &self.observation.period) {
            (Some(here), Some(there)) if here.is_before(there) || there.is_before(here) => {
                Times::Apart
            }
            (Some(here), Some(there)) if here == there && !here.is_vague() => Times::Same,
            (Some(_), Some(_)) => Times::Overlapping,
            _ => Times::Unknown,
        }
    }
}

fn comparable<'o>(
    here: &'o Observation,
    there: &'o Observation,
) -> Result<(&'o Quantity, &'o Quantity), Why> {
    let (Some(here), Some(there)) = (&here.quantity, &there.quantity) else {
        return Err(Why::NoValue);
    };
    if here.unit().kind != there.unit().kind {
        return Err(Why::AnotherUnit);
    }
    if here.is_change() != there.is_change() {
        return Err(Why::LevelAndChange);
    }
    Ok((here, there))
}

fn relation(here: &Quantity, there: &Quantity) -> Relation {
    let (a, b) = (in_ones(here), in_ones(there));
    if a == b {
        return Relation::Same;
    }
    let (own, other) = (Exact::of(here), Exact::of(there));
    if let (Some(x), Some(y)) = (own, other) {
        return x.beside(y);
    }
    if !a.meets(b) {
        let rounded = |exact: Option<Exact>, as_is| exact.map_or(as_is, Exact::unrounded);
        let may_meet = rounded(own, a).meets(rounded(other, b));
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

/// A figure without a hedge, in ones: its value, and the worth of its last digit.
#[derive(Clone, Copy)]
struct Exact {
    value: f64,
    step: f64,
    is_multiplied: bool,
}

/// How far a round number of billions may be off, as a share of it.
const MULTIPLIED_ROUNDING: f64 = 0.1;

impl Exact {
    /// A fraction counts as whole percents: "two-thirds" can stand for 67 %. Ranks, years and zero
    /// are not rounded.
    fn of(quantity: &Quantity) -> Option<Self> {
        let unit = quantity.unit();
        let (value, step) = match quantity.value() {
            _ if quantity.class().is_some() => return None,
            Value::Number(v) => (v.value(), v.step()),
            Value::Fraction(f) => (f.percent(), 1.0),
            Value::Pair(..) | Value::Order(..) => return None,
        };
        let is_rounded = !matches!(unit.kind, UnitKind::Rank | UnitKind::Year) && value != 0.0;
        Some(Self {
            value: unit.ones(value),
            step: if is_rounded { unit.ones(step) } else { 0.0 },
            is_multiplied: unit.multiplier.is_some(),
        })
    }

    /// How far the value may be from the one before rounding.
    fn slack(self) -> f64 {
        let half = self.step / 2.0;
        if self.is_multiplied { half.min(self.value.abs() * MULTIPLIED_ROUNDING) } else { half }
    }

    /// The values that round to this one.
    fn unrounded(self) -> Interval {
        let end = |value| End::Excluded(value);
        Interval { low: end(self.value - self.slack()), high: end(self.value + self.slack()) }
    }

    fn beside(self, other: Self) -> Relation {
        let (fine, coarse) = if self.step < other.step { (self, other) } else { (other, self) };
        let near = (fine.value - coarse.value).abs() < fine.slack() + coarse.slack();
        // A fraction lies between two whole percents, and is rounded to one of them itself.
        let on_step = |value: f64| (value / coarse.step).round();
        match near {
            false => Relation::Apart,
            true if on_step(fine.value).total_cmp(&on_step(coarse.value)).is_eq() => {
                Relation::Rounded
            }
            true => Relation::IfRounded,
        }
    }
}

#[cfg(test)]
mod tests;
