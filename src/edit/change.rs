//! The change of one key, and how it is taken back.

use super::error::EditError;
use super::line::{self, part, splice};
use super::list::List;
use super::place::{Entry, Form, Place, Slot};
use super::section;
use super::target::Target;
use super::tree;
use crate::schema::Key;

/// What was done to one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// One literal stands where another one stood.
    Replaced { old: String, new: String },
    /// The key is new.
    Inserted(Piece),
    /// The key is gone.
    Removed(Piece),
}

/// A key with all that was put in or taken out with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    literal: String,
    /// The very bytes.
    text: String,
    /// Where the literal begins in them.
    offset: usize,
    form: Form,
    /// The key that stood before it in the same section or braces.
    after: Option<Vec<String>>,
    /// What stood between that key's value, or the opening, and the bytes.
    gap: String,
}

impl Piece {
    fn new(
        text: &str,
        place: &Place<'_>,
        at: usize,
        bytes: String,
        (literal, offset): (&str, usize),
    ) -> Self {
        let before = place.entries.iter().rfind(|entry| entry.value.end <= at);
        let from = before.map_or(place.open, |entry| entry.value.end);
        let path = |entry: &Entry<'_>| entry.path.iter().map(|&word| word.to_owned()).collect();
        Self {
            literal: literal.to_owned(),
            text: bytes,
            offset,
            form: place.form,
            after: before.map(path),
            gap: part(text, from..at).to_owned(),
        }
    }

    /// Where its bytes stood, if what stood before them still does.
    fn site(&self, text: &str, place: &Place<'_>) -> Option<usize> {
        let from = match &self.after {
            Some(path) => place.entries.iter().find(|entry| entry.path == *path)?.value.end,
            None => place.open,
        };
        let is_same = place.form == self.form && text.get(from..)?.starts_with(&self.gap);
        is_same.then(|| from + self.gap.len())
    }
}

