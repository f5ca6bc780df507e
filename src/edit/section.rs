//! Lines of a section: writing a new one as its neighbours are written, and taking one out.

use std::ops::Range;

use toml_writer::ToTomlKey;

use super::line;
use super::place::{Entry, Place, Slot};

/// A key and its literal as a line of a section, without its end.
pub(super) fn written(
    text: &str,
    place: &Place<'_>,
    slot: Slot,
    word: &str,
    literal: &str,
) -> String {
    let model = match slot {
        Slot::After(at) | Slot::Before(at) => place.entries.get(at),
        Slot::Open => None,
    };
    let indent = line::indent(text, model.map_or(place.heading, |model| model.start));
    let name = name(text, place, model, word);
    let (before, after) = equals(text, model).unwrap_or((" ", " "));
    let width = name.chars().count();
    let before = match column(text, place) {
        Some(column) => " ".repeat(column.saturating_sub(width).max(1)),
        None => before.to_owned(),
    };
    [indent.unwrap_or(""), &name, &before, "=", after, literal].concat()
}

/// A new key of the item with the first parts that it needs, written as in a neighbour.
pub(super) fn name(text: &str, place: &Place<'_>, model: Option<&Entry<'_>>, word: &str) -> String {
    let alike = model.filter(|model| model.path.len() == place.prefix.len() + 1);
    if let Some(model) = alike {
        return line::part(text, model.start..model.word.start).to_owned() + word;
    }
    let first = place.prefix.iter().map(|part| part.to_toml_key() + ".");
    first.collect::<String>() + word
}

/// What stands on both sides of the sign between a key and its value.
pub(super) fn equals<'t>(text: &'t str, entry: Option<&Entry<'_>>) -> Option<(&'t str, &'t str)> {
    let entry = entry?;
    line::part(text, entry.word.end..entry.value.start).split_once('=')
}

/// The column of the signs between keys and values, counted from the key, where the neighbours
/// align them.
pub(super) fn column(text: &str, place: &Place<'_>) -> Option<usize> {
    let widths = place.entries.iter().filter_map(|entry| {
        let (before, _) = equals(text, Some(entry))?;
        let padding = before.chars().count();
        Some((line::part(text, entry.start..entry.word.end).chars().count() + padding, padding))
    });
    let widths: Vec<(usize, usize)> = widths.collect();
    let column = widths.iter().filter(|(_, padding)| *padding > 1).map(|(at, _)| *at).max()?;
    // A key that is too long for the column stands out of it; a shorter one that does, or
    // padding that goes elsewhere, means that there is no column.
    let fits = |(at, padding): &(usize, usize)| *at == column || (*at > column && *padding <= 1);
    widths.iter().all(fits).then_some(column)
}

/// Where a line is put in, and its bytes with a newline.
pub(super) fn insert(text: &str, place: &Place<'_>, slot: Slot, line: &str) -> (usize, String) {
    let below = |at: usize| {
        let end = line::end(text, at);
        let newline = line::newline(text, end);
        let has_newline = end > 0 && text.as_bytes().get(end - 1) == Some(&b'\n');
        let is_after_line = has_newline || end == line::mark(text);
        let bytes = if is_after_line { [line, newline] } else { [newline, line] };
        (end, bytes.concat())
    };
    let value_end = |at: usize| place.entries.get(at).map(|entry| entry.value.end);
    // The whole file has no heading: its first line is the first that can be written on.
    let top = if place.open == line::mark(text) { place.open } else { line::end(text, place.open) };
    match slot {
        Slot::After(at) => below(value_end(at).unwrap_or(place.open)),
        Slot::Before(at) => {
            let own = place.entries.get(at).map_or(place.open, |entry| entry.start);
            let above = at.checked_sub(1).and_then(value_end);
            let floor = above.map_or(top, |end| line::end(text, end));
            let at = line::with_comments(text, line::start(text, own), floor);
            (at, [line, line::newline(text, line::end(text, own))].concat())
        }
        Slot::Open => below(place.open),
    }
}

/// All lines of a key, with what stands behind its value on the last of them.
///
/// At the end of a text without a last newline, the newline before goes instead.
pub(super) fn lines(text: &str, entry: &Entry<'_>) -> Range<usize> {
    let (start, end) = (line::start(text, entry.start), line::end(text, entry.value.end));
    if end < text.len() || text.ends_with('\n') {
        return start..end;
    }
    let before = line::part(text, 0..start);
    let kept = before.strip_suffix('\n').unwrap_or(before);
    kept.strip_suffix('\r').unwrap_or(kept).len()..end
}
