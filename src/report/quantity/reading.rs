//! A quantity in words, as an operator and a number, and as a sentence; the hedge is in each form.

use super::HedgeClass::{
    About, Above, AtLeast, AtMost, Below, Between, JustOver, Nearly, Order, UpTo,
};
use super::{Fraction, Quantity, Value};
use crate::report::{Decimal, UnitKind, number};

impl Quantity {
    /// In the source's words, short: `up to 70 %`, `nearly 8 bn USD`, `at least 287 enterprises`,
    /// `fell 45 %`, `two-thirds`.
    pub fn figure(&self) -> String {
        self.order_of_nouns().unwrap_or_else(|| self.with_unit(self.in_words(), &self.unit.brief()))
    }

    /// The same without a noun, for rows that name what is counted: `at least 287`.
    pub fn row_figure(&self) -> String {
        self.with_unit(self.in_words(), &self.unit.short())
    }

    /// In the source's words, with the unit in full: `at least 287 enterprises`.
    pub fn words(&self) -> String {
        self.with_long_unit(if self.unit.is_percent() { "%" } else { "" })
    }

    /// For speech: `up to 70 percent`, `about minus 20 to plus 10 percent`.
    pub fn spoken(&self) -> String {
        signs_aloud(&self.with_long_unit(""))
    }

    /// What it allows, for speech.
    pub fn spoken_sentence(&self) -> String {
        signs_aloud(&self.sentence())
    }

    /// In the source's words, with this text for the unit or, where it is empty, its name.
    fn with_long_unit(&self, sign: &str) -> String {
        let unit = if sign.is_empty() { self.unit.long() } else { sign.to_owned() };
        self.order_of_nouns().unwrap_or_else(|| self.with_unit(self.in_words(), &unit))
    }

    /// An order of magnitude of what is counted: "thousands of people", but "several dozen people".
    fn order_of_nouns(&self) -> Option<String> {
        let (Value::Order(..), UnitKind::Noun(noun)) = (self.value, &self.unit.kind) else {
            return None;
        };
        let order = self.in_words();
        let of = if order.ends_with('s') { " of" } else { "" };
        Some(format!("{order}{of} {noun}"))
    }

    /// As an operator and a number, with its unit or what is counted: `≤ 70 %`, `~< 8 bn USD`,
    /// `≥ 287 enterprises`, `2/3`, `thousands of places`.
    pub fn reading(&self) -> String {
        let (operator, value) = self.operator_and_value();
        let reading = || format!("{operator}{}", self.with_unit(value, &self.unit.brief()));
        self.order_of_nouns().unwrap_or_else(reading)
    }

    /// The same without a noun, for rows that name what is counted: `≥ 287`.
    pub fn row_reading(&self) -> String {
        let (operator, value) = self.operator_and_value();
        format!("{operator}{}", self.with_unit(value, &self.unit.short()))
    }

    /// The same without the unit, for places that state it, such as the axis of a chart: `≤ 70`,
    /// `~< 8`.
    pub fn reading_without_unit(&self) -> String {
        let (operator, value) = self.operator_and_value();
        format!("{operator}{value}")
    }

    /// The operator of the hedge, and the value.
    fn operator_and_value(&self) -> (&'static str, String) {
        let operator = match self.class() {
            None | Some(Between | Order) => "",
            Some(About) => "≈ ",
            // The hedge limits the size of a fall, so the operator of a negative number is
            // reversed.
            Some(UpTo | AtMost) => self.turned("≤ ", "≥ "),
            Some(Below) => self.turned("< ", "> "),
            Some(AtLeast) => self.turned("≥ ", "≤ "),
            Some(Above) => self.turned("> ", "< "),
            Some(Nearly) => self.turned("~< ", ">~ "),
            Some(JustOver) => self.turned(">~ ", "~< "),
        };
        let value = match self.value {
            Value::Number(v) => self.signed(v),
            Value::Pair(a, b) if self.change || a.value() < 0.0 => {
                format!("{} to {}", self.signed(a), self.signed(b))
            }
            Value::Pair(a, b) => format!("{}–{}", self.digits(a), self.digits(b)),
            Value::Fraction(f) => {
                let plus = if self.change && f.percent() > 0.0 { "+" } else { "" };
                format!("{plus}{}", fraction_digits(f))
            }
            Value::Order(..) => self.hedge.map_or_else(String::new, |h| h.word.to_owned()),
        };
        (operator, value)
    }

