//! A heading that is missing, so that the keys of two items stand below one.

use std::collections::HashMap;
use std::ops::Range;

use super::explain::{Fix, fix};
use super::heading::{Heading, in_other_brackets, is_whole_heading};
use super::line;
use super::scan::{Kind, Statement};
use crate::report::Text;
use crate::schema::{Key, TABLES, Table};

/// The keys below a heading that is missing.
#[derive(Debug)]
pub(super) struct Lost {
    /// What is wrong, and what to write above the first of them.
    pub(super) fix: Fix,
    /// Which of the statements they are.
    pub(super) nth: Range<usize>,
    /// The first word of the heading; empty where that is unclear.
    pub(super) word: &'static str,
}

/// The headings that are missing among the statements of an item.
///
/// Keys that come a second time tell it: two of them, the id, or the one that items of this kind
/// begin with. One key alone may be written twice by mistake.
pub(super) fn headings(text: &str, all: &[Statement]) -> Vec<Lost> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < all.len() {
        let is_end = |s: &Statement| s.kind == Kind::Heading;
        let first = from + usize::from(all.get(from).is_some_and(is_end));
        let len = all.iter().skip(first).position(is_end);
        let end = len.map_or(all.len(), |len| first + len);
        let head = all.get(from).filter(|s| is_end(s)).and_then(|s| text.get(s.span.clone()));
        let section = Section { text, all, head: head.map(Heading::read) };
        found.extend(section.lost(first..end));
        from = end.max(from + 1);
    }
    found
}

/// The statements below one heading.
struct Section<'t> {
    text: &'t str,
    all: &'t [Statement],
    head: Option<Heading<'t>>,
}

impl<'t> Section<'t> {
    fn key(&self, nth: usize) -> Option<&'t str> {
        let statement = self.all.get(nth).filter(|s| s.kind == Kind::Pair)?;
        let key = self.text.get(statement.span.start..statement.value)?;
        let key = key.trim_end().trim_end_matches('=').trim_end();
        // Prose may have anything in the place of a key.
        Key::find(key).map(|_| key)
    }

    fn lost(&self, own: Range<usize>) -> Vec<Lost> {
        let mut starts = Vec::new();
        let mut begin = own.start;
        let mut known: HashMap<&str, usize> = HashMap::new();
        for nth in own.clone() {
            let Some(key) = self.key(nth) else { continue };
            match known.get(key) {
                None => {
                    known.insert(key, nth);
                }
                Some(first) => {
                    let Some(start) = self.start(begin, *first, nth, own.end, &known) else {
                        continue;
                    };
                    starts.push(start);
                    begin = start;
                    known = (start..=nth).filter_map(|at| Some((self.key(at)?, at))).collect();
                }
            }
        }
        let ends = starts.iter().skip(1).copied().chain([own.end]);
        starts.iter().zip(ends).filter_map(|(start, end)| self.found(*start..end)).collect()
    }

    /// Where the keys of another item begin, if a key that comes a second time is one of them.
    fn start(
        &self,
        begin: usize,
        first: usize,
        again: usize,
        end: usize,
        known: &HashMap<&str, usize>,
    ) -> Option<usize> {
        let mut start = again;
        while start > first + 1 && !self.is_apart(start) {
            start -= 1;
        }
        // Without a line between them it is unclear where the other begins.
        if !self.is_apart(start) {
            start = again;
        }
        let is_again = |nth: &usize| {
            let first = self.key(*nth).and_then(|key| known.get(key));
            first.is_some_and(|first| *first < start)
        };
        let is_one = (again..end).filter(is_again).nth(1).is_none();
        let key = self.key(again)?;
        let is_id = key == Key::Id.word() && first + 1 != again;
        let is_first = self.is_apart(start) && first == begin && key != Key::Note.word();
        (!is_one || is_id || is_first).then_some(start)
    }

    /// Whether there is a line between a statement and the one before it.
    fn is_apart(&self, nth: usize) -> bool {
        let before = nth.checked_sub(1).and_then(|before| self.all.get(before));
        let (Some(before), Some(own)) = (before, self.all.get(nth)) else { return false };
        let between = self.text.get(before.span.end..own.span.start).unwrap_or("");
        before.kind != Kind::Pair || between.matches('\n').count() > 1
    }

    fn found(&self, nth: Range<usize>) -> Option<Lost> {
        let key = self.key(nth.start)?;
        let start = self.all.get(nth.start)?.span.start;
        let table = self.table(nth.clone());
        let commented = nth.start.checked_sub(1).and_then(|before| {
            let before = self.all.get(before)?.span.end;
            commented(self.text.get(before..line::start(self.text, start))?)
        });
        let help = match (commented, table) {
            (Some(heading), _) => format!("remove the # before {}", Text::new(heading)),
            (None, Some(table)) => format!("write {} above it", table.heading),
            (None, None) => "write the heading of what begins here above it".to_owned(),
        };
        let message = "a heading is missing above this line, where the keys of another item begin";
        let word = table.map_or("", |table| table.name);
        Some(Lost { fix: fix(start..start + key.len(), message, help), nth, word })
    }

    /// The one table that has all these keys.
    fn table(&self, nth: Range<usize>) -> Option<&'static Table> {
        let keys =
            nth.filter_map(|nth| Key::find(self.key(nth)?)).fold(0, |all, key| all | key.bit());
        let name = self.head.map_or("", |head| head.name);
        let is_own = |table: &Table| {
            let own = table.heading.trim_matches(['[', ']']).trim_end_matches(".KEY");
            own == name || own == "source" && name.starts_with("source.")
        };
        let fits = |table: &&&'static Table| {
            let mut must =
                table.fields().filter(|field| field.required).map(|field| field.key.bit());
            let is_only = table.heading == "[report]";
            table.heading.starts_with('[')
                && keys & !table.set() == 0
                && must.all(|bit| keys & bit != 0)
                && !(is_only && is_own(table))
        };
        let all: Vec<_> = TABLES.iter().filter(fits).copied().collect();
        match all.as_slice() {
            [one] => Some(*one),
            _ => all.into_iter().find(|table| is_own(table)),
        }
    }
}

/// The last heading in comments.
fn commented(between: &str) -> Option<&str> {
    let lines = between.lines().rev().map(str::trim);
    let mut inner =
        lines.filter_map(|line| line.strip_prefix('#')).map(|l| l.trim_start_matches(['#', ' ']));
    inner.find(|line| {
        is_whole_heading(line) && line.starts_with('[') || in_other_brackets(line).is_some()
    })
}
