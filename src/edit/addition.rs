//! A new item: where it goes, how it is written, and how it is removed again.

mod template;

use toml::de::DeTable;

use super::block::{Block as Written, Slot};
use super::error::EditError;
use super::home::{Home, of_kind};
use super::line::{self, part, splice};
use super::list::List;
use super::target::Target;
use super::tree::{self, elements, has_headings, last_byte, text_of};
use crate::schema::{EVENT, INDICATOR, Key, Table};
use crate::syntax::{Block, Node, blocks};
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

/// How an item is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Addition {
    is_event: bool,
    group: Option<String>,
    after: Option<String>,
}

/// A text with a new item.
pub(super) struct Made {
    /// The whole text.
    pub(super) text: String,
    /// The id of the item.
    pub(super) id: String,
    /// The inserted bytes.
    pub(super) bytes: String,
    /// The line of its heading or of its braces, counted from 1.
    pub(super) line: u32,
}

/// The item that a new one goes below.
struct Anchor<'t> {
    /// The text of its block, and where that begins.
    own: &'t str,
    start: usize,
    tree: DeTable<'t>,
    /// Its place among the items of the block.
    nth: usize,
}

impl Addition {
    pub(super) fn new(new: &New<'_>) -> Self {
        Self {
            is_event: new.is_event,
            group: new.group.map(str::to_owned),
            after: new.after.map(str::to_owned),
        }
    }

    fn key(&self) -> Key {
        if self.is_event { Key::Event } else { Key::Indicator }
    }

    fn table(&self) -> &'static Table {
        if self.is_event { &EVENT } else { &INDICATOR }
    }

    /// The item with that id.
    pub(super) fn target(&self, id: &str) -> Target {
        let id = id.to_owned();
        if self.is_event { Target::Event(id) } else { Target::Indicator(id) }
    }

    /// Inserts the item, under a new id if none is given.
    pub(super) fn make(&self, text: &str, id: Option<&str>) -> Result<Made, EditError> {
        let (key, all) = (self.key(), blocks(text));
        let end = || EditError::CannotKeep { line: line::number(text, text.len()) };
        // What stands above all headings may be a list of items.
        let head = all.iter().find(|block| block.word.is_empty());
        let head = part(text, head.map_or(0..0, |block| block.span.clone()));
        let top = tree::parse(head).ok_or(EditError::NotToml)?;
        if elements(&top, key).is_none() {
            return Err(end());
        }
        let id = match id {
            Some(id) if has_id(text, &all, key, id) => {
                return Err(EditError::IdTaken(id.to_owned()));
            }
            Some(id) => id.to_owned(),
            None => free_id(text, &all, key),
        };
        let (is_asked, group) = self.group_in(text);
        let anchor = self.anchor(text, &all, is_asked, group.as_deref());
        let values = template::values(self.table(), &id, group.as_deref());
        let empty = DeTable::new();
        let (start, own, tree) = match &anchor {
            Some(anchor) => (anchor.start, anchor.own, &anchor.tree),
            None if top.contains_key(key.word()) => (0, head, &top),
            None => (text.len(), "", &empty),
        };
        let list = tree.get(key.word()).filter(|node| {
            node.get_ref().as_array().is_some_and(|list| !has_headings(&node.span(), list))
        });
        let nth = anchor.as_ref().map_or(0, |anchor| anchor.nth + 1);
        let (at, bytes) = match list {
            Some(node) => in_list(own, node, elements(tree, key).unwrap_or_default(), nth, &values),
            None => self.section(text, anchor.as_ref(), &values),
        };
        let new = splice(own, at..at, &bytes);
        let is_kept = tree::parse(&new).is_some_and(|new| tree::same_with(tree, &new, key, nth));
        if !is_kept {
            return Err(end());
        }
        let heading = at + bytes.find(['[', '{']).unwrap_or(0);
        let line = line::number(text, start) + line::number(&new, heading) - 1;
        let text = splice(text, start + at..start + at, &bytes);
        Ok(Made { text, id, bytes, line })
    }

    /// Whether it is known what group the new item has, and that group.
    fn group_in(&self, text: &str) -> (bool, Option<String>) {
        if self.group.is_some() {
            return (true, self.group.clone());
        }
        let after = self.after.as_deref().map(|after| Home::find(text, &self.target(after)));
        let Some(Ok(home)) = after else { return (false, None) };
        let [(key, nth)] = home.path.as_slice() else { return (false, None) };
        let item = elements(&home.tree, *key).and_then(|items| items.get(*nth));
        (true, item.and_then(|it| text_of(it.get_ref(), Key::Group)).map(str::to_owned))
    }

    /// The last item of a group, or else of its kind.
    fn anchor<'t>(
        &self,
        text: &'t str,
        all: &[Block<'t>],
        is_asked: bool,
        group: Option<&str>,
    ) -> Option<Anchor<'t>> {
        let last = |quoted: Option<&str>, fits: &dyn Fn(&Node<'_>) -> bool| {
            of_kind(text, all, self.key(), quoted).rev().find_map(|(start, own)| {
                let tree = tree::parse(own)?;
                let nth = elements(&tree, self.key())?.iter().rposition(fits)?;
                Some(Anchor { own, start, tree, nth })
            })
        };
        let is_of_group = |node: &Node<'_>| text_of(node.get_ref(), Key::Group) == group;
        let of_group = if is_asked { last(group, &is_of_group) } else { None };
        of_group.or_else(|| last(None, &|_| true))
    }

    /// Writes the item under a heading; returns where it goes in the block of the anchor, and its bytes.
    fn section(
        &self,
        text: &str,
        anchor: Option<&Anchor<'_>>,
        values: &[(Key, String)],
    ) -> (usize, String) {
        let beside = anchor.and_then(|it| {
            let block = Written::find(it.own, &it.tree, &[(self.key(), it.nth)])?;
            Some((it, elements(&it.tree, self.key())?.get(it.nth)?, block))
        });
        let (start, at, blank) = match &beside {
            Some((it, node, block)) => {
                let end = block_end(text, it.start, it.own, node);
                (it.start, end, blank_lines(text, it.start + block.at, it.start + end))
            }
            None => (text.len(), 0, 1),
        };
        let newline = line::newline(text, start + at);
        let neighbour = beside.as_ref().map(|(it, node, block)| (it.own, node.span(), block));
        let style = Style::of(neighbour, self.table());
        let lines = template::lines(self.table(), values, &style).join(newline);
        let before = part(text, line::mark(text)..start + at);
        let bytes = if before.trim_start().is_empty() {
            lines + newline
        } else if before.ends_with('\n') {
            let blank =
                if before.ends_with("\n\n") || before.ends_with("\n\r\n") { 0 } else { blank };
            newline.repeat(blank) + &lines + newline
        } else {
            newline.repeat(blank + 1) + &lines
        };
        (at, bytes)
    }
}

