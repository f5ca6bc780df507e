//! The edits made here, for undo and redo.

use crate::app::keys::Action;
use crate::edit::{EditError, Step, Target, redo, undo};
use crate::report::ItemId;

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
}

impl Edit {
    pub(crate) fn new(step: Step, words: String) -> Self {
        Self { step, words }
    }

    /// The file's text with the edit undone (`back`) or redone.
    ///
    /// # Errors
    /// If the item is no longer as the edit left it.
    pub(crate) fn apply(&self, disk: &str, back: bool) -> Result<String, EditError> {
        if back { undo(disk, &self.step) } else { redo(disk, &self.step) }
    }

    /// The item.
    pub(crate) fn target(&self) -> &Target {
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

    /// Adds what another program has added to an item. Edits made here of other items are undone first,
    /// those of the item after it.
    pub(crate) fn noticed(&mut self, edit: Edit) {
        let is_same = |own: &Edit| own.target().root() == edit.target().root();
        let at = self.done.iter().rposition(is_same).map_or(0, |at| at + 1);
        self.done.insert(at, edit);
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
