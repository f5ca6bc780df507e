//! Whether the printed wording says everything that the file says about a figure.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::report::{Observation, Quantity, Status, Unit, UnitKind, Value, without_currency_signs};

/// Beside a figure these may change its meaning: "no more than", "70% or more", "70%+".
const DOUBTS: &[&str] = &[
    "no", "not", "nor", "never", "without", "or", "plus", "minus", "point", "points", "+", "−",
    "±", "~", "<", ">", "≤", "≥", "≈",
];
/// Multipliers in all their spellings.
const MULTIPLIERS: &[&str] = &[
    "dozen", "hundred", "thousand", "million", "billion", "trillion", "k", "m", "mn", "mln", "bn",
    "bln", "tn", "trn",
];
/// Signs that are kept as separate words. Without them "up. To 70" would say "up to 70".
const BREAKS: &str = "-.,;:!?/=+−±~<>≤≥≈";
/// It joins two words to one: "a follow-up to" does not say "up to".
const HYPHEN: &str = "-";
/// Dashes that are read as hyphens.
const DASHES: [char; 6] = ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}'];

/// Whether the printed wording limits the figure as much as the file does, and names its unit.
///
/// That is so if it contains the words of the file; or if it contains exactly one number, the one
/// of the figure, with the hedge right in front and the unit anywhere. Nothing beside that may
/// change its meaning. In doubt the answer is no: then the words of the file are written beside the
/// wording, which costs a few words and loses no limit. Figures with a status, changes and pairs of
/// numbers are not looked at.
pub(crate) fn wording_matches(observation: &Observation) -> bool {
    let (Some(quantity), Some(wording)) = (&observation.quantity, &observation.wording) else {
        return false;
    };
    let is_plain = observation.status == Status::Normal
        && !quantity.is_change()
        && !matches!(quantity.value(), Value::Pair(..));
    let printed = words_of(wording);
    let said = words_of(&quantity.words());
    let as_in_file = (0..=printed.len()).find_map(|end| stands(&printed, end, &said));
    let found = as_in_file.or_else(|| {
        number_with_hedge(&printed, quantity).filter(|_| says_unit(&printed, quantity.unit()))
    });
    is_plain && found.is_some_and(|at| !has_doubt(&printed, &at, quantity.unit()))
}

/// The range of `others` in the words, if they end at a position and do not begin in the middle of
/// a hyphenated word.
fn stands(words: &[String], end: usize, others: &[String]) -> Option<Range<usize>> {
    let before = words.get(..end)?.strip_suffix(others)?;
    let is_whole = before.last().is_none_or(|word| word != HYPHEN) && !others.is_empty();
    is_whole.then_some(before.len()..end)
}

/// The range of the only number with the hedge right in front of it, if it is that of the figure.
fn number_with_hedge(printed: &[String], quantity: &Quantity) -> Option<Range<usize>> {
    let mut numbers = printed.iter().enumerate().filter_map(|(at, word)| Some((at, number(word)?)));
    let (Some((at, number)), None) = (numbers.next(), numbers.next()) else { return None };
    let unit = quantity.unit();
    let is_multiplied = printed.iter().any(|word| MULTIPLIERS.contains(&&**word));
    let stated = quantity.stated();
    let stated = if is_multiplied { stated } else { unit.ones(stated) };
    if number.total_cmp(&stated).is_ne() {
        return None;
    }
    // The currency may be in front of the number, too.
    let money = at.checked_sub(1).and_then(|before| printed.get(before));
    let end = if money.is_some_and(|word| is_money(word, unit)) { at - 1 } else { at };
    let Some(hedge) = quantity.hedge() else {
        let follows = end.checked_sub(1).and_then(|before| printed.get(before));
        return follows.is_none_or(|word| word != HYPHEN).then_some(end..at + 1);
    };
    stands(printed, end, &words_of(hedge.word)).map(|hedge| hedge.start..at + 1)
}

