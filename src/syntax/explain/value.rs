//! What is wrong with a value, judged by its text.

use std::ops::Range;

use super::{Fix, Parts, fix};
use crate::diagnostic::quoted;
use crate::prose::{self, Figure};
use crate::report::{Fraction, HEDGES, Period, Text};
use crate::schema::{Key, Kind, TABLES};
use crate::syntax::figure;

/// The most characters of the file in a line of help.
const LONGEST: usize = 60;
const QUOTES: [char; 11] = ['“', '”', '„', '‘', '’', '«', '»', '`', '´', '"', '\''];

/// What is wrong with a pair, judged by its text.
pub(super) fn of_value(parts: &Parts<'_>) -> Fix {
    let value = parts.value;
    let key = clipped(parts.key);
    if let Some(fix) = bad_key(parts) {
        return fix;
    }
    if value.is_empty() {
        let help = format!("write the value after '=', or remove '{key}'");
        return fix(parts.span.clone(), format!("there is nothing after '{key} ='"), help);
    }
    let span = parts.at.clone();
    if value.starts_with(['“', '”', '„', '‘', '’', '«', '»', '`', '´']) {
        let help = if is_numeric(parts.key) {
            instead(parts.key, value)
        } else {
            format!("write straight quotes: {key} = {}", suggested(value))
        };
        return fix(span, "quotes of the wrong shape", help);
    }
    if value.starts_with('=') {
        let value = value.trim_start_matches('=').trim();
        return fix(span, "one '=' too many", instead(parts.key, value));
    }
    if value.starts_with(['"', '\'']) {
        return in_quotes(parts);
    }
    bare(key.as_str(), value, span)
}

fn bad_key(parts: &Parts<'_>) -> Option<Fix> {
    let key = parts.key;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if key.starts_with(['"', '\'']) || key.chars().all(is_plain) {
        return None;
    }
    let at = parts.span.start..parts.span.start + key.len();
    let help = if key.split_whitespace().count() > 1 {
        "keys are single words: one 'key = value' a line"
    } else {
        "keys are words of plain letters, digits, - and _"
    };
    Some(fix(at, format!("{} is not a key", quoted(key)), help))
}

/// A value that begins with a quote and has an error in it.
fn in_quotes(parts: &Parts<'_>) -> Fix {
    let (key, value) = (clipped(parts.key), parts.value);
    let span = parts.at.clone();
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        let mark = value.get(..3).unwrap_or("\"\"\"");
        let help =
            format!("close it with another {mark} where the text ends, and nothing after it");
        return fix(
            span.start..span.start + 3,
            format!("the text of '{key}' does not end correctly"),
            help,
        );
    }
    let quote = if value.starts_with('"') { '"' } else { '\'' };
    let quotes = value.matches(quote).count();
    if quotes == 1 {
        let help = if is_numeric(parts.key) {
            instead(parts.key, value)
        } else if value.contains('\'') && quote == '\'' {
            format!("write {key} = \"{}\"", clipped(value.trim_start_matches('\'')))
        } else {
            format!("write {key} = {}{quote}", clipped(value))
        };
        return fix(span, "the closing quote is missing", help);
    }
    if quotes == 2 && value.ends_with(quote) {
        return fix(
            span,
            "the text in quotes holds a character that it must not",
            "remove invisible characters from it; text of several lines goes between \"\"\" and \"\"\"",
        );
    }
    if quote == '\'' {
        let inner = value.trim_matches('\'');
        let help = format!("write {key} = \"{}\"", clipped(&inner.replace('"', "\\\"")));
        return fix(span, "the apostrophe ends the text", help);
    }
    let rest = value.splitn(3, '"').nth(2).unwrap_or("").trim();
    if rest.contains('=') || rest.starts_with([',', ';']) {
        return fix(
            span,
            "there is something after the text",
            "one 'key = value' a line, and nothing after it",
        );
    }
    let inner = value.strip_prefix('"').unwrap_or(value);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    let help = format!(
        "write \\\" for a quote inside: {key} = \"{}\"",
        clipped(&inner.replace('"', "\\\""))
    );
    fix(span, "a quote inside the text ends it", help)
}

/// A value without quotes that is not a number, date or flag.
fn bare(key: &str, value: &str, span: Range<usize>) -> Fix {
    let shown = quoted(value);
    let help = match value {
        "True" | "TRUE" | "yes" | "Yes" => format!("write {key} = true"),
        "False" | "FALSE" | "no" | "No" => format!("write {key} = false"),
        _ if value.contains('=') => "one 'key = value' a line".to_owned(),
        _ if is_numeric(key) && Fraction::parse(value).is_none() => {
            let (message, help) = no_number(key, value, &shown);
            return fix(span, message, help);
        }
        _ => {
            let help = date(key, value)
                .unwrap_or_else(|| format!("put it in quotes: {key} = {}", suggested(value)));
            return fix(span, format!("{shown} is not in quotes"), help);
        }
    };
    fix(span, format!("{shown} cannot be read"), help)
}

/// How to write a date that is written in words, in each way to read it.
fn date(key: &str, value: &str) -> Option<String> {
    let key = Key::find(key)?;
    let is_date = |kind: Kind| matches!(kind, Kind::Date);
    TABLES.iter().filter_map(|table| table.field(key)).find(|field| is_date(field.kind))?;
    let word = key.word();
    if prose::is_no_date(value) {
        return Some(format!("leave '{word}' out: the source gives no date"));
    }
    let mut days = prose::days(value);
    if value.contains(char::is_alphabetic) && Period::parse(value).is_err() {
        days.extend(prose::period(value));
    }
    let ways: Vec<String> =
        days.iter().map(|day| format!("{word} = \"{}\"", day.to_edtf())).collect();
    (!ways.is_empty()).then(|| format!("write {}", ways.join(", or ")))
}

