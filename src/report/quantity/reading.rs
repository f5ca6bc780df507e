//! A quantity in words, as an operator and a number, and as a sentence.
//!
//! Whatever the form, the hedge comes with the number.

use super::{Fraction, HedgeClass, Quantity, Value};
use crate::report::{Unit, UnitKind, number};

impl Quantity {
    /// In the source's words, short: `up to 70 %`, `nearly 8 bn USD`, `fell 45 %`, `two-thirds`.
    pub fn figure(&self) -> String {
        with_unit(self.in_words(), &self.unit.short(), &self.unit, self.value)
    }

    /// In the source's words, with the unit in full: `at least 287 enterprises`.
    pub fn words(&self) -> String {
        if let (Value::Order(..), UnitKind::Noun(noun)) = (self.value, &self.unit.kind) {
            return format!("{} of {noun}", self.in_words());
        }
        let unit = if self.unit.is_percent() { String::from("%") } else { self.unit.long() };
        with_unit(self.in_words(), &unit, &self.unit, self.value)
    }

    /// As an operator and a number: `≤ 70 %`, `~< 8 bn USD`, `2/3`, `thousands`.
    pub fn reading(&self) -> String {
        use HedgeClass::{
            About, Above, AtLeast, AtMost, Below, Between, JustOver, Nearly, Order, UpTo,
        };
        let operator = match self.class() {
            None | Some(Between | Order) => "",
            Some(About) => "≈ ",
            // Of a fall the hedge limits the size; below zero the operator turns round.
            Some(UpTo | AtMost) => self.turned("≤ ", "≥ "),
            Some(Below) => self.turned("< ", "> "),
            Some(AtLeast) => self.turned("≥ ", "≤ "),
            Some(Above) => self.turned("> ", "< "),
            Some(Nearly) => self.turned("~< ", ">~ "),
            Some(JustOver) => self.turned(">~ ", "~< "),
        };
        let plus = if self.change { "+" } else { "" };
        let value = match self.value {
            Value::Number(v) if v > 0.0 => format!("{plus}{}", self.digits(v)),
            Value::Number(v) => self.digits(v),
            Value::Pair(a, b) if a < 0.0 => format!("{} to {}", self.digits(a), self.digits(b)),
            Value::Pair(a, b) => format!("{}–{}", self.digits(a), self.digits(b)),
            Value::Fraction(f) => format!("{}/{}", f.parts().0, f.parts().1),
            Value::Order(..) => self.hedge.map_or_else(String::new, |h| h.word.to_owned()),
        };
        format!("{operator}{}", with_unit(value, &self.unit.short(), &self.unit, self.value))
    }

    /// In plain language: `at most 70 percent; no lower limit stated`.
    pub fn sentence(&self) -> String {
        use HedgeClass::{
            About, Above, AtLeast, AtMost, Below, Between, JustOver, Nearly, Order, UpTo,
        };
        let amount = self.amount();
        let (verb, nothing_below, nothing_above) = if self.is_fall() {
            ("a fall of ", "no smaller fall is ruled out", "no limit to the fall is stated")
        } else if self.change {
            ("a rise of ", "no lower limit is stated", "no upper limit is stated")
        } else {
            ("", "no lower limit is stated", "no upper limit is stated")
        };
        match self.class() {
            None => match self.value {
                Value::Fraction(_) => {
                    format!("{verb}{amount}, kept as the fraction the source gives")
                }
                Value::Pair(..) => format!("from {amount}, both ends stated"),
                Value::Number(v) if self.change && v == 0.0 => String::from("no change"),
                _ => format!("{verb}{amount}, stated without a hedge"),
            },
            Some(UpTo | AtMost) => format!("{verb}at most {amount}; {nothing_below}"),
            Some(Below) => format!("{verb}less than {amount}; {nothing_below}"),
            Some(AtLeast) => format!("{verb}at least {amount}; {nothing_above}"),
            Some(Above) => format!("{verb}more than {amount}; {nothing_above}"),
            Some(About) => {
                format!("{verb}near {amount}, below or above; how far off is not stated")
            }
            Some(Nearly) => format!("{verb}a little less than {amount}; how much is not stated"),
            Some(JustOver) => format!("{verb}a little more than {amount}; how much is not stated"),
            Some(Between) => format!("from {amount}, both ends stated"),
            Some(Order) => format!("{}; no number is stated", self.words()),
        }
    }

