//! A text cut into statements: headings, `key = value`, and lines that are neither.
//!
//! Only quotes, brackets and line ends are looked at. Of valid TOML the cut is exact. A list or a
//! text without its end goes to the next heading at most.

use std::ops::Range;

use memchr::memchr3;

use super::heading::{in_other_brackets, is_whole_heading, without_brackets};
use super::{is_bare_key, line};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line that begins with `[`.
    Heading,
    /// `key = value`, which may go over several lines.
    Pair,
    /// A line that is neither, nor a comment that TOML allows.
    Other,
}

/// A part of a text that means something without the lines around it.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// Without the space and the line end around it.
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
    /// Where the value of a pair begins.
    pub(super) value: usize,
    /// The first quote or bracket that is not closed.
    pub(super) open: Option<usize>,
}

impl Statement {
    /// What is not closed, if that can go over several lines.
    pub(super) fn open_lines(&self, text: &str) -> Option<usize> {
        let opens = |at: &usize| {
            let rest = text.get(*at..).unwrap_or("");
            ["[", "{", "\"\"\"", "'''"].iter().any(|mark| rest.starts_with(mark))
        };
        self.open.filter(opens)
    }
}

/// The statements of a text in their order.
pub(super) fn statements(text: &str) -> impl Iterator<Item = Statement> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = statement(text, at)?;
        at = found.span.end;
        Some(found)
    })
}

/// The first statement that begins at a position or later.
fn statement(text: &str, from: usize) -> Option<Statement> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches(['\u{feff}', ' ', '\t']).len();
        let content = line.get(start - at..)?.trim_end();
        at += line.len();
        if content.is_empty() || content.starts_with('#') {
            let whole = line.strip_suffix('\n').unwrap_or(line);
            let whole = whole.strip_suffix('\r').unwrap_or(whole);
            if !whole.contains(|c: char| c.is_ascii_control() && c != '\t') {
                continue;
            }
            let span = start..at - line.len() + whole.len();
            return Some(Statement { span, kind: Kind::Other, value: start, open: None });
        }
        let mut span = start..start + content.len();
        if content.starts_with('[') {
            span.end += rest_of_heading(content, text.get(span.end..)?).unwrap_or(0);
            return Some(Statement { span, kind: Kind::Heading, value: start, open: None });
        }
        let Some(equals) = equals(content) else {
            let is_heading =
                without_brackets(content).is_some() || in_other_brackets(content).is_some();
            let kind = if is_heading { Kind::Heading } else { Kind::Other };
            return Some(Statement { span, kind, value: start, open: None });
        };
        let rest = content.get(equals + 1..)?;
        let value = span.end - rest.trim_start().len();
        let (end, open) = value_end(text, value);
        let end = line::around(text, end.max(span.start)).end.max(span.end);
        return Some(Statement { span: start..end, kind: Kind::Pair, value, open });
    }
    None
}

/// The length up to the end of the next line, if that ends the heading that a line begins.
fn rest_of_heading(content: &str, after: &str) -> Option<usize> {
    let (end, next) = after.split_once('\n')?;
    let next = next.split('\n').next()?.trim_end();
    let is_rest = content.trim_start_matches('[').is_empty() || !next.starts_with('[');
    let ends = !content.contains(']') && next.ends_with(']') && !next.contains(['=', '"', ',']);
    (is_rest && ends).then_some(end.len() + 1 + next.len())
}

