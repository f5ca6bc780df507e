//! The parser's errors, in words for people who do not program.

mod braces;
mod value;

use std::ops::Range;

use super::line;
use crate::diagnostic::quoted;
use crate::report::Text;
use crate::schema::Key;
pub(super) use braces::faults as in_braces;

/// What is wrong with a line, and what to write instead.
#[derive(Debug)]
pub(crate) struct Fix {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: String,
}

fn fix(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Fix {
    Fix { span, message: message.into(), help: help.into() }
}

/// Whether a list or an inline table in a recovered tree has no closing bracket.
pub(super) fn is_unclosed(text: &str, span: &Range<usize>) -> bool {
    let value = text.get(span.clone()).unwrap_or("").trim_end();
    match value.chars().next() {
        Some('[') => !value.ends_with(']'),
        Some('{') => !value.ends_with('}'),
        _ => false,
    }
}

/// A list or a text without its end, reported where it begins.
pub(crate) fn unclosed(text: &str, span: Range<usize>) -> Fix {
    let value = text.get(span.clone()).unwrap_or("");
    let key = line_parts(text, span.start).map_or("", |p| p.key);
    let of = if key.is_empty() { String::new() } else { format!(" of {}", quoted(key)) };
    let at = |len: usize| span.start..span.start + len;
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        let mark = value.get(..3).unwrap_or("\"\"\"");
        return fix(
            at(3),
            format!("the text{of} does not end"),
            format!("close it with another {mark} where the text ends"),
        );
    }
    let (what, close) =
        if value.starts_with('{') { ("the braces", "}") } else { ("the list", "]") };
    let ends = if close == "}" { "do not close" } else { "does not end" };
    fix(
        at(1),
        format!("{what}{of} {ends}"),
        format!("write '{close}' after the last element, and see that each {{ has its }}"),
    )
}

/// An error of the parser, in plain words.
pub(crate) fn explain(text: &str, span: Range<usize>, message: &str) -> Fix {
    let line = line::around(text, span.start);
    let content = text.get(line.clone()).unwrap_or("");
    let begins = |start: &str| message.starts_with(start);
    if begins("unclosed table") || begins("unclosed array table") {
        return heading(&line, content);
    }
    if begins("cannot recurse") || begins("recursion limit") {
        return fix(span, "brackets within brackets, too deep to read", "lists go one level deep");
    }
    if begins("carriage return") || begins("invalid comment character") {
        let help = "remove the invisible character; save the file as plain text";
        return fix(span, "a control character that text files must not have", help);
    }
    if begins("missing escaped") || begins("too few unicode") {
        let help = "write \\\\ for a backslash, or put the text in single quotes: '…'";
        return fix(
            span,
            "a backslash in quotes begins a special character, and this is not one",
            help,
        );
    }
    if begins("missing comma between key") || begins("extra assignment") {
        let help = "put a comma between its 'key = value' pairs";
        return fix(span, "a comma is missing in these braces", help);
    }
    if begins("missing comma between array") {
        return fix(span, "a comma is missing in this list", "put a comma between its elements");
    }
    if begins("extra comma") {
        return fix(span, "a comma too many", "remove it");
    }
    if begins("cannot extend value") {
        let help = "put the keys of one thing in one place";
        return fix(span, "a heading inside something that already has a value", help);
    }
    if begins("invalid multi-line")
        && let Some(opening) = opening(text, span.start)
    {
        return unclosed(text, opening);
    }
    if let Some(parts) = line_parts(text, span.start) {
        if let Some(fix) = value::of_value(&parts, message) {
            return fix;
        }
        if parts.value.starts_with('[') {
            return Fix { span, ..value::of_list(&parts) };
        }
    } else if let Some(fix) = no_value(&line, content) {
        return fix;
    }
    other(span, message)
}

/// Where a text of several lines begins that is not closed before a position.
fn opening(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let start = before.rfind("\"\"\"").max(before.rfind("'''"))?;
    before.get(..start)?.trim_end().ends_with('=').then_some(start..at)
}

