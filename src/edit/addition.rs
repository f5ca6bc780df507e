//! A new item: where it goes, how it is written, and how it is removed again.

mod template;

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::block::{Block, Slot, look};
use super::error::EditError;
use super::line::{self, part, splice};
use super::list::List;
use super::target::Target;
use super::tree::{self, Writing, elements, has_headings, text_of, writing};
use crate::schema::{EVENT, INDICATOR, Key, Table};
use crate::syntax::Node;
use template::Style;

/// What to add, and where.
///
/// It goes below the last item of its group: the given group, else the group of the given item.
/// Where the group has no items, it goes below the last item of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct New<'a> {
    /// Whether it is an event; else it is an indicator.
    pub is_event: bool,
    /// The id of its group.
    pub group: Option<&'a str>,
    /// The id of an item of its kind whose group it shares.
    pub after: Option<&'a str>,
}

/// An item that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Addition {
    is_event: bool,
    group: Option<String>,
    after: Option<String>,
    /// Its id in the file.
    pub(super) id: String,
    /// The inserted bytes.
    pub(super) text: String,
    /// Where the heading or the braces begin in them.
    offset: usize,
}

impl Addition {
    pub(super) fn new(new: &New<'_>) -> Self {
        Self {
            is_event: new.is_event,
            group: new.group.map(str::to_owned),
            after: new.after.map(str::to_owned),
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

    /// Inserts the item, under a new id if none is given; returns the text, and the line of the
    /// item.
    pub(super) fn make(
        mut self,
        text: &str,
        id: Option<&str>,
    ) -> Result<(String, Self, u32), EditError> {
        let tree = tree::parse(text).ok_or(EditError::NotToml)?;
        let word = self.key().word();
        let end = EditError::CannotKeep { line: line::number(text, text.len()) };
        let Some(items) = elements(&tree, self.key()) else { return Err(end) };
        self.id = match id {
            Some(id) if has_id(items, id) => return Err(EditError::IdTaken(id.to_owned())),
            Some(id) => id.to_owned(),
            None => free_id(items, word),
        };
        let (anchor, group) = self.neighbour(items);
        let values = template::values(self.table(), &self.id, group);
        let list = tree.get(word).filter(|node| {
            node.get_ref().as_array().is_some_and(|list| !has_headings(&node.span(), list))
        });
        let (at, lines) = match list {
            Some(node) => {
                let parts = items.iter().map(toml::Spanned::span).collect();
                let span = node.span();
                let list = List { open: span.start + 1, close: span.end - 1, parts };
                let lines = template::braces(&values);
                let space = if list.open == list.close { "" } else { " " };
                let (at, bytes) = anchor.map_or_else(
                    || (list.open, space.to_owned() + &lines),
                    |anchor| list.insert(text, Slot::After(anchor), &lines),
                );
                self.text = bytes;
                (at, lines)
            }
            None => self.section(text, &tree, anchor, items, &values),
        };
        let braces = self.text.find(&lines).unwrap_or(0);
        self.offset = braces + lines.find(['[', '{']).unwrap_or(0);
        let new = splice(text, at..at, &self.text);
        let nth = anchor.map_or(0, |anchor| anchor + 1);
        let is_kept =
            tree::parse(&new).is_some_and(|new| tree::same_with(&tree, &new, self.key(), nth));
        match look(&new, &self.target(), |block| line::number(&new, block.at)) {
            Ok(line) if is_kept => Ok((new, self, line)),
            _ => Err(end),
        }
    }

    /// The index of the item that the new one goes below, and the group of the new one.
    fn neighbour<'v>(&'v self, items: &'v [Node<'_>]) -> (Option<usize>, Option<&'v str>) {
        let of = |node: &'v Node<'_>| text_of(node.get_ref(), Key::Group);
        let after = self.after.as_deref().and_then(|after| {
            items.iter().find(|node| text_of(node.get_ref(), Key::Id) == Some(after))
        });
        let group = self.group.as_deref().or_else(|| of(after?));
        let is_asked = self.group.is_some() || after.is_some();
        let last = items.iter().rposition(|node| is_asked && of(node) == group);
        (last.or_else(|| items.len().checked_sub(1)), group)
    }

    /// Writes the item under a heading; returns where it goes, and its lines.
    fn section(
        &mut self,
        text: &str,
        tree: &DeTable<'_>,
        anchor: Option<usize>,
        items: &[Node<'_>],
        values: &[(Key, String)],
    ) -> (usize, String) {
        let beside = anchor.and_then(|anchor| {
            Some((items.get(anchor)?, Block::find(text, tree, &[(self.key(), anchor)])?))
        });
        let (at, blank) = match &beside {
            Some((node, block)) => {
                let end = block_end(text, node);
                (end, blank_lines(text, block.at, end))
            }
            None => (text.len(), 1),
        };
        let newline = line::newline(text, at);
        let neighbour = beside.as_ref().map(|(node, block)| (node.span(), block));
        let style = Style::of(text, neighbour, self.table());
        let lines = template::lines(self.table(), values, &style).join(newline);
        let before = part(text, line::mark(text)..at);
        self.text = if before.trim().is_empty() {
            lines.clone() + newline
        } else if before.ends_with('\n') {
            let blank =
                if before.ends_with("\n\n") || before.ends_with("\n\r\n") { 0 } else { blank };
            newline.repeat(blank) + &lines + newline
        } else {
            newline.repeat(blank + 1) + &lines
        };
        (at, lines)
    }

    pub(super) fn undo(&self, text: &str) -> Result<String, EditError> {
        let target = self.target();
        let at = look(text, &target, |block| block.at)?;
        let start = at.checked_sub(self.offset);
        let range = start.map(|start| start..start + self.text.len());
        let range = range.filter(|range| text.get(range.clone()) == Some(&*self.text));
        let new = range.map(|range| splice(text, range, ""));
        let kept = new.filter(|new| {
            let trees = tree::parse(new).zip(tree::parse(text));
            trees.is_some_and(|(new, old)| match target.path(&old).as_deref() {
                Some([(key, nth)]) => tree::same_with(&new, &old, *key, *nth),
                _ => false,
            })
        });
        kept.ok_or(EditError::ItemChanged(target))
    }

    pub(super) fn redo(&self, text: &str) -> Result<String, EditError> {
        self.clone().make(text, Some(&self.id)).map(|(text, ..)| text)
    }
}

fn has_id(items: &[Node<'_>], id: &str) -> bool {
    items.iter().any(|node| text_of(node.get_ref(), Key::Id) == Some(id))
}

fn free_id(items: &[Node<'_>], word: &str) -> String {
    let first = format!("new-{word}");
    let mut id = first.clone();
    // There are more numbers than items, so one of them is free.
    for number in 2..items.len() + 3 {
        if !has_id(items, &id) {
            break;
        }
        id = format!("{first}-{number}");
    }
    id
}

/// The line after an item, its tables under headings, and the comments right below it.
pub(super) fn block_end(text: &str, node: &Node<'_>) -> usize {
    let end = line::end(text, last_byte(text, node.get_ref(), node.span()));
    let mut below = end;
    while below < text.len()
        && part(text, below..line::end(text, below)).trim_start().starts_with('#')
    {
        below = line::end(text, below);
    }
    // Comments right above a heading belong to that heading.
    let next = part(text, below..line::end(text, below));
    if next.trim().is_empty() { below } else { end }
}

/// Where the last value or heading of an item ends.
fn last_byte(text: &str, value: &DeValue<'_>, span: Range<usize>) -> usize {
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

/// The number of empty lines above a heading and its comments; for the first item of the file, the
/// number below its block.
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
