mod template;

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::change::look;
use super::error::EditError;
use super::line::{self, part, splice};
use super::list::List;
use super::place::{Place, Slot};
use super::step::Step;
use super::target::Target;
use super::tree::{self, Cell, Part, Writing, has_headings, text_of, writing};
use crate::schema::{EVENT, INDICATOR, Key, Table};
use template::Style;

/// What is to be added, and where.
///
/// It goes below the last item of its group; the group is the one that is named, else that of
/// the item that is named. Where there is none of the group, it goes below the last of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New<'a> {
    /// An indicator.
    Indicator {
        /// The id of its group.
        group: Option<&'a str>,
        /// The id of an indicator whose group it shares.
        after: Option<&'a str>,
    },
    /// An event.
    Event {
        /// The id of its group.
        group: Option<&'a str>,
        /// The id of an event whose group it shares.
        after: Option<&'a str>,
    },
}

/// A text with a new item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The whole text.
    pub text: String,
    /// The id of the new item.
    pub id: String,
    /// The line of its heading or of its braces, counted from 1.
    pub line: u32,
    /// What was done, to take it back while the item is as it was added.
    pub step: Step,
}

/// Adds an item that is valid as it stands, with comments that say what comes next.
///
/// # Errors
///
/// The text is not TOML, or the items of this kind are written in a way that has no place for
/// a new one.
pub fn add(text: &str, new: &New<'_>) -> Result<Added, EditError> {
    let addition = Addition::new(new);
    let (text, addition, line) = addition.make(text, None)?;
    let id = addition.id.clone();
    Ok(Added { text, id, line, step: Step::added(addition) })
}

/// An item that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Addition {
    is_event: bool,
    group: Option<String>,
    after: Option<String>,
    id: String,
    /// The very bytes.
    text: String,
    /// Where the heading or the braces begin in them.
    offset: usize,
}

impl Addition {
    fn new(new: &New<'_>) -> Self {
        let (is_event, group, after) = match *new {
            New::Indicator { group, after } => (false, group, after),
            New::Event { group, after } => (true, group, after),
        };
        Self {
            is_event,
            group: group.map(str::to_owned),
            after: after.map(str::to_owned),
            id: String::new(),
            text: String::new(),
            offset: 0,
        }
    }

    fn key(&self) -> Key {
        if self.is_event { Key::Event } else { Key::Indicator }
    }

