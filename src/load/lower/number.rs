//! Numbers of the file. A number whose digits cannot all be kept is not read.

use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::prose::Figure;
use crate::report::{Decimal, Fraction, HEDGES, Text, Value};
use crate::schema::Key;
use crate::syntax::{WRONG_TYPE, figure_help};

rules! {

    /// A number that is infinite, not a number, too large, too small, or too long.
    LOST_DIGITS "E007" "number cannot be kept as written"
r#"'inf' and 'nan' cannot be shown. A number of more than about
15 digits would be rounded, 1e-400 would become 0 and 1e400 infinite, and a
figure is never shown with other digits than the source's. Give it in a
larger unit.

    wrong:  value = inf
    wrong:  value = 12345678901234567891
    right:  value = 12.3
            unit  = "billion USD""#
}

/// A number of double precision keeps every decimal number of this many digits.
const KEPT_DIGITS: usize = 15;

impl<'i> Lowering<'i, '_> {
    /// The value of a figure: a number, two, or a fraction.
    pub(super) fn value(&mut self, row: &mut Row<'i>) -> Option<Value> {
        let value = row.take(Key::Value)?;
        let read = match &value {
            DeValue::Integer(_) | DeValue::Float(_) => {
                self.number(row, Key::Value, &value).map(Value::Number)
            }
            DeValue::Array(_) => self.two(row, Key::Value, &value).map(|(a, b)| Value::Pair(a, b)),
            DeValue::String(raw) => self.fraction(row, raw),
            other => {
                row.wrong_type(Key::Value, other, self.faults);
                None
            }
        };
        if read.is_none() {
            row.mark(Key::Value);
        }
        read
    }

    /// A finite number, if all its digits can be kept.
    pub(super) fn number(
        &mut self,
        row: &mut Row<'i>,
        key: Key,
        value: &DeValue<'_>,
    ) -> Option<Decimal> {
        let word = key.word();
        let (found, digits) = match value {
            DeValue::Integer(n) if n.radix() != 10 => {
                let whole = i64::from_str_radix(n.as_str(), n.radix()).ok();
                (whole.and_then(|n| Decimal::parse(&n.to_string())), n.as_str())
            }
            DeValue::Integer(n) => (Decimal::parse(n.as_str()), n.as_str()),
            DeValue::Float(n) => (Decimal::parse(n.as_str()), n.as_str()),
            other => {
                row.wrong_type(key, other, self.faults);
                return None;
            }
        };
        row.mark(key);
        let lost = match found.as_ref().map(|n| n.value()) {
            Some(n) if n.is_normal() || (n == 0.0 && significant(digits).is_empty()) => None,
            Some(n) if n.is_finite() => Some("is too small to be kept with its digits"),
            _ if digits.contains(|c: char| c.is_ascii_digit()) => Some("is too large to be kept"),
            _ => Some("is not a finite number"),
        };
        if let Some(lost) = lost {
            self.faults
                .add(&LOST_DIGITS, row.at(key), format!("'{word}' {lost}"))
                .help("write the number that the source gives");
            return None;
        }
        let number = found?;
        if !keeps(number.value(), digits) {
            let message = format!("'{word}' has more digits than can be kept");
            self.faults
                .add(&LOST_DIGITS, row.at(key), message)
                .help("give both value and unit in millions or billions, as the source prints it");
            return None;
        }
        row.clear(key);
        Some(number)
    }

    /// Two numbers in a list.
    pub(super) fn two(
        &mut self,
        row: &mut Row<'i>,
        key: Key,
        value: &DeValue<'_>,
    ) -> Option<(Decimal, Decimal)> {
        let DeValue::Array(list) = value else {
            row.wrong_type(key, value, self.faults);
            return None;
        };
        if let [low, high] = list.as_ref() {
            let low = self.number(row, key, low.get_ref())?;
            return Some((low, self.number(row, key, high.get_ref())?));
        }
        row.mark(key);
        let word = key.word();
        let count = match list.len() {
            0 => "no numbers".to_owned(),
            1 => "one number".to_owned(),
            count => format!("{count} numbers"),
        };
        let message = format!("'{word}' holds {count}, not two");
        self.faults
            .add(&WRONG_TYPE, row.at(key), message)
            .help(format!("write {word} = […, …], the lower number first"));
        None
    }

    /// A fraction in quotes; any other text is reported.
    pub(super) fn fraction(&mut self, row: &mut Row<'i>, raw: &str) -> Option<Value> {
        if let Some(fraction) = Fraction::parse(raw) {
            return Some(Value::Fraction(fraction));
        }
        row.mark(Key::Value);
        let message = format!("{} is not a value", quoted(raw));
        self.faults.add(&WRONG_TYPE, row.at(Key::Value), message).help(value_help(raw.trim()));
        None
    }

    /// A whole number, zero or more.
    pub(super) fn whole(&mut self, row: &mut Row<'i>, key: Key) -> Option<u64> {
        let value = row.take(key)?;
        if let DeValue::Integer(n) = &value
            && let Ok(whole) = u64::from_str_radix(n.as_str().trim_start_matches('+'), n.radix())
        {
            return Some(whole);
        }
        if let DeValue::Integer(_) | DeValue::Float(_) = value {
            let word = key.word();
            let message = format!("'{word}' needs a whole number, zero or more");
            self.faults.add(&WRONG_TYPE, row.at(key), message).help("people are counted whole");
        } else {
            row.wrong_type(key, &value, self.faults);
        }
        None
    }

    /// A margin of error: a number of percentage points, zero or more.
    pub(super) fn margin(&mut self, row: &mut Row<'i>) -> Option<Decimal> {
        let value = row.take(Key::Margin)?;
        let margin = self.number(row, Key::Margin, &value)?;
        if margin.value() < 0.0 {
            self.faults
                .add(&WRONG_TYPE, row.at(Key::Margin), "the margin of error is below zero")
                .help(format!("write margin = {}, without the sign", margin.abs()));
            return None;
        }
        Some(margin)
    }
}

