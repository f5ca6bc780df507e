//! Text in quotes: those of the old text if it can be written in them.

use toml::de::DeValue;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::edit::line;
use crate::edit::tree;

/// The width of lines that end in a backslash.
const WIDTH: usize = 100;

pub(super) fn string(text: &str, old: Option<&str>) -> String {
    let old = old.unwrap_or("");
    if says(old, text) {
        return old.to_owned();
    }
    let builder = TomlStringBuilder::new(text);
    let delimiter = ["\"\"\"", "'''", "'"].into_iter().find(|quotes| old.starts_with(*quotes));
    let written = match delimiter {
        Some("\"\"\"") => filled(text, old)
            .or_else(|| Some(long(&builder.as_ml_basic().to_toml_value(), text, old))),
        Some("'''") => {
            builder.as_ml_literal().map(|written| long(&written.to_toml_value(), text, old))
        }
        Some(_) => builder.as_literal().map(|written| written.to_toml_value()),
        None => None,
    };
    written
        .filter(|written| says(written, text))
        .unwrap_or_else(|| builder.as_basic().to_toml_value())
}

/// Whether a literal has a text as its value, regardless of the kind of newlines.
fn says(literal: &str, text: &str) -> bool {
    match tree::value(literal) {
        Some(DeValue::String(said)) => said == text || said.replace("\r\n", "\n") == text,
        _ => false,
    }
}

/// Text of several lines, with the opening and the newlines of the old one.
fn long(written: &str, text: &str, old: &str) -> String {
    let (quotes, inside) = written.split_at_checked(3).unwrap_or(("", written));
    let opens = line::part(old, 3..old.len()).starts_with(['\r', '\n']);
    let inside = match inside.strip_prefix('\n') {
        Some(rest) if !opens && !text.starts_with('\n') => rest,
        _ => inside,
    };
    let newline = if opens && !inside.starts_with('\n') { "\n" } else { "" };
    let written = [quotes, newline, inside].concat();
    if old.contains("\r\n") { written.replace('\n', "\r\n") } else { written }
}

/// A paragraph whose lines end in backslashes, wrapped again with the indentation of the old one.
fn filled(text: &str, old: &str) -> Option<String> {
    let inside = old.strip_prefix("\"\"\"\\")?;
    let newline = if inside.starts_with("\r\n") { "\r\n" } else { "\n" };
    let rest = inside.strip_prefix(newline)?;
    let indent = line::part(rest, 0..rest.len() - rest.trim_start_matches([' ', '\t']).len());
    // A backslash before a newline removes spaces, so a text with such spaces cannot be kept.
    let is_plain = |c: char| c == ' ' || !(c.is_whitespace() || c.is_control() || c == '\\');
    if text.trim() != text
        || text.contains("  ")
        || text.contains('"')
        || !text.chars().all(is_plain)
    {
        return None;
    }
    let mut written = "\"\"\"\\".to_owned();
    let mut column = WIDTH;
    for word in text.split(' ') {
        let width = word.chars().count();
        let is_first = written.ends_with('\\');
        // A line ends in a space and a backslash.
        if is_first || column + 1 + width + 2 > WIDTH {
            written += if is_first { "" } else { " \\" };
            written = written + newline + indent + word;
            column = indent.chars().count() + width;
        } else {
            written = written + " " + word;
            column += 1 + width;
        }
    }
    Some(written + "\"\"\"")
}