    /// Two numbers of its unit as the ends of an interval, without the unit: `238–294`, `−39 to −33`,
    /// and with `and` between them where it is given. Beside a fraction they are percentages, and say
    /// so.
    pub(in crate::report) fn ends(&self, low: Decimal, high: Decimal, and: Option<&str>) -> String {
        let has_signs = self.change || low.value() < 0.0;
        let and = and.unwrap_or(if has_signs { " to " } else { "–" });
        let unit = if matches!(self.value, Value::Fraction(_)) { " %" } else { "" };
        format!("{}{and}{}{unit}", self.signed(low), self.signed(high))
    }

    /// In plain language: `at most 70 percent; no lower limit stated`.
    pub fn sentence(&self) -> String {
        let amount = self.amount();
        let direction = self.direction();
        let verb = match direction {
            Direction::Level => "",
            Direction::Fall => A_FALL_OF,
            Direction::Rise => A_RISE_OF,
            Direction::Either => "a change of ",
        };
        let (nothing_below, nothing_above) = if direction == Direction::Fall {
            ("no smaller fall is ruled out", "no limit to the fall stated")
        } else {
            ("no lower limit stated", "no upper limit stated")
        };
        match self.class() {
            None if self.is_no_change() => String::from(NO_CHANGE),
            None if matches!(self.value, Value::Fraction(_)) => {
                format!("{verb}{amount}, kept as the fraction the source gives")
            }
            None if !matches!(self.value, Value::Pair(..)) => {
                format!("{verb}{amount}, without a limiting word")
            }
            None | Some(Between) => {
                let verb = if verb.is_empty() { "from " } else { verb };
                format!("{verb}{amount}, both ends stated")
            }
            Some(UpTo | AtMost) => format!("{verb}at most {amount}; {nothing_below}"),
            Some(Below) => format!("{verb}less than {amount}; {nothing_below}"),
            Some(AtLeast) => format!("{verb}at least {amount}; {nothing_above}"),
            Some(Above) => format!("{verb}more than {amount}; {nothing_above}"),
            Some(About) => {
                format!("{verb}near {amount}, below or above; how far off is not stated")
            }
            Some(Nearly) => format!("{verb}a little less than {amount}; how much is not stated"),
            Some(JustOver) => format!("{verb}a little more than {amount}; how much is not stated"),
            Some(Order) => {
                let taken_as = self.taken_as(" to ").map(|it| format!(", taken as {it}"));
                format!("{}{}; no number is stated", self.words(), taken_as.unwrap_or_default())
            }
        }
    }

    /// The numbers that an order of magnitude of what is counted stands for, with `and` between them:
    /// `1,000–9,999`. `None` for every other figure.
    pub fn taken_as(&self, and: &str) -> Option<String> {
        match (self.value, &self.unit.kind) {
            (Value::Order(from, below), UnitKind::Noun(_))
                if self.unit.multiplier.is_none() && !self.change =>
            {
                Some(format!("{}{and}{}", number(from), number(below - 1.0)))
            }
            _ => None,
        }
    }

    /// Adds the unit to a value: ranks before it, fractions and years without one.
    fn with_unit(&self, words: String, name: &str) -> String {
        match self.unit.kind {
            UnitKind::Rank => format!("rank {words}"),
            UnitKind::Year => words,
            UnitKind::Percent if matches!(self.value, Value::Fraction(_)) => words,
            _ if name.is_empty() || words == NO_CHANGE => words,
            _ => format!("{words} {name}"),
        }
    }

