//! Fuzzy matching: typed words match a text in any order, and letters may be left out.

mod fold;

use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};

use fold::{Folded, fold};

pub(crate) use fold::CharMask;

/// The most letters that may be left out in a row inside a word. With more, `it` would match
/// "Indicator".
const LEFT_OUT: u32 = 2;
/// A shorter word than this matches only without letters left out, and at the beginning of a word.
const FEW: usize = 3;
/// The greatest length of a text in which letters may match the beginnings of words: in a longer
/// one, some words begin with any letters.
const SHORT: usize = 64;
/// The bonus for a match at the beginning of a word. It is greater than that of any place, so that
/// "osw" finds the institute before "Moscow".
const BEGINNING: u32 = 100;

/// The typed words, ready to be matched with many texts.
///
/// Capitals and accents do not matter. The letters of a word match in their order and side by side.
/// From three letters on, up to two may be left out in a row inside a word, and in a short text the
/// letters may be the beginnings of words.
pub(crate) struct Needle {
    words: Vec<Word>,
    matcher: Matcher,
    /// The buffer for texts that are not ASCII.
    folded: Folded,
    /// The letters of the last text that matched.
    at: Vec<u32>,
}

/// A word to match.
struct Word {
    /// Its letters, folded.
    letters: Utf32String,
    /// Whether no letters may be left out: in a short word, and in a number, which would be another
    /// one without some of its digits.
    is_short: bool,
    /// Whether it is ASCII. Other scripts may have no spaces between words.
    is_ascii: bool,
}

impl Word {
    fn new(word: &str) -> Self {
        let letters: String = word.chars().filter_map(fold).collect();
        let is_number = letters.starts_with(|c: char| c.is_ascii_digit());
        let is_short = is_number || letters.chars().count() < FEW;
        let is_ascii = letters.is_ascii();
        Self { letters: letters.into(), is_short, is_ascii }
    }
}

impl Needle {
    /// Splits what was typed into words.
    pub(crate) fn new(typed: &str) -> Self {
        let mut config = Config::DEFAULT;
        config.normalize = false;
        Self {
            words: typed.split_whitespace().map(Word::new).collect(),
            matcher: Matcher::new(config),
            folded: Folded::default(),
            at: Vec::new(),
        }
    }

    /// The number of words.
    pub(crate) fn words(&self) -> usize {
        self.words.len()
    }

    /// How well a word, by its place, matches a text: the higher, the better; `None` if it does not.
    pub(crate) fn score(&mut self, word: usize, text: &str) -> Option<u32> {
        let word = self.words.get(word)?;
        let letters = word.letters.slice(..);
        let text = self.folded.take(text);
        // A text that is not ASCII has been folded.
        self.matcher.config.ignore_case = matches!(text, Utf32Str::Ascii(_));
        self.at.clear();
        // The greedy match is much cheaper, and fails for most texts.
        if !word.is_short {
            self.matcher.fuzzy_match_greedy(text, letters)?;
        }
        let whole = self.matcher.substring_indices(text, letters, &mut self.at);
        let score = match whole {
            Some(score) => score,
            None if word.is_short => return None,
            None => {
                let score = self.matcher.fuzzy_indices(text, letters, &mut self.at)?;
                Some(score).filter(|_| is_close(text, &self.at))?
            }
        };
        let begins = self.at.first().is_some_and(|first| begins_a_word(text, *first));
        // Nearly every text has any two letters.
        let is_meant = begins || !word.is_short || !word.is_ascii;
        is_meant.then(|| u32::from(score) + if begins { BEGINNING } else { 0 })
    }

    /// How well all words together match a text; `None` if one of them does not.
    pub(crate) fn score_all(&mut self, text: &str) -> Option<u32> {
        (0..self.words()).map(|word| self.score(word, text)).sum()
    }

