use super::{Relation, in_ones};
use crate::report::{Decimal, End, Fraction, Interval, Quantity, UnitKind, Value};

/// One number without a hedge, in ones: its value, and how far that may be from the value before it
/// was rounded. The ends of a range and the numbers that a hedge limits are never rounded.
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

/// The least number that may be rounded at the zeros that it ends in: one of three digits. 20 people
/// are counted, 600 may be rounded.
const LEAST_ROUND: f64 = 100.0;
/// How far a number may be off that ends in zeros, as a share of it: as far as one with two other
/// digits.
const ZEROS: f64 = 0.05;
/// How much of a number, of a distance and of a place errors of calculation may make up.
const NOISE: (f64, f64) = (1e-15, 1e-9);

impl Exact {
    /// `None` if it is not one number, or if a hedge limits it. Beside another figure in whole
    /// numbers, a whole number of things is a count; beside decimals it is a measure.
    pub(super) fn of(quantity: &Quantity, beside: &Quantity) -> Option<Self> {
        if quantity.class().is_some() {
            return None;
        }
        let is_count = is_plain_noun(quantity) && is_whole(quantity) && is_whole(beside);
        match quantity.value() {
            Value::Number(v) if is_count && v.step().total_cmp(&1.0).is_eq() => {
                Some(Self::new(quantity, v.value(), 0.0, round_step(v)))
            }
            Value::Number(v) => Some(Self::new(quantity, v.value(), v.step(), round_step(v))),
            Value::Fraction(f) => Some(Self::new(quantity, f.percent(), fraction_step(f), None)),
            Value::Pair(..) | Value::Order(..) => None,
        }
    }

    /// A number of a quantity. Ranks and years are not rounded, and percentages only where their last
    /// digit says so.
    fn new(quantity: &Quantity, value: f64, step: f64, zeros: Option<f64>) -> Self {
        let unit = quantity.unit();
        let is_counted = matches!(unit.kind, UnitKind::Currency(_) | UnitKind::Noun(_));
        let is_rounded = !matches!(unit.kind, UnitKind::Rank | UnitKind::Year);
        let value = unit.ones(value);
        let rounding = |step: f64, most: f64| {
            let step = unit.ones(step);
            Rounding { step, slack: (step / 2.0).min(most) }
        };
        Self {
            value,
            written: rounding(if is_rounded { step } else { 0.0 }, f64::INFINITY),
            at_zeros: zeros.filter(|_| is_counted).map(|step| rounding(step, value.abs() * ZEROS)),
        }
    }

    /// The values that round to it.
    pub(super) fn unrounded(self) -> Interval {
        let slack = self.written.slack.max(self.at_zeros.map_or(0.0, |zeros| zeros.slack));
        if slack > 0.0 {
            let (low, high) = (self.value - slack, self.value + slack);
            Interval { low: End::Excluded(low), high: End::Excluded(high) }
        } else {
            Interval { low: End::Closed(self.value), high: End::Closed(self.value) }
        }
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

fn is_plain_noun(quantity: &Quantity) -> bool {
    matches!(quantity.unit().kind, UnitKind::Noun(_)) && quantity.unit().multiplier.is_none()
}

/// Whether its numbers are whole, in ones.
pub(in crate::report) fn is_whole(quantity: &Quantity) -> bool {
    let Interval { low, high } = in_ones(quantity);
    let is_whole = |number: f64| number.fract().abs() <= 0.0;
    [low, high].into_iter().filter_map(End::value).all(is_whole)
}

/// What one more in the last digit that is not a zero would add, of a number that may be rounded there.
fn round_step(number: Decimal) -> Option<f64> {
    number.round_step().filter(|_| number.value().abs() >= LEAST_ROUND)
}

/// What one more in the last place of a fraction would add, in percent: in 999/1000 a thousandth, in
/// 2/3 what it is in a percentage of two digits, and never more than one percent.
fn fraction_step(fraction: Fraction) -> f64 {
    let two_digits = Decimal::from(fraction.percent()).second_step();
    two_digits.min(100.0 / f64::from(fraction.parts().1)).min(1.0)
}

fn rounded((a, of_a): (f64, Rounding), (b, of_b): (f64, Rounding)) -> Relation {
    let (fine, coarse, by) = if of_a.step < of_b.step { (a, b, of_b) } else { (b, a, of_a) };
    let noise = NOISE.0 * a.abs().max(b.abs());
    let is_nearer = |reach: f64| (a - b).abs() < reach - noise - NOISE.1 * reach;
    // A fraction lies between two whole percents, and is rounded to one of them itself. A half is
    // rounded up, also where errors of calculation put it below.
    let on_step = |value: f64| (value.abs() / by.step + NOISE.1).round().copysign(value);
    let is_on_step = || (on_step(fine) - on_step(coarse)).abs() < 0.5;
    let is_within = (a - b).abs() <= by.slack + noise + NOISE.1 * by.slack;
    if by.step > 0.0 && is_within && is_on_step() {
        Relation::Rounded
    } else if is_nearer(of_a.slack.max(of_b.slack)) {
        Relation::IfRounded
    } else if is_nearer(of_a.slack + of_b.slack) {
        Relation::IfBothRounded
    } else {
        Relation::Apart
    }
}
