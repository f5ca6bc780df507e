//! Headings with one bracket on each side where two belong.
//!
//! The parser blames the heading after such a one, which is right, for standing twice.

use std::collections::HashSet;
use std::ops::Range;

use super::{Blocks, Fault, line};

const ITEMS: [&str; 3] = ["group", "indicator", "event"];
const INNER: [&str; 2] = ["indicator.series", "indicator.rival"];

/// The headings of single brackets that errors come from, each with its doubled form.
pub(super) fn single(
    text: &str,
    blocks: &Blocks,
    errors: &[Fault],
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

/// The first heading of one bracket in an item that should have two.
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

/// How many brackets the heading on the line around a place has, and its name.
fn heading(text: &str, at: usize) -> Option<(usize, &str)> {
    let content = text.get(line::around(text, at))?.trim_start();
    let name = content.trim_start_matches('[');
    let brackets = content.len() - name.len();
    let name = name.split(']').next()?.trim();
    (brackets > 0).then_some((brackets, name))
}

/// The heading on the line around a place, without spaces and comments around it.
fn trimmed(text: &str, at: usize) -> Range<usize> {
    let line = line::around(text, at);
    let content = text.get(line.clone()).unwrap_or("");
    let start = line.start + content.len() - content.trim_start().len();
    let len = content.trim_start().find(']').map_or(1, |end| end + 1);
    start..start + len
}
