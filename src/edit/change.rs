//! The change of one key, and how it is undone.

use super::block::{Block, Entry, Form, Slot, look};
use super::error::EditError;
use super::line::{self, part, splice};
use super::list::List;
use super::section;
use super::target::Target;
use crate::schema::Key;

/// What was done to one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// One literal was replaced by another.
    Replaced { old: String, new: String },
    /// The key is new.
    Inserted(Piece),
    /// The key was removed.
    Removed(Piece),
}

/// A key, with all bytes that were inserted or removed with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    literal: String,
    /// The bytes.
    text: String,
    /// Where the literal begins in them.
    offset: usize,
    form: Form,
    /// The key before it in the same section or braces.
    after: Option<Vec<String>>,
    /// The text between the value of that key, or the opening, and the bytes.
    gap: String,
}

impl Piece {
    fn new(
        text: &str,
        block: &Block<'_>,
        at: usize,
        bytes: String,
        (literal, offset): (&str, usize),
    ) -> Self {
        let before = block.entries.iter().rfind(|entry| entry.value.end <= at);
        let from = before.map_or(block.open, |entry| entry.value.end);
        let path = |entry: &Entry<'_>| entry.path.iter().map(|&word| word.to_owned()).collect();
        Self {
            literal: literal.to_owned(),
            text: bytes,
            offset,
            form: block.form,
            after: before.map(path),
            gap: part(text, from..at).to_owned(),
        }
    }

    /// Where its bytes were, if the text before them is unchanged.
    fn site(&self, text: &str, block: &Block<'_>) -> Option<usize> {
        let from = match &self.after {
            Some(path) => block.entries.iter().find(|entry| entry.path == *path)?.value.end,
            None => block.open,
        };
        let is_same = block.form == self.form && text.get(from..)?.starts_with(&self.gap);
        is_same.then(|| from + self.gap.len())
    }
}

/// Sets the value of a key to a literal, or removes the key; `None` where nothing changes.
pub(super) fn apply(
    text: &str,
    target: &Target,
    key: Key,
    literal: Option<&str>,
) -> Result<Option<(String, Change)>, EditError> {
    look(text, target, |block| match (block.entry(key), literal) {
        (None, None) => Ok(None),
        (Some((_, entry)), Some(new)) => {
            let old = part(text, entry.value.clone()).to_owned();
            let text = splice(text, entry.value.clone(), new);
            Ok(Some((text, Change::Replaced { old, new: new.to_owned() })))
        }
        (None, Some(new)) => {
            let inserted = insert(text, target, block, key, new);
            let (text, piece) = inserted.ok_or_else(|| cannot_keep(text, block))?;
            Ok(Some((text, Change::Inserted(piece))))
        }
        (Some((at, entry)), None) => {
            let (text, piece) = remove(text, block, at, entry);
            Ok(Some((text, Change::Removed(piece))))
        }
    })?
}

/// The error that a change cannot be made without touching anything else.
pub(super) fn cannot_keep(text: &str, block: &Block<'_>) -> EditError {
    EditError::CannotKeep { line: line::number(text, block.at) }
}

fn slot(target: &Target, block: &Block<'_>, key: Key) -> Option<Slot> {
    let table = target.table();
    block.slot(key.word(), |word| table.fields().position(|field| field.key.word() == word))
}

fn insert(
    text: &str,
    target: &Target,
    block: &Block<'_>,
    key: Key,
    literal: &str,
) -> Option<(String, Piece)> {
    let slot = slot(target, block, key)?;
    let (Slot::After(model) | Slot::Before(model)) = slot;
    let model = block.entries.get(model)?;
    let (content, (at, bytes)) = match block.form {
        Form::Section => {
            let line = section::written(text, block, model, key.word(), literal);
            let inserted = section::insert(text, block, slot, &line);
            (line, inserted)
        }
        Form::Braces => {
            let (before, after) = section::equals(text, model);
            let is_narrow = before.len().max(after.len()) <= 1;
            let (before, after) = if is_narrow { (before, after) } else { (" ", " ") };
            let content = [key.word(), before, "=", after, literal].concat();
            let inserted = List::of(block).insert(text, slot, &content);
            (content, inserted)
        }
    };
    let offset = bytes.find(&content)? + content.len() - literal.len();
    let new = splice(text, at..at, &bytes);
    Some((new, Piece::new(text, block, at, bytes, (literal, offset))))
}

