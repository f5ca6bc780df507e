//! A text split into words, digits and signs.

use std::borrow::Cow;
use std::ops::Range;

use super::digits::{self, Digits};

/// A part of a text, with its position in bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a part of a text is. Spaces are none of these; the positions tell where they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind<'t> {
    /// Letters, in lower case; a Han character stands alone.
    Word(Cow<'t, str>),
    /// A number in digits.
    Digits(Digits),
    /// A number written small and high: a power of ten, or the mark of a note.
    Raised(i32),
    /// Any other character. Alike characters are made one: full-width forms, and `>=` for `≥`.
    Sign(char),
}

/// The parts of a text, in its order.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
}

impl<'t> Tokens<'t> {
    /// Splits a text. Takes time in proportion to its length.
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, tokens: tokens(text) }
    }

    /// Reads the digits as English writes them.
    pub(super) fn as_english(&mut self, commas: bool, points: bool) {
        for token in &mut self.tokens {
            if let Kind::Digits(digits) = &mut token.kind {
                digits.as_english(commas, points);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(at)
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        match &self.get(at)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn sign(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    pub(super) fn digits(&self, at: usize) -> Option<&Digits> {
        match &self.get(at)?.kind {
            Kind::Digits(digits) => Some(digits),
            _ => None,
        }
    }

    /// Whether a token is a word or a sign of a table.
    pub(super) fn is(&self, at: usize, part: &str) -> bool {
        match self.get(at).map(|token| &token.kind) {
            Some(Kind::Word(word)) => word == part,
            Some(Kind::Sign(sign)) => {
                let mut chars = part.chars();
                chars.next() == Some(*sign) && chars.next().is_none()
            }
            _ => false,
        }
    }

    /// Whether a word has only the letters of English.
    pub(super) fn is_english(&self, at: usize) -> bool {
        self.word(at).is_some_and(str::is_ascii)
    }

    /// Whether nothing stands between a token and the one after it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let (Some(this), Some(next)) = (self.get(at), self.get(at + 1)) else { return false };
        this.end == next.start
    }

    /// Some tokens as they stand in the text.
    pub(super) fn text(&self, tokens: &Range<usize>) -> &'t str {
        self.text.get(self.span(tokens)).unwrap_or_default()
    }

    /// The bytes of some tokens in the text.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.get(tokens.start).map_or(0, |token| token.start);
        start..self.get(tokens.end.wrapping_sub(1)).map_or(start, |token| token.end)
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let (kind, len) = next(rest, c, at.checked_sub(1).and_then(|_| text.get(..at)));
        if let Some(kind) = kind {
            found.push(Token { kind, start: at, end: at + len });
        }
        at += len;
    }
    found
}

/// The token that a text begins with, if it is not a space, and its length.
fn next<'t>(rest: &'t str, c: char, before: Option<&str>) -> (Option<Kind<'t>>, usize) {
    let is_free = before.is_none_or(|b| !b.ends_with(|c: char| c.is_alphanumeric() && !is_han(c)));
    // 50..70
    let is_second_dot = c == '.' && before.is_some_and(|b| b.ends_with('.'));
    if let Some((digits, len)) = digits::read(rest, is_free && !is_second_dot) {
        return (Some(Kind::Digits(digits)), len);
    }
    if let Some((power, len)) = raised(rest) {
        return (Some(Kind::Raised(power)), len);
    }
    if is_han(c) {
        return (Some(Kind::Word(rest.get(..c.len_utf8()).unwrap_or("").into())), c.len_utf8());
    }
    if is_letter(c) {
        let end = rest.find(|c: char| !is_letter(c) || is_han(c)).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or("");
        let is_lower = !word.chars().any(|c| c.is_uppercase() || is_wide(c));
        let word = if is_lower {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(word.chars().map(narrow).collect::<String>().to_lowercase())
        };
        return (Some(Kind::Word(word)), end);
    }
    if c.is_whitespace() && c != '\n' {
        return (None, c.len_utf8());
    }
    let two = [(">=", '≥'), ("<=", '≤'), ("=>", '≥'), ("=<", '≤'), ("+/-", '±'), ("+/−", '±')];
    if let Some((raw, sign)) = two.into_iter().find(|(raw, _)| rest.starts_with(raw)) {
        return (Some(Kind::Sign(sign)), raw.len());
    }
    (Some(Kind::Sign(sign(c))), c.len_utf8())
}

/// A sign in the form in which the tables have it.
fn sign(c: char) -> char {
    match narrow(c) {
        '٪' | '﹪' => '%',
        '⩽' | '≦' => '≤',
        '⩾' | '≧' => '≥',
        '～' | '〜' | '∼' | '∿' => '~',
        '≃' | '≅' | '⁓' => '≈',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}' | '—' | '―' => '–',
        '，' | '、' => ',',
        '。' => '.',
        '’' | 'ʼ' => '\'',
        '\u{2215}' | '\u{2044}' => '/',
        c => c,
    }
}

fn is_letter(c: char) -> bool {
    // Combining marks belong to the letter before them.
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a word is Han characters.
pub(super) fn is_han_word(word: &str) -> bool {
    word.chars().all(is_han)
}

/// A word without the "s" at its end, unless it is so short that it would be another word.
pub(super) fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|word| word.len() >= 4).unwrap_or(word)
}

fn is_wide(c: char) -> bool {
    ('\u{ff01}'..='\u{ff5e}').contains(&c)
}

/// The ASCII character of a full-width form.
fn narrow(c: char) -> char {
    let offset = u32::from('\u{ff01}') - u32::from('!');
    let ascii = is_wide(c).then(|| u32::from(c) - offset).and_then(char::from_u32);
    ascii.unwrap_or(c)
}

/// Superscript digits with a sign, and their length.
fn raised(rest: &str) -> Option<(i32, usize)> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let (sign, body) = match rest.strip_prefix('⁻') {
        Some(body) => (-1, body),
        None => (1, rest.strip_prefix('⁺').unwrap_or(rest)),
    };
    let digit = |c: char| DIGITS.iter().position(|d| *d == c).and_then(|d| i32::try_from(d).ok());
    let values: Vec<i32> = body.chars().map_while(digit).take(4).collect();
    let len: usize = body.chars().take(values.len()).map(char::len_utf8).sum();
    let power = values.iter().fold(0, |power, digit| power * 10 + digit);
    (!values.is_empty()).then(|| (sign * power, rest.len() - body.len() + len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let part = |token: Token<'_>| match token.kind {
            Kind::Word(word) => word.into_owned(),
            Kind::Digits(digits) => digits.value().to_string(),
            Kind::Raised(power) => format!("^{power}"),
            Kind::Sign(sign) => sign.to_string(),
        };
        tokens(text).into_iter().map(part).collect()
    }

    #[test]
    fn words_digits_and_signs_are_told_apart() {
        for (text, expected) in [
            ("Nearly $8bn", "nearly $ 8 bn"),
            ("a follow\u{2011}up", "a follow - up"),
            ("３ × 10⁻⁹ g", "3 × 10 ^-9 g"),
            (">=70％", "≥ 70 %"),
            ("超过19000人", "超 过 19000 人"),
            ("8.8 +/- 1.3", "8.8 ± 1.3"),
            ("", ""),
        ] {
            assert_eq!(parts(text).join(" "), expected, "{text}");
        }
    }
}
