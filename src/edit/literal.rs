//! Typed text as a literal of the file.

mod number;
mod string;
mod texts;

use toml::de::DeValue;

use super::line;
use super::tree;
use crate::schema::Kind;
use string::string;
pub(super) use texts::joined;

/// Text that was typed into a field as a literal, in the style of the old literal.
///
/// The kind is text, texts, a date or a value. What is not of the kind becomes text in quotes, so that the
/// rules of the file explain what to write. A number is never changed; it only gets underscores or
/// an exponent if the old one has them.
pub fn literal(kind: Kind, typed: &str, old: Option<&str>) -> String {
    let bare = typed.trim();
    let written = match kind {
        Kind::Date => date(bare, old),
        Kind::Value => number(bare, old).or_else(|| pair(bare, old)),
        Kind::Texts => Some(texts::texts(bare, old)),
        _ => None,
    };
    written.unwrap_or_else(|| {
        // Spaces around dates and numbers are never meant.
        string(if kind == Kind::Text { typed } else { bare }, old)
    })
}

fn is_number(value: &DeValue<'_>) -> bool {
    // The parser accepts anything that begins like a number, such as `8_000x`.
    match value {
        DeValue::Integer(whole) => i128::from_str_radix(whole.as_str(), whole.radix()).is_ok(),
        DeValue::Float(float) => float.as_str().parse::<f64>().is_ok(),
        _ => false,
    }
}

fn number(bare: &str, old: Option<&str>) -> Option<String> {
    is_number(&tree::value(bare)?).then(|| number::styled(bare, old.unwrap_or("")))
}

/// Two numbers in a list, each in the style of the old number at its position.
fn pair(bare: &str, old: Option<&str>) -> Option<String> {
    let value = tree::value(bare)?;
    let [low, high] = &**value.as_array()? else { return None };
    if !is_number(low.get_ref()) || !is_number(high.get_ref()) {
        return None;
    }
    let styles: Vec<String> = old.map_or_else(Vec::new, elements);
    let mut written = bare.to_owned();
    for (nth, node) in [low, high].into_iter().enumerate().rev() {
        let style = styles.get(nth).map_or("", |style| &**style);
        let number = number::styled(line::part(bare, node.span()), style);
        written = line::splice(&written, node.span(), &number);
    }
    Some(written)
}

fn elements(old: &str) -> Vec<String> {
    let value = tree::value(old);
    let list = value.as_ref().and_then(DeValue::as_array).map(|list| list.iter());
    list.into_iter().flatten().map(|node| line::part(old, node.span()).to_owned()).collect()
}

/// A date or a year without quotes, if the old one has none.
fn date(bare: &str, old: Option<&str>) -> Option<String> {
    let is_bare = |raw: &str| match tree::value(raw) {
        Some(DeValue::Datetime(_)) => true,
        Some(DeValue::Integer(_)) => raw.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    };
    (old.is_some_and(is_bare) && is_bare(bare)).then(|| bare.to_owned())
}