    fn turned(&self, rise: &'static str, fall: &'static str) -> &'static str {
        if self.is_fall() { fall } else { rise }
    }

    /// Whether it says outright that nothing changed.
    fn is_no_change(&self) -> bool {
        self.change && self.one() == Some(0.0) && self.hedge.is_none()
    }

    fn digits(&self, value: Decimal) -> String {
        if self.unit.kind == UnitKind::Year { value.to_string() } else { number(value) }
    }

    /// A number, with its sign if it is a change.
    fn signed(&self, value: Decimal) -> String {
        let plus = if self.change && value.value() > 0.0 { "+" } else { "" };
        format!("{plus}{}", self.digits(value))
    }

    /// The direction of a change, if its value states one.
    fn direction(&self) -> Direction {
        match self.value {
            _ if !self.change => Direction::Level,
            Value::Pair(_, high) if high.value() <= 0.0 => Direction::Fall,
            Value::Pair(low, _) if low.value() >= 0.0 => Direction::Rise,
            _ if self.is_fall() => Direction::Fall,
            _ if self.one().is_some_and(|v| v > 0.0) => Direction::Rise,
            Value::Number(_) | Value::Fraction(_) | Value::Pair(..) | Value::Order(..) => {
                Direction::Either
            }
        }
    }

    /// The hedge and the value without its unit: `up to 70`.
    pub fn in_words(&self) -> String {
        let hedge = self.hedge.map_or("", |h| h.word);
        let value = match self.value {
            Value::Order(..) => return hedge.to_owned(),
            _ if self.is_no_change() => return String::from(NO_CHANGE),
            Value::Pair(..) if self.class() == Some(Between) => self.sizes(" and "),
            _ => self.sizes(" to "),
        };
        let verb = match self.direction() {
            Direction::Fall => FELL,
            Direction::Rise => ROSE,
            Direction::Level | Direction::Either => "",
        };
        let gap = if hedge.is_empty() { "" } else { " " };
        format!("{verb}{hedge}{gap}{value}")
    }

    /// The value with its unit in full and no hedge: only for sentences that give the hedge.
    fn amount(&self) -> String {
        self.with_unit(self.sizes(" to "), &self.unit.long())
    }

    /// The value without its unit; of a rise or a fall its size, of two sizes the smaller first.
    fn sizes(&self, and: &str) -> String {
        match (self.value, self.direction()) {
            (Value::Number(v), Direction::Level) => self.digits(v),
            (Value::Number(v), _) => self.digits(v.abs()),
            (Value::Pair(a, b), Direction::Fall) => {
                format!("{}{and}{}", self.digits(-b), self.digits(-a))
            }
            (Value::Pair(a, b), Direction::Either) => {
                format!("{}{and}{}", self.signed(a), self.signed(b))
            }
            (Value::Pair(a, b), _) => format!("{}{and}{}", self.digits(a), self.digits(b)),
            (Value::Fraction(fraction), Direction::Level) => share_words(fraction),
            (Value::Fraction(fraction), _) => part_words(fraction.abs()),
            (Value::Order(..), _) => String::new(),
        }
    }
}

/// The direction of a quantity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// Not a change.
    Level,
    Rise,
    Fall,
    /// A change without a clear direction.
    Either,
}

const NO_CHANGE: &str = "no change";
const FELL: &str = "fell ";
const ROSE: &str = "rose ";
const A_FALL_OF: &str = "a fall of ";
const A_RISE_OF: &str = "a rise of ";

/// The words of a change as what has not happened: `a fall of 45 %` for `fell 45 %`.
pub(in crate::report) fn not_happened(words: String) -> String {
    let verbs = [(FELL, A_FALL_OF), (ROSE, A_RISE_OF)];
    let noun = verbs.iter().find_map(|(verb, noun)| Some((noun, words.strip_prefix(verb)?)));
    noun.map(|(noun, rest)| format!("{noun}{rest}")).unwrap_or(words)
}

/// The signs of numbers as words.
pub(in crate::report) fn signs_aloud(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let word = match c {
            '−' => "minus ",
            '+' => "plus ",
            _ => "",
        };
        if chars.peek().is_some_and(char::is_ascii_digit) && !word.is_empty() {
            out.push_str(word);
        } else {
            out.push(c);
        }
    }
    out
}

/// A share of a whole in words: `two-thirds`, `1 in 10`.
fn share_words(fraction: Fraction) -> String {
    match fraction.parts() {
        _ if fraction.is_negative() => fraction_digits(fraction),
        (1, 2..=4) | (2, 3) | (3, 4) => part_words(fraction),
        (n, d) if n < d => format!("{n} in {d}"),
        _ => fraction_digits(fraction),
    }
}

/// A part of a size in words, for what rises or falls by it: `one-fifth`, `three-tenths`.
fn part_words(fraction: Fraction) -> String {
    const ORDINALS: [&str; 7] =
        ["fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"];
    const COUNTS: [&str; 10] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let (upper, lower) = fraction.parts();
    let name = match lower {
        _ if upper >= lower => None,
        2 => return String::from("half"),
        3 => Some("third"),
        4 if upper == 1 => return String::from("a quarter"),
        4 => Some("quarter"),
        20 => Some("twentieth"),
        100 => Some("hundredth"),
        _ => usize::try_from(lower).ok().and_then(|at| ORDINALS.get(at.checked_sub(5)?)).copied(),
    };
    let count = usize::try_from(upper).ok().and_then(|at| COUNTS.get(at.checked_sub(1)?));
    match (count, name) {
        (Some(count), Some(name)) => format!("{count}-{name}{}", if upper == 1 { "" } else { "s" }),
        _ => fraction_digits(fraction),
    }
}

