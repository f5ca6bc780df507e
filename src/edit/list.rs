//! The parts of a list or of a table in braces, with commas between them.

use std::ops::Range;

use super::block::{Block, Slot};
use super::line;

/// The parts of a list or of a table in braces.
#[derive(Debug)]
pub(super) struct List {
    /// Where its inside begins.
    pub(super) open: usize,
    /// Where its inside ends.
    pub(super) close: usize,
    /// Its parts, in the order of the text, without commas.
    pub(super) parts: Vec<Range<usize>>,
}

impl List {
    /// The keys of a table in braces.
    pub(super) fn of(block: &Block<'_>) -> Self {
        let parts = block.entries.iter().map(|entry| entry.start..entry.value.end).collect();
        Self { open: block.open, close: block.close, parts }
    }

    fn part(&self, at: usize) -> Range<usize> {
        self.parts.get(at).cloned().unwrap_or(self.open..self.open)
    }

    /// Where the next part begins; the end of the inside for the last part.
    fn next(&self, at: usize) -> usize {
        self.parts.get(at + 1).map_or(self.close, |next| next.start)
    }

    /// The indentation of a part at the start of a line.
    fn indent<'t>(&self, text: &'t str, at: usize) -> Option<&'t str> {
        line::indent(text, at).filter(|_| line::start(text, at) > self.open)
    }

    /// Where the next line begins, if there is nothing but a comment before it; and where the
    /// comment ends.
    fn rest_of_line(&self, text: &str, at: usize) -> Option<(usize, Option<usize>)> {
        let next = line::end(text, at);
        let rest = line::part(text, at..next);
        let content = rest.trim();
        let ends = next <= self.close && rest.ends_with('\n');
        let comment = content.starts_with('#').then(|| at + rest.trim_end().len());
        (ends && (content.is_empty() || comment.is_some())).then_some((next, comment))
    }

    /// The space after commas: the narrowest one, because the others may be for alignment.
    fn space<'t>(&self, text: &'t str) -> &'t str {
        let spaces = (0..self.parts.len().saturating_sub(1)).filter_map(|at| {
            let comma = comma(text, self.part(at).end, self.next(at))?;
            let space = line::part(text, comma + 1..self.next(at));
            space.bytes().all(|b| matches!(b, b' ' | b'\t')).then_some(space)
        });
        spaces.min_by_key(|space| space.len()).filter(|space| space.len() <= 2).unwrap_or(" ")
    }

    /// Where a new part goes, and its bytes with a comma.
    pub(super) fn insert(&self, text: &str, slot: Slot, part: &str) -> (usize, String) {
        let space = self.space(text);
        let at = match slot {
            Slot::After(at) => at,
            Slot::Before(at) => return self.insert_before(text, at, part),
        };
        let own = self.part(at);
        let indent = self.indent(text, own.start);
        let newline = line::newline(text, line::end(text, own.end));
        let Some(comma) = comma(text, own.end, self.next(at)) else {
            return match (indent, self.rest_of_line(text, own.end)) {
                (Some(indent), Some((next, Some(_)))) => {
                    // A comma here would be part of the comment.
                    (next, [indent, ",", space, part, newline].concat())
                }
                (Some(indent), _) => (own.end, [",", newline, indent, part].concat()),
                (None, _) => (own.end, [",", space, part].concat()),
            };
        };
        match (indent, self.rest_of_line(text, comma + 1)) {
            (Some(indent), Some((next, _))) => (next, [indent, part, ",", newline].concat()),
            _ if line::part(text, own.end..comma).contains('\n') => {
                (comma + 1, [space, part, ","].concat())
            }
            _ => (own.end, [",", space, part].concat()),
        }
    }

    fn insert_before(&self, text: &str, at: usize, part: &str) -> (usize, String) {
        let own = self.part(at);
        let before = at.checked_sub(1).map_or(self.open, |before| self.part(before).end);
        if let Some(indent) = self.indent(text, own.start) {
            let floor = line::end(text, before);
            let start = line::with_comments(text, line::start(text, own.start), floor);
            (start, [indent, part, ",", line::newline(text, own.start)].concat())
        } else if at > 0 && !line::part(text, before..own.start).contains('\n') {
            (before, [",", self.space(text), part].concat())
        } else {
            (own.start, [part, ",", self.space(text)].concat())
        }
    }

    /// The range to remove for a part: the part and one comma.
    pub(super) fn remove(&self, text: &str, at: usize) -> Range<usize> {
        let (own, next) = (self.part(at), self.next(at));
        let before = at.checked_sub(1).map(|before| self.part(before).end);
        let gap = line::part(text, before.unwrap_or(self.open)..own.start);
        let begins_line = self.indent(text, own.start).is_some();
        if let Some(comma) = comma(text, own.end, next) {
            return match (self.rest_of_line(text, comma + 1), before) {
                (Some((end, _)), _) if begins_line => line::start(text, own.start)..end,
                (_, Some(before)) if !gap.contains('\n') => before..own.end,
                _ if at + 1 < self.parts.len() && !line::part(text, comma..next).contains('\n') => {
                    own.start..next
                }
                _ => own.start..comma + 1,
            };
        }
        self.remove_last(text, &own, before, gap)
    }

    /// The same for a part without a comma after it.
    fn remove_last(
        &self,
        text: &str,
        own: &Range<usize>,
        before: Option<usize>,
        gap: &str,
    ) -> Range<usize> {
        let begins_line = self.indent(text, own.start).is_some();
        let rest = self.rest_of_line(text, own.end);
        let own_lines = |start: usize| rest.map(|(end, _)| line::start(text, start)..end);
        let Some(before) = before else {
            let space = gap.len() - gap.trim_end_matches([' ', '\t']).len();
            let start = if space == gap.len() { own.start - space } else { own.start };
            return own_lines(own.start).filter(|_| begins_line).unwrap_or(start..own.end);
        };
        if !gap.contains('#') {
            // The comment after the part is removed with it.
            let comment = rest.and_then(|(_, comment)| comment).filter(|_| begins_line);
            return before..comment.unwrap_or(own.end);
        }
        let comma = comma(text, before, own.start).unwrap_or(own.start);
        let is_near = !line::part(text, comma..own.start).contains('\n');
        let start = if is_near { comma } else { own.start };
        match own_lines(start) {
            Some(lines) if self.indent(text, start).is_some() => lines,
            _ => start..own.end,
        }
    }
}

/// The comma between two parts, outside comments.
fn comma(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        match text.as_bytes().get(at)? {
            b',' => return Some(at),
            b'#' => at = line::end(text, at),
            _ => at += 1,
        }
    }
    None
}
