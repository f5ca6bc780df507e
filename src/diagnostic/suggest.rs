//! "Did you mean": the known word that is nearest to a misspelt one.

use std::cmp::Reverse;

/// Words longer than this are no slips of the hand; comparing them would only take time.
const LONGEST: usize = 64;

/// The known word that an unknown one was most likely meant to be.
///
/// Two changes are allowed in a word of six letters or more, one in a shorter one; or the
/// one word begins the other.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    ranked(word, known).into_iter().next()
}

/// The known words that are nearest to an unknown one, three at most, the best first.
pub fn ranked<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    if word.is_empty() || word.len() > LONGEST {
        return Vec::new();
    }
    let mut near: Vec<(usize, Reverse<usize>, &str)> = known
        .filter(|k| k.len() <= LONGEST)
        .filter_map(|k| {
            let slips = strsim::damerau_levenshtein(word, k);
            let longer = word.len().max(k.len());
            let allowed = match longer {
                0..=2 => 0,
                3..=5 => 1,
                6..=9 => 2,
                _ => 3,
            };
            let begins =
                word.len() >= 4 && k.len() >= 4 && (k.starts_with(word) || word.starts_with(k));
            (slips <= allowed || begins).then_some((slips, Reverse(common(word, k)), k))
        })
        .collect();
    near.sort_unstable();
    near.truncate(3);
    near.into_iter().map(|(.., k)| k).collect()
}

/// The known word that another one was most likely meant to be, as a question.
pub(crate) fn did_you_mean<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<String> {
    let wanted = word.trim().to_lowercase().replace([' ', '_'], "-");
    ranked(&wanted, known).first().map(|near| format!("did you mean '{near}'?"))
}

/// How many letters the two begin with alike.
fn common(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let known = ["hedge", "value", "up to", "at least", "locator", "period"];
        for (word, meant) in [
            ("hedeg", Some("hedge")),
            ("upto", Some("up to")),
            ("at laest", Some("at least")),
            ("loc", None),
            ("locat", Some("locator")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known.into_iter()), meant, "{word}");
        }
    }
}
