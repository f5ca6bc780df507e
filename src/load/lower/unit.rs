use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::report::{Text, Unit, UnitError, number};
use crate::schema::Key;

rules! {

    /// A unit that says nothing, or a multiplier of nothing.
    BAD_UNIT "E009" "unit cannot be read"
r#"A unit is "%", "pp" (percentage points), "rank", "year", a currency code
such as "USD", or a noun such as "people". A multiplier (thousand, million,
billion, trillion) may stand before a currency or a noun; not alone, and not
before "%". Write one of these words, in full and in the singular, and money
by its code in capitals. Of other multipliers write the product: 1.2 lakh
people are 120000 people. What it is a percentage of goes into 'of'.

    wrong:  unit = "billion"
    wrong:  unit = "thousand %"
    wrong:  unit = "bn usd"
    wrong:  unit = "thousand million USD"
    wrong:  unit = "% of exports"
    right:  unit = "billion USD"
    right:  unit = "%"
            of   = "exports""#
}

impl<'i> Lowering<'i, '_> {
    /// The unit of a row, or the inherited one.
    pub(super) fn unit(&mut self, row: &mut Row<'i>, default: Option<&Unit>) -> Option<Unit> {
        let Some(raw) = row.raw(Key::Unit, self.faults) else {
            if default.is_none() && !row.is_bad(&[Key::Unit]) {
                row.missing(Key::Unit, self.faults);
            }
            return default.filter(|_| !row.is_bad(&[Key::Unit])).cloned();
        };
        let error = match Unit::parse(&raw) {
            Ok(unit) => return Some(unit),
            Err(error) => error,
        };
        row.mark(Key::Unit);
        let raw = raw.trim();
        let (message, help) = match error {
            UnitError::Empty => (
                "the unit is empty".to_owned(),
                "write a percent sign, the code of a currency, or what is counted".to_owned(),
            ),
            UnitError::NoName => (
                format!("the unit {} does not say what is counted", quoted(raw)),
                "write what is counted, such as people, or the sign or the code of the unit"
                    .to_owned(),
            ),
            UnitError::Number => (
                format!("the unit {} has a number in it", quoted(raw)),
                "write each value in full, and only what is counted in 'unit', with thousand, million, \
                 billion or trillion in front at most"
                    .to_owned(),
            ),
            UnitError::Either(one, other) => (
                format!("the unit {} can be read in two ways", quoted(raw)),
                format!("write unit = \"{one}\", or unit = \"{other}\""),
            ),
            UnitError::Power { power, name } => (
                format!("the unit {} has a multiplier that the file has no word for", quoted(raw)),
                power_help(power, &name, row),
            ),
            UnitError::OnlyMultiplier(multiplier) => {
                let word = multiplier.word();
                let help = format!("say of what: write unit = \"{word} …\"");
                (format!("the unit {} does not say of what", quoted(raw)), help)
            }
            UnitError::Multiplied => (
                format!("the unit {} multiplies what cannot be multiplied", quoted(raw)),
                "write the unit alone and the value in full".to_owned(),
            ),
            UnitError::Spelling(meant) => (
                format!("the unit {} is not written as the program reads it", quoted(raw)),
                format!("write unit = \"{}\"{}", Text::new(&meant), other_currency(raw)),
            ),
            UnitError::PercentOf(whole) => {
                (format!("the unit {} names the whole too", quoted(raw)), whole_help(row, &whole))
            }
            UnitError::PercentAndMore => (
                format!("the unit {} says more than the unit", quoted(raw)),
                "write unit = \"%\", and say the rest in 'label' or 'of'".to_owned(),
            ),
        };
        self.faults.add(&BAD_UNIT, row.at(Key::Unit), message).help(help);
        None
    }
}

/// How to write a percentage of a whole.
fn whole_help(row: &Row<'_>, whole: &str) -> String {
    if row.table.field(Key::Of).is_none() {
        "write unit = \"%\", and name the whole in 'label'".to_owned()
    } else if row.has(Key::Of) {
        "write unit = \"%\": the whole stands in 'of'".to_owned()
    } else {
        format!("write unit = \"%\" and of = \"{whole}\"")
    }
}

