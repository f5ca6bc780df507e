//! Which numbers of a wording are the value of the figure.

use super::{Compared, Match, near};
use crate::prose::lexicon::LEXICON;
use crate::prose::mark::Mark;
use crate::prose::numeral::Numeral;
use crate::report::{Decimal, UnitKind, Value};

impl<'a> Compared<'a, '_> {
    /// The numbers that are the value, or the first of its two numbers.
    pub(super) fn matching(&self) -> Vec<Match<'a>> {
        let numbers = &self.text.numbers;
        let is = |n: &Numeral, value: Decimal| self.is_value(n, value);
        let found = |is_pair| move |numeral| Match { numeral, is_pair };
        match self.quantity.value() {
            Value::Number(v) => numbers.iter().filter(|n| is(n, v)).map(found(false)).collect(),
            Value::Fraction(f) => {
                // As a fall of 45 percent, one of a fifth is printed without a sign.
                let percent = f.percent().abs();
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
    pub(super) fn is_one_of_two(&self, numeral: &Numeral) -> bool {
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
    pub(super) fn is_own_kind(&self, numeral: &Numeral) -> bool {
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
        if number.is_of_whole() {
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
            && !numeral.number.is_of_whole()
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
            let scale = if number.is_of_whole() { 100.0 } else { 1.0 };
            let per = number.per.map_or(scale, |per| 100.0 / per);
            let slack =
                if number.is_of_whole() || number.per.is_some() { 0.0 } else { n.step / 2.0 };
            (n.value * per - percent).abs() <= slack + 1e-9
        })
    }
}
