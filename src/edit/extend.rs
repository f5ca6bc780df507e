//! More history for an indicator: a new series, or more points in one.

use toml::de::{DeTable, DeValue};

use super::addition::block_end;
use super::block::{Block, Slot};
use super::error::EditError;
use super::home::Home;
use super::line::{self, part, splice};
use super::list::List;
use super::section;
use super::target::Target;
use super::tree::{self, Writing, elements, has_headings, writing};
use crate::schema::{Key, SERIES};

/// Adds a series below the last one of an indicator, or else below the indicator.
///
/// Keys and points are literals of the file; each point gets a line. Returns the text, and the line of the
/// first point, counted from 1.
///
/// # Errors
///
/// The indicator is not in it or more than once, or it is written in braces.
pub fn add_series(
    whole: &str,
    indicator: &str,
    keys: &[(Key, String)],
    points: &[String],
) -> Result<(String, u32), EditError> {
    let target = Target::Indicator(indicator.to_owned());
    let home = Home::find(whole, &target)?;
    let (text, tree, path) = (home.text, &home.tree, &home.path);
    let block = Block::find(text, tree, path).ok_or(EditError::NoItem(target))?;
    let lines_above = home.lines_above(whole);
    let cannot = || EditError::CannotKeep { line: line::number(text, block.at) + lines_above };
    let [(_, nth)] = path.as_slice() else { return Err(cannot()) };
    let item = elements(tree, Key::Indicator).and_then(|items| items.get(*nth));
    let item = item.ok_or_else(cannot)?;
    let own = elements(block.table, Key::Series).ok_or_else(cannot)?;
    let is_inline =
        own.first().is_some_and(|first| writing(text, &first.span()) != Writing::Heading);
    if writing(text, &item.span()) != Writing::Heading || is_inline {
        return Err(cannot());
    }
    let above = own.last().unwrap_or(item);
    let at = block_end(whole, home.start, text, above);
    let newline = line::newline(text, at);
    let lines = lines(keys, points, section::column(text, &block).is_some());
    let gap =
        if part(text, 0..at).ends_with('\n') { newline.to_owned() } else { newline.repeat(2) };
    let first = line::number(text, at) + line_count(&gap) + 1 + line_count_of(keys) + 1;
    let new = splice(text, at..at, &(gap + &lines.join(newline) + newline));
    let is_kept = tree::parse(&new).is_some_and(|new| {
        let pair = inside(tree, *nth).zip(inside(&new, *nth));
        tree::same_but(tree, &new, path, &[Key::Series])
            && pair.is_some_and(|(old, new)| tree::same_with(old, new, Key::Series, own.len()))
    });
    if is_kept { Ok((home.replaced(whole, &new), first + lines_above)) } else { Err(cannot()) }
}

/// An indicator by its index.
fn inside<'v, 'i>(tree: &'v DeTable<'i>, nth: usize) -> Option<&'v DeTable<'i>> {
    elements(tree, Key::Indicator)?.get(nth)?.get_ref().as_table()
}

fn line_count(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

fn line_count_of(keys: &[(Key, String)]) -> u32 {
    keys.iter().map(|(_, literal)| line_count(literal) + 1).sum()
}

/// A series under its heading, line by line.
fn lines(keys: &[(Key, String)], points: &[String], is_aligned: bool) -> Vec<String> {
    let words = keys.iter().map(|(key, _)| key.word()).chain([Key::Points.word()]);
    let widest = words.map(str::len).max().unwrap_or(0);
    let width = if is_aligned { widest } else { 0 };
    let written = |key: Key, literal: &str| format!("{:width$} = {literal}", key.word());
    let mut lines = vec![SERIES.heading.to_owned()];
    lines.extend(keys.iter().map(|(key, literal)| written(*key, literal)));
    lines.push(written(Key::Points, "["));
    lines.extend(points.iter().map(|point| format!("  {point},")));
    lines.push("]".to_owned());
    lines
}

/// Adds points to a series: each behind the one with that index, or before all of them.
///
/// # Errors
///
/// The series is not in it, or its points cannot be told from each other.
pub fn add_points(
    whole: &str,
    indicator: &str,
    series: usize,
    points: &[(Option<usize>, String)],
) -> Result<String, EditError> {
    let target = Target::Series { indicator: indicator.to_owned(), nth: series };
    let home = Home::find(whole, &target)?;
    let (text, tree, path) = (home.text, &home.tree, &home.path);
    let block = Block::find(text, tree, path).ok_or(EditError::NoItem(target))?;
    let lines_above = home.lines_above(whole);
    let cannot = || EditError::CannotKeep { line: line::number(text, block.at) + lines_above };
    let (_, entry) = block.entry(Key::Points).ok_or_else(cannot)?;
    let DeValue::Array(own) = entry.node.get_ref() else { return Err(cannot()) };
    let span = entry.node.span();
    if own.is_empty() || has_headings(&span, own) {
        return Err(cannot());
    }
    let parts = || own.iter().map(toml::Spanned::span).collect();
    let mut places: Vec<_> = points.iter().collect();
    // From the end of the text on, so that the places before stay where they are.
    places.sort_by_key(|(after, _)| std::cmp::Reverse(*after));
    let mut new = text.to_owned();
    for same in places.chunk_by(|(a, _), (b, _)| a == b) {
        // A part that goes behind the same one stands before those that are there already.
        for (after, point) in same.iter().rev() {
            let list = List {
                open: span.start + 1,
                close: span.end - 1 + new.len() - text.len(),
                parts: parts(),
            };
            let slot = after.map_or(Slot::Before(0), Slot::After);
            let (at, bytes) = list.insert(&new, slot, point);
            new = splice(&new, at..at, &bytes);
        }
    }
    let is_kept =
        tree::parse(&new).is_some_and(|new| tree::same_but(tree, &new, path, &[Key::Points]));
    if is_kept { Ok(home.replaced(whole, &new)) } else { Err(cannot()) }
}
