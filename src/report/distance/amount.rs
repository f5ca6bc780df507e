//! Distances as numbers with their unit, as exact or as vague as the figures that they lie between.

use crate::report::{Decimal, End, Interval, Quantity, Unit, UnitKind, Value, number as digits};

/// A distance that is not nothing, and of which no more is known.
const A_LITTLE: &str = "a little";

/// A distance with its unit; `None` for one of nothing, or of which nothing is known.
pub(super) fn amount(size: Interval, figures: [&Quantity; 2]) -> Option<String> {
    let number = number(size, figures)?;
    Some(if number == A_LITTLE { number } else { with_unit(&number, figures[1].unit()) })
}

/// The same without its unit. It is in ones, and told in the unit of the second figure.
pub(super) fn number(size: Interval, figures: [&Quantity; 2]) -> Option<String> {
    let factor = figures[1].unit().factor();
    let has_fraction = figures.iter().any(|it| matches!(it.value(), Value::Fraction(_)));
    let plain =
        |value: f64| format!("{:.12e}", value / factor).parse::<f64>().unwrap_or(value / factor);
    // A fraction in percent has no last digit.
    let end = |end: End| match end.map(plain) {
        End::Closed(v) if has_fraction && (v * 100.0).fract().abs() > 0.0 => End::Vague(v.round()),
        end => end,
    };
    let n = |value: f64| digits(Decimal::from(value));
    let (low, high) = (end(size.low), end(size.high));
    match (low, high) {
        (End::Open, _) => None,
        (End::Closed(a), _) if a <= 0.0 => None,
        (End::Excluded(a), End::Vague(b)) if a <= 0.0 && b <= 0.0 => Some(A_LITTLE.to_owned()),
        (End::Excluded(a) | End::Vague(a), _) if a <= 0.0 => None,
        (End::Closed(a), End::Open) => Some(format!("at least {}", n(a))),
        (End::Excluded(a), End::Open) => Some(format!("more than {}", n(a))),
        (End::Vague(a), End::Open) => Some(format!("about {} or more", n(a))),
        (
            End::Closed(a) | End::Excluded(a) | End::Vague(a),
            End::Closed(b) | End::Excluded(b) | End::Vague(b),
        ) if a < b => {
            let about = if (Interval { low, high }).is_vague() { "about " } else { "" };
            Some(format!("{about}{} to {}", n(a), n(b)))
        }
        (End::Closed(a) | End::Excluded(a) | End::Vague(a), _) => {
            let hedge = match (low, high) {
                (End::Excluded(_), End::Vague(_)) => "just over ",
                (End::Vague(_), End::Excluded(_)) => "nearly ",
                _ if (Interval { low, high }).is_vague() => "about ",
                _ => "",
            };
            Some(format!("{hedge}{}", n(a)))
        }
    }
}

/// A distance with its unit: two shares are points apart.
fn with_unit(amount: &str, unit: &Unit) -> String {
    let s = if amount == "1" { "" } else { "s" };
    match unit.kind {
        UnitKind::Percent | UnitKind::Points => format!("{amount} point{s}"),
        UnitKind::Rank => format!("{amount} place{s}"),
        UnitKind::Year => format!("{amount} year{s}"),
        UnitKind::Currency(_) | UnitKind::Noun(_) => format!("{amount} {}", unit.long()),
    }
}
