//! Fuzzy matching: typed words match a text in any order, and letters may be left out.

mod normal;
mod phrase;
mod words;

use memchr::memchr;
use memchr::memmem::Finder;
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};

use normal::{Letters, is_sign};

pub(crate) use normal::{CharMask, normal};
pub(crate) use phrase::{Phrase, Stands};
pub(crate) use words::typed_words;

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
/// The scores of a letter where all stand side by side, at the beginning of a word and elsewhere: what
/// the library gives for them.
const BEGUN: u32 = 26;
const WHOLE: u32 = 20;

/// The typed words, ready to be matched with many texts.
///
/// Words and texts are compared in their normal form ([`normal()`]): capitals, accents and kinds of
/// dashes do not matter. The letters of a word match in their order and side by side. From three
/// letters on, up to two may be left out in a row inside a word, and in a short text the letters may
/// be the beginnings of words. Digits always match side by side: a number without some of its digits
/// is another number.
pub(crate) struct Needle {
    words: Vec<Word>,
    /// The buffer for the normal form of a text.
    letters: Letters,
    matching: Matching,
}

/// What a match works with.
struct Matching {
    matcher: Matcher,
    /// The buffer for texts that are not ASCII.
    chars: Vec<char>,
    /// The letters of the last text that matched.
    at: Vec<u32>,
}

/// A word that has to stand as a whole in texts that may match; `None` if letters may be left out.
pub(crate) struct Lookout(Option<Finder<'static>>);

impl Lookout {
    /// A position in some texts before which none matches; `None` if none does.
    pub(crate) fn find(&self, texts: &str) -> Option<usize> {
        self.0.as_ref().map_or(Some(0), |word| word.find(texts.as_bytes()))
    }
}

/// A word to match, in its normal form.
struct Word {
    text: String,
    letters: Utf32String,
    /// The number of its letters.
    count: u32,
    finder: Finder<'static>,
    /// Whether no letters may be left out, as in a number.
    is_whole: bool,
    /// Where it may begin.
    begins: Begins,
}

/// Where a word may begin in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// At the beginning of a word: nearly every text has any two letters.
    Word,
    /// Not inside a number.
    Number,
    /// Anywhere. Scripts that are not ASCII may have no spaces between words.
    Anywhere,
}

impl Word {
    fn new(word: String) -> Self {
        let is_number = word.trim_start_matches(|c| is_sign(c) || matches!(c, '-' | '+'));
        let is_number = is_number.starts_with(|c: char| c.is_ascii_digit());
        let is_short = word.chars().count() < FEW;
        let begins = match word.is_ascii() && !word.chars().all(is_sign) {
            _ if is_number => Begins::Number,
            true if is_short => Begins::Word,
            _ => Begins::Anywhere,
        };
        Self {
            letters: Utf32String::from(&*word),
            count: u32::try_from(word.chars().count()).unwrap_or(u32::MAX),
            finder: Finder::new(&word).into_owned(),
            is_whole: is_number || is_short,
            begins,
            text: word,
        }
    }
}

impl Needle {
    /// Splits what was typed into words.
    pub(crate) fn new(typed: &str) -> Self {
        Self::of(typed_words(typed))
    }

    /// Words in their normal form.
    pub(crate) fn of(words: impl IntoIterator<Item = String>) -> Self {
        let mut config = Config::DEFAULT;
        // The normal form has no capitals and accents.
        (config.normalize, config.ignore_case) = (false, false);
        let matcher = Matcher::new(config);
        Self {
            words: words.into_iter().map(Word::new).collect(),
            letters: Letters::default(),
            matching: Matching { matcher, chars: Vec::new(), at: Vec::new() },
        }
    }

    /// The letters that texts need to have all words.
    pub(crate) fn mask(&self) -> CharMask {
        self.words.iter().fold(CharMask::default(), |mask, word| {
            mask.with_word(&word.text, word.begins != Begins::Anywhere)
        })
    }

