//! Lines of a section: writing a new one in the style of its neighbours, and removing one.

use std::ops::Range;

use super::block::{Block, Entry, Slot};
use super::line;

/// A key and its literal as a line of a section, without its line ending.
pub(super) fn written(
    text: &str,
    block: &Block<'_>,
    model: &Entry<'_>,
    word: &str,
    literal: &str,
) -> String {
    let indent = line::indent(text, model.start).unwrap_or("");
    let (before, after) = equals(text, model);
    let before = padding(word, column(text, block), before);
    [indent, word, &before, "=", after, literal].concat()
}

/// The spaces between a key and its `=`: up to the column if there is one, else those given.
pub(super) fn padding(word: &str, column: Option<usize>, plain: &str) -> String {
    let to = |column: usize| " ".repeat(column.saturating_sub(word.len()).max(1));
    column.map_or_else(|| plain.to_owned(), to)
}

/// The spaces before and after the `=` of a key.
pub(super) fn equals<'t>(text: &'t str, entry: &Entry<'_>) -> (&'t str, &'t str) {
    let between = line::part(text, entry.word.end..entry.value.start);
    between.split_once('=').unwrap_or((" ", " "))
}

/// The column of the `=` signs, counted from the start of the key, if the keys are aligned.
pub(super) fn column(text: &str, block: &Block<'_>) -> Option<usize> {
    let widths = block.entries.iter().map(|entry| {
        let padding = equals(text, entry).0.chars().count();
        (line::part(text, entry.start..entry.word.end).chars().count() + padding, padding)
    });
    let widths: Vec<(usize, usize)> = widths.collect();
    let column = widths.iter().filter(|(_, padding)| *padding > 1).map(|(at, _)| *at).max()?;
    // A key that is too long may go past the column. Any other key that is not in it means that the
    // keys are not aligned.
    let fits = |(at, padding): &(usize, usize)| *at == column || (*at > column && *padding <= 1);
    widths.iter().all(fits).then_some(column)
}

/// Where a new line goes, and its bytes with a newline.
pub(super) fn insert(text: &str, block: &Block<'_>, slot: Slot, line: &str) -> (usize, String) {
    let value_end = |at: usize| block.entries.get(at).map_or(block.open, |entry| entry.value.end);
    match slot {
        Slot::After(at) => {
            let end = line::end(text, value_end(at));
            let newline = line::newline(text, end);
            let has_newline = line::part(text, 0..end).ends_with('\n');
            let bytes = if has_newline { [line, newline] } else { [newline, line] };
            (end, bytes.concat())
        }
        Slot::Before(at) => {
            let own = block.entries.get(at).map_or(block.open, |entry| entry.start);
            let above = at.checked_sub(1).map_or(block.open, value_end);
            let at = line::with_comments(text, line::start(text, own), line::end(text, above));
            (at, [line, line::newline(text, line::end(text, own))].concat())
        }
    }
}

/// The lines of a key, including a comment after its value.
///
/// At the end of a text without a last newline, the newline before them is included instead.
pub(super) fn lines(text: &str, entry: &Entry<'_>) -> Range<usize> {
    let (start, end) = (line::start(text, entry.start), line::end(text, entry.value.end));
    if end < text.len() || text.ends_with('\n') {
        return start..end;
    }
    let before = line::part(text, 0..start);
    let kept = before.strip_suffix('\n').unwrap_or(before);
    kept.strip_suffix('\r').unwrap_or(kept).len()..end
}
