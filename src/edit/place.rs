//! Where and how an item is written: its section or its braces, and every key in them.

use std::ops::Range;

use toml::de::{DeArray, DeTable, DeValue};

use super::line;
use super::tree::{Cell, Part, Writing, has_headings, writing};

/// How keys stand beside one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Each on lines of its own.
    Section,
    /// In braces, with commas between them.
    Braces,
}

/// Where an item is written.
#[derive(Debug)]
pub(super) struct Place<'i> {
    pub(super) form: Form,
    /// Where its heading, its braces or its first key begins.
    pub(super) at: usize,
    /// Where its section or its braces begin.
    pub(super) heading: usize,
    /// Where the keys of the section or the braces begin.
    pub(super) open: usize,
    /// Where the braces close; the end of the text for a section.
    pub(super) close: usize,
    /// The first parts of its keys, where it is written as dotted keys of another table.
    pub(super) prefix: Vec<&'i str>,
    /// The item itself.
    pub(super) table: &'i DeTable<'i>,
    /// Every key of the section or the braces, in the order of the text.
    pub(super) entries: Vec<Entry<'i>>,
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry<'i> {
    /// The parts of the key.
    pub(super) path: Vec<&'i str>,
    /// Where the key begins, its first parts included.
    pub(super) start: usize,
    /// The last part of the key.
    pub(super) word: Range<usize>,
    pub(super) value: Range<usize>,
    pub(super) cell: &'i Cell<'i>,
}

/// Where a new key goes, by the entries that it goes beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    After(usize),
    Before(usize),
    /// Into a section or braces without keys.
    Open,
}

enum Node<'i> {
    Table(&'i DeTable<'i>),
    List(&'i DeArray<'i>),
}

impl<'i> Place<'i> {
    /// The place of the table at the end of a path.
    pub(super) fn find(text: &str, tree: &'i DeTable<'i>, path: &[Part<'_>]) -> Option<Self> {
        let mark = line::mark(text);
        let mut place = Place {
            form: Form::Section,
            at: mark,
            heading: mark,
            open: mark,
            close: text.len(),
            prefix: Vec::new(),
            table: tree,
            entries: Vec::new(),
        };
        let (mut around, mut node) = (tree, Node::Table(tree));
        for part in path {
            let (word, cell) = match (node, part) {
                (Node::Table(table), Part::Key(key)) => {
                    let (word, cell) = table.get_key_value(*key)?;
                    (&**word.get_ref(), cell)
                }
                (Node::List(list), Part::Nth(nth)) => ("", list.get(*nth)?),
                _ => return None,
            };
            let table = match cell.get_ref() {
                DeValue::Table(table) => table,
                DeValue::Array(list) => {
                    node = Node::List(list);
                    continue;
                }
                _ => return None,
            };
            node = Node::Table(table);
            if place.enter(text, word, cell.span()) {
                around = table;
            }
        }
        let Node::Table(table) = node else { return None };
        place.table = table;
        place.collect(text, around);
        Some(place)
    }

    /// Goes into a table; true where it is a section or braces of its own.
    fn enter(&mut self, text: &str, word: &'i str, span: Range<usize>) -> bool {
        self.at = span.start;
        (self.form, self.open, self.close) = match writing(text, &span) {
            Writing::Heading => (Form::Section, span.end, text.len()),
            Writing::Braces => (Form::Braces, span.start + 1, span.end - 1),
            Writing::Dotted => {
                self.prefix.push(word);
                return false;
            }
        };
        self.heading = span.start;
        self.prefix.clear();
        true
    }

    fn collect(&mut self, text: &str, table: &'i DeTable<'i>) {
        collect(text, table, &mut Vec::new(), &mut self.entries);
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

    /// The word of the item's own key that an entry belongs to.
    pub(super) fn own(&self, entry: &Entry<'i>) -> Option<&'i str> {
        entry.path.strip_prefix(&*self.prefix)?.first().copied()
    }

    /// The entry of one of the item's own keys.
    pub(super) fn position(&self, word: &str) -> Option<usize> {
        self.entries.iter().position(|entry| {
            entry
                .path
                .split_last()
                .is_some_and(|(last, first)| *last == word && first == self.prefix)
        })
    }

    /// Where a new key goes, so that as few keys as can be stand in another order than in the
    /// table of the format.
    ///
    /// `rank` is the position of a key in that order; `None` where it is not known.
    pub(super) fn slot(&self, word: &str, rank: impl Fn(&str) -> Option<usize>) -> Option<Slot> {
        let new = rank(word);
        let own: Vec<(usize, Option<usize>)> = (0..)
            .zip(&self.entries)
            .filter_map(|(at, entry)| Some((at, rank(self.own(entry)?))))
            .collect();
        let Some((first, _)) = own.first() else {
            return self.prefix.is_empty().then_some(Slot::Open);
        };
        let later = |(_, rank): &&(usize, Option<usize>)| rank.is_some() && *rank > new;
        let earlier = |(_, rank): &&(usize, Option<usize>)| rank.is_some() && *rank < new;
        // Before all of them, every earlier key is out of order; each step mends or adds one.
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
    for (word, cell) in table {
        path.push(word.get_ref());
        let span = cell.span();
        match cell.get_ref() {
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
                cell,
            }),
        }
        path.pop();
    }
}

/// The first place at or after another that is no space, newline, comment or comma.
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
