use super::Relation;
use crate::report::{Decimal, End, Fraction, HedgeClass, Interval, Quantity, UnitKind, Value};

/// A figure without a hedge, in ones: its value, and how far that may be from the value before it
/// was rounded.
#[derive(Clone, Copy)]
pub(super) struct Exact {
    value: f64,
    /// As far as its last written digit says.
    written: Rounding,
    /// If the zeros that it ends in come from rounding.
    at_zeros: Option<Rounding>,
}

#[derive(Clone, Copy)]
struct Rounding {
    /// What one more in its last digit would add.
    step: f64,
    /// How far off the value may be.
    slack: f64,
}

/// How far a round number of billions may be off, as a share of it.
const MULTIPLIED: f64 = 0.1;
/// How far a number may be off that ends in zeros, as a share of it: as far as one with two other
/// digits.
const ZEROS: f64 = 0.05;
/// How much of a number and of a distance errors of calculation may make up.
const NOISE: (f64, f64) = (1e-15, 1e-9);

impl Exact {
    /// `None` if it is not one number, or if a hedge limits it.
    pub(super) fn of(quantity: &Quantity) -> Option<Self> {
        let is_one = matches!(quantity.value(), Value::Number(_) | Value::Fraction(_));
        let (exact, _) = Self::ends(quantity).filter(|_| is_one && quantity.class().is_none())?;
        Some(exact)
    }

    /// The values that round to a figure without a hedge: to a number, or to the two that it lies
    /// between.
    pub(super) fn unrounded(quantity: &Quantity) -> Option<Interval> {
        if !matches!(quantity.class(), None | Some(HedgeClass::Between)) {
            return None;
        }
        let (low, high) = Self::ends(quantity)?;
        let low = End::Excluded(low.value - low.slack());
        Some(Interval { low, high: End::Excluded(high.value + high.slack()) })
    }

    /// The lower and the upper of its numbers, which of one number are the same.
    fn ends(quantity: &Quantity) -> Option<(Self, Self)> {
        let number = |n: Decimal| Self::new(quantity, n.value(), n.step(), n.round_step());
        match quantity.value() {
            Value::Number(v) => Some((number(v), number(v))),
            Value::Pair(a, b) => Some((number(a), number(b))),
            Value::Fraction(f) => {
                let exact = Self::new(quantity, f.percent(), fraction_step(f), None);
                Some((exact, exact))
            }
            Value::Order(..) => None,
        }
    }

    /// A number of a quantity. Ranks, years and zero are not rounded, and percentages only where
    /// their last digit says so.
    fn new(quantity: &Quantity, value: f64, step: f64, zeros: Option<f64>) -> Self {
        let unit = quantity.unit();
        let is_counted = matches!(unit.kind, UnitKind::Currency(_) | UnitKind::Noun(_));
        let is_rounded = !matches!(unit.kind, UnitKind::Rank | UnitKind::Year) && value != 0.0;
        let value = unit.ones(value);
        let rounding = |step: f64, most: f64| {
            let step = unit.ones(step);
            Rounding { step, slack: (step / 2.0).min(value.abs() * most) }
        };
        let most = if unit.multiplier.is_some() { MULTIPLIED } else { f64::INFINITY };
        let not_at_all = Rounding { step: 0.0, slack: 0.0 };
        Self {
            value,
            written: if is_rounded { rounding(step, most) } else { not_at_all },
            at_zeros: zeros.filter(|_| is_counted).map(|step| rounding(step, ZEROS)),
        }
    }

    /// How far the value may be off at most.
    fn slack(self) -> f64 {
        self.written.slack.max(self.at_zeros.map_or(0.0, |zeros| zeros.slack))
    }

    /// How two exact figures relate that are not the same.
    pub(super) fn beside(self, other: Self) -> Relation {
        let as_written = rounded((self.value, self.written), (other.value, other.written));
        if as_written != Relation::Apart {
            return as_written;
        }
        let zeros = |exact: Self| (exact.value, exact.at_zeros.unwrap_or(exact.written));
        match rounded(zeros(self), zeros(other)) {
            Relation::Rounded => Relation::RoundedAtZeros,
            relation => relation,
        }
    }
}

/// What one more in the last place of a fraction would add, in percent: in 999/1000 a thousandth, in
/// 2/3 what it is in a percentage of two digits, and never more than one percent.
fn fraction_step(fraction: Fraction) -> f64 {
    let two_digits = Decimal::from(fraction.percent()).second_step();
    two_digits.min(100.0 / f64::from(fraction.parts().1)).min(1.0)
}

fn rounded((a, of_a): (f64, Rounding), (b, of_b): (f64, Rounding)) -> Relation {
    let is_finer = of_a.step < of_b.step;
    let (fine, coarse) = if is_finer { (a, b) } else { (b, a) };
    let step = of_a.step.max(of_b.step);
    let slack = of_a.slack + of_b.slack;
    let noise = NOISE.0 * a.abs().max(b.abs()) + NOISE.1 * slack;
    // A fraction lies between two whole percents, and is rounded to one of them itself.
    let on_step = |value: f64| (value / step).round();
    match (a - b).abs() < slack - noise {
        false => Relation::Apart,
        true if on_step(fine).total_cmp(&on_step(coarse)).is_eq() => Relation::Rounded,
        true => Relation::IfRounded,
    }
}
