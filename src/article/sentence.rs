//! Sentences of a paragraph, each with its words and dates.

use std::ops::Range;

use super::date::{self, DateAt};
use super::words::{self, Vocabulary};
use crate::prose::foretold;
use crate::report::Day;

/// A sentence of a paragraph.
#[derive(Debug)]
pub(super) struct Sentence {
    /// Its bytes in the paragraph.
    pub(super) span: Range<usize>,
    /// The words that the report has, too: where they stand, and which they are.
    pub(super) words: Vec<(usize, u32)>,
    /// The dates in it.
    pub(super) dates: Vec<DateAt>,
    /// Whether it speaks of what has not happened.
    pub(super) is_foretold: bool,
    /// Whether it speaks of what is over.
    pub(super) is_past: bool,
}

/// Words after whose full stop a sentence goes on.
const SHORT: &str = "mr mrs ms dr prof st no nr vs ca approx est jan feb mar apr jun jul aug sept sep oct nov \
    dec fig vol pp eg ie gen col sen gov rev inc ltd";

/// Beginnings of words that speak of what is to come.
const COMING: &str = "target goal aim plan forecast project expect predict scenario would will could should may \
    might pledg promis hope due intend envisag budget outlook ambition earmark schedul propos draft want seek \
    foresee anticipat prospect earmarked slated by-2030 set commit";

/// Words that speak of what is over.
const OVER: &str = "then ago once former formerly previously earlier had";

/// The sentences of a paragraph.
pub(super) fn sentences(text: &str, vocabulary: &Vocabulary, as_of: Day) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in ends(text) {
        if let Some(raw) = text.get(start..end).filter(|raw| !raw.trim().is_empty()) {
            found.push(sentence(raw, start, vocabulary, as_of));
        }
        start = end;
    }
    found
}

fn sentence(raw: &str, start: usize, vocabulary: &Vocabulary, as_of: Day) -> Sentence {
    let (mut words, mut is_coming, mut is_past) = (Vec::new(), false, false);
    for (span, word) in words::split(raw) {
        if let Some(id) = vocabulary.id(word) {
            words.push((start + span.start, id));
        }
        let lower = word.to_lowercase();
        is_coming |= COMING.split_whitespace().any(|stem| {
            lower.starts_with(stem)
                && (stem.len() > 3 || stem == lower || lower.len() <= stem.len() + 2)
        });
        is_past |= OVER.split_whitespace().any(|over| over == lower);
    }
    let is_foretold = is_coming || foretold(raw, as_of.ymd().0).is_some();
    let mut dates = date::dates(raw);
    for date in &mut dates {
        date.span = start + date.span.start..start + date.span.end;
    }
    Sentence { span: start..start + raw.len(), words, dates, is_foretold, is_past }
}

/// Where the sentences of a text end.
fn ends(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut word = 0;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() || matches!(c, '(' | '"' | '“') {
            word = at + c.len_utf8();
        }
        let end = at + c.len_utf8();
        let is_end = match c {
            '。' | '！' | '？' => true,
            '.' => !is_short(text.get(word..at).unwrap_or_default()),
            '!' | '?' | '…' => true,
            _ => false,
        };
        if !is_end {
            continue;
        }
        let rest = text.get(end..).unwrap_or_default();
        let closed = rest.trim_start_matches(['"', '”', '’', '»', ')', ']', '\'', '“']);
        let next = closed.trim_start();
        let is_apart = next.len() < closed.len() || !c.is_ascii() && c != '…';
        let begins = |c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | ')');
        if is_apart && next.chars().next().is_some_and(begins) {
            found.push(text.len() - next.len());
        }
    }
    found.push(text.len());
    found
}

/// Whether a full stop belongs to a word: `Mr.`, `U.S.`, `p.`
fn is_short(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    is_letter
        || word.contains('.') && word.len() <= 5 && !word.contains(|c: char| c.is_ascii_digit())
        || SHORT.split(' ').any(|short| short == lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_the_ends_of_its_sentences() {
        for (text, count) in [
            ("It fell by 4.5 percent. Then it rose.", 2),
            ("Mr. Smith of the U.S. Army said 5. Nobody knew.", 2),
            ("“It is so.” She left.", 2),
            ("Version 1.2.3 is out", 1),
            ("约70%。很多。", 2),
            ("Really?! yes", 1),
        ] {
            assert_eq!(ends(text).len(), count, "{text}");
        }
    }
}
