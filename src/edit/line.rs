//! Lines of a text, and how they end.

use std::ops::Range;

/// The part of a text; empty where there is none.
pub(super) fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or("")
}

/// A text with a part of it exchanged.
pub(super) fn splice(text: &str, range: Range<usize>, new: &str) -> String {
    let (before, after) = (part(text, 0..range.start), part(text, range.end..text.len()));
    [before, new, after].concat()
}

/// How many bytes of a byte order mark a text begins with.
pub(super) fn mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Where the line around a place begins, after a byte order mark.
pub(super) fn start(text: &str, at: usize) -> usize {
    part(text, 0..at).rfind('\n').map_or_else(|| mark(text), |newline| newline + 1)
}

/// Where the next line begins; the end of the text where there is none.
pub(super) fn end(text: &str, at: usize) -> usize {
    part(text, at..text.len()).find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The number of the line around a place, counted from 1.
pub(super) fn number(text: &str, at: usize) -> u32 {
    let newlines = part(text, 0..at).bytes().filter(|b| *b == b'\n').count();
    u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1)
}

/// The spaces that a line begins with, if nothing but spaces stands before a place.
pub(super) fn indent(text: &str, at: usize) -> Option<&str> {
    let before = part(text, start(text, at)..at);
    before.bytes().all(|b| matches!(b, b' ' | b'\t')).then_some(before)
}

/// How the lines around a place end.
pub(super) fn newline(text: &str, at: usize) -> &'static str {
    let before = part(text, 0..at);
    let last = before.rfind('\n').map(|end| before.get(..end));
    let line = last.or_else(|| text.find('\n').map(|end| text.get(..end)));
    if line.flatten().is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}

/// Where the comment lines begin that stand directly above a line; `floor` is the start of a
/// line, above which nothing is looked at.
pub(super) fn with_comments(text: &str, line: usize, floor: usize) -> usize {
    let mut top = line;
    while top > floor {
        let above = start(text, top - 1).max(floor);
        if above >= top || !part(text, above..top).trim_start().starts_with('#') {
            break;
        }
        top = above;
    }
    top
}
