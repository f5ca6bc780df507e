//! Lines of a text by a position in them.

use std::ops::Range;

/// Where the line around a position begins.
pub(super) fn start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    before.rfind('\n').map_or(0, |newline| newline + 1)
}

/// The line around a position, without its line ending.
pub(super) fn around(text: &str, at: usize) -> Range<usize> {
    let start = start(text, at);
    let rest = text.get(start..).unwrap_or("");
    let len = rest.find('\n').unwrap_or(rest.len());
    let line = rest.get(..len).unwrap_or("");
    start..start + line.trim_end_matches('\r').len()
}

/// Replaces a part by one space for each byte, so that positions do not change.
pub(super) fn blank(text: &mut String, span: &Range<usize>) {
    let Some(part) = text.get(span.clone()) else { return };
    // A lone carriage return is itself an error.
    let spaces: String = part.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(span.clone(), &spaces);
}
