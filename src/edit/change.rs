//! The change of one key.

use super::block::{Block, Entry, Form, Slot, look};
use super::error::EditError;
use super::line::{self, splice};
use super::list::List;
use super::section;
use super::target::Target;
use crate::schema::Key;

/// Sets the value of a key to a literal, or removes the key; `None` where nothing changes.
pub(super) fn apply(
    text: &str,
    target: &Target,
    key: Key,
    literal: Option<&str>,
) -> Result<Option<String>, EditError> {
    look(text, target, |block| match (block.entry(key), literal) {
        (None, None) => Ok(None),
        (Some((_, entry)), Some(new)) => Ok(Some(splice(text, entry.value.clone(), new))),
        (None, Some(new)) => {
            let inserted = insert(text, target, block, key, new);
            inserted.ok_or_else(|| cannot_keep(text, block)).map(Some)
        }
        (Some((at, entry)), None) => Ok(Some(remove(text, block, at, entry))),
    })?
}

/// The error that a change cannot be made without touching anything else.
pub(super) fn cannot_keep(text: &str, block: &Block<'_>) -> EditError {
    EditError::CannotKeep { line: line::number(text, block.at) }
}

fn insert(
    text: &str,
    target: &Target,
    block: &Block<'_>,
    key: Key,
    literal: &str,
) -> Option<String> {
    let table = target.table();
    let rank = |word: &str| table.fields().position(|field| field.key.word() == word);
    let slot = block.slot(key.word(), rank)?;
    let (Slot::After(model) | Slot::Before(model)) = slot;
    let model = block.entries.get(model)?;
    let (at, bytes) = match block.form {
        Form::Section => {
            let line = section::written(text, block, model, key.word(), literal);
            section::insert(text, block, slot, &line)
        }
        Form::Braces => {
            let (before, after) = section::equals(text, model);
            let is_narrow = before.len().max(after.len()) <= 1;
            let (before, after) = if is_narrow { (before, after) } else { (" ", " ") };
            let content = [key.word(), before, "=", after, literal].concat();
            List::of(block).insert(text, slot, &content)
        }
    };
    Some(splice(text, at..at, &bytes))
}

fn remove(text: &str, block: &Block<'_>, at: usize, entry: &Entry<'_>) -> String {
    let range = match block.form {
        Form::Section => section::lines(text, entry),
        Form::Braces => List::of(block).remove(text, at),
    };
    splice(text, range, "")
}
