//! What is wrong with a statement, in words for people who do not program.

mod braces;
mod space;
mod value;

use std::ops::Range;

use toml::de::DeTable;

use super::elements::elements;
use super::heading::{Heading, in_other_brackets};
use super::rule::{NOT_TOML, WRONG_TYPE};
use super::scan::{Kind, Statement};
use super::{depth, line};
use crate::diagnostic::{Faults, Rule, quoted};
use crate::report::Text;
use crate::schema::Key;

/// What is wrong, and what to write instead.
#[derive(Debug)]
pub(crate) struct Fix {
    pub(crate) rule: &'static Rule,
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: String,
    /// Where the first of two things is, if it is about two.
    pub(crate) first: Option<Range<usize>>,
}

pub(super) fn fix(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Fix {
    let (message, help) = (message.into(), help.into());
    Fix { rule: &NOT_TOML, span, message, help, first: None }
}

impl Fix {
    pub(super) fn shift(&mut self, by: usize) {
        for span in std::iter::once(&mut self.span).chain(&mut self.first) {
            *span = span.start + by..span.end + by;
        }
    }

    pub(crate) fn add(self, faults: &mut Faults) {
        let fault = faults.add(self.rule, self.span, self.message).help(self.help);
        if let Some(first) = self.first {
            fault.related(first, "first here");
        }
    }
}

/// What the parser says, by how it begins: what is wrong, and what to do about it.
///
/// The parser's sentences are matched here and nowhere else, and only where the place of the error
/// does not tell enough.
const SAID: &[(&[&str], &str, &str)] = &[
    (
        &["cannot recurse", "recursion limit"],
        "brackets within brackets, too deep to read",
        "lists go one level deep",
    ),
    (
        &["carriage return", "invalid comment character"],
        "a control character that text files must not have",
        "remove the invisible character; save the file as plain text",
    ),
    (
        &["missing escaped", "too few unicode"],
        "a backslash in quotes begins a special character, and this is not one",
        "write \\\\ for a backslash, or put the text in single quotes: '…'",
    ),
    (
        &["missing comma between key", "extra assignment"],
        "a comma is missing in these braces",
        "put a comma between its 'key = value' pairs",
    ),
    (
        &["missing comma between array"],
        "a comma is missing in this list",
        "put a comma between its elements",
    ),
    (&["extra comma"], "a comma too many", "remove it"),
    (
        &["duplicate key"],
        "a key that appears twice in these braces",
        "it is unclear which one is meant: keep one of them",
    ),
];

/// What is wrong with a statement that cannot be read; several faults only in a list of pairs.
pub(super) fn explain(text: &str, statement: &Statement) -> Vec<Fix> {
    let raw = text.get(statement.span.clone()).unwrap_or("");
    if depth::is_too_deep(raw) {
        let help = "keys are single words; remove the dots";
        return vec![fix(statement.span.clone(), "a key of more than 200 parts", help)];
    }
    let parts = Parts::of(text, statement);
    let is_list = parts.value.starts_with(['[', '{']);
    if let Some(fix) = space::odd(text, &statement.span, "", "") {
        return vec![fix];
    }
    if statement.kind == Kind::Pair && is_list {
        let inside = in_list(text, statement, &parts);
        if !inside.is_empty() {
            return inside;
        }
    }
    if let Some(fix) = over_lines(text, &parts).filter(|_| statement.kind == Kind::Pair) {
        return vec![fix];
    }
    if let Some(open) = statement.open_lines(text) {
        return vec![unclosed(text, open, parts.key)];
    }
    let error = DeTable::parse(raw).err();
    let (span, said) =
        error.as_ref().map_or((0..0, ""), |error| (error.span().unwrap_or(0..0), error.message()));
    let span = statement.span.start + span.start..statement.span.start + span.end;
    if let Some(fix) = by_parser(text, &span, said) {
        return vec![fix];
    }
    vec![match statement.kind {
        Kind::Heading => heading(statement, raw),
        Kind::Other => no_value(statement, raw),
        Kind::Pair if is_list => Fix { span, ..value::of_list(&parts) },
        Kind::Pair => value::of_value(&parts),
    }]
}

/// What the parser says, in plain words.
fn by_parser(text: &str, span: &Range<usize>, said: &str) -> Option<Fix> {
    let is_said = |begins: &[&str]| begins.iter().any(|begin| said.starts_with(begin));
    let (_, message, help) = SAID.iter().find(|(begins, ..)| is_said(begins))?;
    if said.starts_with("missing comma") && text.get(span.start..)?.starts_with('}') {
        return Some(fix(span.start..span.start + 1, "one '}' too many", "remove it"));
    }
    Some(fix(span.clone(), *message, *help))
}

/// What is wrong in a list, one element after the other.
fn in_list(text: &str, statement: &Statement, parts: &Parts<'_>) -> Vec<Fix> {
    if let Some(fix) = braces::for_brackets(parts) {
        return vec![fix];
    }
    let all = elements(text, statement);
    if all.is_empty() {
        return braces::faults(text, &(statement.value..statement.span.end));
    }
    let mut found = Vec::new();
    for element in all {
        let Some((span, said)) = element.error(text) else { continue };
        if let Some(fix) = space::odd(text, &element.span, "x=[", "]") {
            found.push(fix);
            continue;
        }
        let inside = braces::faults(text, &element.span);
        let is_explained = !inside.is_empty();
        found.extend(inside);
        if is_explained {
            continue;
        }
        let start = element.span.start;
        // What is wrong with the end of an element is shown at the element, not at what follows it.
        let at = if span.start < element.span.end { span.clone() } else { element.span.clone() };
        let value = Parts { at, span: element.span.clone(), ..*parts };
        found.push(match by_parser(text, &span, &said) {
            _ if element.is_open(text) => unclosed(text, start, ""),
            Some(fix) => fix,
            None => value::of_list(&value),
        });
    }
    if !found.is_empty() && statement.open == Some(statement.value) {
        found.push(unclosed(text, statement.value, parts.key));
    }
    found
}

/// A list, braces or a text of several lines without its end.
fn unclosed(text: &str, at: usize, key: &str) -> Fix {
    let value = text.get(at..).unwrap_or("");
    let of = if key.is_empty() { String::new() } else { format!(" of {}", quoted(key)) };
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        let mark = value.get(..3).unwrap_or("\"\"\"");
        let help = format!("close it with another {mark} where the text ends");
        return fix(at..at + 3, format!("the text{of} does not end"), help);
    }
    if value.starts_with('{') {
        let help = "write '}' after its last 'key = value'";
        return fix(at..at + 1, "these braces do not close", help);
    }
    let help = "write ']' after the last element, and see that each { has its }";
    fix(at..at + 1, format!("the list{of} does not end"), help)
}

