//! Numbers in English words.

use super::lexicon::LEXICON;
use super::token::Tokens;
use crate::report::power_of_ten;

/// The numbers from zero on.
const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
    fourteen fifteen sixteen seventeen eighteen nineteen";

/// The tens from twenty on.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

const DENOMINATORS: &[(&str, f64)] = &[
    ("half halves", 2.0),
    ("third thirds", 3.0),
    ("quarter quarters fourth fourths", 4.0),
    ("fifth fifths", 5.0),
    ("sixth sixths", 6.0),
    ("seventh sevenths", 7.0),
    ("eighth eighths", 8.0),
    ("ninth ninths", 9.0),
    ("tenth tenths", 10.0),
    ("twelfth twelfths", 12.0),
    ("twentieth twentieths", 20.0),
    ("hundredth hundredths", 100.0),
];

const ORDINALS: &str = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth \
    eleventh twelfth";

/// The words with which a number in words may begin.
pub(super) fn starts() -> impl Iterator<Item = &'static str> {
    let others = "half halves none nil not a an dozen";
    [ONES, TENS, ORDINALS, others].into_iter().flat_map(|words| words.split_whitespace())
}

/// The number of a word: zero to nineteen, and the tens.
fn small(word: &str) -> Option<f64> {
    let tens = (20_u8..).step_by(10).zip(TENS.split(' '));
    let mut all = (0_u8..).zip(ONES.split(' ')).chain(tens);
    all.find(|(_, name)| *name == word).map(|(number, _)| f64::from(number))
}

/// The denominator of a fraction in words.
pub(super) fn denominator(word: &str) -> Option<f64> {
    let has = |words: &str| words.split(' ').any(|own| own == word);
    DENOMINATORS.iter().find(|(words, _)| has(words)).map(|(_, number)| *number)
}

/// A part of a whole in another language, as a share of one, and the position after it.
pub(super) fn part(tokens: &Tokens<'_>, start: usize) -> Option<(f64, usize)> {
    let upper = tokens.word(start).and_then(|word| LEXICON.uppers.get(word));
    let (of, end) = LEXICON.parts.at(tokens, start + usize::from(upper.is_some()))?;
    Some((upper.unwrap_or(&1.0) / of, end))
}

/// The number that a noun is about: 30 of "une trentaine".
pub(super) fn about(word: &str) -> Option<f64> {
    LEXICON.abouts.get(word).copied()
}

/// The number of a rank in words.
pub(super) fn ordinal(word: &str) -> Option<f64> {
    let mut all = (0_u8..).zip(ORDINALS.split(' '));
    all.find(|(_, name)| *name == word).map(|(number, _)| f64::from(number))
}

/// A number in words, with the position after it: `nineteen thousand`, `one hundred and five`,
/// `two and a half`.
pub(super) fn read(tokens: &Tokens<'_>, start: usize) -> Option<(f64, usize)> {
    let (mut total, mut current, mut at) = (0.0, None, start);
    while let Some(word) = tokens.word(at) {
        let next = tokens.word(at + 1);
        let is_first = at == start;
        if let Some(n) = small(word) {
            // "Thirty-one" is one number, "three four" are two.
            let open = current.is_none_or(|c: f64| {
                c > 0.0 && (c % 100.0 == 0.0 || (c % 10.0 == 0.0 && n < 10.0))
            });
            if !open {
                break;
            }
            current = Some(current.unwrap_or(0.0) + n);
        } else if word == "dozen" && (current.is_some() || is_first) {
            current = Some(current.unwrap_or(1.0) * 12.0);
        } else if let Some(power) = english(word).filter(|_| current.is_some()) {
            let factor = 10f64.powi(power);
            if power == 2 {
                current = current.map(|c: f64| c * factor);
            } else {
                total += current.take().unwrap_or(1.0) * factor;
            }
        } else if matches!(word, "a" | "an") && is_first && next.is_some_and(is_counted) {
            current = Some(1.0);
        } else if word == "and"
            && !is_first
            && let Some((part, end)) = and_a_part(tokens, at)
            && current.is_some()
        {
            return Some((total + current.unwrap_or(0.0) + part, end));
        } else if word == "and"
            && next.and_then(small).is_some()
            && (total > 0.0 || current.is_some_and(|c| c >= 100.0))
        {
            // The "and" of "one hundred and five".
        } else {
            break;
        }
        at += 1;
        // "Twenty-eight" is written with a hyphen.
        let is_tied =
            tokens.word(at + 1).is_some_and(|word| small(word).is_some() || word == "and");
        if tokens.sign(at) == Some('-') && is_tied {
            at += 1;
        }
    }
    (at > start).then(|| (total + current.unwrap_or(0.0), at))
}

/// The part of "and a half" or "and three quarters", with or without hyphens, and the token after it.
fn and_a_part(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let mut words = (at + 1..at + 5).filter(|at| tokens.sign(*at) != Some('-'));
    let upper = tokens.word(words.next()?)?;
    let upper = if upper == "a" { 1.0 } else { small(upper)? };
    let end = words.next()?;
    let lower = tokens.word(end).and_then(denominator)?;
    (upper < lower).then_some((upper / lower, end + 1))
}

fn english(word: &str) -> Option<i32> {
    power_of_ten(word).filter(|_| word.len() > 3 && word.ends_with(['d', 'n', 's']))
}

/// Whether "a" before a word is a one.
fn is_counted(word: &str) -> bool {
    word == "dozen" || english(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read() {
        for (text, number) in [
            ("twenty-eight programmes", Some(28.0)),
            ("nineteen thousand", Some(19_000.0)),
            ("one hundred and five", Some(105.0)),
            ("a hundred thousand", Some(100_000.0)),
            ("two and a half million", Some(2.5)),
            ("a dozen", Some(12.0)),
            ("three four", Some(3.0)),
            ("a country", None),
            ("hundreds", None),
        ] {
            assert_eq!(read(&Tokens::of(text), 0).map(|(n, _)| n), number, "{text}");
        }
    }
}
