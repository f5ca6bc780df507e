//! Which values of a recovered tree reach further than they can have been meant to.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::blocks::Blocks;

/// The first value that has swallowed the heading of an item: a list or a text without its end.
pub(super) fn swallower(
    tree: &DeTable<'_>,
    blocks: &Blocks,
    text: &str,
    is_one: &dyn Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    each_value(tree, text, &mut |cell| {
        let span = cell.span();
        let earlier = first.as_ref().is_none_or(|f| span.start < f.start);
        if earlier && blocks.any_inside(&span) && is_value(text, span.start) && is_one(&span) {
            first = Some(span);
        }
    });
    first
}

/// Every list and inline table that a key holds, in the order of the text.
pub(super) fn lists(tree: &DeTable<'_>, text: &str) -> Vec<Range<usize>> {
    let mut lists = Vec::new();
    each_value(tree, text, &mut |cell| {
        if matches!(cell.get_ref(), DeValue::Array(_) | DeValue::Table(_)) {
            lists.push(cell.span());
        }
    });
    lists.sort_by_key(|l| l.start);
    lists
}

/// Tables under headings have the span of the heading, which may reach over a broken one.
fn is_value(text: &str, at: usize) -> bool {
    let start = super::line::start(text, at);
    !text.get(start..at).unwrap_or("").trim().is_empty()
}

fn each_value(table: &DeTable<'_>, text: &str, visit: &mut dyn FnMut(&Spanned<DeValue<'_>>)) {
    for (_, cell) in table {
        let start = cell.span().start;
        match cell.get_ref() {
            DeValue::Table(inner) if !text.get(start..).unwrap_or("").starts_with('{') => {
                each_value(inner, text, visit);
            }
            DeValue::Array(list) if !is_value(text, start) => {
                for item in list {
                    if let DeValue::Table(inner) = item.get_ref() {
                        each_value(inner, text, visit);
                    }
                }
            }
            _ => visit(cell),
        }
    }
}
