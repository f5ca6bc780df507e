//! The tree of a text: parsing it, and comparing two of them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::schema::Key;
use crate::syntax::{Node, is_too_deep};

/// The path from the whole file to an item: keys of arrays, and positions in them.
pub(super) type Path = Vec<(Key, usize)>;

/// The tree of a text; `None` where the text is not TOML.
pub(super) fn parse(text: &str) -> Option<DeTable<'_>> {
    if is_too_deep(text) {
        return None;
    }
    DeTable::parse(text).ok().map(Spanned::into_inner)
}

/// The value of a literal without anything around it; `None` for anything else.
pub(super) fn value(literal: &str) -> Option<DeValue<'_>> {
    if is_too_deep(literal) {
        return None;
    }
    let node = DeValue::parse(literal).ok()?;
    (node.span() == (0..literal.len())).then(|| node.into_inner())
}

/// The text of a key of a table.
pub(super) fn text_of<'v>(value: &'v DeValue<'_>, key: Key) -> Option<&'v str> {
    value.as_table()?.get(key.word())?.get_ref().as_str()
}

/// The elements of an array, none where the key is missing; `None` for another kind of value.
pub(super) fn elements<'v, 'i>(tree: &'v DeTable<'i>, key: Key) -> Option<&'v [Node<'i>]> {
    match tree.get(key.word()).map(Spanned::get_ref) {
        Some(DeValue::Array(list)) => Some(list),
        Some(_) => None,
        None => Some(&[]),
    }
}

/// The elements of an array that have an id, by their positions.
pub(super) fn with_id<'v>(
    tree: &'v DeTable<'_>,
    key: Key,
    id: &'v str,
) -> impl Iterator<Item = usize> + use<'v> {
    let list = elements(tree, key).unwrap_or_default();
    let is_it = move |node: &Node<'_>| text_of(node.get_ref(), Key::Id) == Some(id);
    (0..).zip(list).filter(move |(_, node)| is_it(node)).map(|(nth, _)| nth)
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Under a heading.
    Heading,
    /// In braces.
    Braces,
    /// As the first part of dotted keys, or of the headings of tables in it.
    Dotted,
}

/// How the table with a span is written.
///
/// The parser gives a table the span of its heading, of its braces, or of the key that implies it.
/// No key begins with a bracket.
pub(super) fn writing(text: &str, span: &Range<usize>) -> Writing {
    match text.as_bytes().get(span.start) {
        Some(b'[') => Writing::Heading,
        Some(b'{') => Writing::Braces,
        _ => Writing::Dotted,
    }
}

/// Whether an array is written as tables under headings.
///
/// It then has the span of its first heading; a list in brackets is larger than its first element.
pub(super) fn has_headings(span: &Range<usize>, list: &DeArray<'_>) -> bool {
    list.first().is_some_and(|first| first.span() == *span)
}

/// Where the last value or heading of an item ends.
pub(super) fn last_byte(text: &str, value: &DeValue<'_>, span: Range<usize>) -> usize {
    let inner = |node: &Node<'_>| last_byte(text, node.get_ref(), node.span());
    match value {
        DeValue::Table(table) if writing(text, &span) != Writing::Braces => {
            table.values().map(inner).max().unwrap_or(0).max(span.end)
        }
        DeValue::Array(list) if has_headings(&span, list) => {
            list.iter().map(inner).max().unwrap_or(span.end)
        }
        _ => span.end,
    }
}

/// Whether two values are the same, regardless of where and how they are written.
fn equal(a: &DeValue<'_>, b: &DeValue<'_>) -> bool {
    match (a, b) {
        (DeValue::String(a), DeValue::String(b)) => a == b,
        (DeValue::Integer(a), DeValue::Integer(b)) => {
            (a.as_str(), a.radix()) == (b.as_str(), b.radix())
        }
        (DeValue::Float(a), DeValue::Float(b)) => a.as_str() == b.as_str(),
        (DeValue::Boolean(a), DeValue::Boolean(b)) => a == b,
        (DeValue::Datetime(a), DeValue::Datetime(b)) => a == b,
        (DeValue::Array(a), DeValue::Array(b)) => {
            a.len() == b.len()
                && a.iter().zip(b.iter()).all(|(a, b)| equal(a.get_ref(), b.get_ref()))
        }
        (DeValue::Table(a), DeValue::Table(b)) => equal_but(a, b, &[]),
        _ => false,
    }
}

/// Whether two tables are the same, except for some keys.
fn equal_but(a: &DeTable<'_>, b: &DeTable<'_>, but: &[Key]) -> bool {
    let is_out = |word: &str| but.iter().any(|key| key.word() == word);
    let kept = |table: &DeTable<'_>| table.keys().filter(|key| !is_out(key.get_ref())).count();
    kept(a) == kept(b)
        && a.iter().filter(|(key, _)| !is_out(key.get_ref())).all(|(key, node)| {
            b.get(&**key.get_ref()).is_some_and(|other| equal(node.get_ref(), other.get_ref()))
        })
}

/// Whether two trees are the same, except for some keys of the table at the end of a path.
pub(super) fn same_but(
    old: &DeTable<'_>,
    new: &DeTable<'_>,
    path: &[(Key, usize)],
    but: &[Key],
) -> bool {
    let Some((&(key, nth), rest)) = path.split_first() else { return equal_but(old, new, but) };
    let (Some(olds), Some(news)) = (elements(old, key), elements(new, key)) else { return false };
    let mut pairs = (0..).zip(olds.iter().zip(news));
    equal_but(old, new, &[key])
        && olds.len() == news.len()
        && pairs.all(|(at, (old, new))| match (old.get_ref(), new.get_ref()) {
            (DeValue::Table(old), DeValue::Table(new)) if at == nth => {
                same_but(old, new, rest, but)
            }
            (old, new) => equal(old, new),
        })
}

/// Whether the new tree is the old one with one more element in an array.
pub(super) fn same_with(old: &DeTable<'_>, new: &DeTable<'_>, key: Key, nth: usize) -> bool {
    let (Some(olds), Some(news)) = (elements(old, key), elements(new, key)) else { return false };
    let rest = (0..).zip(news).filter(|(at, _)| *at != nth).map(|(_, node)| node);
    nth < news.len()
        && olds.len() + 1 == news.len()
        && olds.iter().zip(rest).all(|(old, new)| equal(old.get_ref(), new.get_ref()))
        && equal_but(old, new, &[key])
}
