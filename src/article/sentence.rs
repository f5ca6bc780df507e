//! Sentences of a paragraph, each with its words and dates.

use std::collections::HashMap;
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
    /// Whether it may speak of what has not happened.
    pub(super) is_foretold: bool,
    /// Whether it surely does.
    pub(super) is_announced: bool,
    /// Whether it speaks of what is over.
    pub(super) is_past: bool,
}

/// Words after whose full stop a sentence goes on.
const SHORT: &str = "mr mrs ms dr prof st no nr vs ca approx est jan feb mar apr jun jul aug sept sep oct nov \
    dec fig vol pp eg ie gen col sen gov rev inc ltd";

/// Beginnings of words that speak of what is to come.
const COMING: &str = "target goal aim plan forecast projected projection expected expects expecting predict scenario will pledg promis hope due intend envisag budgeted outlook ambition earmark schedul propos draft \
    want seek foresee anticipat prospect commit";

/// Verbs that may do so.
const MODAL: [&str; 5] = ["would", "could", "should", "may", "might"];

/// Words that speak of what is over.
const OVER: &str = "then ago once former formerly previously earlier had";

/// What a word tells.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// Which word of the report it is.
    id: Option<u32>,
    is_coming: bool,
    is_modal: bool,
    is_past: bool,
}

/// Reads sentences, and remembers words and dates.
#[derive(Debug)]
pub(super) struct Sentences<'v> {
    vocabulary: &'v Vocabulary,
    words: HashMap<String, Told>,
    /// This year.
    year: i64,
    /// The last date.
    date: Option<Day>,
}

/// How many different words are remembered.
const REMEMBERED: usize = 50_000;

impl<'v> Sentences<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary, as_of: Day) -> Self {
        Self { vocabulary, words: HashMap::new(), year: as_of.ymd().0, date: None }
    }

    /// The sentences of a paragraph.
    pub(super) fn of(&mut self, text: &str) -> Vec<Sentence> {
        let mut found = Vec::new();
        let mut start = 0;
        for end in ends(text) {
            if let Some(raw) = text.get(start..end).filter(|raw| !raw.trim().is_empty()) {
                found.push(self.sentence(raw, start));
            }
            start = end;
        }
        found
    }

    fn sentence(&mut self, raw: &str, start: usize) -> Sentence {
        let (mut words, mut is_coming, mut is_past) = (Vec::new(), false, false);
        let mut is_modal = false;
        let mut before = "";
        for (span, word) in words::split(raw) {
            // "Was to launch"
            is_coming |= word == "to" && matches!(before, "is" | "are" | "was" | "were");
            before = word;
            let told = self.told(word);
            words.extend(told.id.map(|id| (start + span.start, id)));
            is_coming |= told.is_coming;
            is_modal |= told.is_modal;
            is_past |= told.is_past;
        }
        let is_announced = is_coming || foretold(raw, self.year).is_some();
        let is_foretold = is_announced || is_modal;
        let mut dates = date::dates(raw, &mut self.date);
        for date in &mut dates {
            date.span = start + date.span.start..start + date.span.end;
        }
        Sentence {
            span: start..start + raw.len(),
            words,
            dates,
            is_foretold,
            is_announced,
            is_past,
        }
    }

    fn told(&mut self, word: &str) -> Told {
        if let Some(told) = self.words.get(word) {
            return *told;
        }
        let lower = word.to_lowercase();
        let begins = |stem: &str| {
            lower.starts_with(stem) && (stem.len() > 4 || lower.len() <= stem.len() + 2)
        };
        let is_coming = COMING.split_whitespace().any(begins);
        let is_modal = word != "May" && MODAL.contains(&&*lower);
        let is_past = OVER.split_whitespace().any(|over| over == lower);
        let told = Told { id: self.vocabulary.id(word), is_coming, is_modal, is_past };
        if self.words.len() < REMEMBERED {
            self.words.insert(word.to_owned(), told);
        }
        told
    }
}

/// Where the sentences of a text end.
fn ends(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut word = 0;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() || matches!(c, '(' | '"' | '“') {
            word = at + c.len_utf8();
        }
        let end = at + c.len_utf8();
        let is_end = match c {
            '.' => !is_short(text.get(word..at).unwrap_or_default()),
            '!' | '?' | '…' | ';' | '。' | '！' | '？' => true,
            _ => false,
        };
        if !is_end {
            continue;
        }
        let rest = text.get(end..).unwrap_or_default();
        let closed = rest.trim_start_matches(['"', '”', '’', '»', ')', ']', '\'', '“']);
        let next = closed.trim_start();
        let is_apart = next.len() < closed.len() || !c.is_ascii() && c != '…';
        let begins = |next: char| {
            (c == ';' || !next.is_lowercase()) && !matches!(next, ',' | ';' | ':' | ')')
        };
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
            ("Mr. Smith of the U.S. Army said 5. Others agreed.", 2),
            ("“It is so.” She left.", 2),
            ("Version 1.2.3 is out", 1),
            ("约70%。很多。", 2),
            ("Really?! yes", 1),
        ] {
            assert_eq!(ends(text).len(), count, "{text}");
        }
    }
}
