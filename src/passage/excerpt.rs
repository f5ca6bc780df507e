//! The sentences around words, short enough to be read beside a figure.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::report::{Text, is_hidden};

/// The bytes on each side of the words that are looked at. A copy may be one line of a megabyte.
const NEAR: usize = 1_500;
/// What stands for words that are left out.
const CUT: &str = "…";

/// Words of a copy with the sentences around them, harmless to a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the words.
    pub before: String,
    /// The words as the copy has them.
    pub words: String,
    /// What stands behind them.
    pub after: String,
}

impl Excerpt {
    /// All of it.
    pub fn text(&self) -> String {
        [&*self.before, &self.words, &self.after].concat()
    }
}

/// The sentences that the bytes of a text stand in, and on each side so many more as are `beside` and
/// do not make it longer than `most` bytes. A longer sentence is cut between words.
pub(super) fn excerpt(text: &str, span: Range<usize>, most: usize, beside: usize) -> Excerpt {
    let low = boundary(text, span.start.saturating_sub(NEAR));
    let high = boundary(text, span.end.saturating_add(NEAR));
    let near = text.get(low..high).unwrap_or_default();
    let sentences: Vec<Range<usize>> = near
        .split_sentence_bound_indices()
        .map(|(at, sentence)| low + at..low + at + sentence.trim_end().len())
        .collect();
    let mut first = sentences.iter().position(|it| it.end > span.start).unwrap_or(0);
    let mut last = sentences.iter().rposition(|it| it.start < span.end).unwrap_or(first).max(first);
    let start_of = |at: usize| sentences.get(at).map_or(span.start, |it| it.start.min(span.start));
    let end_of = |at: usize| sentences.get(at).map_or(span.end, |it| it.end.max(span.end));
    for _ in 0..beside {
        if first > 0 && end_of(last) - start_of(first - 1) <= most {
            first -= 1;
        }
        if last + 1 < sentences.len() && end_of(last + 1) - start_of(first) <= most {
            last += 1;
        }
    }
    let (mut start, mut end) = (start_of(first), end_of(last));
    let room = most.saturating_sub(span.len()) / 2;
    if end - start > most {
        start = start.max(word_after(text, span.start.saturating_sub(room), span.start));
        end = end.min(word_before(text, span.end + room, span.end));
    }
    let cut_before =
        if start > 0 && start != start_of(first) || start == low && low > 0 { CUT } else { "" };
    let cut_after = if end < text.len() && end != end_of(last) || end == high && high < text.len() {
        CUT
    } else {
        ""
    };
    Excerpt {
        before: format!("{cut_before}{}", clean(text.get(start..span.start))),
        words: clean(text.get(span.clone())),
        after: format!("{}{cut_after}", clean(text.get(span.end..end))),
    }
}

/// Text of a copy without what is hidden in it, and harmless.
fn clean(text: Option<&str>) -> String {
    let seen = text.unwrap_or_default().chars().filter(|c| !is_hidden(*c));
    let seen: String = seen.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    // Spaces at the ends stay: the parts are put together again.
    let end = seen.len() - seen.trim_end().len();
    format!("{}{}", Text::new(seen.trim_end()), " ".repeat(end.min(1)))
}

/// The nearest boundary of a character at or before a place.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The start of the first word from a place on, `limit` at the latest.
fn word_after(text: &str, from: usize, limit: usize) -> usize {
    let from = boundary(text, from);
    let rest = text.get(from..limit).unwrap_or_default();
    if from == 0 { 0 } else { rest.find(' ').map_or(limit, |space| from + space + 1) }
}

/// The end of the last word up to a place, `limit` at the earliest.
fn word_before(text: &str, to: usize, limit: usize) -> usize {
    let to = boundary(text, to);
    let rest = text.get(limit..to).unwrap_or_default();
    if to == text.len() { to } else { rest.rfind(' ').map_or(limit, |space| limit + space) }
}
