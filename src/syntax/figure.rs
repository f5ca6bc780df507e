//! A figure that was written in one piece, split over the keys of the file.

use crate::prose::Figure;
use crate::report::Text;
use crate::schema::Key;

/// What to write instead of a figure, for a key that needs a number.
pub(crate) fn help(figure: &Figure, key: &str) -> String {
    let first = one_way(figure, &figure.value, key);
    match figure.other.as_deref() {
        Some(other) if key == Key::Value.word() => {
            format!("{first}, or {}", one_way(figure, other, key).trim_start_matches("write "))
        }
        _ => first,
    }
}

fn one_way(figure: &Figure, value: &str, key: &str) -> String {
    let unit = figure.unit.as_deref().map(Text::new);
    match (figure.hedge, unit) {
        _ if key == Key::Scale.word() && !figure.is_pair() => {
            format!("write the two ends in a list: {key} = […, {value}]")
        }
        (None, None) => format!("write {key} = {value}"),
        _ if key != Key::Value.word() => format!("write {key} = {value}, the number alone"),
        (Some(hedge), None) => format!("write {key} = {value} and hedge = \"{hedge}\""),
        (None, Some(unit)) => format!("write {key} = {value} with unit = \"{unit}\""),
        (Some(hedge), Some(unit)) => {
            format!("write {key} = {value} and hedge = \"{hedge}\", with unit = \"{unit}\"")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_taken_apart_into_their_keys() {
        for (raw, help) in [
            ("70", "write value = 70"),
            ("8,000", "write value = 8_000"),
            ("9,5", "write value = 9.5"),
            ("1.234.567", "write value = 1_234_567"),
            ("1.234,56", "write value = 1_234.56"),
            ("1,234,567.8", "write value = 1_234_567.8"),
            ("٧٠", "write value = 70"),
            ("−45", "write value = -45"),
            (".5", "write value = 0.5"),
            ("50-70", "write value = [50, 70]"),
            ("50–70 %", "write value = [50, 70] with unit = \"%\""),
            ("-20 to 5", "write value = [-20, 5]"),
            ("between 50 and 70", "write value = [50, 70] and hedge = \"between\""),
            ("up to 70%", "write value = 70 and hedge = \"up to\", with unit = \"%\""),
            ("Up to 70 percent", "write value = 70 and hedge = \"up to\", with unit = \"%\""),
            ("~ 70", "write value = 70 and hedge = \"about\""),
            (">=70", "write value = 70 and hedge = \"at least\""),
            (
                "nearly $8 billion",
                "write value = 8 and hedge = \"nearly\", with unit = \"billion USD\"",
            ),
            ("8bn", "write value = 8 with unit = \"billion …\""),
            ("€8", "write value = 8 with unit = \"EUR\""),
            ("up to 2/3", "write value = \"2/3\" and hedge = \"up to\""),
        ] {
            assert_eq!(
                Figure::read(raw).map(|f| super::help(&f, "value")).as_deref(),
                Some(help),
                "{raw}"
            );
        }
    }
}
