//! What a printed wording says otherwise than the file.

mod matching;
mod unit;

use std::ops::Range;

use super::harmless::says_nothing_else;
use super::language;
use super::numeral::{Direction, Limit, Link, Numeral};
use super::numerals::Numerals;
use crate::report::{HedgeClass, HedgeWord, Observation, Quantity, Status, UnitKind, Value};

/// What is known around a figure.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around<'a> {
    /// What the figure is called and counts: its label, `of` and the like. `None` where that is not
    /// known.
    pub(crate) names: Option<&'a str>,
    /// The margin of error of its poll, in percentage points.
    pub(crate) margin: Option<f64>,
}

/// A difference between a wording and the figure that was made of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Difference {
    /// None of the numbers is the value.
    OtherNumber,
    /// The two numbers of the value are two figures: "170 injured and 1 killed".
    TwoFigures,
    /// The number is that of the value, with another unit.
    OtherUnit,
    /// The number is that of the value, with the other sign.
    OtherSign(Direction),
    /// There is no number, but this order of magnitude.
    Order(&'static HedgeWord),
    /// The number is one end of this range.
    Range(f64, f64),
    /// An interval stands around the number, in the unit of the figure, and the file has none or another
    /// one.
    Interval(f64, f64),
    /// The number is limited, and the value is not, or in another way. Where the limit stands in the
    /// wording, in bytes, and its class.
    Limit(HedgeClass, Range<usize>),
    /// The value is limited, and the number is not.
    Unlimited,
    /// The language is not known, so nothing was compared.
    Unchecked,
}

/// The first difference between the wording of a figure and the figure.
pub(crate) fn difference(
    wording: &str,
    figure: &Observation,
    around: Around<'_>,
) -> Option<Difference> {
    let quantity = figure.quantity.as_ref()?;
    let text = Numerals::of(wording);
    if language::is_unknown(&text.tokens) {
        return Some(Difference::Unchecked);
    }
    if let Value::Order(..) = quantity.value() {
        let (order, _) = text.orders.first()?;
        let is_other = quantity.hedge().is_some_and(|own| own.order != order.order);
        return is_other.then_some(Difference::Order(order));
    }
    let compared = Compared { figure, quantity, around, text: &text };
    let all = compared.matching();
    if all.is_empty() {
        let is_number = text.numbers.iter().any(|n| !n.number.is_soft || compared.is_own_kind(n));
        let order = text.orders.first().filter(|_| !is_number);
        return match order {
            Some((order, _)) => Some(Difference::Order(order)),
            None => is_number.then_some(Difference::OtherNumber),
        };
    }
    // The value may stand there twice; what one of them says is enough.
    let found: Vec<_> = all.iter().map(|at| compared.difference_at(*at)).collect();
    if found.iter().any(Option::is_none) { None } else { found.into_iter().flatten().next() }
}

/// Whether the unit that is printed with a number of a text may be that of a figure.
pub(crate) fn has_unit_of(text: &Numerals<'_>, numeral: &Numeral, figure: &Observation) -> bool {
    figure.quantity.as_ref().is_some_and(|quantity| {
        Compared { figure, quantity, around: Around::default(), text }.unit_agrees(numeral)
    })
}

struct Compared<'a, 't> {
    figure: &'a Observation,
    quantity: &'a Quantity,
    around: Around<'a>,
    text: &'a Numerals<'t>,
}

/// A number of the wording that is the value, and whether it is the pair of the value.
#[derive(Clone, Copy)]
struct Match<'a> {
    numeral: &'a Numeral,
    is_pair: bool,
}

impl Compared<'_, '_> {
    fn difference_at(&self, at: Match<'_>) -> Option<Difference> {
        let numeral = at.numeral;
        if at.is_pair && self.is_one_of_two(numeral) {
            return Some(Difference::TwoFigures);
        }
        if !self.unit_agrees(numeral) {
            return Some(Difference::OtherUnit);
        }
        if let Some(direction) = self.other_sign(numeral) {
            return Some(Difference::OtherSign(direction));
        }
        if !at.is_pair
            && let Some(lost) = self.lost_pair(numeral)
        {
            return Some(lost);
        }
        self.limit(numeral, at.is_pair)
    }

