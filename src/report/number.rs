/// From this size on a number is written with an exponent.
const LONGEST: f64 = 1e15;
const SHORTEST: f64 = 1e-6;

/// A number as people read it, with all its digits and no others: `19,000`, `3,022.4`, `−45`.
pub fn number(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    let size = value.abs();
    if !size.is_finite() || size >= LONGEST || (size > 0.0 && size < SHORTEST) {
        return format!("{sign}{size:e}");
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
    }
}
