//! The words of numbers in English.

use crate::report::HEDGES;

/// The numbers from zero on.
const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
    fourteen fifteen sixteen seventeen eighteen nineteen";

/// The tens from twenty on.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// The number of a word: zero to nineteen, and the tens.
pub(super) fn small(word: &str) -> Option<f64> {
    let tens = (20_u8..).step_by(10).zip(TENS.split(' '));
    let mut all = (0_u8..).zip(ONES.split(' ')).chain(tens);
    all.find(|(_, name)| *name == word).map(|(number, _)| f64::from(number))
}

const MULTIPLIERS: &[(&str, f64)] = &[
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("million mn", 1e6),
    ("billion bn", 1e9),
    ("trillion tn", 1e12),
];

/// The factor of a multiplier word.
pub(super) fn multiplier(word: &str) -> Option<f64> {
    lookup(MULTIPLIERS, word)
}

const DENOMINATORS: &[(&str, f64)] = &[
    ("half halves", 2.0),
    ("third thirds", 3.0),
    ("quarter quarters fourth fourths", 4.0),
    ("fifth fifths", 5.0),
    ("sixth sixths", 6.0),
    ("tenth tenths", 10.0),
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
    const OTHERS: &str = "half dozen a an one out or";
    let hedges = HEDGES.iter().map(|hedge| hedge.word);
    let numbers = MULTIPLIERS.iter().chain(DENOMINATORS).map(|(words, _)| *words);
    let all = hedges.chain([ONES, TENS]).chain(numbers).chain([OTHERS]);
    all.flat_map(|words| words.split(' ')).find(|word| *word == lower)
}

/// The number of a word in a table of words with spaces between them.
fn lookup(table: &[(&str, f64)], word: &str) -> Option<f64> {
    let has = |words: &str| words.split(' ').any(|own| own == word);
    table.iter().find(|(words, _)| has(words)).map(|(_, number)| *number)
}
