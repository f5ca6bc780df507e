//! The normal form in which what is typed and what is shown are compared.
//!
//! It has no capitals, accents, ligatures and hidden characters, one dash and one apostrophe, and
//! signs that a keyboard has: `−45 %` is `-45%`, `≤ 70 %` is `<=70%`, `“Größe”` is `“grosse”`. No
//! space stands between a number and its sign.

use std::iter::once;

use nucleo_matcher::chars::{normalize, to_lower_case};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use crate::report::is_hidden;

/// A sign that belongs to a number: it stands in front of it or, like `%`, behind it.
pub(super) fn is_sign(c: char) -> bool {
    is_operator(c) || c == '%'
}

fn is_operator(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '~')
}

/// Whether a text is in its normal form but for its capitals: it is ASCII and has no signs.
fn is_plain(text: &str) -> bool {
    // Looks at every byte without a branch, which is faster than to stop at the first one.
    let is_sign = |byte: u8| byte.wrapping_sub(b'<') < 3 || byte == b'%' || byte == b'~';
    let other = |byte: u8| u8::from(is_sign(byte)) | (byte & 0x80);
    text.bytes().fold(0, |others, byte| others | other(byte)) == 0
}

/// A text in its normal form.
pub(crate) fn normal(text: &str) -> String {
    let mut letters = Letters::default();
    letters.take(text);
    letters.text
}

/// The set of letters in some texts, as masks of bits: a cheap test that most texts fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharMask {
    all: u64,
    /// Those with which a word or a number begins.
    first: u64,
}

impl CharMask {
    /// Adds the letters of a word to find. Whether it has to be at the beginning of a word or a number.
    pub(super) fn with_word(mut self, word: &str, has_to_begin: bool) -> Self {
        let first = word.chars().next().filter(|_| has_to_begin);
        self.all |= word.chars().fold(0, |all, letter| all | bit(letter));
        self.first |= first.map_or(0, bit);
        self
    }

    /// Adds the letters of a text in its normal form.
    pub(crate) fn with(mut self, text: &str) -> Self {
        let mut before = ' ';
        for c in text.chars() {
            let goes_on = before.is_ascii_digit() || c.is_alphabetic() && before.is_alphanumeric();
            self.all |= bit(c);
            self.first |= if goes_on { 0 } else { bit(c) };
            before = c;
        }
        self
    }

    /// Whether these letters may include all of the others; if not, none of their words is in these
    /// texts.
    pub(crate) fn may_have(self, others: Self) -> bool {
        others.all & !self.all == 0 && others.first & !self.first == 0
    }
}

/// Letters that are not ASCII share the bits that are left.
fn bit(letter: char) -> u64 {
    1 << match letter {
        'a'..='z' => u32::from(letter) - u32::from('a'),
        '0'..='9' => u32::from(letter) - u32::from('0') + 26,
        other => 36 + u32::from(other) % 28,
    }
}

/// A buffer for a text in its normal form, with the places of its letters in the text as drawn.
#[derive(Default)]
pub(super) struct Letters {
    text: String,
    /// The place of each letter among the characters of the text; empty for a plain text, where each
    /// letter has the place of its character.
    places: Vec<u32>,
}

impl Letters {
    /// Takes a text as it is drawn.
    pub(super) fn take(&mut self, text: &str) -> &str {
        self.text.clear();
        self.places.clear();
        if is_plain(text) {
            self.text.push_str(text);
            self.text.make_ascii_lowercase();
        } else {
            self.normalize(text);
        }
        &self.text
    }

    /// The place of a letter in the last text, counted in characters.
    pub(super) fn place(&self, at: u32) -> usize {
        self.places.get(at as usize).copied().unwrap_or(at) as usize
    }

    fn normalize(&mut self, text: &str) {
        let mut chars = (0..).zip(text.char_indices()).peekable();
        while let Some((place, (at, c))) = chars.next() {
            if c == '<'
                && let Some(code) = text.get(at..).and_then(hidden_code)
            {
                // A code is ASCII, so it has as many characters as bytes.
                chars.by_ref().take(code - 1).for_each(drop);
            } else if chars.peek().is_some_and(|(_, (_, next))| composes(*next)) {
                let marks = std::iter::from_fn(|| chars.next_if(|(_, (_, next))| composes(*next)));
                let whole: String = once(c).chain(marks.map(|(_, (_, mark))| mark)).collect();
                whole.nfkc().for_each(|c| self.put(c, place));
            } else {
                self.put(c, place);
            }
        }
    }

    /// Adds the letters of a character.
    fn put(&mut self, c: char, place: u32) {
        if c.is_ascii() && !c.is_ascii_control() {
            self.push(c.to_ascii_lowercase(), place);
        } else if c.is_whitespace() {
            self.push(' ', place);
        } else if let Some(typed) = as_typed(c) {
            typed.chars().for_each(|c| self.push(c, place));
        } else if is_accent(c) || is_hidden(c) || matches!(c, '\u{fe00}'..='\u{fe0f}') {
        } else if is_nfkc_quick(once(c)) == IsNormalized::Yes {
            self.push(bare(c), place);
        } else {
            for part in once(c).nfkc() {
                if part == c { self.push(bare(c), place) } else { self.put(part, place) }
            }
        }
    }

    /// Adds a letter, and drops a space between a number and its sign.
    fn push(&mut self, letter: char, place: u32) {
        let before = self.text.strip_suffix(' ').and_then(|text| text.chars().next_back());
        if let Some(before) = before
            && (matches!(letter, '%' | '°') && before.is_ascii_digit()
                || letter.is_ascii_digit() && is_operator(before))
        {
            self.text.pop();
            self.places.pop();
        }
        self.text.push(letter);
        self.places.push(place);
    }
}

/// What a keyboard has for a sign or a letter; `None` for all others.
fn as_typed(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '−' => "-",
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '´' => "'",
        '≤' | '≦' | '⩽' => "<=",
        '≥' | '≧' | '⩾' => ">=",
        '≈' | '∼' | '≃' => "~",
        '⁄' | '∕' => "/",
        // As it is drawn in ASCII.
        '¶' => "par. ",
        '§' => "§ ",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        _ => return None,
    })
}

/// A letter in lower case without accents and strokes: `Ł` is `l`, `Ё` is `е`.
fn bare(letter: char) -> char {
    let mut parts = (None, true);
    decompose_canonical(letter, |part| match parts {
        (None, _) => parts.0 = Some(part),
        (Some(_), only_accents) => parts.1 = only_accents && is_accent(part),
    });
    // A Korean syllable has parts too, but without them it is another syllable.
    let bare = if let (Some(bare), true) = parts { bare } else { letter };
    // The library knows the letters with a stroke, but only in lower case.
    normalize(to_lower_case(bare))
}

/// The accents of Latin, Greek and Cyrillic, as characters of their own.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether a character makes one letter with the one before it: a mark that is no accent, or a part
/// of a Korean syllable.
fn composes(c: char) -> bool {
    !c.is_ascii() && (matches!(c, '\u{1160}'..='\u{11ff}') || is_combining_mark(c) && !is_accent(c))
}

/// The length of the code point at the beginning of a text that [`Text`](crate::report::Text) shows
/// for a hidden character: `<U+00AD>`.
fn hidden_code(text: &str) -> Option<usize> {
    let (code, _) = text.strip_prefix("<U+")?.split_once('>')?;
    let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?;
    is_hidden(c).then_some(code.len() + "<U+>".len())
}
