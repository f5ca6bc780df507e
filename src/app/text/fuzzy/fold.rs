//! Folding: letters without capitals and accents, which do not matter in a search.

use nucleo_matcher::Utf32Str;
use nucleo_matcher::chars::{normalize, to_lower_case};
use unicode_normalization::char::decompose_canonical;

/// A letter in lower case without accents and strokes: `Ł` is `l`, `Ё` is `е`. `None` for an accent
/// that is a character of its own.
pub(super) fn fold(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    if is_accent(letter) {
        return None;
    }
    let mut parts = (None, true);
    decompose_canonical(letter, |part| match parts {
        (None, _) => parts.0 = Some(part),
        (Some(_), only_accents) => parts.1 = only_accents && is_accent(part),
    });
    // A Korean syllable has parts too, but without them it is another syllable.
    let bare = if let (Some(bare), true) = parts { bare } else { letter };
    // The library knows the letters with a stroke, but only in lower case.
    Some(normalize(to_lower_case(bare)))
}

/// The accents of Latin, Greek and Cyrillic, as characters of their own.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// The set of letters in some texts, as a mask of bits: a cheap test that most texts fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharMask(u64);

impl CharMask {
    /// Adds the letters of a text. Letters that are not ASCII share the remaining bits.
    pub(crate) fn with(self, text: &str) -> Self {
        let bit = |letter: char| match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            '0'..='9' => u32::from(letter) - u32::from('0') + 26,
            other => 36 + u32::from(other) % 28,
        };
        Self(text.chars().filter_map(fold).fold(self.0, |all, letter| all | (1 << bit(letter))))
    }

    /// Whether these letters may include all of the others; if not, none of their words is in these
    /// texts.
    pub(crate) fn may_have(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }
}

/// A buffer for a folded text, with the places of its letters.
#[derive(Default)]
pub(super) struct Folded {
    letters: Vec<char>,
    /// The place of each letter among the characters of the text; empty for an ASCII text, where
    /// each letter has the place of its character.
    places: Vec<u32>,
}

impl Folded {
    /// Folds a text. An ASCII text stays as it is, capitals included.
    pub(super) fn take<'f>(&'f mut self, text: &'f str) -> Utf32Str<'f> {
        self.letters.clear();
        self.places.clear();
        if text.is_ascii() {
            return Utf32Str::Ascii(text.as_bytes());
        }
        for (place, letter) in (0..).zip(text.chars()) {
            if let Some(letter) = fold(letter) {
                self.letters.push(letter);
                self.places.push(place);
            }
        }
        Utf32Str::Unicode(&self.letters)
    }

    /// The place of a letter in the last text, counted in characters.
    pub(super) fn place(&self, at: u32) -> usize {
        self.places.get(at as usize).copied().unwrap_or(at) as usize
    }
}
