//! Whether printed words say all that the file says of a figure.

use unicode_segmentation::UnicodeSegmentation;

use crate::report::{Observation, Quantity, Status, Unit, UnitKind, Value, without_currency_signs};

/// The first letters of a unit that a printed word has to have in common with it: the rest may be
/// that of a plural or of another case.
const STEM: usize = 4;
/// It makes one word of two: "up to" is not said by "a follow-up to".
const HYPHEN: &str = "-";

/// Whether the printed words limit the figure as much as the file does, and name its unit.
///
/// They have the words of the file in them; or one number, which is that of the figure, with its
/// hedge right in front and its unit somewhere. In doubt they do not: then the words of the file
/// stand beside them, which costs a few words and no limit. For a status, the direction of a change
/// and a second number nobody looks.
pub(super) fn says_all(observation: &Observation) -> bool {
    let (Some(quantity), Some(wording)) = (&observation.quantity, &observation.wording) else {
        return false;
    };
    let is_plain = observation.status == Status::Normal
        && !quantity.is_change()
        && !matches!(quantity.value(), Value::Pair(..));
    let printed = words_of(wording);
    let words = words_of(&quantity.words());
    let mut beginnings = (0..=printed.len()).filter_map(|end| printed.get(..end));
    let has_them = beginnings.any(|beginning| ends_with(beginning, &words));
    is_plain
        && (has_them || says_number(&printed, quantity) && says_unit(&printed, quantity.unit()))
}

/// Whether the only number is that of the figure, with its hedge right in front. A number without a
/// hedge may be spelt out.
fn says_number(printed: &[String], quantity: &Quantity) -> bool {
    let mut numbers = printed.iter().enumerate().filter_map(|(at, word)| Some((at, number(word)?)));
    let hedge = quantity.hedge().map(|hedge| words_of(hedge.word));
    match (numbers.next(), numbers.next()) {
        (None, None) => hedge.is_none(),
        (Some((at, number)), None) => {
            let stated = quantity.stated();
            let is_it = number.total_cmp(&stated).is_eq()
                || number.total_cmp(&quantity.unit().ones(stated)).is_eq();
            let before = printed.get(..at).unwrap_or_default();
            // The money stands in front of the number, too.
            let money = before.split_last().filter(|(last, _)| is_money(last, quantity.unit()));
            let before = money.map_or(before, |(_, before)| before);
            is_it && hedge.is_none_or(|hedge| ends_with(before, &hedge))
        }
        _ => false,
    }
}

/// Whether a unit is named, with its multiplier. A rank and a year have no name.
fn says_unit(printed: &[String], unit: &Unit) -> bool {
    let has = |word: &str| printed.iter().any(|printed| printed == word);
    let has_stem = |word: &String| {
        let stem: String = word.chars().take(STEM).collect();
        printed.iter().any(|printed| printed.starts_with(&stem))
    };
    let (long, short) = (words_of(&unit.long()), words_of(&unit.short()));
    let (multiplier, name) = long.split_at(usize::from(unit.multiplier.is_some()).min(long.len()));
    let is_multiplied = multiplier.iter().chain(short.first()).any(|word| has(word));
    let is_named = match &unit.kind {
        UnitKind::Rank | UnitKind::Year => true,
        UnitKind::Percent => has("percent"),
        UnitKind::Points => has("pp") || has("points"),
        UnitKind::Currency(_) => printed.iter().any(|word| is_money(word, unit)),
        UnitKind::Noun(_) => name.iter().any(has_stem),
    };
    is_named && (unit.multiplier.is_none() || is_multiplied)
}

/// Whether a word is the code of the money that a unit is.
fn is_money(word: &str, unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Currency(code) if code.eq_ignore_ascii_case(word))
}

/// The words of a text, small; of signs only what stands for a word, and the hyphen. Letters right
/// behind a number are a word of their own, and a number has its separators: `$8bn` has three words,
/// `19,000` is one.
fn words_of(text: &str) -> Vec<String> {
    let text = without_currency_signs(text).replace('%', " percent ");
    let is_said = |word: &&str| *word == HYPHEN || word.starts_with(char::is_alphanumeric);
    let parts = text.split_word_bounds().filter(is_said).flat_map(|word| {
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        let letters = word.find(char::is_alphabetic).filter(|_| digits).unwrap_or(0);
        let (number, rest) = word.split_at_checked(letters).unwrap_or(("", word));
        [number, rest]
    });
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

/// The number that a word is; of thousands with commas, as English prints them.
fn number(word: &str) -> Option<f64> {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    is_number.then(|| word.replace(',', "").parse().ok()).flatten()
}

/// Whether words end with others as such, not as a part of a longer one.
fn ends_with(words: &[String], with: &[String]) -> bool {
    words.strip_suffix(with).is_some_and(|before| before.last().is_none_or(|word| word != HYPHEN))
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn numbers_units_and_words_are_told_apart() {
        for (text, words) in [
            ("Nearly $8bn", &["nearly", "usd", "8", "bn"][..]),
            ("up to 19,000.50 people.", &["up", "to", "19,000.50", "people"]),
            ("about 70%, in 2023", &["about", "70", "percent", "in", "2023"]),
            ("a follow-up", &["a", "follow", "-", "up"]),
            ("two-thirds", &["two", "-", "thirds"]),
            ("8,", &["8"]),
            ("", &[]),
        ] {
            assert_eq!(words_of(text), words, "{text}");
        }
    }
}
