//! The normal form in which printed words and those of a copy are compared.
//!
//! It has no quotation marks, no capitals, no hidden characters and no spaces but one between two
//! digits; one dash, and none between two letters, where it may only break a word at the end of a
//! line; ligatures and other forms of a letter as the letters themselves (NFKD). What changes a
//! figure, such as digits, points, commas, signs and the dash of a range, stays.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::report::is_hidden;

/// Ends a run of words that belong together.
pub(super) const END: char = '\n';

/// A text in its normal form, and where each byte of it stands in the text that it was made from.
#[derive(Debug, Default)]
pub(super) struct Normal {
    pub(super) text: String,
    pub(super) from: Vec<u32>,
    /// The last letter or sign, without marks that belong to one.
    last: Option<char>,
    has_space: bool,
    dash: Option<u32>,
}

impl Normal {
    /// The normal form of one text.
    pub(super) fn of(text: &str) -> String {
        let mut normal = Self::default();
        normal.push(text);
        normal.text
    }

    /// Adds a text. It goes on from the one before as if a line ended between them.
    pub(super) fn push(&mut self, text: &str) {
        self.has_space = true;
        // A dash at the end of the text before is written, if at all, where this one begins.
        self.dash = self.dash.map(|_| 0);
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let is_ellipsis = c == '.' && chars.peek().is_some_and(|(_, next)| *next == '.');
            match c {
                _ if is_ellipsis => while chars.next_if(|(_, next)| *next == '.').is_some() {},
                'a'..='z' | '0'..='9' => self.put(c, at),
                'A'..='Z' => self.put(c.to_ascii_lowercase(), at),
                _ if c.is_whitespace() => self.has_space = true,
                _ if is_left_out(c) => {}
                _ if is_dash(c) => self.dash = self.dash.or(Some(at)),
                _ => c.to_lowercase().for_each(|c| decompose_compatible(c, |c| self.part(c, at))),
            }
        }
    }

    /// Ends the run of words.
    pub(super) fn end(&mut self) {
        *self = Self {
            text: std::mem::take(&mut self.text),
            from: std::mem::take(&mut self.from),
            ..Self::default()
        };
        self.write(END, 0);
    }

    /// Adds a part of a character that was taken apart.
    fn part(&mut self, c: char, at: u32) {
        match c {
            '\u{2044}' => self.put('/', at),
            _ if c.is_whitespace() || is_left_out(c) => {}
            _ if is_dash(c) => self.dash = self.dash.or(Some(at)),
            _ if is_combining_mark(c) => self.write(c, at),
            _ => self.put(c.to_ascii_lowercase(), at),
        }
    }

    fn put(&mut self, c: char, at: u32) {
        if let Some(dash) = self.dash.take() {
            let joins = self.last.is_some_and(char::is_alphabetic) && c.is_alphabetic();
            let leads = self.last.is_none() && !c.is_numeric();
            if !joins && !leads {
                self.write('-', dash);
            }
        } else if self.has_space && self.last.is_some_and(char::is_numeric) && c.is_numeric() {
            self.write(' ', at);
        }
        self.has_space = false;
        self.last = Some(c);
        self.write(c, at);
    }

    fn write(&mut self, c: char, at: u32) {
        self.text.push(c);
        self.from.resize(self.text.len(), at);
    }
}

/// Characters that say nothing about a figure: quotation marks, the sign for what could not be
/// decoded, an ellipsis, and what cannot be seen.
fn is_left_out(c: char) -> bool {
    matches!(
        c,
        '\'' | '"' | '`' | '´' | '‘'..='‟' | '′' | '″' | '«' | '»' | '‹' | '›' | '…' | '\u{fffd}'
    ) || is_hidden(c)
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '\u{2043}' | '\u{2e3a}' | '\u{2e3b}' | '﹘' | '﹣' | '－')
}

/// The parts of a wording that stand one after the other, with other words between them.
pub(super) fn parts(wording: &str) -> Vec<String> {
    let marked = without_codes(wording).replace(". . .", "…").replace("...", "…");
    let mut parts: Vec<&str> = marked.split('…').collect();
    let last = parts.len() - 1;
    for (at, part) in parts.iter_mut().enumerate() {
        let bare = part.trim();
        let after = if at > 0 { bare.trim_start_matches([']', ')', '.']) } else { bare };
        *part = if at < last { after.trim_end_matches(['[', '(']) } else { after };
    }
    parts.into_iter().map(Normal::of).filter(|part| !part.is_empty()).collect()
}

/// A text without the codes that stand for hidden characters, such as `<U+00AD>`.
fn without_codes(text: &str) -> String {
    let mut pieces = text.split("<U+");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('>') {
            Some((code, rest)) if u32::from_str_radix(code, 16).is_ok() => out.push_str(rest),
            _ => out.extend(["<U+", piece]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_in_two_ways_is_made_alike() {
        for (one, other) in [
            ("up to 70 percent", "up  to\r\n70\u{a0}percent"),
            ("up to 70 %", "up to 70%"),
            ("Up To 70 Percent", "up to 70 percent"),
            ("“up to 70” ‘percent’", "\"up to 70\" 'percent'"),
            ("don't", "don’t"),
            ("« 70 »", "„70“"),
            ("70 – the most", "70 — the most"),
            ("said -- 70", "said – 70"),
            ("−45", "-45"),
            ("5–10", "5-10"),
            ("5 – 10", "5-10"),
            ("pro\u{ad}portion", "proportion"),
            ("proportion", "propor-\ntion"),
            ("long-term", "long-\nterm"),
            ("long\u{2011}term", "long-term"),
            ("a zero\u{200b}width", "a zerowidth"),
            ("efﬁcient ﬂow", "efficient flow"),
            ("７０％", "70%"),
            ("café", "cafe\u{301}"),
            ("10\u{202f}000", "10 000"),
            ("½", "1/2"),
            ("some … more", "some ... more"),
            ("<U+00AD>70", "70"),
        ] {
            let (one, other) = (parts(one).concat(), parts(other).concat());
            assert_eq!(one, other);
        }
    }

    #[test]
    fn what_changes_a_figure_is_kept() {
        for (one, other) in [
            ("70", "7 0"),
            ("5-10", "510"),
            ("5-10", "5 10"),
            ("fell to -5", "fell to 5"),
            ("1.5", "15"),
            ("1,5", "1.5"),
            ("< 5", "> 5"),
            ("10000", "10 000"),
            ("±5", "5"),
            ("$5", "5"),
        ] {
            assert_ne!(Normal::of(one), Normal::of(other), "{one} {other}");
        }
    }

    #[test]
    fn an_ellipsis_parts_a_wording() {
        for (wording, expected) in [
            ("up to … 70", &["upto", "70"][..]),
            ("up to [...] 70", &["upto", "70"]),
            ("up to (…) 70 (or so)", &["upto", "70(orso)"]),
            ("up to . . . 70", &["upto", "70"]),
            ("… 70 …", &["70"]),
            ("up to [70]", &["upto[70]"]),
            (" … ", &[]),
        ] {
            assert_eq!(parts(wording), expected, "{wording}");
        }
    }

    #[test]
    fn every_byte_has_its_place() {
        let mut normal = Normal::default();
        normal.push("Ab “é 7");
        normal.end();
        normal.push("x");
        assert_eq!(normal.text, "abe\u{301}7\nx");
        assert_eq!(normal.from, [0, 1, 6, 6, 6, 9, 0, 0]);
    }
}