/// A fraction in digits: `2/3`, `−1/5`.
fn fraction_digits(fraction: Fraction) -> String {
    let sign = if fraction.is_negative() { "−" } else { "" };
    let (upper, lower) = fraction.parts();
    format!("{sign}{upper}/{lower}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{HedgeWord, Unit};

    fn quantity(value: Option<Value>, hedge: &str, unit: &str, change: bool) -> Quantity {
        let unit = Unit::parse(unit).expect("a unit");
        Quantity::new(value, HedgeWord::find(hedge), unit, change).expect("a sound quantity")
    }

    fn number(value: f64, hedge: &str, unit: &str) -> Quantity {
        quantity(Some(Value::number(value)), hedge, unit, false)
    }

    fn fraction(raw: &str, hedge: &str) -> Quantity {
        quantity(Fraction::parse(raw).map(Value::Fraction), hedge, "%", false)
    }

    fn fraction_change(raw: &str, hedge: &str) -> Quantity {
        quantity(Fraction::parse(raw).map(Value::Fraction), hedge, "%", true)
    }

    fn change(value: f64, hedge: &str) -> Quantity {
        quantity(Some(Value::number(value)), hedge, "%", true)
    }

    fn change_pair(low: f64, high: f64, hedge: &str) -> Quantity {
        quantity(Some(Value::pair(low, high)), hedge, "%", true)
    }

    #[test]
    fn a_fraction_keeps_its_words() {
        for (quantity, figure, reading) in [
            (fraction("2/3", "about"), "about two-thirds", "≈ 2/3"),
            (fraction("2/3", ""), "two-thirds", "2/3"),
            (fraction("1/5", ""), "1 in 5", "1/5"),
            (fraction("2/4", ""), "2 in 4", "2/4"),
            (fraction("7/5", ""), "7/5", "7/5"),
            (fraction("3/3", ""), "3/3", "3/3"),
            (fraction("0/5", ""), "0 in 5", "0/5"),
            (fraction("-1/5", ""), "−1/5", "−1/5"),
            (fraction_change("-1/5", ""), "fell one-fifth", "−1/5"),
            (fraction_change("-1/5", "up to"), "fell up to one-fifth", "≥ −1/5"),
            (fraction_change("-1/3", "more than"), "fell more than one-third", "< −1/3"),
            (fraction_change("-1/4", "nearly"), "fell nearly a quarter", ">~ −1/4"),
            (fraction_change("-1/2", "about"), "fell about half", "≈ −1/2"),
            (fraction_change("-3/10", ""), "fell three-tenths", "−3/10"),
            (fraction_change("-1/7", ""), "fell one-seventh", "−1/7"),
            (fraction_change("-3/17", ""), "fell 3/17", "−3/17"),
            (fraction_change("-7/5", ""), "fell 7/5", "−7/5"),
            (fraction_change("1/5", "at least"), "rose at least one-fifth", "≥ +1/5"),
            (fraction_change("-0/5", ""), "no change", "0/5"),
            (fraction_change("0/5", "up to"), "up to 0/5", "≤ 0/5"),
        ] {
            assert_eq!(
                (quantity.figure().as_str(), quantity.reading().as_str()),
                (figure, reading)
            );
        }
    }

    #[test]
    fn every_form_carries_the_hedge() {
        for (quantity, figure, reading) in [
            (number(45.0, "", "%"), "45 %", "45 %"),
            (number(70.0, "up to", "%"), "up to 70 %", "≤ 70 %"),
            (fraction("1/10", "fewer than"), "fewer than 1 in 10", "< 1/10"),
            (
                number(287.0, "at least", "enterprises"),
                "at least 287 enterprises",
                "≥ 287 enterprises",
            ),
            (
                number(64.0, "", "per 1,000 live births"),
                "64 per 1,000 live births",
                "64 per 1,000 live births",
            ),
            (number(19.0, "over", "thousand people"), "over 19 k people", "> 19 k people"),
            (number(85.0, "more than", "%"), "more than 85 %", "> 85 %"),
            (number(8.0, "nearly", "billion USD"), "nearly 8 bn USD", "~< 8 bn USD"),
            (number(40.0, "just over", "%"), "just over 40 %", ">~ 40 %"),
            (quantity(Some(Value::pair(50.0, 70.0)), "", "%", false), "50 to 70 %", "50–70 %"),
            (
                quantity(Some(Value::pair(50.0, 70.0)), "between", "%", false),
                "between 50 and 70 %",
                "50–70 %",
            ),
            (change(-45.0, ""), "fell 45 %", "−45 %"),
            (change(-45.0, "more than"), "fell more than 45 %", "< −45 %"),
            (change(12.0, "up to"), "rose up to 12 %", "≤ +12 %"),
            (change(0.0, ""), "no change", "0 %"),
            (change(0.0, "at least"), "at least 0 %", "≥ 0 %"),
            (change_pair(10.0, 20.0, ""), "rose 10 to 20 %", "+10 to +20 %"),
            (change_pair(-20.0, -10.0, "between"), "fell between 10 and 20 %", "−20 to −10 %"),
            (change_pair(-20.0, 10.0, "about"), "about −20 to +10 %", "≈ −20 to +10 %"),
            (
                quantity(None, "thousands", "places", false),
                "thousands of places",
                "thousands of places",
            ),
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
    fn without_its_unit_a_reading_still_has_its_hedge() {
        for (quantity, reading) in [
            (number(8.5, "", "billion USD"), "8.5"),
            (number(70_000.0, "almost", "people"), "~< 70,000"),
            (number(1_000.0, "more than", "million USD"), "> 1,000"),
            (number(1.0, "", "rank"), "1"),
            (fraction("2/3", "about"), "≈ 2/3"),
            (change(-45.0, "up to"), "≥ −45"),
            (change_pair(10.0, 20.0, ""), "+10 to +20"),
            (quantity(None, "thousands", "places", false), "thousands"),
        ] {
            assert_eq!(quantity.reading_without_unit(), reading);
        }
    }

    #[test]
    fn what_is_read_aloud_has_no_signs() {
        for (quantity, spoken) in [
            (number(70.0, "up to", "%"), "up to 70 percent"),
            (number(8.0, "nearly", "billion USD"), "nearly 8 billion USD"),
            (fraction("1/10", "fewer than"), "fewer than 1 in 10"),
            (change(-45.0, "more than"), "fell more than 45 percent"),
            (fraction("-1/5", ""), "minus 1/5"),
            (change_pair(-20.0, 10.0, "about"), "about minus 20 to plus 10 percent"),
            (quantity(None, "thousands", "places", false), "thousands of places"),
            (number(-3.0, "at least", "people 65+"), "at least minus 3 people 65+"),
        ] {
            assert_eq!(quantity.spoken(), spoken);
        }
        let sentence = change_pair(-20.0, 10.0, "").spoken_sentence();
        assert_eq!(sentence, "a change of minus 20 to plus 10 percent, both ends stated");
    }

    #[test]
    fn sentences_say_which_limit_is_stated_and_which_is_not() {
        for (quantity, sentence) in [
            (number(70.0, "up to", "%"), "at most 70 percent; no lower limit stated"),
            (
                number(287.0, "at least", "enterprises"),
                "at least 287 enterprises; no upper limit stated",
            ),
            (
                number(8.0, "nearly", "billion USD"),
                "a little less than 8 billion USD; how much is not stated",
            ),
            (fraction("2/3", ""), "two-thirds, kept as the fraction the source gives"),
            (change(-45.0, ""), "a fall of 45 percent, without a limiting word"),
            (
                fraction_change("-1/5", ""),
                "a fall of one-fifth, kept as the fraction the source gives",
            ),
            (
                fraction_change("-1/5", "up to"),
                "a fall of at most one-fifth; no smaller fall is ruled out",
            ),
            (
                change(-45.0, "more than"),
                "a fall of more than 45 percent; no limit to the fall stated",
            ),
            (change_pair(-20.0, -10.0, ""), "a fall of 10 to 20 percent, both ends stated"),
            (change(0.0, "up to"), "a change of at most 0 percent; no lower limit stated"),
            (
                quantity(None, "thousands", "places", false),
                "thousands of places, taken as 1,000 to 9,999; no number is stated",
            ),
        ] {
            assert_eq!(quantity.sentence(), sentence);
        }
    }
}
