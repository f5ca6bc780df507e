//! Nouns that count the same thing.

/// Words of one meaning, in the singular, and the one that stands for both.
const TWINS: &[(&str, &str)] = &[
    ("people", "person"),
    ("individual", "person"),
    ("tonne", "t"),
    ("hectare", "ha"),
    ("kilometre", "km"),
    ("kilometer", "km"),
    ("metre", "m"),
    ("meter", "m"),
    ("litre", "l"),
    ("liter", "l"),
    ("kilogram", "kg"),
    ("kilogramme", "kg"),
    ("kilowatt-hour", "kWh"),
    ("megawatt", "MW"),
    ("gigawatt", "GW"),
];

/// Other words and signs, in the singular, that are certainly none of the others here.
const KNOWN: &[&str] = &[
    "g",
    "mg",
    "kt",
    "Mt",
    "kW",
    "GWh",
    "MWh",
    "TWh",
    "km2",
    "m2",
    "m3",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "household",
    "°C",
];

/// Words of fewer letters may be symbols, in which capitals and an `s` at the end count: `MW`, `ms`.
const SHORTEST_WORD: usize = 4;

/// A noun without capitals, in the singular, and with one word for each thing.
pub(super) fn plain(noun: &str) -> String {
    noun.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Whether it is a known measure, or people or households.
pub(super) fn is_known(noun: &str) -> bool {
    let plain = plain(noun);
    TWINS.iter().any(|(_, name)| *name == plain) || KNOWN.contains(&&*plain)
}

/// Whether it counts one thing for each of another: `people per km2`.
pub(super) fn is_rate(noun: &str) -> bool {
    noun.split_whitespace().any(|word| word.eq_ignore_ascii_case("per")) || noun.contains('/')
}

fn word(raw: &str) -> String {
    if raw.chars().count() < SHORTEST_WORD {
        return raw.to_owned();
    }
    let lower = raw.to_lowercase();
    let singular = match (lower.strip_suffix("ies"), lower.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => lower,
    };
    let twin = TWINS.iter().find(|(word, _)| *word == singular);
    twin.map_or(singular, |(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_one_thing_are_one_unit() {
        for (a, b) in [
            ("people", "persons"),
            ("Enterprises", "enterprise"),
            ("state  companies", "State company"),
            ("tonnes", "t"),
            ("kilometers", "kilometres"),
            ("people per household", "persons per household"),
        ] {
            assert_eq!(plain(a), plain(b), "{a}, {b}");
        }
        for (a, b) in
            [("MW", "mW"), ("m", "ms"), ("t", "tons"), ("firms", "plants"), ("men", "people")]
        {
            assert_ne!(plain(a), plain(b), "{a}, {b}");
        }
    }
}