/// Where the `=` after the key of a line is.
fn equals(content: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in content.bytes().enumerate() {
        match (quote, byte) {
            (None, b'=') => return (at > 0).then_some(at),
            (None, b'#') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Where a value ends, and its first quote or bracket that is not closed.
fn value_end(text: &str, from: usize) -> (usize, Option<usize>) {
    let (mut at, mut open, mut last) = (from, None, 0);
    let mut brackets: Vec<(u8, usize)> = Vec::new();
    while let Some(byte) = text.as_bytes().get(at).copied() {
        let next = match byte {
            b'"' | b'\'' => {
                let (end, is_closed) = quoted(text, at, !brackets.is_empty());
                open = open.or((!is_closed).then_some(at));
                end
            }
            _ if brackets.is_empty() && !matches!(byte, b'[' | b'{') => return (at, open),
            b'[' | b'{' => {
                // Braces in the place of a key: those around them have lost their end.
                if byte == b'{' && matches!(last, b',' | b'{') {
                    let around = brackets.pop_if(|(around, _)| *around == b'{');
                    open = open.or(around.map(|(_, at)| at));
                }
                brackets.push((byte, at));
                at + 1
            }
            b']' | b'}' => {
                let opens = if byte == b']' { b'[' } else { b'{' };
                if let Some(own) = brackets.iter().rposition(|(own, _)| *own == opens) {
                    open = open.or(brackets.get(own + 1).map(|(_, at)| *at));
                    brackets.truncate(own);
                }
                at + 1
            }
            b'#' => line::around(text, at).end,
            b'\n' if ends_list(text, at + 1, brackets.last()) => break,
            _ => at + 1,
        };
        if brackets.is_empty() {
            return (next, open);
        }
        if !byte.is_ascii_whitespace() && byte != b'#' {
            last = byte;
        }
        at = next;
    }
    (at, open.or(brackets.first().map(|(_, at)| *at)))
}

/// Whether a line can only begin outside a list, because no element begins like it.
fn ends_list(text: &str, at: usize, inmost: Option<&(u8, usize)>) -> bool {
    let content = text.get(line::around(text, at)).unwrap_or("").trim();
    // Most lines of a list.
    if content.starts_with(['{', '}', ']', '#']) {
        return false;
    }
    let in_list = inmost.is_some_and(|(bracket, _)| *bracket == b'[');
    // The braces around the pairs may lack their beginning.
    let in_braces = || content.trim_end_matches(',').ends_with('}') && !content.contains('{');
    is_whole_heading(content) || in_list && is_pair(content) && !in_braces()
}

/// Whether a line begins with a key and `=`.
fn is_pair(content: &str) -> bool {
    let is_quoted = |part: &str| part.len() > 1 && part.starts_with(['"', '\'']);
    let key = equals(content).and_then(|at| content.get(..at));
    let is_key = |part: &str| is_bare_key(part) || is_quoted(part);
    key.is_some_and(|key| key.split('.').map(str::trim).all(is_key))
}

/// Where a text in quotes ends, and whether it is closed there.
fn quoted(text: &str, at: usize, in_list: bool) -> (usize, bool) {
    let rest = text.get(at..).unwrap_or("");
    for mark in ["\"\"\"", "'''"] {
        if rest.starts_with(mark) {
            return long_text(text, at, mark, in_list);
        }
    }
    let quote = rest.bytes().next().unwrap_or(b'"');
    let slash = if quote == b'"' { b'\\' } else { quote };
    let mut next = at + 1;
    while let Some(rest) = text.as_bytes().get(next..)
        && let Some(offset) = memchr3(quote, slash, b'\n', rest)
    {
        next += offset;
        match rest.get(offset) {
            Some(b'\n') => return (next, false),
            Some(byte) if *byte == quote => return (next + 1, true),
            // A line end ends the text even behind a backslash.
            _ if rest.get(offset + 1) == Some(&b'\n') => return (next + 1, false),
            _ => next += 2,
        }
    }
    (text.len(), false)
}

/// Where a text of several lines ends. Three quotes that begin the next such text are no end of it.
fn long_text(text: &str, at: usize, mark: &str, in_list: bool) -> (usize, bool) {
    let from = at + mark.len();
    let end = closing(text, from, mark);
    let inner = text.get(from..end.unwrap_or(text.len())).unwrap_or("");
    let mut start = from;
    let heading = inner.split_inclusive('\n').find_map(|line| {
        start += line.len();
        (start - line.len() > from && is_whole_heading(line.trim())).then_some(start - line.len())
    });
    let Some(end) = end else { return (heading.map_or(text.len(), |at| at - 1), false) };
    let after = text.get(end..).unwrap_or("");
    let quote = mark.get(..1).unwrap_or(mark);
    let more = (after.len() - after.trim_start_matches(quote).len()).min(5);
    let begins = line::start(text, end);
    let opens = begins > at && text.get(begins..end).unwrap_or("").trim_end().ends_with('=');
    if (heading.is_none() && !opens) || goes_on(text, end + more, in_list) {
        return (end + more, true);
    }
    let cut = heading.unwrap_or(begins).min(if opens { begins } else { usize::MAX });
    (cut.saturating_sub(1).max(from), false)
}

/// The next mark that is not escaped.
fn closing(text: &str, from: usize, mark: &str) -> Option<usize> {
    let mut at = from;
    loop {
        let found = at + text.get(at..)?.find(mark)?;
        let before = text.get(from..found)?;
        let slashes = before.len() - before.trim_end_matches('\\').len();
        if mark.starts_with('\'') || slashes % 2 == 0 {
            return Some(found);
        }
        at = found + 1;
    }
}

/// Whether what follows a text may follow one.
fn goes_on(text: &str, at: usize, in_list: bool) -> bool {
    let line = line::around(text, at);
    let rest = text.get(at..line.end).unwrap_or("").trim();
    if !rest.is_empty() {
        return rest.starts_with('#') || in_list && rest.starts_with([',', ']', '}']);
    }
    let mut lines = text.get(line.end..).unwrap_or("").lines().map(str::trim);
    let begins = |l: &str| l.starts_with(['[', '#']) || is_pair(l);
    in_list || lines.find(|l| !l.is_empty()).is_none_or(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_end_where_their_values_do() {
        for (text, wanted) in [
            ("# x\n\na = 1 # y\n[b]\n", &["a = 1 # y", "[b]"][..]),
            ("a = [\n1,\n2\n]\nb = 2\n", &["a = [\n1,\n2\n]", "b = 2"]),
            ("a = \"\"\"\n[report]\n\"\"\"\nb = 2\n", &["a = \"\"\"\n[report]\n\"\"\"", "b = 2"]),
            ("a = '''x = '''\n\n", &["a = '''x = '''"]),
            ("a = '''\nx = '''\nb = 1\n", &["a = '''\nx = '''", "b = 1"]),
            ("a = \"\"\"\\\"\"\"\"\"\" # z\nb = 1\n", &["a = \"\"\"\\\"\"\"\"\"\" # z", "b = 1"]),
            ("a = {\n b = 1,\n c = 2,\n}\nd = 1\n", &["a = {\n b = 1,\n c = 2,\n}", "d = 1"]),
            ("a = [ # ]\n[1],\n['[x]'],\n]\n", &["a = [ # ]\n[1],\n['[x]'],\n]"]),
            // Without an end.
            ("a = [1,\nb = 2\n", &["a = [1,", "b = 2"]),
            ("a = [\n{ b = 1,\n]\nc = 1\n", &["a = [\n{ b = 1,\n]", "c = 1"]),
            ("a = [\nb = 1 },\n]\nc = 1\n", &["a = [\nb = 1 },\n]", "c = 1"]),
            ("a = \"\"\"x\ny\n[[event]]\nb = 1\n", &["a = \"\"\"x\ny", "[[event]]", "b = 1"]),
            (
                "a = \"\"\"x\n[[event]]\nb = \"\"\"\nprose\n\"\"\"\n",
                &["a = \"\"\"x", "[[event]]", "b = \"\"\"\nprose\n\"\"\""],
            ),
            ("a = \"x\nb = 1\nprose\n", &["a = \"x", "b = 1", "prose"]),
        ] {
            let found: Vec<_> = statements(text).filter_map(|s| text.get(s.span)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn what_is_open_is_the_first_that_lacks_its_end() {
        for (text, open) in [
            ("a = [1, 2]", None),
            ("a = [\n { b = 1,\n { b = 2 },\n]", Some(7)),
            ("a = [\n { b = 1\n]", Some(7)),
            ("a = [ { b = \"x }", Some(12)),
            ("a = [1", Some(4)),
            ("a = '", Some(4)),
        ] {
            assert_eq!(statements(text).next().and_then(|s| s.open), open, "{text}");
        }
    }
}
