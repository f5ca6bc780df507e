//! What a printed wording says otherwise than the file.

use std::ops::Range;

use super::harmless::says_nothing_else;
use super::language;
use super::lexicon::LEXICON;
use super::mark::Mark;
use super::numeral::{Direction, Limit, Link, Numeral};
use super::numerals::Numerals;
use super::token::Tokens;
use crate::report::{
    Decimal, HedgeClass, HedgeWord, Observation, Quantity, Status, UnitKind, Value,
};

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
    /// An interval stands around the number.
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

impl<'a> Compared<'a, '_> {
    /// The numbers that are the value, or the first of its two numbers.
    fn matching(&self) -> Vec<Match<'a>> {
        let numbers = &self.text.numbers;
        let is = |n: &Numeral, value: Decimal| self.is_value(n, value);
        let found = |is_pair| move |numeral| Match { numeral, is_pair };
        match self.quantity.value() {
            Value::Number(v) => numbers.iter().filter(|n| is(n, v)).map(found(false)).collect(),
            Value::Fraction(f) => {
                let percent = f.percent();
                let all = numbers.iter().filter(|n| Self::is_fraction(n, percent));
                all.map(found(false)).collect()
            }
            Value::Pair(a, b) => {
                let ends = numbers.iter().enumerate();
                let linked = ends.filter(|(at, n)| {
                    let other = n.link.filter(|(_, other)| other > at);
                    let other = other.and_then(|(_, other)| numbers.get(other));
                    // A fall of 50 to 70 percent is -70 to -50.
                    let both = |other| (is(n, a) && is(other, b)) || (is(n, b) && is(other, a));
                    other.is_some_and(both) || self.is_interval(n, a, b)
                });
                let linked: Vec<_> = linked.map(|(_, n)| n).map(found(true)).collect();
                let apart = || {
                    let has_both = numbers.iter().any(|n| is(n, b));
                    numbers
                        .iter()
                        .filter(|n| is(n, a))
                        .filter(|_| has_both)
                        .map(found(true))
                        .collect()
                };
                if linked.is_empty() { apart() } else { linked }
            }
            Value::Order(..) => Vec::new(),
        }
    }

    /// Whether a number and the one after it are two figures: "and" joins them, and neither is limited
    /// as an end of a range is.
    fn is_one_of_two(&self, numeral: &Numeral) -> bool {
        let Value::Pair(low, high) = self.quantity.value() else { return false };
        let is = |n: &Numeral| self.is_value(n, low) || self.is_value(n, high);
        let mut ends = self.text.numbers.iter().filter(|n| is(n));
        let (Some(first), Some(second), None) = (ends.next(), ends.next(), ends.next()) else {
            return false;
        };
        let before = second.start.checked_sub(1).and_then(|at| self.text.tokens.word(at));
        let is_bare = |n: &Numeral| n.limits.is_empty() && n.link.is_none() && n.interval.is_none();
        numeral.interval.is_none()
            && is_bare(first)
            && is_bare(second)
            && before.is_some_and(|word| LEXICON.and.contains(word))
    }

    /// Whether a number that is mostly no figure is one of this unit: the 1901 of "founded in 1901",
    /// "second-highest", "fourfold".
    fn is_own_kind(&self, numeral: &Numeral) -> bool {
        let first = numeral.number.tokens.start;
        let value = numeral.number.readings().next().map_or(0.0, |n| n.value);
        match &self.quantity.unit().kind {
            UnitKind::Year => {
                self.text.tokens.digits(first).is_some() && (1000.0..2200.0).contains(&value)
            }
            UnitKind::Rank => self.text.tokens.digits(first).is_none() && value > 1.0,
            UnitKind::Noun(noun) => {
                (&**noun == "times" && value > 1.0) || noun.to_lowercase().contains("ratio")
            }
            _ => false,
        }
    }

    /// Whether the interval around a number is that of the value.
    fn is_interval(&self, numeral: &Numeral, low: Decimal, high: Decimal) -> bool {
        let Some((from, to)) = numeral.interval else { return false };
        let unit = self.quantity.unit();
        let is = |printed: f64, stated: Decimal| {
            let stated = stated.value();
            near(printed, stated) || near(printed, unit.ones(stated))
        };
        is(from, low) && is(to, high)
    }

    fn is_value(&self, numeral: &Numeral, value: Decimal) -> bool {
        let number = &numeral.number;
        let is_year = self.quantity.unit().kind == UnitKind::Year;
        if (number.is_reference && !is_year) || self.is_of_something_else(numeral) {
            return false;
        }
        // A fall is printed without a minus sign: "dropping 45 percent".
        let (value, step) = (value.value().abs(), value.step());
        let unit = self.quantity.unit();
        let is_percent = unit.is_percent() || unit.kind == UnitKind::Points;
        let rounds = |percent: f64| is_percent && (percent - value).abs() <= step / 2.0 + 1e-9;
        if number.is_share {
            return number.readings().any(|n| rounds(n.value * 100.0))
                || (!is_percent && number.counted.is_some_and(|n| near(n, value)))
                || (!is_percent && number.readings().any(|n| near(n.value, value)));
        }
        if number.mark == Mark::BasisPoints && is_percent {
            return number.readings().any(|n| near(n.value / 100.0, value));
        }
        let is_money = matches!(unit.kind, UnitKind::Currency(_));
        let hundredth = if number.is_subunit && is_money { 0.01 } else { 1.0 };
        let short = self.is_short_unit().then(|| 10f64.powi(number.power));
        let whole = unit.ones(value);
        number.readings().any(|n| {
            let n = n.value * hundredth;
            if short.is_some_and(|factor| number.is_scaled && near(n / factor, value)) {
                return true;
            }
            let is_share = number.per.is_some_and(|per| is_percent && near(n / per * 100.0, value));
            near(n, whole) || (near(n, value) && (!number.is_scaled || number.is_loose)) || is_share
        })
    }

    /// Whether the unit is an abbreviation that may have a multiplier in it: "115 bcm" are 115
    /// billion cubic metres.
    fn is_short_unit(&self) -> bool {
        let unit = self.quantity.unit();
        match &unit.kind {
            UnitKind::Noun(noun) => {
                unit.multiplier.is_none()
                    && noun.chars().count() <= 4
                    && noun.chars().all(char::is_alphabetic)
                    && noun.starts_with(['b', 'm', 'k', 'g', 't', 'B', 'M', 'G', 'T'])
            }
            _ => false,
        }
    }

    /// Whether another number carries the unit of the value and this one does not, so that it counts
    /// something else: the 3 of "0.8% in the third quarter".
    fn is_of_something_else(&self, numeral: &Numeral) -> bool {
        let fits = |mark: Mark| match (&self.quantity.unit().kind, mark) {
            (UnitKind::Percent | UnitKind::Points, Mark::Percent | Mark::Points) => true,
            (UnitKind::Currency(code), Mark::Money(codes)) => {
                codes.split(' ').any(|own| own == *code)
            }
            _ => false,
        };
        let numbers = &self.text.numbers;
        let own = numeral.number.mark;
        let Some(at) = numbers.iter().position(|n| n.span == numeral.span) else { return false };
        let is_listed = numbers.get(at + 1).is_some_and(|next| {
            let gap = next.number.tokens.start.saturating_sub(numeral.number.tokens.end);
            gap <= 2
        });
        own == Mark::None
            && !numeral.number.is_share
            && numeral.number.per.is_none()
            && numeral.link.is_none()
            && numeral.interval.is_none()
            && !is_listed
            && numbers.iter().any(|n| fits(n.number.mark))
    }

    /// Whether a number is a fraction of this many percent, once rounded as it is printed.
    fn is_fraction(numeral: &Numeral, percent: f64) -> bool {
        let number = &numeral.number;
        number.readings().any(|n| {
            let scale = if number.is_share { 100.0 } else { 1.0 };
            let per = number.per.map_or(scale, |per| 100.0 / per);
            let slack = if number.is_share || number.per.is_some() { 0.0 } else { n.step / 2.0 };
            (n.value * per - percent).abs() <= slack + 1e-9
        })
    }

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
        let (low, high) = numeral.interval?;
        let is_vague = self.quantity.class() == Some(HedgeClass::About);
        let is_estimate = self.figure.status == Status::Estimated;
        let is_margin = self.around.margin.is_some_and(|margin| near(margin, (high - low) / 2.0));
        (!is_vague && !is_estimate && !is_margin).then_some(Difference::Interval(low, high))
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
        is_estimate && self.figure.status == Status::Estimated && self.quantity.class().is_none()
    }

    /// The sign that the wording has and the value does not.
    fn other_sign(&self, numeral: &Numeral) -> Option<Direction> {
        let Value::Number(value) = self.quantity.value() else { return None };
        let kind = &self.quantity.unit().kind;
        let is_share = matches!(kind, UnitKind::Percent | UnitKind::Points);
        let counts = self.quantity.is_change() || is_share || numeral.is_signed;
        let is_other = match numeral.direction? {
            Direction::Fall => value.value() > 0.0,
            Direction::Rise => value.value() < 0.0,
        };
        (counts && is_other).then_some(())?;
        numeral.direction
    }

    /// Whether the unit that is printed with the number may be that of the value.
    fn unit_agrees(&self, numeral: &Numeral) -> bool {
        let unit = self.quantity.unit();
        let noun = match &unit.kind {
            UnitKind::Noun(noun) => noun.to_lowercase(),
            _ => String::new(),
        };
        let is_noun = !noun.is_empty();
        let says = |parts: &[&str]| parts.iter().any(|part| noun.contains(part));
        let is_share = matches!(unit.kind, UnitKind::Percent | UnitKind::Points);
        let mark = match numeral.number.mark {
            Mark::None => true,
            Mark::Percent => {
                is_share || says(&["%", "percent", "per cent", "index", "rate", "share"])
            }
            Mark::Points => {
                unit.kind == UnitKind::Points || self.quantity.is_change() || says(&["point"])
            }
            Mark::BasisPoints => is_share || says(&["basis", "bp"]),
            Mark::Money(codes) => match unit.kind {
                UnitKind::Currency(code) => codes.split(' ').any(|own| own == code),
                _ if numeral.number.is_subunit && says(&["cent", "pence", "penn"]) => true,
                _ => is_noun && names_money(&noun, codes),
            },
        };
        mark && self.rate_agrees(numeral, is_share, &noun)
    }

    /// Whether "per 100,000" is part of the unit, or of what the figure is called.
    fn rate_agrees(&self, numeral: &Numeral, is_share: bool, noun: &str) -> bool {
        let Some(per) = numeral.number.per else { return true };
        let Some(names) = self.around.names.filter(|_| !numeral.number.is_share) else {
            return true;
        };
        let value = self.quantity.stated().abs();
        let is_in_percent = numeral.number.readings().any(|n| near(n.value / per * 100.0, value));
        let names_it =
            |text: &str| Numerals::of(text).numbers.iter().any(|n| near(n.number.value(), per));
        (is_share && is_in_percent) || names_it(noun) || names_it(names)
    }
}

/// Whether a noun names one of these currencies: "EUR per tonne".
fn names_money(noun: &str, codes: &str) -> bool {
    let tokens = Tokens::of(noun);
    (0..tokens.len()).any(|at| super::mark::codes(&tokens, at) == Some(codes))
        || codes.split(' ').any(|code| noun.contains(&code.to_lowercase()))
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
