//! The braces in a list, each on its own: an error in one does not hide those in the next.

use std::ops::Range;

use toml::de::DeTable;

use super::line;
use super::scan::{Kind, Statement};

/// What makes a list of a part of one.
const BEFORE: &str = "x=[";

/// One pair of braces of a list, with what follows them up to the next.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Where it stands; without the bracket that ends the list.
    pub(super) span: Range<usize>,
    /// Whether another follows, so that it needs a comma at its end.
    pub(super) is_followed: bool,
}

impl Element {
    /// What the parser says of it, with the place in the whole text.
    pub(super) fn error(&self, text: &str) -> Option<(Range<usize>, String)> {
        let own = text.get(self.span.clone()).unwrap_or("");
        let after = if self.is_followed { "\n{}]" } else { "\n]" };
        let error = DeTable::parse(&format!("{BEFORE}{own}{after}")).err()?;
        let at = error.span().unwrap_or(0..0);
        let place = |at: usize| {
            let at = self.span.start + at.saturating_sub(BEFORE.len());
            at.min(self.span.end)
        };
        let start = place(at.start);
        Some((start..place(at.end).max(start), error.message().to_owned()))
    }

    /// Whether nothing but its last brace is missing.
    pub(super) fn is_open(&self, text: &str) -> bool {
        let own = text.get(self.span.clone()).unwrap_or("");
        DeTable::parse(&format!("{BEFORE}{own}\n}}]")).is_ok()
    }

    /// Takes it out of a text of the same length if it cannot be read there; a comma is put where
    /// nothing else is missing.
    pub(super) fn take_out(&self, text: &mut String) {
        if self.error(text).is_none() {
            return;
        }
        let own = text.get(self.span.clone()).unwrap_or("");
        let alone = Self { is_followed: false, ..self.clone() };
        let end = own.rfind('}').map(|at| self.span.start + at + 1);
        if let Some(end) = end.filter(|_| alone.error(text).is_none())
            && text.get(end..=end).is_some_and(|next| next.trim().is_empty())
        {
            text.replace_range(end..=end, ",");
            return;
        }
        line::blank(text, &self.span);
    }
}

/// The braces in the list of a statement, if it is a list of nothing else.
pub(super) fn elements(text: &str, statement: &Statement) -> Vec<Element> {
    let value = text.get(statement.value..statement.span.end).unwrap_or("");
    // In a text of several lines a line may begin with anything.
    let is_long = value.contains("\"\"\"") || value.contains("'''");
    if statement.kind != Kind::Pair || !value.starts_with('[') || is_long {
        return Vec::new();
    }
    let starts = starts(text, statement);
    let head = text.get(statement.value..starts.first().copied().unwrap_or(0)).unwrap_or("");
    if DeTable::parse(&format!("x={head}]")).is_err() {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([list_end(text, statement)]);
    let spans = starts.iter().zip(ends).map(|(start, end)| *start..end.max(*start));
    let mut all: Vec<_> = spans.map(|span| Element { span, is_followed: true }).collect();
    if let Some(last) = all.last_mut() {
        last.is_followed = false;
    }
    all
}

/// Where the braces begin that are elements of a list: at the start of a line, or after a comma or
/// other braces and outside of quotes and brackets.
fn starts(text: &str, statement: &Statement) -> Vec<usize> {
    let (mut starts, mut quote, mut last, mut depth) = (Vec::new(), None, b'\n', 0_usize);
    let inside = statement.value + 1..statement.span.end;
    let mut at = inside.start;
    while let Some(byte) = text.as_bytes().get(at).copied().filter(|_| at < inside.end) {
        let begins_line =
            byte == b'{' && text.get(line::start(text, at)..at).unwrap_or("x").trim().is_empty();
        match (quote, byte) {
            _ if begins_line => {
                starts.push(at);
                (quote, depth) = (None, 0);
            }
            (_, b'\n') => quote = None,
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'#') => at = line::around(text, at).end - 1,
            (None, b'[') => depth += 1,
            (None, b']') => depth = depth.saturating_sub(1),
            (None, b'{') if depth == 0 && matches!(last, b',' | b'}' | b'\n') => starts.push(at),
            _ => {}
        }
        if !byte.is_ascii_whitespace() && byte != b'#' {
            last = byte;
        }
        at += 1;
    }
    starts
}

/// Where the bracket stands that ends the list, or the end of the statement.
fn list_end(text: &str, statement: &Statement) -> usize {
    let Range { start, end } = statement.value..statement.span.end;
    let is_open = statement.open == Some(start);
    let last = text.get(start..end).and_then(|value| {
        let line = value.rfind('\n').map_or(0, |at| at + 1);
        let own = value.get(line..)?;
        // After the bracket there is at most a comment.
        let is_end = |at: &usize| {
            let after = own.get(at + 1..).unwrap_or("").trim_start();
            after.is_empty() || after.starts_with('#')
        };
        let at = own.match_indices(']').map(|(at, _)| at).find(is_end)?;
        Some(start + line + at)
    });
    last.filter(|_| !is_open).unwrap_or(end)
}
