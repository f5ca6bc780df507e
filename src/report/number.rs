//! Numbers and counts as people read them.

use super::Decimal;

/// From this size on a number is written with an exponent.
const LONGEST: f64 = 1e15;
const SHORTEST: f64 = 1e-6;

/// A number as people read it, with all its digits and no others: `19,000`, `3,022.40`, `−45`.
pub fn number(number: impl Into<Decimal>) -> String {
    let number = number.into();
    let sign = if number.value() < 0.0 { "−" } else { "" };
    let size = number.abs();
    let value = size.value();
    if !value.is_finite() || value >= LONGEST || (value > 0.0 && value < SHORTEST) {
        return format!("{sign}{}", size.scientific());
    }
    let plain = size.to_string();
    let (whole, decimals) =
        plain.split_once('.').map_or((plain.as_str(), None), |(w, d)| (w, Some(d)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// How many of something there are: `1 fault`, `2 faults`.
pub fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_and_none_is_invented() {
        for (value, shown) in [
            (0.0, "0"),
            (-0.0, "0"),
            (8.0, "8"),
            (287.0, "287"),
            (19_000.0, "19,000"),
            (3_022.4, "3,022.4"),
            (-45.0, "−45"),
            (0.5, "0.5"),
            (1e15, "1e15"),
            (1e-9, "1e-9"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(number(value), shown);
        }
        for (written, shown) in [
            ("7.0", "7.0"),
            ("-45.50", "−45.50"),
            ("1234.50", "1,234.50"),
            ("0.0", "0.0"),
            ("1.50e3", "1,500"),
            ("1.50e-7", "1.50e-7"),
            ("1.0e20", "1.0e20"),
            ("1000000000000000", "1e15"),
            ("1000000000000000.0", "1e15"),
        ] {
            assert_eq!(number(Decimal::parse(written).expect("a number")), shown);
        }
    }
}