    /// The characters of a text that match, counted from 0 and in order.
    pub(crate) fn places(&mut self, text: &str) -> Vec<usize> {
        let mut places = Vec::new();
        for word in 0..self.words() {
            if self.score(word, text).is_some() {
                places.extend(self.at.iter().map(|at| self.folded.place(*at)));
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Whether matched letters are close enough together to be meant.
fn is_close(text: Utf32Str<'_>, at: &[u32]) -> bool {
    let is_letter = |at: u32| text.get(at).is_alphanumeric();
    let is_short = text.len() <= SHORT;
    // Whether one of the letters so far begins a word.
    let mut from_beginning = at.first().is_some_and(|first| begins_a_word(text, *first));
    at.iter().zip(at.iter().skip(1)).all(|(&before, &next)| {
        if next == before + 1 {
            from_beginning |= begins_a_word(text, next);
            return true;
        }
        let jumps = is_short && from_beginning && begins_a_word(text, next);
        let skips = next - before <= LEFT_OUT + 1 && (before + 1..next).all(is_letter);
        jumps || skips
    })
}

fn begins_a_word(text: Utf32Str<'_>, at: u32) -> bool {
    at == 0 || !text.get(at - 1).is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(typed: &str, text: &str) -> bool {
        Needle::new(typed).score_all(text).is_some()
    }

    #[test]
    fn letters_may_be_left_out_but_not_scattered() {
        for (typed, text) in [
            ("it", "Change in IT exports"),
            ("uri", "security"),
            ("口占", "出口占比"),
            ("exprts", "IT exports"),
            ("dtr", "Debt to Russia"),
            ("export it", "IT exports, change"),
            ("cafe", "Café"),
            ("CAFÉ", "a cafe"),
            ("café", "CAFE\u{301}"),
            ("cafe\u{301}", "café"),
            ("lodz", "Łódź"),
            ("łódź", "ŁÓDŹ"),
            ("Lodz", "łódź"),
            ("skoda", "Škoda"),
            ("елка", "Ёлка"),
            ("ёлка", "ЕЛКА"),
            ("мінскай", "Мінскаи\u{306}"),
            ("αθηνα", "Αθήνα"),
            ("한", "한국"),
            ("долг", "Долг перед Россией"),
            ("ДОЛГ", "долг перед Россией"),
            ("出口", "出口占比"),
            ("", "anything"),
        ] {
            assert!(fits(typed, text), "{typed} in {text}");
        }
        for (typed, text) in [
            ("it", "Indicator"),
            ("it", "in the"),
            ("it", "security"),
            ("its", "main town sale"),
            ("xyz", "x and y"),
            ("it debt", "IT exports"),
            ("한", "하나"),
            ("150", "nearly 1,950"),
            ("702", "up to 70 %, 2023"),
            ("023", "2023"),
        ] {
            assert!(!fits(typed, text), "{typed} in {text}");
        }
    }

    #[test]
    fn the_beginning_of_a_word_is_better_than_its_middle() {
        let mut needle = Needle::new("curi");
        assert!(needle.score_all("curious") > needle.score_all("security"));
    }

    #[test]
    fn a_text_that_a_word_is_in_has_its_letters() {
        for (typed, text) in [
            ("exprts", "IT Exports"),
            ("łódź", "Lodz"),
            ("cafe\u{301}", "CAFÉ"),
            ("Ёлка", "елка"),
            ("出口", "出口占比"),
            ("19", "19,000"),
        ] {
            assert!(fits(typed, text), "{typed}");
            let letters = CharMask::default().with(text);
            assert!(letters.may_have(CharMask::default().with(typed)), "{typed}");
        }
        let letters = CharMask::default().with("IT").with("exports");
        assert!(letters.may_have(CharMask::default().with("ite")));
        assert!(!letters.may_have(CharMask::default().with("debt")));
        assert!(!letters.may_have(CharMask::default().with("9")));
    }

    #[test]
    fn the_found_letters_are_told() {
        assert_eq!(Needle::new("exp it").places("IT exports"), [0, 1, 3, 4, 5]);
        assert_eq!(Needle::new("b").places("e\u{301} b"), [3]);
        assert_eq!(Needle::new("éb").places("xe\u{301}b"), [] as [usize; 0]);
        assert_eq!(Needle::new("xéb").places("“Xe\u{301}b”"), [1, 2, 4]);
        assert_eq!(Needle::new("łódź exp").places("Exports of Łódź"), [0, 1, 2, 11, 12, 13, 14]);
    }

    #[test]
    fn what_nobody_would_type_does_no_harm() {
        for typed in ["\\", "^$!'", "\u{202e}", " \t ", "👩\u{200d}🔬"] {
            let mut needle = Needle::new(typed);
            for text in ["", "a", "\u{202e}", "👩\u{200d}🔬 x", "^$!'"] {
                needle.score_all(text);
                needle.places(text);
            }
        }
    }
}
