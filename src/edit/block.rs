//! The text of an item: its section or its braces, and every key in them.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::error::EditError;
use super::home::Home;
use super::line;
use super::target::Target;
use super::tree::{Writing, elements, has_headings, writing};
use crate::schema::Key;
use crate::syntax::Node;

/// How the keys of an item are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Each on its own lines.
    Section,
    /// In braces, with commas between them.
    Braces,
}

/// Where an item is in the text.
#[derive(Debug)]
pub(super) struct Block<'i> {
    pub(super) form: Form,
    /// Where its heading or its braces begin.
    pub(super) at: usize,
    /// Where its keys begin.
    pub(super) open: usize,
    /// Where its braces close; the end of the text for a section.
    pub(super) close: usize,
    /// The item itself.
    pub(super) table: &'i DeTable<'i>,
    /// Every key of the section or the braces in the order of the text, including dotted keys.
    pub(super) entries: Vec<Entry<'i>>,
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry<'i> {
    /// The parts of the key.
    pub(super) path: Vec<&'i str>,
    /// Where the key begins, including its first parts.
    pub(super) start: usize,
    /// The span of the last part of the key.
    pub(super) word: Range<usize>,
    pub(super) value: Range<usize>,
    pub(super) node: &'i Node<'i>,
}

/// Where a new part goes, by the index of its neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    After(usize),
    Before(usize),
}

/// Finds the block of an item in a text that begins with it, and does something with it.
pub(super) fn look<T>(
    text: &str,
    target: &Target,
    look: impl FnOnce(&Block<'_>) -> T,
) -> Result<T, EditError> {
    let home = Home::find(text, target)?;
    let block = Block::find(home.text, &home.tree, &home.path);
    block.map(|block| look(&block)).ok_or_else(|| EditError::NoItem(target.clone()))
}

impl<'i> Block<'i> {
    /// The block of the table at the end of a path.
    pub(super) fn find(text: &str, tree: &'i DeTable<'i>, path: &[(Key, usize)]) -> Option<Self> {
        let (mut table, mut span) = (tree, 0..0);
        for (key, nth) in path {
            let node = elements(table, *key)?.get(*nth)?;
            (table, span) = (node.get_ref().as_table()?, node.span());
        }
        let (form, open, close) = match writing(text, &span) {
            Writing::Braces => (Form::Braces, span.start + 1, span.end - 1),
            // An element of an array has no dotted keys.
            Writing::Heading | Writing::Dotted => (Form::Section, span.end, text.len()),
        };
        let mut block = Block { form, at: span.start, open, close, table, entries: Vec::new() };
        block.collect(text);
        Some(block)
    }

    fn collect(&mut self, text: &str) {
        collect(text, self.table, &mut Vec::new(), &mut self.entries);
        self.entries.sort_by_key(|entry| entry.word.start);
        let mut at = self.open;
        for entry in &mut self.entries {
            entry.start = match self.form {
                Form::Braces => past_gap(text, at),
                Form::Section => {
                    let start = line::start(text, entry.word.start);
                    let rest = line::part(text, start..entry.word.end);
                    start + rest.len() - rest.trim_start_matches([' ', '\t']).len()
                }
            };
            at = entry.value.end;
        }
    }

    /// A key of the item, and its index among the entries.
    pub(super) fn entry(&self, key: Key) -> Option<(usize, &Entry<'i>)> {
        (0..).zip(&self.entries).find(|(_, entry)| entry.path == [key.word()])
    }

    /// Where a new key goes, so that as few keys as possible differ from the order of the format.
    ///
    /// `rank` is the position of a key in that order, `None` for an unknown key. `None` in an item
    /// without keys.
    pub(super) fn slot(&self, word: &str, rank: impl Fn(&str) -> Option<usize>) -> Option<Slot> {
        let new = rank(word);
        let own: Vec<(usize, Option<usize>)> = (0..)
            .zip(&self.entries)
            .filter_map(|(at, entry)| Some((at, rank(entry.path.first()?))))
            .collect();
        let (first, _) = own.first()?;
        let later = |(_, rank): &&(usize, Option<usize>)| rank.is_some() && *rank > new;
        let earlier = |(_, rank): &&(usize, Option<usize>)| rank.is_some() && *rank < new;
        // Before all entries, every earlier key is out of order; each step corrects one or adds
        // one.
        let mut wrong = own.iter().filter(earlier).count();
        let mut best = (wrong, Slot::Before(*first));
        for known in &own {
            wrong = wrong - usize::from(earlier(&known)) + usize::from(later(&known));
            if wrong < best.0 {
                best = (wrong, Slot::After(known.0));
            }
        }
        Some(best.1)
    }
}

fn collect<'i>(
    text: &str,
    table: &'i DeTable<'i>,
    path: &mut Vec<&'i str>,
    entries: &mut Vec<Entry<'i>>,
) {
    for (word, node) in table {
        path.push(word.get_ref());
        let span = node.span();
        match node.get_ref() {
            DeValue::Table(inner) if writing(text, &span) == Writing::Dotted => {
                collect(text, inner, path, entries);
            }
            DeValue::Table(_) if writing(text, &span) == Writing::Heading => {}
            DeValue::Array(list) if has_headings(&span, list) => {}
            _ => entries.push(Entry {
                path: path.clone(),
                start: word.span().start,
                word: word.span(),
                value: span,
                node,
            }),
        }
        path.pop();
    }
}

/// The first position from another one on that is not a space, newline, comment or comma.
pub(super) fn past_gap(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => at += 1,
            b'#' => at = line::end(text, at),
            _ => break,
        }
    }
    at
}
