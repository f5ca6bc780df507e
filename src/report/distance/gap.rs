//! How far the values that a figure allows are from those that an aim allows.

use crate::report::{End, HedgeClass, Interval, Quantity, Value};

/// What an aim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// A rise by so much: more of it reaches the aim as well.
    Rise,
    /// A fall by so much: a larger fall reaches the aim as well.
    Fall,
    /// A level that is not to be fallen short of.
    Floor,
    /// A level that is not to be exceeded.
    Ceiling,
    /// A level, a range, or a limit to a change, without a direction.
    Level,
}

impl Aim {
    /// What a target is, and the values that reach it, without the multiplier of its unit.
    pub(super) fn of(target: &Quantity) -> (Self, Interval) {
        use HedgeClass::{Above, AtLeast, AtMost, Below, UpTo};
        let allowed = in_ones(target, target.allowed());
        let aim = match (target.class(), target.value()) {
            (Some(AtLeast | Above), _) if !target.is_change() => Self::Floor,
            (Some(UpTo | AtMost | Below), _) if !target.is_change() => Self::Ceiling,
            // A limit to the size of a change says nothing of which side of it is aimed at.
            (Some(UpTo | AtMost | Below), _) => Self::Level,
            (_, Value::Number(v)) if target.is_change() && v.value() < 0.0 => Self::Fall,
            (_, Value::Number(v)) if target.is_change() && v.value() > 0.0 => Self::Rise,
            (_, Value::Pair(_, high)) if target.is_change() && high.value() <= 0.0 => Self::Fall,
            (_, Value::Pair(low, _)) if target.is_change() && low.value() >= 0.0 => Self::Rise,
            _ => Self::Level,
        };
        let reached = match aim {
            Self::Rise => Interval { high: End::Open, ..allowed },
            Self::Fall => Interval { low: End::Open, ..allowed },
            Self::Floor | Self::Ceiling | Self::Level => allowed,
        };
        (aim, reached)
    }
}

/// Where a figure lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Gap {
    /// All values that it allows reach the aim; by how much they pass it, if it has a direction.
    Reached(Option<Interval>),
    /// Below the aim by so much.
    Below(Interval),
    /// Above the aim by so much.
    Above(Interval),
    /// Some of the values that it allows reach the aim and some do not.
    Unknown,
}

impl Gap {
    /// Where the values of a figure lie beside those that reach an aim.
    pub(super) fn new(figure: Interval, aim: Interval) -> Self {
        if figure == aim {
            return Self::Reached(None);
        }
        let below = other_side(aim.low).map(|high| Interval { low: End::Open, high });
        let above = other_side(aim.high).map(|low| Interval { low, high: End::Open });
        let may_be = |part: Option<Interval>| part.is_some_and(|part| figure.surely_meets(part));
        let under = |limit: End| Interval {
            low: apart(figure.high, limit, -1.0),
            high: apart(figure.low, limit, -1.0),
        };
        let over = |limit: End| Interval {
            low: apart(figure.low, limit, 1.0),
            high: apart(figure.high, limit, 1.0),
        };
        match (may_be(below), figure.surely_meets(aim), may_be(above)) {
            (false, true, false) => Self::Reached(match (aim.low, aim.high) {
                (low, End::Open) => Some(over(low)),
                (End::Open, high) => Some(under(high)),
                _ => None,
            }),
            (true, false, false) => Self::Below(under(aim.low)),
            (false, false, true) => Self::Above(over(aim.high)),
            _ => Self::Unknown,
        }
    }

    /// Whether two figures lie on the same side.
    pub(super) fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// By how much the figure is off the aim or past it.
    pub(super) fn size(self) -> Option<Interval> {
        match self {
            Self::Reached(past) => past,
            Self::Below(by) | Self::Above(by) => Some(by),
            Self::Unknown => None,
        }
    }
}

/// Values of a quantity without the multiplier of its unit.
pub(super) fn in_ones(quantity: &Quantity, values: Interval) -> Interval {
    values.map(|value| quantity.unit().ones(value))
}

/// Where the values begin that an end leaves out.
fn other_side(end: End) -> Option<End> {
    match end {
        End::Open => None,
        End::Excluded(v) => Some(End::Closed(v)),
        End::Closed(v) | End::Vague(v) => Some(End::Excluded(v)),
    }
}

/// How far an end of a figure is from a limit of an aim, as vague as the vaguer of the two. That the
/// limit itself is not enough does not change the distance.
fn apart(figure: End, limit: End, sign: f64) -> End {
    let (Some(x), Some(y)) = (figure.value(), limit.value()) else { return End::Open };
    let distance = without_noise(sign * (x - y), x.abs().max(y.abs()));
    match limit {
        End::Vague(_) => End::Vague(distance),
        _ => figure.map(|_| distance),
    }
}

/// A difference of two numbers without the digits that subtracting leaves behind.
fn without_noise(difference: f64, largest: f64) -> f64 {
    let digits = format!("{largest:e}");
    let exponent = digits.split_once('e').and_then(|(_, exponent)| exponent.parse().ok());
    let decimals = usize::try_from(12_i32.saturating_sub(exponent.unwrap_or(0))).unwrap_or(0);
    format!("{difference:.decimals$}").parse().unwrap_or(difference)
}