/// A text in one-line quotes that is closed on a later line, and where it is closed.
pub(super) fn over_lines(text: &str, at: usize) -> Option<(Fix, usize)> {
    let parts = line_parts(text, at)?;
    if !parts.value.starts_with('"') || parts.value.matches('"').count() != 1 {
        return None;
    }
    let mut end = text.get(parts.line.end..)?.find('\n')? + parts.line.end + 1;
    for content in text.get(end..)?.split_inclusive('\n').take(LONGEST_TEXT) {
        end += content.len();
        let content = content.trim();
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
                return Some((fix(parts.at, message, help), end - 1));
            }
            _ => return None,
        }
    }
    None
}

/// The closing quote is searched on this many lines.
const LONGEST_TEXT: usize = 30;

/// A line split at its `=`.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    pub(super) line: Range<usize>,
    pub(super) key: &'t str,
    pub(super) value: &'t str,
    pub(super) at: Range<usize>,
}

/// Splits the line around a position; `None` where it has no `=` after a key.
pub(super) fn line_parts(text: &str, at: usize) -> Option<Parts<'_>> {
    let line = line::around(text, at);
    let content = text.get(line.clone())?;
    let (key, rest) = content.split_once('=')?;
    let key = key.rsplit(['{', ',']).next().unwrap_or(key).trim();
    if key.starts_with(['[', '#', '"', '\'']) || key.is_empty() {
        return None;
    }
    let value = without_comment(rest).trim();
    let start = line.end - rest.len() + (rest.len() - rest.trim_start().len());
    Some(Parts { at: start..start + value.len(), line, key, value })
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

fn heading(line: &Range<usize>, content: &str) -> Fix {
    let name = content.trim().trim_start_matches('[');
    let len =
        name.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    let name = name.get(..len.count()).unwrap_or("");
    let right = match name {
        "group" | "indicator" | "event" | "indicator.series" | "indicator.rival" => {
            format!("[[{name}]]")
        }
        _ => format!("[{}]", Text::new(name)),
    };
    fix(trimmed(line, content), "a heading without its closing bracket", format!("write {right}"))
}

fn trimmed(line: &Range<usize>, content: &str) -> Range<usize> {
    let start = line.start + content.len() - content.trim_start().len();
    start..(line.start + content.trim_end().len()).max(start)
}

/// A line without `=`.
fn no_value(line: &Range<usize>, content: &str) -> Option<Fix> {
    let span = trimmed(line, content);
    let content = content.trim();
    if content.starts_with("//") || content.starts_with("--") || content.starts_with("/*") {
        return Some(fix(span, "not a comment", "comments begin with #"));
    }
    if content.starts_with(']') || content.starts_with('}') {
        return Some(fix(span, "a closing bracket that nothing opens", "remove it"));
    }
    if content.starts_with('[') {
        let help = "write the keys on lines of their own under the heading";
        return Some(fix(span, "there is something after the heading", help));
    }
    let word_len = content.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    let (word, rest) = content.split_at_checked(word_len)?;
    if let Some(value) = rest.trim_start().strip_prefix(':')
        && !word.is_empty()
    {
        let help = value::instead(word, value.trim());
        return Some(fix(span, "a colon where '=' belongs", help));
    }
    if Key::find(word).is_some() {
        let help = match rest.trim() {
            "" => format!("write {word} = …"),
            value => value::instead(word, value),
        };
        return Some(fix(span, format!("no '=' after '{word}'"), help));
    }
    let help = "every line is 'key = value', a [heading] or a # comment; text of several lines \
                goes between \"\"\" and \"\"\"";
    Some(fix(span, "a line that is neither a heading nor 'key = value'", help))
}

fn other(span: Range<usize>, message: &str) -> Fix {
    let said = message.split(", expected").next().unwrap_or(message).replace('`', "'");
    fix(
        span,
        format!("this cannot be read: {}", Text::new(&said)),
        "every line is 'key = value', a [heading] or a # comment",
    )
}
