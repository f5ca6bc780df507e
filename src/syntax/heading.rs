//! Headings with one bracket on each side that need two.
//!
//! The parser reports the next heading of the same name, which is correct, as a duplicate.

use std::collections::HashSet;
use std::ops::Range;

use super::{Blocks, ParseError, line};

const ITEMS: [&str; 3] = ["group", "indicator", "event"];
const INNER: [&str; 2] = ["indicator.series", "indicator.rival"];

/// The headings with one bracket that cause errors, each with its name.
pub(super) fn single(
    text: &str,
    blocks: &Blocks,
    errors: &[ParseError],
) -> Vec<(Range<usize>, &'static str)> {
    let mut found = Vec::new();
    let (mut words, mut items) = (HashSet::new(), HashSet::new());
    for error in errors.iter().filter(|e| e.message.starts_with("duplicate key")) {
        let Some((_, name)) = heading(text, error.span.start) else { continue };
        if ITEMS.contains(&name) {
            words.insert(name);
        } else if INNER.contains(&name) {
            let item = blocks.around(error.span.start);
            if items.insert(item.start) {
                found.extend(inside(text, item, name));
            }
        }
    }
    if words.is_empty() {
        return found;
    }
    found.extend(blocks.starts().filter_map(|at| {
        let (brackets, name) = heading(text, at)?;
        let name = ITEMS.into_iter().find(|item| *item == name && words.contains(item))?;
        (brackets == 1).then(|| (trimmed(text, at), name))
    }));
    found
}

/// The first heading in an item that has one bracket and needs two.
fn inside(text: &str, item: Range<usize>, name: &str) -> Option<(Range<usize>, &'static str)> {
    let name = INNER.into_iter().find(|inner| *inner == name)?;
    let mut at = item.start;
    for content in text.get(item)?.split_inclusive('\n') {
        if heading(text, at) == Some((1, name)) {
            return Some((trimmed(text, at), name));
        }
        at += content.len();
    }
    None
}

/// How many brackets the heading on the line around a position has, and its name.
fn heading(text: &str, at: usize) -> Option<(usize, &str)> {
    let content = text.get(line::around(text, at))?.trim_start();
    let name = content.trim_start_matches('[');
    let brackets = content.len() - name.len();
    let name = name.split(']').next()?.trim();
    (brackets > 0).then_some((brackets, name))
}

/// The heading on the line around a position, without spaces and comments around it.
fn trimmed(text: &str, at: usize) -> Range<usize> {
    let line = line::around(text, at);
    let content = text.get(line.clone()).unwrap_or("");
    let start = line.start + content.len() - content.trim_start().len();
    let len = content.trim_start().find(']').map_or(1, |end| end + 1);
    start..start + len
}