/// The digits of a number without zeros at the ends; empty if it is zero.
fn significant(raw: &str) -> String {
    let mantissa = raw.split(['e', 'E']).next().unwrap_or(raw);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').to_owned()
}

/// Whether the number, written out again, has the digits of the file.
fn keeps(number: f64, digits: &str) -> bool {
    digits.len() <= KEPT_DIGITS || {
        let stated = significant(digits);
        stated.len() <= KEPT_DIGITS || stated == significant(&number.to_string())
    }
}

fn value_help(raw: &str) -> String {
    if let Some(found) = Figure::read(raw) {
        return figure_help(&found, Key::Value.word());
    }
    if HEDGES.iter().any(|h| h.order.is_some() && h.word == raw) {
        return format!("write hedge = \"{}\" and leave 'value' out", Text::new(raw));
    }
    "write a number, [low, high] or a fraction such as \"2/3\"; words go into 'wording'".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::tests::{help, obeyed};

    #[test]
    fn digits_are_kept_or_the_number_is_refused() {
        for (digits, kept) in [
            ("19000", true),
            ("0.1", true),
            ("123456789012345", true),
            ("9007199254740993", false),
            ("99999999999999999999999", false),
            ("0.12345678901234567890", false),
            ("100000000000000000000000", true),
            ("1e300", true),
        ] {
            assert_eq!(keeps(digits.parse().expect("a number"), digits), kept, "{digits}");
        }
    }

    #[test]
    fn a_value_is_never_made_another_one() {
        for (keys, said) in [
            ("value = \"70\"", &["70 %"][..]),
            ("value = \"up to 70%\"", &["up to 70 %"]),
            ("unit = \"billion USD\"\nvalue = \"nearly $8 billion\"", &["nearly 8 billion USD"]),
            ("value = \"50-70\"", &["50 to 70 %"]),
            ("value = \"between 50 and 70\"", &["between 50 and 70 %"]),
            ("value = \"2/3\"", &["two-thirds"]),
            ("value = \"170 and 1\"", &[]),
            ("value = \"2023-24\"", &[]),
            ("value = \"-1/3\"", &["fell one-third"]),
            ("value = -1/3", &["fell one-third"]),
            ("value = \"minus 1/3\"\nchange = true", &["fell one-third"]),
            ("value = \"-1/0\"", &[]),
            ("value = \"half\"", &[]),
            ("value = [70]", &[]),
            ("value = [1, 2, 3]", &[]),
            ("value = inf", &[]),
            ("value = true", &[]),
            ("value = 12345678901234567891", &[]),
            ("value = 8\nscale = [10, 0]", &["8 %"]),
            ("value = 8\nscale = [5, 5]", &[]),
            ("value = -8\nchange = true\nscale = [-20, -5]", &["fell 8 %"]),
            (
                "value = 8\n[indicator.poll]\nsample = 804\nmode = \"m\"\nfielded = \"2023\"\nmargin = -3.3",
                &["8 %"],
            ),
        ] {
            assert_eq!(obeyed(keys), said, "{keys}: {}", help(keys));
        }
    }

    #[test]
    fn values_in_the_wrong_clothes_are_recognised() {
        for (raw, help) in [
            ("70", "write value = 70"),
            ("8,000", "write value = 8_000"),
            ("70%", "write value = 70 with unit = \"%\""),
            ("up to 70", "write value = 70 and hedge = \"up to\""),
            ("thousands", "write hedge = \"thousands\" and leave 'value' out"),
            ("50-70", "write value = [50, 70]"),
        ] {
            assert_eq!(value_help(raw), help);
        }
    }
}
