//! The keys that the user has set.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::conflict::{self, Rebinding};
use super::place::{TABLE, heading, homes, is_action, place, places};
use super::rule::{NOT_A_KEY, TEXT_KEY, UNKNOWN_ACTION, UNKNOWN_PLACE, WRONG_TYPE};
use crate::app::keys::{Action, Key, KeyError, Keymap, Scope};
use crate::diagnostic::{Faults, did_you_mean, quoted};
use crate::syntax::{Node, kind};

type Word<'i> = Spanned<Cow<'i, str>>;

/// Reads the table of keys into the key map.
pub(super) fn read(node: Node<'_>, keymap: &mut Keymap, faults: &mut Faults) {
    let span = node.span();
    let DeValue::Table(table) = node.into_inner() else {
        let help = format!("write the keys under the heading [{TABLE}]");
        faults.add(&WRONG_TYPE, span, format!("'{TABLE}' needs a table")).help(help);
        return;
    };
    let mut reading = Reading { defaults: keymap, all: Vec::new(), faults };
    for (word, node) in table {
        match node.get_ref() {
            DeValue::Table(own) => match place(word.get_ref()) {
                Some(scope) => own.iter().for_each(|(word, node)| reading.one(word, node, scope)),
                None => unknown_place(&word, reading.faults),
            },
            _ => reading.one(&word, &node, Scope::Everywhere),
        }
    }
    let all = reading.all;
    conflict::check(all, keymap, faults);
}

/// The state while keys are read.
struct Reading<'r> {
    defaults: &'r Keymap,
    all: Vec<Rebinding>,
    faults: &'r mut Faults,
}

impl Reading<'_> {
    /// Reads the keys of one action.
    fn one(&mut self, word: &Word<'_>, node: &Node<'_>, scope: Scope) {
        let Some(action) = action(word.get_ref(), scope, self.defaults) else {
            unknown_action(word, scope, self.defaults, self.faults);
            return;
        };
        let faults = &mut *self.faults;
        let errors = faults.errors();
        let mut own =
            Rebinding { scope, action, span: node.span(), keys: Vec::new(), is_in_doubt: false };
        let name = action.name();
        match node.get_ref() {
            DeValue::String(text) => own.keys.extend(key(text, node.span(), scope, faults)),
            DeValue::Array(list) => {
                for node in list {
                    match node.get_ref() {
                        DeValue::String(text) => {
                            own.keys.extend(key(text, node.span(), scope, faults));
                        }
                        other => not_text(name, node.span(), other, faults),
                    }
                }
            }
            other => not_text(name, node.span(), other, faults),
        }
        own.is_in_doubt = faults.errors() > errors;
        self.all.push(own);
    }
}

/// The action of a name, if it can have keys in a place.
fn action(word: &str, scope: Scope, defaults: &Keymap) -> Option<Action> {
    let action = Action::ALL.iter().find(|action| action.name() == word)?;
    defaults.possible(scope, *action).map(|binding| binding.action)
}

fn key(
    text: &str,
    span: Range<usize>,
    scope: Scope,
    faults: &mut Faults,
) -> Option<(Key, Range<usize>)> {
    match text.parse::<Key>() {
        Ok(key) if scope.takes_text() && !key.ctrl && key.text().is_some() => {
            let message = format!("{} types text here and cannot be a key", quoted(text));
            let help = "take a key that types nothing, such as \"f2\", \"ctrl-x\" or \"alt-x\"";
            faults.add(&TEXT_KEY, span, message).help(help);
            None
        }
        Ok(key) => Some((key, span)),
        Err(why) => {
            let near = did_you_mean(text, Key::names()).filter(|_| why == KeyError::Unknown);
            let help = near.unwrap_or_else(|| why.to_string());
            faults.add(&NOT_A_KEY, span, format!("{} is not a key", quoted(text))).help(help);
            None
        }
    }
}

fn not_text(name: &str, span: Range<usize>, found: &DeValue<'_>, faults: &mut Faults) {
    let message = format!("'{name}' needs keys in quotes, not {}", kind(found));
    let help = match found {
        DeValue::Integer(n) if n.as_str().len() == 1 => {
            format!("put it in quotes: \"{}\"", n.as_str())
        }
        _ => "put the name of the key in quotes; several go in brackets".to_owned(),
    };
    faults.add(&WRONG_TYPE, span, message).help(help);
}

fn unknown_place(word: &Word<'_>, faults: &mut Faults) {
    let raw = &**word.get_ref();
    let help = if raw == Scope::Everywhere.name() {
        format!("keys that work everywhere go under [{TABLE}]")
    } else if is_action(raw) {
        format!("'{raw}' is an action: write it under [{TABLE}], like {raw} = \"x\"")
    } else {
        did_you_mean(raw, places().map(Scope::name)).unwrap_or_else(|| {
            format!("the places are {}", places().map(Scope::name).collect::<Vec<_>>().join(", "))
        })
    };
    let message = format!("there is no place called {}", quoted(raw));
    faults.add(&UNKNOWN_PLACE, word.span(), message).help(help);
}

fn unknown_action(word: &Word<'_>, scope: Scope, defaults: &Keymap, faults: &mut Faults) {
    let raw = &**word.get_ref();
    let known = || {
        let can = |action: Action| defaults.possible(scope, action).is_some();
        Action::ALL
            .iter()
            .copied()
            .filter(|action| can(*action))
            .map(Action::name)
            .collect::<BTreeSet<_>>()
    };
    let (message, help) = if is_action(raw) {
        let message = format!("{} does nothing under {}", quoted(raw), heading(scope));
        (message, format!("move it under {}", homes(raw)))
    } else if scope == Scope::Everywhere && place(raw).is_some() {
        let message = format!("{} is a place and not an action", quoted(raw));
        (message, format!("write [{TABLE}.{raw}], and its keys on the lines below"))
    } else {
        let message = format!("there is no action called {}", quoted(raw));
        let help = did_you_mean(raw, known().into_iter())
            .or_else(|| did_you_mean(raw, Action::ALL.iter().map(|action| action.name())));
        let help = help.unwrap_or_else(|| match scope {
            Scope::Everywhere | Scope::Panel(_) => "'indicia config' lists all actions".to_owned(),
            _ => format!(
                "the actions there are {}",
                known().into_iter().collect::<Vec<_>>().join(", ")
            ),
        });
        (message, help)
    };
    faults.add(&UNKNOWN_ACTION, word.span(), message).help(help);
}
