//! Lines of a text by a place in them.

use std::ops::Range;

/// Where the line around a place begins.
pub(super) fn start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    before.rfind('\n').map_or(0, |newline| newline + 1)
}

/// The line around a place, without its end.
pub(super) fn around(text: &str, at: usize) -> Range<usize> {
    let start = start(text, at);
    let rest = text.get(start..).unwrap_or("");
    let len = rest.find('\n').unwrap_or(rest.len());
    let line = rest.get(..len).unwrap_or("");
    start..start + line.trim_end_matches('\r').len()
}