/// Writes the item in braces; returns where it goes, and its bytes.
fn in_list(
    text: &str,
    node: &Node<'_>,
    items: &[Node<'_>],
    nth: usize,
    values: &[(Key, String)],
) -> (usize, String) {
    let parts = items.iter().map(toml::Spanned::span).collect();
    let span = node.span();
    let list = List { open: span.start + 1, close: span.end - 1, parts };
    let item = template::braces(values);
    match nth.checked_sub(1) {
        Some(anchor) => list.insert(text, Slot::After(anchor), &item),
        None if list.open == list.close => (list.open, item),
        None => (list.open, " ".to_owned() + &item),
    }
}

fn has_id(text: &str, all: &[Block<'_>], key: Key, id: &str) -> bool {
    of_kind(text, all, key, Some(id)).any(|(_, own)| {
        tree::parse(own).is_some_and(|tree| tree::with_id(&tree, key, id).next().is_some())
    })
}

fn free_id(text: &str, all: &[Block<'_>], key: Key) -> String {
    let first = format!("new-{}", key.word());
    let mut id = first.clone();
    // Above every number that is taken there is one that is free.
    for number in 2..usize::MAX {
        if !has_id(text, all, key, &id) {
            break;
        }
        id = format!("{first}-{number}");
    }
    id
}

/// The line after an item, its tables under headings, and the comments right below it, in the text of its
/// block, which begins at `start` of the whole text.
pub(super) fn block_end(whole: &str, start: usize, own: &str, node: &Node<'_>) -> usize {
    let end = line::end(own, last_byte(own, node.get_ref(), node.span()));
    let mut below = end;
    while below < own.len() && part(own, below..line::end(own, below)).trim_start().starts_with('#')
    {
        below = line::end(own, below);
    }
    // Comments right above a heading belong to that heading, which begins the next block.
    let next = start + below;
    let next = part(whole, next..line::end(whole, next));
    if next.trim().is_empty() { below } else { end }
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
