//! The tree of a text: reading it, and telling two of them apart.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::schema::Key;
use crate::syntax::is_too_deep;

/// A value of the file with its place.
pub(super) type Cell<'i> = Spanned<DeValue<'i>>;

/// One turn on the way from the whole file to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// What stands behind a key of a table.
    Key(&'a str),
    /// An element of an array, counted from 0.
    Nth(usize),
}

/// The way from the whole file to an item.
pub(super) type Path<'a> = Vec<Part<'a>>;

/// The tree of a text; `None` where the text is not TOML.
pub(super) fn parse(text: &str) -> Option<DeTable<'_>> {
    if is_too_deep(text) {
        return None;
    }
    DeTable::parse(text).ok().map(Spanned::into_inner)
}

/// The value of a literal that has nothing around it; `None` for anything else.
pub(super) fn value(literal: &str) -> Option<DeValue<'_>> {
    if is_too_deep(literal) {
        return None;
    }
    let cell = DeValue::parse(literal).ok()?;
    (cell.span() == (0..literal.len())).then(|| cell.into_inner())
}

/// The text behind a key of a table.
pub(super) fn text_of<'v>(value: &'v DeValue<'_>, key: Key) -> Option<&'v str> {
    value.as_table()?.get(key.word())?.get_ref().as_str()
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Under a heading of its own.
    Heading,
    /// In braces.
    Braces,
    /// As the first part of dotted keys, or of the headings of tables in it.
    Dotted,
}

/// How the table at a place of the text is written.
///
/// The parser gives a table the place of its heading, of its braces, or of the key that
/// implies it; no key begins with a bracket.
pub(super) fn writing(text: &str, span: &Range<usize>) -> Writing {
    match text.as_bytes().get(span.start) {
        Some(b'[') => Writing::Heading,
        Some(b'{') => Writing::Braces,
        _ => Writing::Dotted,
    }
}

/// Whether an array is written as tables under headings.
///
/// Its place is then that of its first heading; a list in brackets is larger than its first
/// element.
pub(super) fn has_headings(span: &Range<usize>, list: &DeArray<'_>) -> bool {
    list.first().is_some_and(|first| first.span() == *span)
}

/// Whether two values are the same, wherever they stand and however they are written.
pub(super) fn equal(a: &DeValue<'_>, b: &DeValue<'_>) -> bool {
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

/// Whether two tables are the same, some keys left out.
fn equal_but(a: &DeTable<'_>, b: &DeTable<'_>, but: &[&str]) -> bool {
    let kept =
        |table: &DeTable<'_>| table.keys().filter(|key| !but.contains(&&**key.get_ref())).count();
    kept(a) == kept(b)
        && a.iter().filter(|(key, _)| !but.contains(&&**key.get_ref())).all(|(key, cell)| {
            b.get(&**key.get_ref()).is_some_and(|other| equal(cell.get_ref(), other.get_ref()))
        })
}

/// Whether two trees are the same but for some keys of the table at the end of a path.
pub(super) fn same_but(
    old: &DeTable<'_>,
    new: &DeTable<'_>,
    path: &[Part<'_>],
    but: &[&str],
) -> bool {
    let Some((Part::Key(key), rest)) = path.split_first() else {
        return path.is_empty() && equal_but(old, new, but);
    };
    equal_but(old, new, &[key])
        && match (old.get(*key), new.get(*key)) {
            (Some(old), Some(new)) => same_inside(old.get_ref(), new.get_ref(), rest, but),
            _ => false,
        }
}

fn same_inside(old: &DeValue<'_>, new: &DeValue<'_>, path: &[Part<'_>], but: &[&str]) -> bool {
    match (old, new, path) {
        (DeValue::Table(old), DeValue::Table(new), _) => same_but(old, new, path, but),
        (DeValue::Array(old), DeValue::Array(new), [Part::Nth(nth), rest @ ..]) => {
            old.len() == new.len()
                && old.iter().zip(new.iter()).enumerate().all(|(at, (old, new))| {
                    let (old, new) = (old.get_ref(), new.get_ref());
                    if at == *nth { same_inside(old, new, rest, but) } else { equal(old, new) }
                })
        }
        _ => false,
    }
}

/// Whether a tree is another one with one more element in the array behind a key.
pub(super) fn same_with(old: &DeTable<'_>, new: &DeTable<'_>, key: &str, nth: usize) -> bool {
    let (Some(old_list), Some(new_list)) = (elements(old, key), elements(new, key)) else {
        return false;
    };
    let rest = new_list.iter().enumerate().filter(|(at, _)| *at != nth).map(|(_, cell)| cell);
    nth < new_list.len()
        && old_list.len() + 1 == new_list.len()
        && old_list.iter().zip(rest).all(|(old, new)| equal(old.get_ref(), new.get_ref()))
        && equal_but(old, new, &[key])
}

/// The elements of an array, none where the key is not there; `None` for anything else.
fn elements<'v, 'i>(tree: &'v DeTable<'i>, key: &str) -> Option<&'v [Cell<'i>]> {
    match tree.get(key).map(Spanned::get_ref) {
        Some(DeValue::Array(list)) => Some(list),
        Some(_) => None,
        None => Some(&[]),
    }
}
