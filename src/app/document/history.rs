//! The edits made here, and what of them can be undone.

use crate::app::document::{CLAIM, Claim, PointName, claim};
use crate::app::keys::Action;
use crate::edit::{EditError, Step, Target, item, redo, undo};
use crate::report::{ItemId, Report};
use crate::schema::Key;

/// Edits made here, to be undone and redone.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    done: Vec<Done>,
    undone: Vec<Done>,
    /// Which way the last of them has been refused: asked again, the one before it comes next.
    refused: Option<bool>,
}

/// One edit.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    step: Step,
    words: String,
    /// The point that was edited, before and after, if it was one.
    point: Option<(PointName, PointName)>,
    /// What the item claimed before and after, key by key, if that is what was edited.
    claim: Option<(Claim, Claim)>,
}

impl Done {
    /// `words` say in short what the step changes.
    pub(crate) fn new(step: Step, words: String) -> Self {
        Self { step, words, point: None, claim: None }
    }

    /// An edit of a point, by its name before and after.
    pub(crate) fn of_point(self, before: PointName, after: PointName) -> Self {
        Self { point: Some((before, after)), ..self }
    }

    /// An edit of what an item claims.
    pub(crate) fn of_claim(self, before: Claim, after: Claim) -> Self {
        Self { claim: Some((before, after)), ..self }
    }

    /// The text with an edit taken back, or made again.
    pub(crate) fn repeated(
        &self,
        disk: &str,
        report: &Report,
        back: bool,
    ) -> Result<String, EditError> {
        let mut step = self.step.clone();
        if let Some((before, after)) = &self.point {
            let name = if back { after } else { before };
            let found = name.target(report);
            step = step.at(found.ok_or_else(|| EditError::NoItem(step.target()))?);
        }
        if let Some((before, after)) = &self.claim {
            let target = step.target();
            let found = item(disk, &target);
            let found = found.ok_or_else(|| EditError::NoItem(target.clone()))?;
            let now = claim(disk, &target, &found);
            let expected = if back { after } else { before };
            let other = now.iter().zip(expected).position(|(now, written)| now != written);
            if let Some(at) = other {
                let key = CLAIM.get(at).copied().unwrap_or(Key::Unit);
                return Err(EditError::ChangedSince { key, now: None, written: None });
            }
        }
        if back { undo(disk, &step) } else { redo(disk, &step) }
    }

    /// The item, as it is found once the edit has been made.
    pub(crate) fn target(&self) -> Target {
        self.step.target()
    }

    /// What it changes, in short.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }
}

impl History {
    /// A new edit: what was undone before it cannot be redone any more.
    pub(crate) fn made(&mut self, done: Done) {
        self.done.push(done);
        self.undone.clear();
        self.refused = None;
    }

    /// An item has another name in the file by now.
    pub(crate) fn rename(&mut self, before: &ItemId, now: &ItemId) {
        for done in self.done.iter_mut().chain(&mut self.undone) {
            if let Some(target) = renamed(&done.step.target(), before, now) {
                done.step = done.step.at(target);
            }
            if let (Some((old, new)), ItemId::Indicator(id)) = (&mut done.point, now) {
                old.rename(before, id);
                new.rename(before, id);
            }
        }
    }

    /// An action was asked for: after another one, what was refused may be asked for once more.
    pub(crate) fn pressed(&mut self, action: Action) {
        if !matches!(action, Action::Undo | Action::Redo) {
            self.forget_refusal();
        }
    }

    /// What was refused may be asked for once more.
    pub(crate) fn forget_refusal(&mut self) {
        self.refused = None;
    }

    pub(crate) fn count(&self, back: bool) -> usize {
        if back { self.done.len() } else { self.undone.len() }
    }

    fn steps(&mut self, back: bool) -> &mut Vec<Done> {
        if back { &mut self.done } else { &mut self.undone }
    }

    /// The edit that is undone (`back`) or redone next.
    pub(crate) fn next(&self, back: bool) -> Option<&Done> {
        if back { self.done.last() } else { self.undone.last() }
    }

    /// Passes over the next edit: it has been refused twice.
    pub(crate) fn pass_over(&mut self, back: bool) {
        self.steps(back).pop();
    }

    /// The next edit has been undone (`back`) or redone.
    pub(crate) fn stepped(&mut self, done: Done, back: bool) {
        self.steps(back).pop();
        self.steps(!back).push(done);
    }

    /// Takes back that the next edit was refused; says whether it was, in this direction.
    pub(crate) fn was_refused(&mut self, back: bool) -> bool {
        self.refused.take() == Some(back)
    }

    /// The next edit cannot be undone or redone: what it changed has been changed since.
    pub(crate) fn refuse(&mut self, back: bool) {
        self.refused = Some(back);
    }
}

/// How the file names an item that has got another name; `None` where it is another item.
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