    fn turned(&self, rise: &'static str, fall: &'static str) -> &'static str {
        if self.is_fall() { fall } else { rise }
    }

    fn digits(&self, value: f64) -> String {
        if self.unit.kind == UnitKind::Year { value.to_string() } else { number(value) }
    }

    /// The hedge and the value without its unit.
    fn in_words(&self) -> String {
        let hedge = self.hedge.map_or("", |h| h.word);
        let value = match self.value {
            Value::Order(..) => return hedge.to_owned(),
            Value::Number(v) if self.change && v == 0.0 => return String::from("no change"),
            Value::Number(v) if self.change => self.digits(v.abs()),
            Value::Number(v) => self.digits(v),
            Value::Pair(a, b) if self.class() == Some(HedgeClass::Between) => {
                format!("{} and {}", self.digits(a), self.digits(b))
            }
            Value::Pair(a, b) => format!("{} to {}", self.digits(a), self.digits(b)),
            Value::Fraction(f) => fraction_words(f),
        };
        let verb = match self.value {
            Value::Number(v) if self.change => {
                if v < 0.0 {
                    "fell "
                } else {
                    "rose "
                }
            }
            Value::Fraction(_) if self.change => "rose ",
            _ => "",
        };
        let gap = if hedge.is_empty() { "" } else { " " };
        format!("{verb}{hedge}{gap}{value}")
    }

    /// The value with its unit in full and no hedge: only for sentences that give the hedge.
    fn amount(&self) -> String {
        let value = match self.value {
            Value::Number(v) if self.change => self.digits(v.abs()),
            Value::Number(v) => self.digits(v),
            Value::Pair(a, b) => format!("{} to {}", self.digits(a), self.digits(b)),
            Value::Fraction(f) => fraction_words(f),
            Value::Order(..) => String::new(),
        };
        with_unit(value, &self.unit.long(), &self.unit, self.value)
    }
}

/// Puts the unit beside a value: ranks in front, fractions and years without one.
fn with_unit(words: String, name: &str, unit: &Unit, value: Value) -> String {
    match unit.kind {
        UnitKind::Rank => format!("rank {words}"),
        UnitKind::Year => words,
        UnitKind::Percent if matches!(value, Value::Fraction(_)) => words,
        _ if name.is_empty() || words == "no change" => words,
        _ => format!("{words} {name}"),
    }
}

fn fraction_words(fraction: Fraction) -> String {
    match fraction.parts() {
        (1, 2) => String::from("half"),
        (1, 3) => String::from("one-third"),
        (2, 3) => String::from("two-thirds"),
        (1, 4) => String::from("a quarter"),
        (3, 4) => String::from("three-quarters"),
        (n, d) => format!("{n} in {d}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::HedgeWord;

    fn quantity(value: Option<Value>, hedge: &str, unit: &str, change: bool) -> Quantity {
        let unit = Unit::parse(unit).expect("a unit");
        Quantity::new(value, HedgeWord::find(hedge), unit, change).expect("a sound quantity")
    }

    fn number(value: f64, hedge: &str, unit: &str) -> Quantity {
        quantity(Some(Value::Number(value)), hedge, unit, false)
    }

    fn fraction(raw: &str, hedge: &str) -> Quantity {
        quantity(Fraction::parse(raw).map(Value::Fraction), hedge, "%", false)
    }

    fn change(value: f64, hedge: &str) -> Quantity {
        quantity(Some(Value::Number(value)), hedge, "%", true)
    }

    #[test]
    fn every_form_carries_the_hedge() {
        for (quantity, figure, reading) in [
            (number(45.0, "", "%"), "45 %", "45 %"),
            (number(70.0, "up to", "%"), "up to 70 %", "≤ 70 %"),
            (fraction("1/10", "fewer than"), "fewer than 1 in 10", "< 1/10"),
            (number(287.0, "at least", "enterprises"), "at least 287", "≥ 287"),
            (number(85.0, "more than", "%"), "more than 85 %", "> 85 %"),
            (number(8.0, "nearly", "billion USD"), "nearly 8 bn USD", "~< 8 bn USD"),
            (number(40.0, "just over", "%"), "just over 40 %", ">~ 40 %"),
            (fraction("2/3", "about"), "about two-thirds", "≈ 2/3"),
            (fraction("2/3", ""), "two-thirds", "2/3"),
            (quantity(Some(Value::Pair(50.0, 70.0)), "", "%", false), "50 to 70 %", "50–70 %"),
            (
                quantity(Some(Value::Pair(50.0, 70.0)), "between", "%", false),
                "between 50 and 70 %",
                "50–70 %",
            ),
            (change(-45.0, ""), "fell 45 %", "−45 %"),
            (change(-45.0, "more than"), "fell more than 45 %", "< −45 %"),
            (change(12.0, "up to"), "rose up to 12 %", "≤ +12 %"),
            (change(0.0, ""), "no change", "0 %"),
            (quantity(None, "thousands", "places", false), "thousands", "thousands"),
            (number(1.0, "", "rank"), "rank 1", "rank 1"),
            (number(2025.0, "", "year"), "2025", "2025"),
        ] {
            assert_eq!(
                (quantity.figure().as_str(), quantity.reading().as_str()),
                (figure, reading)
            );
        }
    }

    #[test]
    fn sentences_say_which_limit_is_stated_and_which_is_not() {
        for (quantity, sentence) in [
            (number(70.0, "up to", "%"), "at most 70 percent; no lower limit is stated"),
            (
                number(287.0, "at least", "enterprises"),
                "at least 287 enterprises; no upper limit is stated",
            ),
            (
                number(8.0, "nearly", "billion USD"),
                "a little less than 8 billion USD; how much is not stated",
            ),
            (fraction("2/3", ""), "two-thirds, kept as the fraction the source gives"),
            (change(-45.0, ""), "a fall of 45 percent, stated without a hedge"),
            (
                change(-45.0, "more than"),
                "a fall of more than 45 percent; no limit to the fall is stated",
            ),
            (
                quantity(None, "thousands", "places", false),
                "thousands of places; no number is stated",
            ),
        ] {
            assert_eq!(quantity.sentence(), sentence);
        }
    }
}
