use super::add::Addition;
use super::change::{self, Change};
use super::error::EditError;
use super::line;
use super::place::Place;
use super::target::Target;
use super::tree;
use crate::schema::Key;

/// A text after an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The whole text.
    pub text: String,
    /// What was done, to take it back.
    pub step: Step,
}

/// One edit as it can be taken back, whatever has happened to the rest of the file since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step(Deed);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Deed {
    Set(Changes),
    Added(Addition),
}

/// Changes of one item, in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Changes {
    target: Target,
    list: Vec<(Key, Change)>,
}

impl Step {
    pub(super) fn added(addition: Addition) -> Self {
        Self(Deed::Added(addition))
    }

    /// The item as it is found once the step has been made: by its new id, if that was changed.
    pub fn target(&self) -> Target {
        match &self.0 {
            Deed::Set(changes) => {
                let id = changes.list.iter().rfind(|(key, _)| *key == Key::Id);
                let id = id.and_then(|(_, change)| id_of(change.leaves()));
                match id {
                    Some(id) => changes.target.renamed(id),
                    None => changes.target.clone(),
                }
            }
            Deed::Added(addition) => addition.target(),
        }
    }

    /// The item as it was found before.
    pub fn target_before(&self) -> Target {
        match &self.0 {
            Deed::Set(changes) => changes.target.clone(),
            Deed::Added(addition) => addition.target(),
        }
    }

    /// The same step on an item that is found elsewhere by now, such as a point of a series that
    /// others have moved; a step that added an item finds it by itself.
    #[must_use]
    pub fn at(&self, target: Target) -> Self {
        match &self.0 {
            Deed::Set(changes) => Self(Deed::Set(Changes { target, list: changes.list.clone() })),
            Deed::Added(_) => self.clone(),
        }
    }

    /// The keys that it changed; none where it added the item.
    pub fn keys(&self) -> Vec<Key> {
        match &self.0 {
            Deed::Set(changes) => changes.list.iter().map(|(key, _)| *key).collect(),
            Deed::Added(_) => Vec::new(),
        }
    }
}

/// Puts literals behind keys of an item; `None` takes a key out.
///
/// A new key goes where the order of the format's table has it, written as its neighbours are.
/// A key is taken out with its line, or its part between commas.
///
/// # Errors
///
/// The text is then to be left as it is: it is not TOML, the item is not in it or does not have
/// the key, a literal is no TOML value, an id is taken, or the change cannot be made without
/// touching anything else.
pub fn set(
    text: &str,
    target: &Target,
    changes: &[(Key, Option<String>)],
) -> Result<Edited, EditError> {
    for (key, literal) in changes {
        if target.table().field(*key).is_none() {
            return Err(EditError::NoSuchKey { target: target.clone(), key: *key });
        }
        if let Some(literal) = literal
            && tree::value(literal).is_none()
        {
            return Err(EditError::BadLiteral { key: *key, literal: literal.clone() });
        }
    }
    let mut list = Vec::with_capacity(changes.len());
    let (mut new, mut now) = (text.to_owned(), target.clone());
    for (key, literal) in changes {
        if let Some((changed, change)) = change::apply(&new, &now, *key, literal.as_deref())? {
            now = follow(&changed, &now, *key, literal.as_deref())?;
            new = changed;
            list.push((*key, change));
        }
    }
    let wanted: Vec<_> = changes.iter().map(|(key, literal)| (*key, literal.as_deref())).collect();
    check((text, target), (&new, &now), &wanted)?;
    Ok(Edited { text: new, step: Step(Deed::Set(Changes { target: target.clone(), list })) })
}

/// Takes a step back.
///
/// # Errors
///
/// What the step wrote has been changed since, or its item is gone; nothing is overwritten.
pub fn undo(text: &str, step: &Step) -> Result<String, EditError> {
    match &step.0 {
        Deed::Set(changes) => {
            let back = changes.list.iter().rev().map(|(key, change)| (*key, change.reversed()));
            repeat(text, &step.target(), &back.collect::<Vec<_>>())
        }
        Deed::Added(addition) => addition.undo(text),
    }
}

/// Makes a step again that was taken back.
///
/// # Errors
///
/// As in [`undo`]; or the id of an added item has been taken since.
pub fn redo(text: &str, step: &Step) -> Result<String, EditError> {
    match &step.0 {
        Deed::Set(changes) => repeat(text, &changes.target, &changes.list),
        Deed::Added(addition) => addition.redo(text),
    }
}

fn repeat(text: &str, target: &Target, list: &[(Key, Change)]) -> Result<String, EditError> {
    let (mut new, mut now) = (text.to_owned(), target.clone());
    for (key, change) in list {
        new = change.repeat(&new, &now, *key)?;
        now = follow(&new, &now, *key, change.leaves())?;
    }
    let wanted: Vec<_> = list.iter().map(|(key, change)| (*key, change.leaves())).collect();
    check((text, target), (&new, &now), &wanted)?;
    Ok(new)
}

/// The text of a literal.
fn id_of(literal: Option<&str>) -> Option<String> {
    tree::value(literal?)?.as_str().map(str::to_owned)
}

/// The item once a literal stands behind a key of it.
fn follow(
    text: &str,
    target: &Target,
    key: Key,
    literal: Option<&str>,
) -> Result<Target, EditError> {
    if key != Key::Id || !target.goes_by_id() {
        return Ok(target.clone());
    }
    let Some(id) = id_of(literal) else {
        // Without an id nothing could find the item again.
        let literal = literal.unwrap_or("nothing").to_owned();
        return Err(EditError::BadLiteral { key, literal });
    };
    let renamed = target.renamed(id.clone());
    match change::look(text, &renamed, |_| ()) {
        Ok(()) => Ok(renamed),
        Err(EditError::NoItem(_)) => Err(EditError::IdTaken(id)),
        Err(other) => Err(other),
    }
}

/// Makes sure that a text is another one but for what was wanted.
fn check(
    (old, target): (&str, &Target),
    (new, now): (&str, &Target),
    wanted: &[(Key, Option<&str>)],
) -> Result<(), EditError> {
    let missing = || EditError::NoItem(target.clone());
    let tree = tree::parse(old).ok_or(EditError::NotToml)?;
    let path = target.path(&tree).ok_or_else(missing)?;
    let place = Place::find(old, &tree, &path).ok_or_else(missing)?;
    let is_kept = tree::parse(new).is_some_and(|new_tree| {
        let words: Vec<&str> = wanted.iter().map(|(key, _)| key.word()).collect();
        now.path(&new_tree).as_ref() == Some(&path)
            && tree::same_but(&tree, &new_tree, &path, &words)
            && Place::find(new, &new_tree, &path).is_some_and(|place| says(new, &place, wanted))
    });
    let line = line::number(old, place.at);
    if is_kept { Ok(()) } else { Err(EditError::CannotKeep { line }) }
}

/// Whether literals stand behind keys; of a key that is named twice, the last one.
fn says(text: &str, place: &Place<'_>, wanted: &[(Key, Option<&str>)]) -> bool {
    wanted.iter().enumerate().all(|(at, (key, literal))| {
        let is_last = wanted.iter().skip(at + 1).all(|(later, _)| later != key);
        let entry = place.position(key.word()).and_then(|at| place.entries.get(at));
        let is_there = match (entry, literal) {
            (Some(entry), Some(literal)) => line::part(text, entry.value.clone()) == *literal,
            (None, None) => !place.table.contains_key(key.word()),
            _ => false,
        };
        is_there || !is_last
    })
}