fn remove(text: &str, block: &Block<'_>, at: usize, entry: &Entry<'_>) -> (String, Piece) {
    let range = match block.form {
        Form::Section => section::lines(text, entry),
        Form::Braces => List::of(block).remove(text, at),
    };
    let bytes = part(text, range.clone()).to_owned();
    let literal = part(text, entry.value.clone());
    let offset = entry.value.start - range.start;
    let piece = Piece::new(text, block, range.start, bytes, (literal, offset));
    (splice(text, range, ""), piece)
}

impl Change {
    /// The change that undoes it.
    pub(super) fn reversed(&self) -> Self {
        match self {
            Self::Replaced { old, new } => Self::Replaced { old: new.clone(), new: old.clone() },
            Self::Inserted(piece) => Self::Removed(piece.clone()),
            Self::Removed(piece) => Self::Inserted(piece.clone()),
        }
    }

    /// The value of the key after the change.
    pub(super) fn leaves(&self) -> Option<&str> {
        match self {
            Self::Replaced { new, .. } => Some(new),
            Self::Inserted(piece) => Some(&piece.literal),
            Self::Removed(_) => None,
        }
    }

    /// The value of the key before the change.
    fn finds(&self) -> Option<&str> {
        match self {
            Self::Replaced { old, .. } => Some(old),
            Self::Inserted(_) => None,
            Self::Removed(piece) => Some(&piece.literal),
        }
    }

    /// Makes the change once more, byte for byte, if the value is the one that it expects.
    pub(super) fn repeat(
        &self,
        text: &str,
        target: &Target,
        key: Key,
    ) -> Result<String, EditError> {
        look(text, target, |block| {
            let found = block.entry(key);
            let now = found.map(|(_, entry)| part(text, entry.value.clone()));
            let changed = |now: Option<String>| {
                let written = self.finds().map(str::to_owned);
                EditError::ChangedSince { key, now, written }
            };
            match (self, found) {
                _ if now != self.finds() => Err(changed(now.map(str::to_owned))),
                (Self::Replaced { new, .. }, Some((_, entry))) => {
                    Ok(splice(text, entry.value.clone(), new))
                }
                (Self::Removed(piece), Some((at, entry))) => {
                    take(text, block, (at, entry), piece).map_err(|now| changed(Some(now)))
                }
                (Self::Inserted(piece), None) => {
                    put(text, target, block, key, piece).ok_or_else(|| cannot_keep(text, block))
                }
                _ => Err(cannot_keep(text, block)),
            }
        })?
    }
}

/// Removes the bytes of a piece. Where the text around the value has changed, it removes the line
/// or the part between commas, unless that has a comment that the piece does not have.
fn take(
    text: &str,
    block: &Block<'_>,
    (at, entry): (usize, &Entry<'_>),
    piece: &Piece,
) -> Result<String, String> {
    if let Some(start) = entry.value.start.checked_sub(piece.offset) {
        let range = start..start + piece.text.len();
        if text.get(range.clone()) == Some(&*piece.text) {
            return Ok(splice(text, range, ""));
        }
    }
    let (without, found) = remove(text, block, at, entry);
    let around = part(&found.text, found.offset + found.literal.len()..found.text.len());
    if around.contains('#') { Err(found.text.trim().to_owned()) } else { Ok(without) }
}

/// Puts the bytes of a piece back where they were. Where that has changed, it inserts the key where
/// a new one would go.
fn put(text: &str, target: &Target, block: &Block<'_>, key: Key, piece: &Piece) -> Option<String> {
    if let Some(at) = piece.site(text, block) {
        let new = splice(text, at..at, &piece.text);
        let is_there = look(&new, target, |block| {
            let literal = block.entry(key).map(|(_, entry)| part(&new, entry.value.clone()));
            literal == Some(&*piece.literal)
        });
        if is_there.is_ok_and(|is_there| is_there) {
            return Some(new);
        }
    }
    if block.form == Form::Section && piece.form == Form::Section {
        let slot = slot(target, block, key)?;
        let line = piece.text.trim_matches(['\r', '\n']);
        let (at, bytes) = section::insert(text, block, slot, line);
        return Some(splice(text, at..at, &bytes));
    }
    insert(text, target, block, key, &piece.literal).map(|(text, _)| text)
}
