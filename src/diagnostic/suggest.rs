//! "Did you mean": the known words that are nearest to a misspelt one.

use std::cmp::Reverse;

/// Longer words are not typing mistakes, and comparing them takes long.
const LONGEST: usize = 64;

/// The known word that an unknown one was most likely meant to be, by a slip of the keyboard.
///
/// Another number, a longer word and a word of another beginning are something else: `debt-2023` is
/// not `debt-2024`, `disputed` is not `imputed`. Where two known words are as near, it is unclear
/// which one is meant.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let is_slip = |known: &&str| {
        digits(word).eq(digits(known))
            && (slips(word, known) <= 1 || word.chars().next() == known.chars().next())
            && (slips(word, known) <= allowed(word, known) || known.starts_with(word))
    };
    match ranked(word, known.filter(is_slip)).as_slice() {
        [first, second, ..] if rank(word, first) == rank(word, second) => None,
        near => near.first().copied(),
    }
}

/// The known words that are nearest to an unknown one, three at most, the best first.
///
/// One change is allowed in a word of three to five letters, two in one of six to nine, three in a
/// longer one; or one word begins with the other.
pub fn ranked<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    if word.is_empty() || word.len() > LONGEST {
        return Vec::new();
    }
    let begins = |a: &str, b: &str| a.len() >= 4 && b.len() >= 4 && b.starts_with(a);
    let mut near: Vec<_> = known
        .filter(|k| k.len() <= LONGEST)
        .filter(|k| slips(word, k) <= allowed(word, k) || begins(word, k) || begins(k, word))
        .map(|k| (rank(word, k), k))
        .collect();
    near.sort_unstable();
    near.truncate(3);
    near.into_iter().map(|(_, k)| k).collect()
}

/// How far a known word is from an unknown one: the slips, then how differently they begin.
fn rank(word: &str, known: &str) -> (usize, Reverse<usize>) {
    let common = word.bytes().zip(known.bytes()).take_while(|(x, y)| x == y).count();
    (slips(word, known), Reverse(common))
}

fn slips(word: &str, known: &str) -> usize {
    strsim::damerau_levenshtein(word, known)
}

/// How many slips a word of this length may have.
fn allowed(word: &str, known: &str) -> usize {
    match word.len().max(known.len()) {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

fn digits(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(char::is_ascii_digit)
}

/// The same as a question, for words that are written with hyphens.
pub(crate) fn did_you_mean<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<String> {
    let wanted = word.trim().to_lowercase().replace([' ', '_'], "-");
    nearest(&wanted, known).map(|near| format!("did you mean '{near}'?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let known =
            ["hedge", "value", "up to", "at least", "locator", "imputed", "debt-2024", "f1"];
        for (word, meant) in [
            ("hedeg", Some("hedge")),
            ("upto", Some("up to")),
            ("at laest", Some("at least")),
            ("loc", None),
            ("locat", Some("locator")),
            ("colour", None),
            ("value_low", None),
            ("disputed", None),
            ("debt-2023", None),
            ("debt2024", Some("debt-2024")),
            ("f2", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known.into_iter()), meant, "{word}");
        }
    }

    #[test]
    fn of_two_that_are_as_near_none_is_meant() {
        assert_eq!(nearest("debt-x", ["debt-a", "debt-b"].into_iter()), None);
        assert_eq!(nearest("loca", ["local", "locus"].into_iter()), Some("local"));
    }
}
