//! Numbers as machines write them.

use crate::report::Decimal;

/// The most digits that a number keeps.
const KEPT: usize = 15;

/// A number as the file writes it, if the cell is one: `7.0`, `-45`, `1.5e3`. Digits past the fifteenth are
/// noise of binary numbers and are rounded off.
pub(super) fn number(raw: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
    if !raw.contains(|c: char| c.is_ascii_digit()) || !raw.chars().all(is_part) {
        return None;
    }
    let decimal = Decimal::parse(raw).filter(|decimal| decimal.value().is_finite())?;
    let mantissa = raw.split(['e', 'E']).next().unwrap_or(raw);
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    let zeros = mantissa.bytes().take_while(|b| !(b'1'..=b'9').contains(b));
    let significant = digits - zeros.filter(u8::is_ascii_digit).count();
    if significant > KEPT {
        let rounded: f64 = format!("{:.*e}", KEPT - 1, decimal.value()).parse().ok()?;
        return Some(Decimal::from(rounded).to_string());
    }
    let whole = mantissa.trim_start_matches('-').split('.').next().unwrap_or_default();
    let is_toml = !whole.is_empty()
        && !raw.contains('+')
        && !mantissa.ends_with('.')
        && (whole == "0" || !whole.starts_with('0'));
    Some(if is_toml { raw.to_owned() } else { decimal.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits() {
        for (raw, read) in [
            ("7.0", Some("7.0")),
            ("-45", Some("-45")),
            ("1.50e3", Some("1.50e3")),
            (".5", Some("0.5")),
            ("+5", Some("5")),
            ("007", Some("7")),
            ("5.", Some("5")),
            ("0.30000000000000004", Some("0.3")),
            ("9379952.123456789", Some("9379952.12345679")),
            ("1,5", None),
            ("<5", None),
            ("", None),
            ("-", None),
            ("1e999", None),
            ("1-2", None),
        ] {
            assert_eq!(number(raw).as_deref(), read, "{raw}");
        }
    }
}
