//! Texts of the dashboard that name a key. Any key may be set to another: what a text says of one
//! has to come from the keymap.

use std::collections::BTreeMap;

use crate::code::{Kind, code};
use crate::plan::{NO_KEYS, SIGNS};

/// The texts that name a key, with their places.
pub(crate) fn that_name_keys(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, text) in sources {
        let says = ["app/", "ui/"].iter().any(|room| file.starts_with(room));
        // The tables of keys, and how keys are spelled.
        if !says || file.starts_with("app/key") {
            continue;
        }
        let tokens = code(text);
        let texts = tokens.iter().filter_map(|token| match &token.kind {
            Kind::Text(text) => Some((text, token.line)),
            _ => None,
        });
        let mut before = "x";
        for (text, line) in texts {
            if names_a_key(text, before) && !is_no_key(file, text) {
                faults.push(format!("{file}, line {line}: {text:?}"));
            }
            before = text;
        }
    }
    faults
}

fn is_no_key(file: &str, text: &str) -> bool {
    NO_KEYS.contains(&text)
        || SIGNS.iter().any(|(end, signs)| file.ends_with(end) && is_among(text, signs))
}

fn is_among(text: &str, signs: &str) -> bool {
    text.chars().count() == 1 && signs.contains(text)
}

const NAMES: [&str; 8] = ["Esc", "Enter", "Tab", "Backspace", "PgUp", "PgDn", "Del", "Ins"];
const HELD: [&str; 3] = ["Ctrl-", "Alt-", "Shift-"];

/// Whether a text names a key: by a name that is printed on it, or by a letter that stands alone.
/// `before` is the text in front of it in the code.
pub(crate) fn names_a_key(text: &str, before: &str) -> bool {
    // The end of a plural, behind that of a singular.
    if text == "s" && before.is_empty() {
        return false;
    }
    let mut asked_for = false;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c| ",;:\"'“”‘’`()".contains(c));
        let sentence = bare.trim_end_matches('.');
        if NAMES.contains(&sentence) || HELD.iter().any(|held| bare.starts_with(held)) {
            return true;
        }
        let letter = if asked_for { sentence } else { bare };
        let alone = letter.len() == 1 && letter.chars().all(|c| c.is_ascii_alphabetic());
        let in_brackets = word.starts_with(['(', '"', '\'', '“', '‘', '`']);
        let is_word = matches!(letter, "a" | "A" | "I") && !in_brackets && word != text;
        if alone && !is_word {
            return true;
        }
        asked_for = matches!(bare, "press" | "Press" | "key" | "keys");
    }
    false
}