/// A text in one-line quotes that is closed on a later line.
fn over_lines(text: &str, parts: &Parts<'_>) -> Option<Fix> {
    if !parts.value.starts_with('"') || parts.value.matches('"').count() != 1 {
        return None;
    }
    let lines = text.get(parts.at.end..)?.lines().skip(1).map(str::trim);
    for content in lines.take(LONGEST_TEXT) {
        if content.starts_with('[') || (content.contains('=') && !content.ends_with('"')) {
            return None;
        }
        match content.matches('"').count() {
            0 => {}
            1 if without_comment(content).trim_end().ends_with('"') => {
                let first = parts.value.trim_start_matches('"');
                let help = format!(
                    "write three quotes at each end: {} = \"\"\"{} …\"\"\"",
                    Text::new(parts.key),
                    value::clipped(first)
                );
                let message = "the text runs over several lines, in quotes that are for one line";
                return Some(fix(parts.at.clone(), message, help));
            }
            _ => return None,
        }
    }
    None
}

/// The closing quote is searched on this many lines.
const LONGEST_TEXT: usize = 30;

/// A pair split at its `=`.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    /// Where the pair is.
    pub(super) span: Range<usize>,
    pub(super) key: &'t str,
    /// The first line of the value, without a comment.
    pub(super) value: &'t str,
    pub(super) at: Range<usize>,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str, statement: &Statement) -> Self {
        let Range { start, end } = statement.span;
        let key = text.get(start..statement.value).unwrap_or("").trim_end();
        let first = line::around(text, statement.value).end.clamp(statement.value, end);
        let value = without_comment(text.get(statement.value..first).unwrap_or("")).trim_end();
        let at = statement.value..statement.value + value.len();
        let key = key.strip_suffix('=').unwrap_or(key).trim_end();
        Self { span: statement.span.clone(), key, value, at }
    }
}

/// The part before a `#` that is not inside quotes.
fn without_comment(rest: &str) -> &str {
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '#') => return rest.get(..at).unwrap_or(rest),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    rest
}