    fn table(&self) -> &'static Table {
        if self.is_event { &EVENT } else { &INDICATOR }
    }

    /// The item that was added.
    pub(super) fn target(&self) -> Target {
        let id = self.id.clone();
        if self.is_event { Target::Event(id) } else { Target::Indicator(id) }
    }

    /// Makes it, under an id of its own if none is given.
    fn make(mut self, text: &str, id: Option<&str>) -> Result<(String, Self, u32), EditError> {
        let tree = tree::parse(text).ok_or(EditError::NotToml)?;
        let word = self.key().word();
        let end = EditError::CannotKeep { line: line::number(text, text.len()) };
        let cell = tree.get(word);
        let items: &[Cell<'_>] = match cell.map(toml::Spanned::get_ref) {
            Some(DeValue::Array(list)) => list,
            Some(_) => return Err(end),
            None => &[],
        };
        self.id = match id {
            Some(id) if has_id(items, id) => return Err(EditError::IdTaken(id.to_owned())),
            Some(id) => id.to_owned(),
            None => free_id(items, word),
        };
        let (anchor, group) = self.neighbour(items);
        let values = template::values(self.table(), &self.id, group);
        let (at, block) = match cell {
            Some(cell)
                if cell.get_ref().as_array().is_some_and(|l| !has_headings(&cell.span(), l)) =>
            {
                let parts = items.iter().map(toml::Spanned::span).collect();
                let span = cell.span();
                let list = List { open: span.start + 1, close: span.end - 1, parts };
                let block = template::braces(&values);
                let (at, bytes) = list.insert(text, anchor.map_or(Slot::Open, Slot::After), &block);
                self.text = bytes;
                (at, block)
            }
            _ => {
                let (at, block) = self.section(text, &tree, anchor, items, &values);
                (at, block)
            }
        };
        let braces = self.text.find(&block).unwrap_or(0);
        self.offset = braces + block.find(['[', '{']).unwrap_or(0);
        let new = splice(text, at..at, &self.text);
        let nth = anchor.map_or(0, |anchor| anchor + 1);
        let kept = tree::parse(&new).is_some_and(|new| tree::same_with(&tree, &new, word, nth));
        let line = look(&new, &self.target(), |place| line::number(&new, place.at));
        match line {
            Ok(line) if kept => Ok((new, self, line)),
            _ => Err(end),
        }
    }

    /// The position of the item that the new one goes below, and the group of the new one.
    fn neighbour<'v>(&'v self, items: &'v [Cell<'_>]) -> (Option<usize>, Option<&'v str>) {
        let of = |cell: &'v Cell<'_>| text_of(cell.get_ref(), Key::Group);
        let after = self.after.as_deref().and_then(|after| {
            items.iter().find(|cell| text_of(cell.get_ref(), Key::Id) == Some(after))
        });
        let group = self.group.as_deref().or_else(|| of(after?));
        let is_asked = self.group.is_some() || after.is_some();
        let last = items.iter().rposition(|cell| is_asked && of(cell) == group);
        (last.or_else(|| items.len().checked_sub(1)), group)
    }

    /// Writes it under a heading of its own; gives where, and the lines themselves.
    fn section(
        &mut self,
        text: &str,
        tree: &DeTable<'_>,
        anchor: Option<usize>,
        items: &[Cell<'_>],
        values: &[(Key, String)],
    ) -> (usize, String) {
        let beside = anchor.and_then(|anchor| {
            let path = [Part::Key(self.key().word()), Part::Nth(anchor)];
            Some((items.get(anchor)?, Place::find(text, tree, &path)?))
        });
        let (at, blank) = match &beside {
            Some((cell, place)) => {
                let end = block_end(text, cell);
                (end, blank_lines(text, place.heading, end))
            }
            None => (text.len(), 1),
        };
        let newline = line::newline(text, at);
        let style = Style::of(
            text,
            beside.as_ref().map(|(cell, place)| (cell.span(), place)),
            self.table(),
        );
        let block = template::lines(self.table(), values, &style).join(newline);
        let before = part(text, line::mark(text)..at);
        self.text = if before.trim().is_empty() {
            block.clone() + newline
        } else if before.ends_with('\n') {
            let blank =
                if before.ends_with("\n\n") || before.ends_with("\n\r\n") { 0 } else { blank };
            newline.repeat(blank) + &block + newline
        } else {
            newline.repeat(blank + 1) + &block
        };
        (at, block)
    }

    pub(super) fn undo(&self, text: &str) -> Result<String, EditError> {
        let target = self.target();
        let (at, nth) = look(text, &target, |place| {
            let tree = tree::parse(text);
            let path = tree.as_ref().and_then(|tree| target.path(tree));
            let nth = path.and_then(|path| match path.last() {
                Some(Part::Nth(nth)) => Some(*nth),
                _ => None,
            });
            (place.at, nth)
        })?;
        let start = at.checked_sub(self.offset);
        let range = start.map(|start| start..start + self.text.len());
        let range = range.filter(|range| text.get(range.clone()) == Some(&*self.text));
        let new = range.map(|range| splice(text, range, ""));
        let kept = new.filter(|new| match (tree::parse(new), tree::parse(text), nth) {
            (Some(new), Some(old), Some(nth)) => {
                tree::same_with(&new, &old, self.key().word(), nth)
            }
            _ => false,
        });
        kept.ok_or(EditError::ItemChanged(target))
    }

    pub(super) fn redo(&self, text: &str) -> Result<String, EditError> {
        self.clone().make(text, Some(&self.id)).map(|(text, ..)| text)
    }
}

fn has_id(items: &[Cell<'_>], id: &str) -> bool {
    items.iter().any(|cell| text_of(cell.get_ref(), Key::Id) == Some(id))
}

fn free_id(items: &[Cell<'_>], word: &str) -> String {
    let first = format!("new-{word}");
    let mut id = first.clone();
    // One of so many numbers is free.
    for number in 2..items.len() + 3 {
        if !has_id(items, &id) {
            break;
        }
        id = format!("{first}-{number}");
    }
    id
}

/// The line after an item, its tables under headings of their own and the comments right below.
fn block_end(text: &str, cell: &Cell<'_>) -> usize {
    let end = line::end(text, last_byte(text, cell.get_ref(), cell.span()));
    let mut below = end;
    while below < text.len()
        && part(text, below..line::end(text, below)).trim_start().starts_with('#')
    {
        below = line::end(text, below);
    }
    // Comments with a heading right below belong to that.
    let next = part(text, below..line::end(text, below));
    if next.trim().is_empty() { below } else { end }
}

/// Where the last of an item's values or headings ends.
fn last_byte(text: &str, value: &DeValue<'_>, span: Range<usize>) -> usize {
    let inner = |cell: &Cell<'_>| last_byte(text, cell.get_ref(), cell.span());
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

/// How many empty lines stand above a heading and its comments; at the top of the file, how
/// many stand below its block.
fn blank_lines(text: &str, heading: usize, block_end: usize) -> usize {
    let blank = |line: &&str| line.trim().is_empty();
    let top = line::with_comments(text, line::start(text, heading), line::mark(text));
    let above = part(text, line::mark(text)..top);
    let below = part(text, block_end..text.len());
    if !above.trim().is_empty() {
        above.lines().rev().take_while(blank).count()
    } else if below.trim().is_empty() {
        1
    } else {
        below.lines().take_while(blank).count()
    }
}