    /// The range or the interval of which the value is only one number.
    fn lost_pair(&self, numeral: &Numeral) -> Option<Difference> {
        if let Some((Link::Range, other)) = numeral.link {
            let other = self.text.numbers.get(other)?.number.value();
            let own = numeral.number.value();
            return Some(Difference::Range(own.min(other), own.max(other)));
        }
        let (low, high) = self.in_own_unit(numeral, numeral.interval?);
        let stated = self.figure.uncertainty.as_deref().filter(|own| !own.is_of_poll);
        if let Some(own) = stated {
            let is_it = near(own.low.value(), low) && near(own.high.value(), high);
            return (!is_it).then_some(Difference::Interval(low, high));
        }
        let is_vague = self.quantity.class() == Some(HedgeClass::About);
        let is_estimate = self.figure.status.has(Status::Estimated);
        let is_margin = self.around.margin.is_some_and(|margin| near(margin, (high - low) / 2.0));
        (!is_vague && !is_estimate && !is_margin).then_some(Difference::Interval(low, high))
    }

    /// An interval around a number of the wording that is the value, in the unit and with the sign of the
    /// value: a fall of 36 (33–39) is −39 to −33.
    fn in_own_unit(&self, numeral: &Numeral, (low, high): (f64, f64)) -> (f64, f64) {
        let mut readings = numeral.number.readings().map(|reading| reading.value);
        let value = readings.find(|value| (low..=high).contains(value)).unwrap_or_default();
        let is_share = matches!(self.quantity.value(), Value::Fraction(_));
        if value == 0.0 || is_share {
            return (low, high);
        }
        let [a, b] = [low, high].map(|end| end * (self.quantity.stated() / value));
        (a.min(b), a.max(b))
    }

    fn limit(&self, numeral: &Numeral, is_pair: bool) -> Option<Difference> {
        let printed = numeral.limits.iter().filter(|limit| {
            let is_between = is_pair && limit.class == HedgeClass::Between;
            !is_between && !self.is_said_by_status(limit)
        });
        let printed: Vec<_> = printed.collect();
        // "At least 12 and as many as 20": the two limits are the two ends.
        if is_pair && numeral.link.is_none() && numeral.interval.is_none() {
            return None;
        }
        match (self.quantity.class(), printed.as_slice()) {
            (None, []) => None,
            (Some(HedgeClass::Between), _)
                if numeral.limits.iter().any(|limit| limit.class == HedgeClass::Between) =>
            {
                None
            }
            (Some(given), all) if all.iter().any(|limit| same(given, limit.class)) => None,
            (_, [first, ..]) => Some(Difference::Limit(first.class, first.span.clone())),
            (Some(_), []) if is_pair || !numeral.limits.is_empty() => None,
            (Some(_), []) => {
                let own = [self.around.names.unwrap_or_default(), &self.quantity.unit().long()];
                says_nothing_else(&self.text.tokens, numeral, &own).then_some(Difference::Unlimited)
            }
        }
    }

    /// "Estimated at 500" may be told by the status.
    fn is_said_by_status(&self, limit: &Limit) -> bool {
        let mut words = limit.tokens.clone().filter_map(|at| self.text.tokens.word(at));
        let is_estimate = words.any(|word| word.starts_with("estimat") || word == "est");
        is_estimate && self.figure.status.has(Status::Estimated) && self.quantity.class().is_none()
    }

    /// The sign that the wording has and the value does not.
    fn other_sign(&self, numeral: &Numeral) -> Option<Direction> {
        let kind = &self.quantity.unit().kind;
        let (value, is_share) = match self.quantity.value() {
            Value::Number(value) => {
                (value.value(), matches!(kind, UnitKind::Percent | UnitKind::Points))
            }
            // Of a whole of which a third was lost, a third is the share that was lost.
            Value::Fraction(fraction) => (fraction.percent(), false),
            Value::Pair(..) | Value::Order(..) => return None,
        };
        let counts = self.quantity.is_change() || is_share || numeral.is_signed;
        let is_other = match numeral.direction? {
            Direction::Fall => value > 0.0,
            Direction::Rise => value < 0.0,
        };
        (counts && is_other).then_some(())?;
        numeral.direction
    }
}

/// Whether two hedges limit alike; all ceilings do, whether the word implies a lower end or not.
fn same(a: HedgeClass, b: HedgeClass) -> bool {
    let is_ceiling = |class| matches!(class, HedgeClass::UpTo | HedgeClass::AtMost);
    a == b || (is_ceiling(a) && is_ceiling(b))
}

/// Equal except for the last bits, which multiplying by a million may change.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= a.abs().max(b.abs()) * 1e-9
}