fn heading(statement: &Statement, raw: &str) -> Fix {
    let (span, head) = (statement.span.clone(), Heading::read(raw));
    let raw = without_comment(raw).trim_end();
    if in_other_brackets(raw).is_some() {
        let help = format!("write {}", Text::new(&head.mended()));
        return fix(span, "a heading is a name in square brackets, and nothing else", help);
    }
    let closing = raw.len() - raw.trim_end_matches(']').len();
    if closing == 0 && raw.contains(']') {
        let help = "write the keys on lines of their own under the heading";
        return fix(span, "there is something after the heading", help);
    }
    if closing == head.brackets && closing <= 2 {
        let help = "names are words of plain letters, digits, - and _";
        return fix(span, "the name in this heading cannot be read", help);
    }
    let help = format!("write {}", Text::new(&head.mended()));
    fix(span, "the brackets of this heading do not match", help)
}

/// A line without `=`.
fn no_value(statement: &Statement, content: &str) -> Fix {
    let span = statement.span.clone();
    if content.starts_with("//") || content.starts_with("--") || content.starts_with("/*") {
        return fix(span, "not a comment", "comments begin with #");
    }
    if content.starts_with([']', '}']) {
        return fix(span, "a closing bracket that nothing opens", "remove it");
    }
    let word_len = content.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"_-".contains(b));
    let (word, rest) = content.split_at_checked(word_len.count()).unwrap_or(("", content));
    if let Some(value) = rest.trim_start().strip_prefix(':')
        && !word.is_empty()
    {
        return fix(span, "a colon where '=' belongs", value::instead(word, value.trim()));
    }
    if Key::find(word).is_some() {
        let help = match rest.trim() {
            "" => format!("write {word} = …"),
            value => value::instead(word, value),
        };
        return fix(span, format!("no '=' after '{word}'"), help);
    }
    let help = "every line is 'key = value', a [heading] or a # comment; text of several lines \
                goes between \"\"\" and \"\"\"";
    fix(span, "a line that is neither a heading nor 'key = value'", help)
}

/// A heading that stands before, in this item or elsewhere.
pub(super) fn heading_twice(text: &str, statement: &Statement) -> Fix {
    let raw = text.get(statement.span.clone()).unwrap_or("");
    let head = Heading::read(raw);
    let start = statement.span.start + raw.find(head.name).unwrap_or(0);
    let at = start..start + head.name.len();
    let message = format!("the heading {} appears twice", quoted(raw));
    fix(at, message, "put all its keys under the first")
}

/// What is wrong with a statement that is sound alone, and not after those before it.
pub(super) fn clash(text: &str, all: &[Statement], at: usize) -> Option<Fix> {
    let wrong = all.get(at)?;
    let before = all.get(..at)?;
    let raw = |s: &Statement| text.get(s.span.clone()).unwrap_or("");
    if wrong.kind == Kind::Heading {
        let name = Heading::read(raw(wrong)).name;
        let same = |s: &&Statement| s.kind == Kind::Heading && Heading::read(raw(s)).name == name;
        let is_single = |s: &&Statement| {
            let head = Heading::read(raw(s));
            head.brackets == 1 && head.is_repeated()
        };
        if let Some(single) = all.iter().filter(same).find(is_single) {
            let message = format!("[[{name}]] has two brackets on each side");
            let help = format!("write [[{name}]] above each of them; there may be several");
            return Some(Fix { rule: &WRONG_TYPE, ..fix(single.span.clone(), message, help) });
        }
        let first = before.iter().find(same).map(|s| s.span.clone());
        return Some(Fix { first, ..heading_twice(text, wrong) });
    }
    let key = |s: &Statement| Parts::of(text, s).key;
    let word = key(wrong);
    let span = wrong.span.start..wrong.span.start + word.len();
    let mut own = before.iter().rev().take_while(|s| s.kind != Kind::Heading);
    let Some(first) = own.find(|s| key(s) == word) else {
        let help = "put the keys of one thing in one place";
        return Some(fix(span, format!("{} cannot stand here", quoted(word)), help));
    };
    let help = "it is unclear which one is meant: keep one of them";
    let message = format!("{} appears twice", quoted(word));
    let first = Some(first.span.start..first.span.start + word.len());
    Some(Fix { first, ..fix(span, message, help) })
}
