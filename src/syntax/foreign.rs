//! Files of other kinds that are taken for TOML.

use super::explain::{Fix, fix};
use super::heading::Heading;
use super::line;
use super::scan::{Kind, statements};

/// What a text looks like that is not TOML at all; `None` where its statements have to be looked
/// at. `tables` are the words of the headings that it should have.
pub(crate) fn foreign(text: &str, tables: &[&str]) -> Option<Fix> {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let first = line::around(text, start);
    let controls = text.chars().take(4096).filter(|c| c.is_control() && !c.is_whitespace());
    if controls.count() > 8 {
        let help = "open the right file, or save this one as plain text";
        return Some(fix(start..start, "this is not a text file", help));
    }
    let newlines = text.bytes().filter(|b| *b == b'\n').count();
    if text.contains('\r') && text.bytes().filter(|b| *b == b'\r').count() > 2 * newlines + 1 {
        let help = "save it with the line ends of Unix or Windows";
        let end = text.find('\r').unwrap_or(start);
        return Some(fix(start..end.max(start), "the lines end as on old Macintoshes", help));
    }
    let is_own = |word: &str| tables.contains(&word);
    let has_table = statements(text).any(|statement| {
        let raw = text.get(statement.span).unwrap_or("");
        let is_key = || raw.split(['=', '.', ' ']).next().is_some_and(is_own);
        statement.kind == Kind::Heading && is_own(Heading::read(raw).word())
            || statement.kind == Kind::Pair && is_key()
    });
    let kind = if has_table { None } else { look(text.get(start..).unwrap_or("")) }?;
    let help = "write the file anew in TOML: 'key = value' below [headings]";
    Some(fix(first, format!("this is {kind} and not TOML"), help))
}

/// What a text without a heading of its own looks like.
fn look(text: &str) -> Option<&'static str> {
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    let (first, second) = (lines.next()?, lines.next().unwrap_or(""));
    let has_colon = |line: &str| {
        let key = line.trim_start_matches("- ").split(": ").next().unwrap_or("");
        !key.contains('=') && (line.contains(": ") || line.ends_with(':'))
    };
    let parted = |mark: char| {
        let count = first.matches(mark).count();
        count > 0 && second.matches(mark).count() == count && !first.contains('=')
    };
    let is_json = first.starts_with('{')
        || first.starts_with('[') && (first.len() == 1 || first.contains(['{', '"', ',']));
    if is_json {
        Some("JSON")
    } else if first.starts_with('<') {
        Some("HTML or XML")
    } else if first.starts_with("---") || has_colon(first) && has_colon(second) {
        Some("YAML")
    } else if [',', ';', '\t'].into_iter().any(parted) {
        Some("a table of a spreadsheet")
    } else {
        None
    }
}