/// Whether something beside the figure may change its meaning.
fn has_doubt(printed: &[String], figure: &Range<usize>, unit: &Unit) -> bool {
    let own = [words_of(&unit.long()), words_of(&unit.short())];
    let is_own =
        |word: &String| unit.multiplier.is_some() && own.iter().any(|o| o.first() == Some(word));
    let is_doubt = |word: &String| {
        let is_multiplier = MULTIPLIERS.contains(&&**word) && !is_own(word);
        let is_of_unit = own.iter().any(|own| own.contains(word));
        (DOUBTS.contains(&&**word) && !is_of_unit) || is_multiplier
    };
    printed.iter().enumerate().any(|(at, word)| !figure.contains(&at) && is_doubt(word))
}

/// Whether the words name a unit, regardless of an "s" at the end of a word. A rank and a year have
/// no name.
fn says_unit(printed: &[String], unit: &Unit) -> bool {
    let alike = |a: &String, b: &String| singular(a) == singular(b);
    let name = match &unit.kind {
        UnitKind::Rank | UnitKind::Year => return true,
        UnitKind::Currency(_) => return printed.iter().any(|word| is_money(word, unit)),
        UnitKind::Percent => vec!["percent".to_owned()],
        UnitKind::Points => words_of("percentage points"),
        UnitKind::Noun(noun) => words_of(noun),
    };
    let mut places = printed.windows(name.len().max(1));
    places.any(|place| place.iter().zip(&name).all(|(printed, name)| alike(printed, name)))
}

/// A word without the "s" at its end, unless it is so short that it would be another word.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|word| word.len() >= 4).unwrap_or(word)
}

/// Whether a word is the currency code of a unit.
fn is_money(word: &str, unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Currency(code) if code.eq_ignore_ascii_case(word))
}

/// The words of a text in lower case, and the signs that may matter. Letters right after a number
/// are a separate word, and a number keeps its separators: `$8bn` is three words, `19,000` one.
fn words_of(text: &str) -> Vec<String> {
    let text = without_currency_signs(text).replace('%', " percent ").replace(DASHES, HYPHEN);
    let is_said = |word: &&str| {
        word.starts_with(char::is_alphanumeric) || (!word.is_empty() && BREAKS.contains(*word))
    };
    let parts = text.split_word_bounds().filter(is_said).flat_map(|word| {
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        let letters = word.find(char::is_alphabetic).filter(|_| digits).unwrap_or(0);
        let (number, rest) = word.split_at_checked(letters).unwrap_or(("", word));
        [number, rest]
    });
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

/// The number of a word, with commas between thousands as in English; NaN where a number is written
/// in another way.
fn number(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, _) = word.split_once('.').unwrap_or((word, ""));
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    let mut rest = groups.peekable();
    let is_english = rest.peek().is_none() || (first <= 3 && rest.all(|group| group.len() == 3));
    let value = word.replace(',', "").parse().ok().filter(|_| is_english);
    Some(value.unwrap_or(f64::NAN))
}

#[cfg(test)]
mod tests {
    use super::{number, words_of};

    #[test]
    fn numbers_units_and_words_are_told_apart() {
        for (text, words) in [
            ("Nearly $8bn", &["nearly", "usd", "8", "bn"][..]),
            ("up to 19,000.50 people.", &["up", "to", "19,000.50", "people", "."]),
            ("about 70%, in 2023", &["about", "70", "percent", ",", "in", "2023"]),
            ("a follow\u{2011}up", &["a", "follow", "-", "up"]),
            ("two-thirds", &["two", "-", "thirds"]),
            ("8,", &["8", ","]),
            ("", &[]),
        ] {
            assert_eq!(words_of(text), words, "{text}");
        }
    }

    #[test]
    fn commas_stand_between_thousands_only() {
        assert_eq!(number("19,000.5"), Some(19_000.5));
        assert_eq!(number("people"), None);
        for odd in ["1,5", "1,50", "1900,000", "1.5.0"] {
            assert!(number(odd).is_some_and(f64::is_nan), "{odd}");
        }
    }
}
