//! Quarters and halves of a year: `Q3 2024`, `3Q24`, `first half of 2024`.

use super::is_year;

/// The number in EDTF of the first quarter, and how many there are.
const QUARTERS: (u8, u8) = (33, 4);
const HALVES: (u8, u8) = (40, 2);

/// Words between the parts of such a date.
const BETWEEN: [&str; 6] = ["of", "the", "st", "nd", "rd", "th"];

/// A part of a year in EDTF; `raw` is in lower case.
pub(super) fn of_year(raw: &str) -> Option<String> {
    let words = words(raw);
    let (year, part) = match words.as_slice() {
        [year, part @ ..] if number(part).is_some() => (year, part),
        [part @ .., year] => (year, part),
        [] => return None,
    };
    Some(format!("{}-{}", year_of(year)?, number(part)?))
}

/// Two parts of a year, which only the second names: `q1`, `q2 2024`.
pub(super) fn two(from: &str, to: &str) -> Option<(String, String)> {
    let (from, to) = (number(&words(from))?, of_year(to)?);
    let year = to.get(..4)?;
    Some((format!("{year}-{from}"), to))
}

/// Its words and numbers: `3q24` are `3`, `q` and `24`.
fn words(raw: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in raw.split(|c: char| !c.is_alphanumeric()) {
        let is_digit = |c: char| c.is_ascii_digit();
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| is_digit(c) != is_digit(first)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            words.push(word);
            rest = after;
        }
    }
    words.retain(|word| !BETWEEN.contains(word));
    words
}

/// The number of a quarter or a half in EDTF, from its name and its number in either order.
fn number(words: &[&str]) -> Option<u8> {
    let [a, b] = words else { return None };
    let kind = |word: &str| match word {
        "q" | "qtr" | "quarter" => Some(QUARTERS),
        "h" | "half" => Some(HALVES),
        _ => None,
    };
    let (kind, nth) = kind(a).map(|kind| (kind, b)).or_else(|| Some((kind(b)?, a)))?;
    let nth = match *nth {
        "1" | "first" => 1,
        "2" | "second" => 2,
        "3" | "third" => 3,
        "4" | "fourth" => 4,
        _ => return None,
    };
    let (first, count) = kind;
    (nth <= count).then(|| first + nth - 1)
}

/// A year of four digits, or of the two that stand behind a quarter.
fn year_of(word: &str) -> Option<String> {
    if is_year(word) {
        return Some(word.to_owned());
    }
    let short = super::two(word).filter(|_| word.len() == 2)?;
    Some(format!("{}{short:02}", if short < 70 { 20 } else { 19 }))
}
