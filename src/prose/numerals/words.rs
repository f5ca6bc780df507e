//! The words of numbers in English.

use crate::report::HEDGES;

const SMALL: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// The number of a word: zero to nineteen, and the tens.
pub(super) fn small(word: &str) -> Option<f64> {
    lookup(SMALL, word)
}

const MULTIPLIERS: &[(&str, f64)] = &[
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("mn", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
];

/// The factor of a multiplier word.
pub(super) fn multiplier(word: &str) -> Option<f64> {
    lookup(MULTIPLIERS, word)
}

const DENOMINATORS: &[(&str, f64)] = &[
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("sixths", 6.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
];

/// The denominator of a fraction in words.
pub(super) fn denominator(word: &str) -> Option<f64> {
    lookup(DENOMINATORS, word)
}

/// Common words that limit no number.
const FILLERS: &str = "\
    percent per cent percentage points of the a an in to from by and or was were is are us \
    dollars euros rubles roubles people respondents belarusians workers enterprises programmes \
    programs missiles places students pupils fell rose dropped dropping growing grew exports \
    imports total billion million";

/// Whether a word is a common one that limits no number.
pub(super) fn filler(word: &str) -> bool {
    FILLERS.split(' ').any(|filler| filler == word)
}

/// A word of a number or of a hedge, from its lower case.
pub(super) fn known(lower: &str) -> Option<&'static str> {
    const OTHERS: &[&str] = &["half", "dozen", "a", "an", "one", "out", "or"];
    let hedges = HEDGES.iter().flat_map(|hedge| hedge.word.split(' '));
    let numbers = [SMALL, MULTIPLIERS, DENOMINATORS].into_iter().flatten().map(|(word, _)| *word);
    hedges.chain(numbers).chain(OTHERS.iter().copied()).find(|word| *word == lower)
}

fn lookup(words: &[(&str, f64)], word: &str) -> Option<f64> {
    words.iter().find(|(w, _)| *w == word).map(|(_, n)| *n)
}