/// Whether the value of a key never has quotes, except for a fraction.
fn is_numeric(key: &str) -> bool {
    let Some(key) = Key::find(key) else { return false };
    TABLES.iter().filter_map(|table| table.field(key)).any(|field| {
        matches!(field.kind, Kind::Number | Kind::Whole | Kind::Flag | Kind::Value | Kind::Scale)
    })
}

/// A value that is not a number where a number is needed: message and help.
fn no_number(key: &str, value: &str, shown: &str) -> (String, String) {
    if key == Key::Change.word() {
        let message = format!("{shown} is neither true nor false");
        return (message, "write change = true or change = false".to_owned());
    }
    if let Some(number) = without_zeros(value) {
        let message = format!("{shown} is not a number: it has a zero too many in front");
        return (message, format!("write {key} = {number}"));
    }
    if let Some(found) = Figure::read(value) {
        let why = match (found.hedge, &found.unit) {
            _ if found.is_bare() && found.is_pair() => "two numbers go into a list",
            (Some(_), None) => "the words belong in 'hedge'",
            (None, Some(_)) => "its unit belongs in 'unit'",
            (Some(_), Some(_)) => "its words and signs belong in 'hedge' and 'unit'",
            _ => "digits are 0 to 9, with a '.' before decimals and single '_' between",
        };
        return (format!("{shown} is not a number: {why}"), figure::help(&found, key));
    }
    if key == Key::Value.word() && HEDGES.iter().any(|h| h.order.is_some() && h.word == value) {
        let help = format!("write hedge = \"{value}\" and leave 'value' out");
        return (format!("{shown} stands for a number, but is not one"), help);
    }
    let what = if key == Key::Scale.word() { "the two ends" } else { "the number" };
    let help = format!("write {what} in digits after '{key} =', and words in 'wording'");
    (format!("{shown} is not a number"), help)
}

/// A number that is only wrong in that it begins with zeros, without them.
fn without_zeros(value: &str) -> Option<String> {
    let digits = value.trim_start_matches(['+', '-']);
    let rest = digits.trim_start_matches(['0', '_']);
    let zero = if rest.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let sign = if value.starts_with('-') && !rest.is_empty() { "-" } else { "" };
    let number = format!("{sign}{zero}{rest}");
    let is_it = digits.starts_with('0') && zero.len() + rest.len() < digits.len();
    (is_it && number.parse().is_ok_and(f64::is_finite)).then_some(number)
}

/// What to write instead of a value that cannot be read.
pub(super) fn instead(key: &str, value: &str) -> String {
    let inner = value.trim_matches(QUOTES);
    let is_whole = inner.parse::<f64>().is_ok_and(f64::is_finite) && inner.len() < LONGEST;
    if is_numeric(key) && !is_whole && Fraction::parse(inner).is_none() {
        return no_number(key, inner, "").1;
    }
    if is_numeric(key) && is_whole {
        return format!("write {key} = {inner}");
    }
    format!("write {} = {}", clipped(key), suggested(value))
}

/// A value as it may be written: a number without quotes, anything else in straight quotes.
pub(super) fn suggested(value: &str) -> String {
    let inner = value.trim_matches(QUOTES);
    if inner == value && inner.len() < LONGEST && inner.parse::<f64>().is_ok_and(f64::is_finite) {
        return inner.to_owned();
    }
    format!("\"{}\"", clipped(&inner.replace('"', "\\\"")))
}

/// A list with an element that cannot be read.
pub(super) fn of_list(parts: &Parts<'_>) -> Fix {
    let help = match parts.key {
        "value" | "scale" => two(parts.key, parts.value).unwrap_or_else(|| {
            format!("write two numbers with a comma between them: {} = […, …]", parts.key)
        }),
        "authors" | "related" | "indicators" => {
            format!("write {} = [\"…\", \"…\"], each text in quotes", parts.key)
        }
        _ => "write numbers without quotes, texts in quotes, and commas between them".to_owned(),
    };
    fix(parts.at.clone(), "something in this list cannot be read", help)
}

/// How to write a list of two numbers, if it is clear where the first ends.
fn two(key: &str, value: &str) -> Option<String> {
    let inner = value.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    let (low, high) = match inner.matches([',', ';']).count() {
        0 => inner.split_once(' ')?,
        _ => inner.split_once("; ").or_else(|| inner.split_once(", "))?,
    };
    let one = |part: &str| {
        Figure::read(part.trim()).filter(|f| f.hedge.is_none() && f.other.is_none() && !f.is_pair())
    };
    let (low, high) = (one(low)?, one(high)?);
    let is_of_one = low.unit.is_none() || low.unit == high.unit;
    let value = format!("[{}, {}]", low.value, high.value);
    let both = Figure { value, ..high };
    is_of_one.then(|| figure::help(&both, key))
}

/// Text of the file, harmless and short enough for a line of help.
pub(super) fn clipped(raw: &str) -> Text {
    let short: String = raw.chars().take(LONGEST).collect();
    if short.len() == raw.len() { Text::new(raw) } else { Text::new(&(short + "…")) }
}