/// Looks at an item of a text.
pub(super) fn look<T>(
    text: &str,
    target: &Target,
    look: impl FnOnce(&Place<'_>) -> T,
) -> Result<T, EditError> {
    let tree = tree::parse(text).ok_or(EditError::NotToml)?;
    let path = target.path(&tree);
    let place = path.and_then(|path| Place::find(text, &tree, &path));
    place.map(|place| look(&place)).ok_or_else(|| EditError::NoItem(target.clone()))
}

/// What stands behind a key.
fn raw(text: &str, place: &Place<'_>, key: Key) -> Option<String> {
    let entry = place.entries.get(place.position(key.word())?)?;
    Some(part(text, entry.value.clone()).to_owned())
}

/// Puts a literal behind a key, or takes the key out; `None` where nothing is to be done.
pub(super) fn apply(
    text: &str,
    target: &Target,
    key: Key,
    literal: Option<&str>,
) -> Result<Option<(String, Change)>, EditError> {
    look(text, target, |place| {
        let entry = place.position(key.word()).and_then(|at| Some((at, place.entries.get(at)?)));
        Ok(match (entry, literal) {
            (None, None) => None,
            (Some((_, entry)), Some(new)) => {
                let old = part(text, entry.value.clone()).to_owned();
                let text = splice(text, entry.value.clone(), new);
                Some((text, Change::Replaced { old, new: new.to_owned() }))
            }
            (None, Some(new)) => {
                let cannot = || EditError::CannotKeep { line: line::number(text, place.at) };
                let (text, piece) = insert(text, target, place, key, new).ok_or_else(cannot)?;
                Some((text, Change::Inserted(piece)))
            }
            (Some((at, _)), None) => {
                let (text, piece) = remove(text, place, at);
                Some((text, Change::Removed(piece)))
            }
        })
    })?
}

fn slot(target: &Target, place: &Place<'_>, key: Key) -> Option<Slot> {
    let table = target.table();
    place.slot(key.word(), |word| table.fields().position(|field| field.key.word() == word))
}

fn insert(
    text: &str,
    target: &Target,
    place: &Place<'_>,
    key: Key,
    literal: &str,
) -> Option<(String, Piece)> {
    let slot = slot(target, place, key)?;
    let (content, (at, bytes)) = match place.form {
        Form::Section => {
            let line = section::written(text, place, slot, key.word(), literal);
            let inserted = section::insert(text, place, slot, &line);
            (line, inserted)
        }
        Form::Braces => {
            let model = match slot {
                Slot::After(at) | Slot::Before(at) => place.entries.get(at),
                Slot::Open => None,
            };
            let name = section::name(text, place, model, key.word());
            let (before, after) = section::equals(text, model)
                .filter(|(before, after)| before.len().max(after.len()) <= 1)
                .unwrap_or((" ", " "));
            let content = [&name, before, "=", after, literal].concat();
            let inserted = List::of(place).insert(text, slot, &content);
            (content, inserted)
        }
    };
    let offset = bytes.find(&content)? + content.len() - literal.len();
    let new = splice(text, at..at, &bytes);
    Some((new, Piece::new(text, place, at, bytes, (literal, offset))))
}

fn remove(text: &str, place: &Place<'_>, at: usize) -> (String, Piece) {
    let Some(entry) = place.entries.get(at) else {
        return (text.to_owned(), Piece::new(text, place, place.open, String::new(), ("", 0)));
    };
    let range = match place.form {
        Form::Section => section::lines(text, entry),
        Form::Braces => List::of(place).remove(text, at),
    };
    let bytes = part(text, range.clone()).to_owned();
    let literal = part(text, entry.value.clone());
    let offset = entry.value.start - range.start;
    let piece = Piece::new(text, place, range.start, bytes, (literal, offset));
    (splice(text, range, ""), piece)
}

impl Change {
    /// The same backwards.
    pub(super) fn reversed(&self) -> Self {
        match self {
            Self::Replaced { old, new } => Self::Replaced { old: new.clone(), new: old.clone() },
            Self::Inserted(piece) => Self::Removed(piece.clone()),
            Self::Removed(piece) => Self::Inserted(piece.clone()),
        }
    }

    /// What it leaves behind the key.
    pub(super) fn leaves(&self) -> Option<&str> {
        match self {
            Self::Replaced { new, .. } => Some(new),
            Self::Inserted(piece) => Some(&piece.literal),
            Self::Removed(_) => None,
        }
    }

    /// What it expects there.
    fn finds(&self) -> Option<&str> {
        match self {
            Self::Replaced { old, .. } => Some(old),
            Self::Inserted(_) => None,
            Self::Removed(piece) => Some(&piece.literal),
        }
    }

    /// Makes it once more, byte for byte, if what it expects stands there.
    pub(super) fn repeat(
        &self,
        text: &str,
        target: &Target,
        key: Key,
    ) -> Result<String, EditError> {
        look(text, target, |place| {
            let now = raw(text, place, key);
            let written = self.finds().map(str::to_owned);
            if now != written {
                return Err(EditError::ChangedSince { key, now, written });
            }
            let cannot = || EditError::CannotKeep { line: line::number(text, place.at) };
            let at = place.position(key.word());
            match (self, at.and_then(|at| Some((at, place.entries.get(at)?)))) {
                (Self::Replaced { new, .. }, Some((_, entry))) => {
                    Ok(splice(text, entry.value.clone(), new))
                }
                (Self::Removed(piece), Some((at, entry))) => take(text, place, (at, entry), piece)
                    .map_err(|now| EditError::ChangedSince { key, now, written }),
                (Self::Inserted(piece), None) => {
                    put(text, target, place, key, piece).ok_or_else(cannot)
                }
                _ => Err(cannot()),
            }
        })?
    }
}

/// Takes out the bytes of a piece; where they have been changed around the value, its line or
/// its part between commas, unless a comment would go that the piece does not have.
fn take(
    text: &str,
    place: &Place<'_>,
    (at, entry): (usize, &Entry<'_>),
    piece: &Piece,
) -> Result<String, Option<String>> {
    if let Some(start) = entry.value.start.checked_sub(piece.offset) {
        let range = start..start + piece.text.len();
        if text.get(range.clone()) == Some(&*piece.text) {
            return Ok(splice(text, range, ""));
        }
    }
    let (without, found) = remove(text, place, at);
    let around = part(&found.text, found.offset + found.literal.len()..found.text.len());
    if around.contains('#') { Err(Some(found.text.trim().to_owned())) } else { Ok(without) }
}

/// Puts the bytes of a piece back where they stood; where that is gone, the key where a new
/// one would go.
fn put(text: &str, target: &Target, place: &Place<'_>, key: Key, piece: &Piece) -> Option<String> {
    if let Some(at) = piece.site(text, place) {
        let new = splice(text, at..at, &piece.text);
        let is_there = look(&new, target, |place| raw(&new, place, key));
        if is_there.is_ok_and(|raw| raw.as_deref() == Some(&*piece.literal)) {
            return Some(new);
        }
    }
    if place.form == Form::Section && piece.form == Form::Section {
        let slot = slot(target, place, key)?;
        let line = piece.text.trim_matches(['\r', '\n']);
        let (at, bytes) = section::insert(text, place, slot, line);
        return Some(splice(text, at..at, &bytes));
    }
    insert(text, target, place, key, &piece.literal).map(|(text, _)| text)
}
