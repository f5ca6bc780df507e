//! Lines of a text, and their endings.

use std::ops::Range;

/// A part of a text; empty where the range is outside the text.
pub(super) fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or("")
}

/// A text with a part of it replaced.
pub(super) fn splice(text: &str, range: Range<usize>, new: &str) -> String {
    let (before, after) = (part(text, 0..range.start), part(text, range.end..text.len()));
    [before, new, after].concat()
}

/// The length of the byte order mark of a text.
pub(super) fn mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Where the line around a position begins, after a byte order mark.
pub(super) fn start(text: &str, at: usize) -> usize {
    part(text, 0..at).rfind('\n').map_or_else(|| mark(text), |newline| newline + 1)
}

/// Where the next line begins; the end of the text where there is none.
pub(super) fn end(text: &str, at: usize) -> usize {
    part(text, at..text.len()).find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The number of the line around a position, counted from 1.
pub(super) fn number(text: &str, at: usize) -> u32 {
    let newlines = part(text, 0..at).bytes().filter(|b| *b == b'\n').count();
    u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1)
}

/// The indentation of a line, if there are only spaces before a position.
pub(super) fn indent(text: &str, at: usize) -> Option<&str> {
    let before = part(text, start(text, at)..at);
    before.bytes().all(|b| matches!(b, b' ' | b'\t')).then_some(before)
}

/// How the lines around a position end.
pub(super) fn newline(text: &str, at: usize) -> &'static str {
    let before = part(text, 0..at);
    let last = before.rfind('\n').map(|end| before.get(..end));
    let line = last.or_else(|| text.find('\n').map(|end| text.get(..end)));
    if line.flatten().is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}

/// Where the comment lines directly above a line begin; lines above the line at `floor` are not
/// looked at.
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
