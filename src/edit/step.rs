use std::ops::Range;

use super::addition::Addition;
use super::block::{Block, look};
use super::change;
use super::error::EditError;
use super::home::{self, Home};
use super::line::{part, splice};
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

/// One edit: an item, its text before and its text after.
///
/// It can be undone while the item is as the edit left it, even if the rest of the file has changed
/// since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    target: Target,
    before: String,
    after: String,
    /// How it was added, if it is new.
    added: Option<Addition>,
}

impl Step {
    /// What another program has done to an item: the text was `before`, and is `now`. `None` if it is
    /// not in both.
    pub fn written(target: Target, before: &str, now: &str) -> Option<Self> {
        let (old, new) = (Home::find(before, &target).ok()?, Home::find(now, &target).ok()?);
        let spans = (old.span(), new.span());
        Some(Self::between(target, (old.text, spans.0), (new.text, spans.1)))
    }

    /// A step between two texts of a block, each with where the item is in it.
    fn between(
        target: Target,
        (old, at): (&str, Range<usize>),
        (new, now): (&str, Range<usize>),
    ) -> Self {
        // A comment that stood above the last line may stand below it after the edit.
        let below = (old.len() - at.end).min(new.len() - now.end);
        let before = part(old, at.start..old.len() - below).to_owned();
        let after = part(new, now.start..new.len() - below).to_owned();
        Self { target, before, after, added: None }
    }

    pub(super) fn added(addition: Addition, id: &str, text: &str) -> Self {
        let target = addition.target(id);
        Self { target, before: String::new(), after: text.to_owned(), added: Some(addition) }
    }

    /// The item that it changed.
    pub fn target(&self) -> &Target {
        &self.target
    }
}

/// Sets keys of an item to literals; `None` removes a key.
///
/// A new key goes where the order of the format has it, in the style of its neighbours. A key is
/// removed with its line, or with its part between commas.
///
/// # Errors
///
/// The item is not in the text, its block is not TOML, a literal is not a TOML value, or the change cannot
/// be made without touching anything else.
pub fn set(
    text: &str,
    target: &Target,
    changes: &[(Key, Option<String>)],
) -> Result<Edited, EditError> {
    let home = Home::find(text, target)?;
    let mut new = home.text.to_owned();
    for (key, literal) in changes {
        let applied = change::apply(&new, target, *key, literal.as_deref());
        new = applied.map_err(|error| home.error(text, error))?.unwrap_or(new);
    }
    let now = check(&home, &new, target, changes).ok_or_else(|| {
        let error = look(home.text, target, |block| change::cannot_keep(home.text, block));
        home.error(text, error.unwrap_or_else(|error| error))
    })?;
    let step = Step::between(target.clone(), (home.text, home.span()), (&new, now));
    Ok(Edited { text: home.replaced(text, &new), step })
}

/// Undoes a step.
///
/// # Errors
///
/// The item has changed since, or it is missing; nothing is overwritten.
pub fn undo(text: &str, step: &Step) -> Result<String, EditError> {
    exchange(text, &step.target, &step.after, &step.before)
}

/// Makes a step again that was undone.
///
/// # Errors
///
/// As for [`undo`]; or the id of an added item has been used since.
pub fn redo(text: &str, step: &Step) -> Result<String, EditError> {
    match (&step.added, &step.target) {
        (Some(addition), Target::Indicator(id) | Target::Event(id)) => {
            addition.make(text, Some(id)).map(|made| made.text)
        }
        _ => exchange(text, &step.target, &step.before, &step.after),
    }
}

/// Puts one text of an item in the place of another, if the item is that byte for byte.
fn exchange(text: &str, target: &Target, old: &str, new: &str) -> Result<String, EditError> {
    let home = Home::find(text, target)?;
    let own = home.span();
    let (start, end) = (home.start + own.start, home.start + own.end);
    // A new item may have empty lines or a comma in front of it.
    let start = start.checked_sub(old.find(['[', '{']).unwrap_or(0));
    let range = start.map(|start| start..start + old.len());
    let range = range.filter(|range| text.get(range.clone()) == Some(old) && end <= range.end);
    let range = range.ok_or_else(|| EditError::ItemChanged(target.clone()))?;
    Ok(splice(text, range, new))
}

/// Checks that a new text of a block is the old one except for the wanted changes; returns where the item
/// is in it.
fn check(
    home: &Home<'_>,
    new: &str,
    target: &Target,
    wanted: &[(Key, Option<String>)],
) -> Option<Range<usize>> {
    let tree = tree::parse(new)?;
    let path = target.path(&tree).filter(|path| *path == home.path)?;
    let keys: Vec<Key> = wanted.iter().map(|(key, _)| *key).collect();
    let block = Block::find(new, &tree, &path)?;
    let is_kept = tree::same_but(&home.tree, &tree, &path, &keys) && says(new, &block, wanted);
    is_kept.then(|| home::span(new, &tree, &path))
}

/// Whether keys have the wanted literals.
fn says(text: &str, block: &Block<'_>, wanted: &[(Key, Option<String>)]) -> bool {
    wanted.iter().all(|(key, literal)| match (block.entry(*key), literal) {
        (Some((_, entry)), Some(literal)) => part(text, entry.value.clone()) == *literal,
        (None, None) => !block.table.contains_key(key.word()),
        _ => false,
    })
}
