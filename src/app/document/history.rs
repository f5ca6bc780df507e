//! The edits made here, for undo and redo.

use crate::app::document::{CLAIM, Claim, PointName, claim};
use crate::app::keys::Action;
use crate::edit::{EditError, Step, Target, item, redo, undo};
use crate::report::{ItemId, Report};
use crate::schema::Key;

/// The stacks of undo and redo.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// The direction (`true` is undo) in which the next edit was refused by the last key, as the
    /// file no longer says what the edit left there. The same key again skips that edit.
    pub(crate) refused: Option<bool>,
}

/// One edit.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    step: Step,
    /// What it changes, in short.
    pub(crate) words: String,
    /// The point that was edited, as it was named before and after; `None` for other items.
    pub(crate) point: Option<(PointName, PointName)>,
    /// What the item claimed before and after, if the edit changed its claim.
    pub(crate) claim: Option<(Claim, Claim)>,
}

impl Edit {
    pub(crate) fn new(step: Step, words: String) -> Self {
        Self { step, words, point: None, claim: None }
    }

    /// The file's text with the edit undone (`back`) or redone.
    ///
    /// # Errors
    /// If the file no longer says what the edit left there.
    pub(crate) fn apply(
        &self,
        disk: &str,
        report: &Report,
        back: bool,
    ) -> Result<String, EditError> {
        let mut step = self.step.clone();
        if let Some((before, after)) = &self.point {
            let name = if back { after } else { before };
            let found = name.target(report).ok_or_else(|| EditError::NoItem(step.target()));
            step = step.at(found?);
        }
        if let Some((before, after)) = &self.claim {
            let target = step.target();
            let found = item(disk, &target).ok_or_else(|| EditError::NoItem(target.clone()))?;
            let now = claim(disk, &target, &found);
            let expected = if back { after } else { before };
            if let Some(at) = now.iter().zip(expected).position(|(now, written)| now != written) {
                let key = CLAIM.get(at).copied().unwrap_or(Key::Unit);
                return Err(EditError::ChangedSince { key, now: None, written: None });
            }
        }
        if back { undo(disk, &step) } else { redo(disk, &step) }
    }

    /// The item, under the name that it has after the edit.
    pub(crate) fn target(&self) -> Target {
        self.step.target()
    }
}

impl History {
    /// Adds a new edit. What was undone before it can no longer be redone.
    pub(crate) fn made(&mut self, edit: Edit) {
        self.done.push(edit);
        self.undone.clear();
        self.refused = None;
    }

    /// Adds what another program has added. Edits made here are undone first.
    pub(crate) fn noticed(&mut self, edit: Edit) {
        self.done.insert(0, edit);
    }

    /// Learns that an item has another id in the file now.
    pub(crate) fn rename(&mut self, before: &ItemId, now: &ItemId) {
        for edit in self.done.iter_mut().chain(&mut self.undone) {
            if let Some(target) = renamed(&edit.target(), before, now) {
                edit.step = edit.step.at(target);
            }
            if let (Some((old, new)), ItemId::Indicator(id)) = (&mut edit.point, now) {
                old.rename(before, id);
                new.rename(before, id);
            }
        }
    }

    /// Learns that an action was asked for. After any but these two a refusal is forgotten.
    pub(crate) fn pressed(&mut self, action: Action) {
        if !matches!(action, Action::Undo | Action::Redo) {
            self.refused = None;
        }
    }

    /// The edits that can be undone (`back`) or redone; the next one is the last.
    pub(crate) fn steps(&self, back: bool) -> &[Edit] {
        if back { &self.done } else { &self.undone }
    }

    /// Removes and returns the edit that would be undone (`back`) or redone next.
    pub(crate) fn pop(&mut self, back: bool) -> Option<Edit> {
        if back { self.done.pop() } else { self.undone.pop() }
    }

    /// The next edit has been undone (`back`) or redone.
    pub(crate) fn stepped(&mut self, edit: Edit, back: bool) {
        self.pop(back);
        if back { &mut self.undone } else { &mut self.done }.push(edit);
    }
}

/// The target of a renamed item under its new id; `None` if `target` is another item.
pub(crate) fn renamed(target: &Target, before: &ItemId, now: &ItemId) -> Option<Target> {
    match (target, now) {
        (Target::Indicator(id), ItemId::Indicator(now)) if before.name() == id => {
            Some(Target::Indicator(now.to_string()))
        }
        (Target::Event(id), ItemId::Event(now)) if before.name() == id => {
            Some(Target::Event(now.to_string()))
        }
        _ => None,
    }
}
