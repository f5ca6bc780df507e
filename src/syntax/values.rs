//! Values of a recovered tree that go past where they were meant to end.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::blocks::Blocks;

/// The first value that contains the heading of an item: a list or a text without its end.
/// `is_one` decides whether a value has lost its end.
pub(super) fn runaway(
    tree: &DeTable<'_>,
    blocks: &Blocks,
    text: &str,
    is_one: &dyn Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    each_value(tree, text, &mut |node| {
        let span = node.span();
        let earlier = first.as_ref().is_none_or(|f| span.start < f.start);
        if earlier && blocks.any_inside(&span) && is_value(text, span.start) && is_one(&span) {
            first = Some(span);
        }
    });
    first
}

/// Every list and inline table after a key, in the order of the text.
pub(super) fn lists(tree: &DeTable<'_>, text: &str) -> Vec<Range<usize>> {
    let mut lists = Vec::new();
    each_value(tree, text, &mut |node| {
        if matches!(node.get_ref(), DeValue::Array(_) | DeValue::Table(_)) {
            lists.push(node.span());
        }
    });
    lists.sort_by_key(|l| l.start);
    lists
}

/// Whether a key comes before it on its line. A table under a heading has the span of the heading,
/// which may go past a broken heading.
fn is_value(text: &str, at: usize) -> bool {
    let start = super::line::start(text, at);
    !text.get(start..at).unwrap_or("").trim().is_empty()
}

fn each_value(table: &DeTable<'_>, text: &str, visit: &mut dyn FnMut(&Spanned<DeValue<'_>>)) {
    for (_, node) in table {
        let start = node.span().start;
        match node.get_ref() {
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
            _ => visit(node),
        }
    }
}
