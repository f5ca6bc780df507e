//! Letters without what does not matter when a text is looked for: capitals, accents and the like.

use nucleo_matcher::Utf32Str;
use nucleo_matcher::chars::{normalize, to_lower_case};
use unicode_normalization::char::decompose_canonical;

/// A letter as a small one, without what stands above, below or through it: `Ł` is `l`, `Ё` is `е`.
/// An accent of its own behind a letter is none.
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
    // A Korean syllable has parts, too, and is another one without them.
    let bare = if let (Some(bare), true) = parts { bare } else { letter };
    // The library has the letters with a stroke, but only small ones.
    Some(normalize(to_lower_case(bare)))
}

/// The accents of Latin, Greek and Cyrillic, as characters of their own.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Which letters stand in texts: a look at all of them at once, which fails for most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharMask(u64);

impl CharMask {
    /// Those of a text beside these. Letters that are not ASCII share what ASCII leaves.
    pub(crate) fn with(self, text: &str) -> Self {
        let bit = |letter: char| match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            '0'..='9' => u32::from(letter) - u32::from('0') + 26,
            other => 36 + u32::from(other) % 28,
        };
        Self(text.chars().filter_map(fold).fold(self.0, |all, letter| all | (1 << bit(letter))))
    }

    /// Whether all of others may be among these; without that no word of theirs is in these texts.
    pub(crate) fn may_have(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }
}

/// Room for a folded text, and where its letters stood.
#[derive(Default)]
pub(super) struct Folded {
    letters: Vec<char>,
    /// The place of each letter among the characters of the text; empty for a text in ASCII, whose
    /// letters all have their own.
    places: Vec<u32>,
}

impl Folded {
    /// Folds a text; one in ASCII is left as it is, capitals and all.
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

    /// Where a letter of the last text stood, counted in characters.
    pub(super) fn place(&self, at: u32) -> usize {
        self.places.get(at as usize).copied().unwrap_or(at) as usize
    }
}
