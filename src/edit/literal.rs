//! What was typed, as the file would write it.

mod number;
mod string;

use toml::de::DeValue;

use super::line;
use super::tree;
use crate::schema::Kind;
use string::string;

/// What somebody typed into a field, as the file would write it in the style of what stood
/// there before.
///
/// What is not of the kind becomes text in quotes, so that the rules of loading explain what
/// to write. A number is never changed, only written with underscores or an exponent if the
/// old one was.
pub fn literal(kind: Kind, typed: &str, old: Option<&str>) -> String {
    let bare = typed.trim();
    let written = match kind {
        Kind::Text | Kind::Table | Kind::Tables => None,
        Kind::TextList | Kind::Points => list(bare),
        Kind::Number => number(bare, old),
        Kind::Whole => whole(bare, old),
        Kind::Flag => matches!(bare, "true" | "false").then(|| bare.to_owned()),
        Kind::Date => date(bare, old),
        Kind::Value => number(bare, old).or_else(|| pair(bare, old)),
        Kind::Scale => pair(bare, old),
    };
    written.unwrap_or_else(|| {
        // The space around a word that is no text is nobody's intention.
        string(if kind == Kind::Text { typed } else { bare }, old)
    })
}

fn is_number(value: &DeValue<'_>) -> bool {
    // The parser takes anything that begins like one, such as `8_000x`.
    match value {
        DeValue::Integer(whole) => i128::from_str_radix(whole.as_str(), whole.radix()).is_ok(),
        DeValue::Float(float) => float.as_str().parse::<f64>().is_ok(),
        _ => false,
    }
}

fn number(bare: &str, old: Option<&str>) -> Option<String> {
    is_number(&tree::value(bare)?).then(|| number::styled(bare, old.unwrap_or("")))
}

fn whole(bare: &str, old: Option<&str>) -> Option<String> {
    let value = tree::value(bare)?;
    (value.is_integer() && is_number(&value)).then(|| number::grouped(bare, old.unwrap_or("")))
}

fn list(bare: &str) -> Option<String> {
    tree::value(bare)?.is_array().then(|| bare.to_owned())
}

/// Two numbers in a list, each in the style of the old one in its place.
fn pair(bare: &str, old: Option<&str>) -> Option<String> {
    let value = tree::value(bare)?;
    let [low, high] = &**value.as_array()? else { return None };
    if !is_number(low.get_ref()) || !is_number(high.get_ref()) {
        return None;
    }
    let styles: Vec<String> = old.map_or_else(Vec::new, elements);
    let mut written = bare.to_owned();
    for (nth, cell) in [low, high].into_iter().enumerate().rev() {
        let style = styles.get(nth).map_or("", |style| &**style);
        let number = number::styled(line::part(bare, cell.span()), style);
        written = line::splice(&written, cell.span(), &number);
    }
    Some(written)
}

fn elements(old: &str) -> Vec<String> {
    let value = tree::value(old);
    let list = value.as_ref().and_then(DeValue::as_array).map(|list| list.iter());
    list.into_iter().flatten().map(|cell| line::part(old, cell.span()).to_owned()).collect()
}

/// A date or a year without quotes, where the old one had none.
fn date(bare: &str, old: Option<&str>) -> Option<String> {
    let is_bare = |raw: &str| match tree::value(raw) {
        Some(DeValue::Datetime(_)) => true,
        Some(DeValue::Integer(_)) => raw.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    };
    (old.is_some_and(is_bare) && is_bare(bare)).then(|| bare.to_owned())
}
