use super::addition::Addition;
use super::block::{Block, look};
use super::change::{self, Change};
use super::error::EditError;
use super::line;
use super::target::Target;
use super::tree;
use crate::schema::Key;

/// A text after an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The whole text.
    pub text: String,
    /// What was done, to undo it.
    pub step: Step,
}

/// One edit that can be undone, even if the rest of the file has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step(Edit);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Edit {
    /// Changes of one item, in the order in which they were made.
    Set(Target, Vec<(Key, Change)>),
    Added(Addition),
    /// What another program has written into the text of an item.
    Written(Target, Splice),
}

/// A part of a text that has become another one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Splice {
    /// What stands in front of it.
    lead: String,
    before: String,
    now: String,
}

/// The most bytes of a text in front of a splice that tell where it belongs.
const LEAD: usize = 60;

impl Splice {
    fn between(before: &str, now: &str) -> Self {
        let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
            a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
        };
        let at = same(&mut before.chars(), &mut now.chars());
        let (old, new) = (tail(before, at), tail(now, at));
        let end = same(&mut old.chars().rev(), &mut new.chars().rev());
        let part = |text: &str| text.get(..text.len() - end).unwrap_or_default().to_owned();
        let head = before.get(..at).unwrap_or_default();
        let from = (at.saturating_sub(LEAD)..=at).find(|from| head.is_char_boundary(*from));
        let lead = tail(head, from.unwrap_or(at)).to_owned();
        Self { lead, before: part(old), now: part(new) }
    }

    /// The text with one of the two parts in place of the other; `None` if that does not stand in the text
    /// once, behind what stood in front of it.
    fn put(&self, text: &str, old: &str, new: &str) -> Option<String> {
        let wanted = format!("{}{old}", self.lead);
        let mut found = text.match_indices(&wanted);
        let ((at, _), None) = (found.next()?, found.next()) else { return None };
        let (head, rest) = (text.get(..at + self.lead.len())?, text.get(at + wanted.len()..)?);
        let text = format!("{head}{new}{rest}");
        tree::parse(&text).is_some().then_some(text)
    }
}

fn tail(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

impl Step {
    /// What another program has done to an item: the text was `before`, and is `now`.
    pub fn written(target: Target, before: &str, now: &str) -> Self {
        Self(Edit::Written(target, Splice::between(before, now)))
    }

    pub(super) fn added(addition: Addition) -> Self {
        Self(Edit::Added(addition))
    }

    /// The item that it changed.
    pub fn target(&self) -> Target {
        match &self.0 {
            Edit::Set(target, _) | Edit::Written(target, _) => target.clone(),
            Edit::Added(addition) => addition.target(),
        }
    }

    /// The same step on an item that has moved, such as a point of a series. A step that added an
    /// item is returned unchanged.
    #[must_use]
    pub fn at(&self, target: Target) -> Self {
        match &self.0 {
            Edit::Set(_, changes) => Self(Edit::Set(target, changes.clone())),
            Edit::Added(_) => self.clone(),
            Edit::Written(_, splice) => Self(Edit::Written(target, splice.clone())),
        }
    }
}

/// Sets keys of an item to literals; `None` removes a key.
///
/// A new key goes where the order of the format has it, in the style of its neighbours. A key is
/// removed with its line, or with its part between commas.
///
/// # Errors
///
/// The text is not TOML, the item is not in it, a literal is not a TOML value, or the change cannot
/// be made without touching anything else.
pub fn set(
    text: &str,
    target: &Target,
    changes: &[(Key, Option<String>)],
) -> Result<Edited, EditError> {
    let mut list = Vec::with_capacity(changes.len());
    let mut new = text.to_owned();
    for (key, literal) in changes {
        if let Some((changed, change)) = change::apply(&new, target, *key, literal.as_deref())? {
            new = changed;
            list.push((*key, change));
        }
    }
    let wanted: Vec<_> = changes.iter().map(|(key, literal)| (*key, literal.as_deref())).collect();
    check(text, &new, target, &wanted)?;
    Ok(Edited { text: new, step: Step(Edit::Set(target.clone(), list)) })
}

/// Undoes a step.
///
/// # Errors
///
/// What the step wrote has changed since, or its item is missing; nothing is overwritten.
pub fn undo(text: &str, step: &Step) -> Result<String, EditError> {
    match &step.0 {
        Edit::Set(target, changes) => {
            let back = changes.iter().rev().map(|(key, change)| (*key, change.reversed()));
            repeat(text, target, &back.collect::<Vec<_>>())
        }
        Edit::Added(addition) => addition.undo(text),
        Edit::Written(target, splice) => splice
            .put(text, &splice.now, &splice.before)
            .ok_or_else(|| EditError::ItemChanged(target.clone())),
    }
}

/// Makes a step again that was undone.
///
/// # Errors
///
/// As for [`undo`]; or the id of an added item has been used since.
pub fn redo(text: &str, step: &Step) -> Result<String, EditError> {
    match &step.0 {
        Edit::Set(target, changes) => repeat(text, target, changes),
        Edit::Added(addition) => addition.redo(text),
        Edit::Written(target, splice) => splice
            .put(text, &splice.before, &splice.now)
            .ok_or_else(|| EditError::ItemChanged(target.clone())),
    }
}

fn repeat(text: &str, target: &Target, changes: &[(Key, Change)]) -> Result<String, EditError> {
    let mut new = text.to_owned();
    for (key, change) in changes {
        new = change.repeat(&new, target, *key)?;
    }
    let wanted: Vec<_> = changes.iter().map(|(key, change)| (*key, change.leaves())).collect();
    check(text, &new, target, &wanted)?;
    Ok(new)
}

/// Checks that the new text is the old one except for the wanted changes.
fn check(
    old: &str,
    new: &str,
    target: &Target,
    wanted: &[(Key, Option<&str>)],
) -> Result<(), EditError> {
    let is_kept = || {
        let (old_tree, new_tree) = (tree::parse(old)?, tree::parse(new)?);
        let path =
            target.path(&old_tree).filter(|path| target.path(&new_tree).as_ref() == Some(path))?;
        let keys: Vec<Key> = wanted.iter().map(|(key, _)| *key).collect();
        let block = Block::find(new, &new_tree, &path)?;
        Some(tree::same_but(&old_tree, &new_tree, &path, &keys) && says(new, &block, wanted))
    };
    if is_kept() == Some(true) {
        return Ok(());
    }
    Err(look(old, target, |block| change::cannot_keep(old, block))?)
}

/// Whether keys have the wanted literals.
fn says(text: &str, block: &Block<'_>, wanted: &[(Key, Option<&str>)]) -> bool {
    wanted.iter().all(|(key, literal)| match (block.entry(*key), literal) {
        (Some((_, entry)), Some(literal)) => line::part(text, entry.value.clone()) == *literal,
        (None, None) => !block.table.contains_key(key.word()),
        _ => false,
    })
}