    /// The score of a text in which all words stand at the beginning of words: the best one.
    pub(crate) fn best(&self) -> u32 {
        self.words.iter().map(|word| word.count * BEGUN + BEGINNING).sum()
    }

    /// Finds where the first word may be among texts.
    pub(crate) fn lookout(&self) -> Lookout {
        let word = self.words.first().filter(|word| word.is_whole);
        Lookout(word.map(|word| word.finder.clone()))
    }

    /// How well all words together match a text as it is drawn: the higher, the better; `None` if one
    /// of them does not.
    pub(crate) fn score_all(&mut self, text: &str) -> Option<u32> {
        let text = self.letters.take(text);
        self.words.iter().map(|word| word.score(text, false, &mut self.matching)).sum()
    }

    /// The same for a text in its normal form. In a long one no letters may be left out.
    pub(crate) fn score_normal(&mut self, text: &str, is_long: bool) -> Option<u32> {
        self.words.iter().map(|word| word.score(text, is_long, &mut self.matching)).sum()
    }

    /// The words that stand in a long text in its normal form, as a mask of bits; those after the
    /// 64th are not told.
    pub(crate) fn words_in(&mut self, text: &str) -> u64 {
        (0..u64::BITS).zip(&self.words).fold(0, |found, (bit, word)| {
            found | u64::from(word.score(text, true, &mut self.matching).is_some()) << bit
        })
    }

    /// The characters of a text as it is drawn that match, counted from 0 and in order.
    pub(crate) fn places(&mut self, text: &str) -> Vec<usize> {
        let text = self.letters.take(text);
        let mut letters = Vec::new();
        for word in &self.words {
            if word.score(text, false, &mut self.matching).is_some() {
                letters.extend_from_slice(&self.matching.at);
            }
        }
        let mut places: Vec<_> = letters.into_iter().map(|at| self.letters.place(at)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

impl Word {
    /// How well it matches a text, and the letters that match.
    fn score(&self, text: &str, is_long: bool, matching: &mut Matching) -> Option<u32> {
        let may_leave_out = !self.is_whole && !is_long;
        if may_leave_out && !self.is_in_order(text) {
            return None;
        }
        let Matching { matcher, chars, at } = matching;
        at.clear();
        // Not by the library, which does not see a word at the very end of some texts.
        if let Some((before, begins)) = self.place(text, is_long) {
            let first = u32::try_from(before.chars().count()).ok()?;
            at.extend(first..first.saturating_add(self.count));
            let count = self.count;
            return Some(if begins { count * BEGUN + BEGINNING } else { count * WHOLE });
        }
        if !may_leave_out {
            return None;
        }
        let text = Utf32Str::new(text, chars);
        let score = matcher.fuzzy_indices(text, self.letters.slice(..), at)?;
        let begins = at.first().is_some_and(|first| begins_a_word(text, *first));
        is_close(text, at).then(|| u32::from(score) + if begins { BEGINNING } else { 0 })
    }

    /// Whether a text may have its letters in their order: a cheap test of bytes that most texts fail.
    fn is_in_order(&self, text: &str) -> bool {
        let mut rest = Some(text.as_bytes());
        self.text.bytes().all(|byte| {
            rest = rest.and_then(|rest| rest.get(memchr(byte, rest)? + 1..));
            rest.is_some()
        })
    }

    /// The text before its letters where they stand side by side, at the beginning of a word if they
    /// do so anywhere, and whether that is so. Nearly every long text has words that begin with any
    /// two letters, so there they have to be the whole word.
    fn place<'t>(&self, text: &'t str, is_long: bool) -> Option<(&'t str, bool)> {
        let has_to_end = is_long && self.begins == Begins::Word;
        let is_of_word = |c: char| c.is_alphanumeric();
        // No word goes on with a sign, such as that of a degree behind its number.
        let is_apart = self.begins == Begins::Anywhere && !self.text.starts_with(is_of_word);
        let mut first = None;
        let mut from = 0;
        while let Some(at) = self.finder.find(text.as_bytes().get(from..)?) {
            let (before, rest) = text.split_at_checked(from + at)?;
            let last = before.chars().next_back();
            let ends =
                || !rest.get(self.text.len()..).is_some_and(|rest| rest.starts_with(is_of_word));
            let is_inside = self.begins == Begins::Number && is_in_number(before);
            let begins = is_apart || !last.is_some_and(is_of_word);
            if begins && !is_inside && (!has_to_end || ends()) {
                return Some((before, true));
            }
            let may_begin = match self.begins {
                Begins::Word => false,
                Begins::Number => !is_inside,
                Begins::Anywhere => true,
            };
            first = first.or(may_begin.then_some((before, false)));
            from += at + 1;
        }
        first
    }
}

/// Whether a number that ends this text goes on: `49,` does before `431`, and `7.` before `55`. After
/// a second point it is a date.
fn is_in_number(before: &str) -> bool {
    let whole = before.trim_end_matches(|c: char| c.is_ascii_digit());
    if whole.len() < before.len() {
        return true;
    }
    let number = before.strip_suffix([',', '.']).unwrap_or_default();
    let rest = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_date = before.ends_with('.')
        && rest.strip_suffix('.').is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()));
    rest.len() < number.len() && !is_date
}