/// What to add where a sign stands for several currencies.
fn other_currency(raw: &str) -> &'static str {
    let is_plain = raw.contains(['$', '¥', '£']) && !raw.contains(|c: char| c.is_ascii_uppercase());
    if is_plain { "; if the sign is that of another currency, write its code" } else { "" }
}

/// How to write a figure whose unit has a multiplier like "lakh": with the value times that.
fn power_help(power: i32, name: &str, row: &Row<'_>) -> String {
    if name.is_empty() {
        return "say what is counted, and give the value in full".to_owned();
    }
    let factor = number(10f64.powi(power));
    let unit = match Unit::parse(name) {
        Ok(unit) => Some(unit.long()),
        Err(UnitError::Spelling(meant)) => Some(meant),
        Err(_) => None,
    };
    // What has no unit of its own takes this one.
    let is_shared = [Key::Series, Key::Rival].into_iter().any(|key| row.has(key));
    let value = row.value(Key::Value).filter(|_| !is_shared);
    let value = value.and_then(|value| times(value, power));
    match (unit, value) {
        (Some(unit), Some(value)) => format!(
            "write value = {value} with unit = \"{}\": the value times {factor}",
            Text::new(&unit)
        ),
        _ => format!("give each value in {}: times {factor}", Text::new(name)),
    }
}

/// A value of the file times a power of ten, as the file writes it, if all digits can be kept.
fn times(value: &DeValue<'_>, power: i32) -> Option<String> {
    let one = |raw: &str| {
        let product: f64 = format!("{}e{power}", raw.replace('_', "")).parse().ok()?;
        (product.abs() < 1e15).then(|| product.to_string())
    };
    match value {
        DeValue::Integer(n) if n.radix() == 10 => one(n.as_str()),
        DeValue::Float(n) => one(n.as_str()),
        DeValue::Array(list) => match list.as_ref() {
            [low, high] => Some(format!(
                "[{}, {}]",
                times(low.get_ref(), power)?,
                times(high.get_ref(), power)?
            )),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{help, obeyed};

    #[test]
    fn a_unit_is_put_right_without_changing_the_figure() {
        for (unit, value, said) in [
            ("thousand million USD", "8", &["8 billion USD"][..]),
            ("milliard EUR", "8", &["8 billion EUR"]),
            ("000 people", "8", &["8 thousand people"]),
            ("'000s people", "8", &["8 thousand people"]),
            ("m people", "8", &["8 million people"]),
            ("mln people", "8", &["8 million people"]),
            ("lakh people", "1.2", &["120,000 people"]),
            ("lakh people", "[1, 2.5]", &["100,000 to 250,000 people"]),
            ("crore INR", "-3", &["−30,000,000 INR"]),
            ("crore ₹", "3_000", &["30,000,000,000 INR"]),
            ("万人", "5", &["50,000 人"]),
            ("hundred thousand people", "6", &["600,000 people"]),
            ("lakh", "6", &[]),
            ("lakh people", "6\n[[indicator.rival]]\nvalue = 7\nsource = \"s\"", &[]),
            ("mil USD", "5", &["5 million USD", "5 thousand USD"]),
            ("ten thousand people", "5", &[]),
            ("MM USD", "5", &[]),
            ("people (m)", "5", &["5 million people"]),
            ("lakh people", "\"1/2\"", &[]),
            ("lakh people", "123456789012345", &[]),
            ("billion", "6", &[]),
            ("5", "6", &[]),
            ("thousand %", "6", &[]),
            ("bn USD", "8", &["8 billion USD"]),
            ("% of exports", "8", &["8 % of exports"]),
            ("€", "8", &["8 EUR"]),
        ] {
            let keys = format!("unit = \"{unit}\"\nvalue = {value}");
            assert_eq!(obeyed(&keys), said, "{keys}: {}", help(&keys));
        }
        let order = "unit = \"lakh people\"\nhedge = \"hundreds\"";
        assert_eq!(obeyed(order), [""; 0]);
        assert!(help("unit = \"$\"\nvalue = 8").contains("another currency"));
        assert!(!help("unit = \"US$\"\nvalue = 8").contains("another currency"));
    }
}