/// Whether matched letters are close enough together to be meant.
fn is_close(text: Utf32Str<'_>, at: &[u32]) -> bool {
    let is_digit = |at: u32| text.get(at).is_ascii_digit();
    let is_letter = |at: u32| text.get(at).is_alphabetic();
    let is_short = text.len() <= SHORT;
    // Whether one of the letters so far begins a word.
    let mut from_beginning = at.first().is_some_and(|first| begins_a_word(text, *first));
    at.iter().zip(at.iter().skip(1)).all(|(&before, &next)| {
        if next == before + 1 {
            from_beginning |= begins_a_word(text, next);
            return true;
        }
        if is_digit(before) && is_digit(next) {
            return false;
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
            ("占比", "出口占比"),
            ("it", "with it – or"),
            ("70", "1070 ≈ 70"),
            ("8,3 млрд", "$8,3 млрд"),
            ("8.24", "USD8.24 billion"),
            ("1.414bn", "estimated at $1.414bn"),
            ("70%", "up to 70 %"),
            ("70 %", "70%, about"),
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
            ("70%", "7 of 10 %"),
            ("-45", "2021–45"),
            ("i-12", "i-102"),
        ] {
            assert!(!fits(typed, text), "{typed} in {text}");
        }
    }

    #[test]
    fn a_number_is_found_from_its_beginning_and_with_its_sign() {
        for (typed, text, is_found) in [
            ("49", "49,431", true),
            ("431", "49,431", false),
            ("000", "19,000", false),
            ("567", "1,234,567", false),
            ("55", "7.55", false),
            ("2018", "31.12.2018", true),
            ("12", "10, 12", true),
            ("+45", "+45 %", true),
            ("+45", "fell 45", false),
            ("°c", "1.5 °C", true),
            ("1.5 °C", "21.5 °C", false),
        ] {
            assert_eq!(fits(typed, text), is_found, "{typed} in {text}");
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
            let letters = CharMask::default().with(&normal(text));
            assert!(letters.may_have(Needle::new(typed).mask()), "{typed}");
        }
        let letters = CharMask::default().with("it").with("exports of 2023");
        for (typed, may_be) in [
            ("ite", true),
            ("ex", true),
            ("of ex", true),
            ("20", true),
            ("debt", false),
            ("9", false),
        ]
        .into_iter()
        .chain([("xp", false), ("3", false), ("of xp", false)])
        {
            assert_eq!(letters.may_have(Needle::new(typed).mask()), may_be, "{typed}");
        }
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
