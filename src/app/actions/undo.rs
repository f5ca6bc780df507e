//! What is being written to the file, and what of it can be taken back.

use std::sync::Arc;

use crate::app::document::PointName;
use crate::app::overlays::Overlay;
use crate::app::overlays::form::measure;
use crate::app::{Effect, Model};
use crate::edit::{EditError, Item, Step, Target, item, redo, undo};
use crate::report::{ItemId, Text};
use crate::schema::Key;

/// What makes one claim together: whoever changes one of these changes what the others mean.
pub(in crate::app) const CLAIM: &[Key] = &[Key::Value, Key::Hedge, Key::Status];

/// Edits made here, to be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Done>,
    undone: Vec<Done>,
    /// Which way the last of them has been refused: asked again, the one before it comes next.
    refused: Option<bool>,
}

/// One edit.
#[derive(Clone, Debug)]
pub(in crate::app) struct Done {
    step: Step,
    words: String,
    /// The point that was edited, before and after, if it was one.
    point: Option<(PointName, PointName)>,
    /// What the item claimed before and after, key by key, if that is what was edited.
    claim: Option<(Claim, Claim)>,
}

type Claim = Vec<Option<String>>;

/// What an item of a text claims, key by key, and what that is measured in.
pub(in crate::app) fn claim(text: &str, target: &Target, item: &Item) -> Claim {
    let own = CLAIM.iter().map(|key| item.words(*key));
    own.chain(measure(text, target, item)).collect()
}

impl Done {
    /// `words` say in short what the step changes.
    pub(in crate::app) fn new(step: Step, words: String) -> Self {
        Self { step, words, point: None, claim: None }
    }

    /// An edit of a point, by its name before and after.
    pub(in crate::app) fn of_point(self, before: PointName, after: PointName) -> Self {
        Self { point: Some((before, after)), ..self }
    }

    /// An edit of what an item claims.
    pub(in crate::app) fn of_claim(self, before: Claim, after: Claim) -> Self {
        Self { claim: Some((before, after)), ..self }
    }
}

/// Why something is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Kind {
    /// A form is saved.
    Form,
    /// An edit is undone.
    Undo,
    /// An edit is redone.
    Redo,
    /// An item is added; the line to open it at.
    Add(ItemId, u32),
}

/// What the runtime has been asked to write.
#[derive(Clone, Debug)]
pub(in crate::app) struct Pending {
    pub(in crate::app) kind: Kind,
    pub(in crate::app) text: Arc<str>,
    pub(in crate::app) done: Done,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// The file is not what the edit was made on; what it says, if it can be read.
    Changed(Option<Arc<str>>),
    /// Anything else, in words for people.
    Because(String),
}

impl Model {
    /// Asks for a text to be written in place of what the file says.
    pub(in crate::app) fn save(&mut self, pending: Pending) -> Effect {
        let (expected, text) = (Arc::clone(&self.disk), Arc::clone(&pending.text));
        self.pending = Some(pending);
        Effect::Save { expected, text }
    }

    /// Takes back the last edit made here, or makes the last one that was taken back again.
    pub(in crate::app) fn step_history(&mut self, back: bool) -> Option<Effect> {
        if let Err(why) = self.can_edit() {
            self.trouble(&why);
            return None;
        }
        // Whoever asks again after a refusal means the edit before.
        let was_refused = self.history.refused.take() == Some(back);
        let mut last = self.history.steps(back).last().cloned();
        if was_refused && last.as_ref().is_some_and(|done| self.repeated(done, back).is_err()) {
            self.history.steps(back).pop();
            last = self.history.steps(back).last().cloned();
        }
        let Some(done) = last else {
            self.trouble(match (back, was_refused) {
                (true, false) => "nothing to undo: no edit was made here",
                (true, true) => "nothing else to undo",
                (false, false) => "nothing to redo: no edit was undone here",
                (false, true) => "nothing else to redo",
            });
            return None;
        };
        match self.repeated(&done, back) {
            Ok(text) => {
                let kind = if back { Kind::Undo } else { Kind::Redo };
                Some(self.save(Pending { kind, text: text.into(), done }))
            }
            Err(error) => {
                self.history.refused = Some(back);
                let forms = self.refusal(back, &done, &error);
                self.news.trouble(forms);
                None
            }
        }
    }

    /// The text with an edit taken back, or made again.
    fn repeated(&self, done: &Done, back: bool) -> Result<String, EditError> {
        let mut step = done.step.clone();
        if let Some((before, after)) = &done.point {
            let name = if back { after } else { before };
            let found = name.target(&self.report);
            step = step.at(found.ok_or_else(|| EditError::NoItem(step.target()))?);
        }
        if let Some((before, after)) = &done.claim {
            let target = if back { step.target() } else { step.target_before() };
            let found = item(&self.disk, &target);
            let found = found.ok_or_else(|| EditError::NoItem(target.clone()))?;
            let now = claim(&self.disk, &target, &found);
            let expected = if back { after } else { before };
            let other = now.iter().zip(expected).position(|(now, written)| now != written);
            if let Some(at) = other {
                let key = CLAIM.get(at).copied().unwrap_or(Key::Unit);
                return Err(EditError::ChangedSince { key, now: None, written: None });
            }
        }
        if back { undo(&self.disk, &step) } else { redo(&self.disk, &step) }
    }

    /// Why an edit is not repeated: with the figure as it stands by now, hedge and all.
    fn refusal(&self, back: bool, done: &Done, error: &EditError) -> Vec<String> {
        let (what, next) = if back { ("not undone", "u") } else { ("not redone", "U") };
        let next = if self.history.count(back) > 1 {
            format!("{next} again goes on to the one before")
        } else {
            "there is no other".to_owned()
        };
        let short = match error {
            EditError::ChangedSince { key, .. } => {
                format!("{what}: somebody has changed '{}' since", key.word())
            }
            EditError::ItemChanged(_) => format!("{what}: it has been filled in or changed since"),
            EditError::NoItem(_) => format!("{what}: it is not in the file any more"),
            error => format!("{what}: {error}"),
        };
        let figure = match done.step.target() {
            Target::Indicator(id) => self.report.find(&id).and_then(|ix| self.report.indicator(ix)),
            _ => None,
        };
        let now = figure.map(|i| format!("{} is {} now", i.id, i.headline.words()));
        let now = now.unwrap_or_else(|| done.words.clone());
        vec![
            format!("{short}; {now} · {next}"),
            format!("{short} · {next}"),
            short,
            what.to_owned(),
        ]
    }

    /// Learns what came of writing.
    pub(in crate::app) fn saved(&mut self, result: Result<(), Unsaved>) -> Option<Effect> {
        let pending = self.pending.take()?;
        if let Err(error) = result {
            self.unsaved(&pending, error);
            return None;
        }
        self.disk = Arc::clone(&pending.text);
        let did = match &pending.kind {
            Kind::Form => "saved",
            Kind::Undo => "undone",
            Kind::Redo => "redone",
            Kind::Add(..) => "written",
        };
        let doubts = match (&pending.kind, &self.overlay) {
            (Kind::Form, Some(Overlay::Form(form))) => form.new_doubts(),
            _ => 0,
        };
        let did = match doubts {
            0 => did.to_owned(),
            1 => format!("{did}, with 1 warning (w)"),
            n => format!("{did}, with {n} warnings (w)"),
        };
        // What it changed is told in full as soon as it has been read.
        self.news.say(vec![format!("{did}: {}", pending.done.words)]);
        self.did = Some((pending.text, did));
        match pending.kind {
            Kind::Form => {
                self.overlay = None;
                self.history.made(pending.done);
            }
            Kind::Undo => {
                self.history.done.pop();
                self.history.undone.push(pending.done);
            }
            Kind::Redo => {
                self.history.undone.pop();
                self.history.done.push(pending.done);
            }
            Kind::Add(item, line) => {
                self.history.made(pending.done);
                self.wanted = Some(item);
                return Some(Effect::Edit { line });
            }
        }
        None
    }

    fn unsaved(&mut self, pending: &Pending, error: Unsaved) {
        let why = match error {
            Unsaved::Changed(now) => {
                // Told again by nobody where it is what was there before.
                self.disk = now.unwrap_or_else(|| Arc::clone(&self.disk));
                self.renew_form();
                "the file was changed by somebody else at the same moment: nothing was written; \
                 the same key tries again"
                    .to_owned()
            }
            Unsaved::Because(why) => why,
        };
        match (&pending.kind, &mut self.overlay) {
            (Kind::Form, Some(Overlay::Form(form))) => form.says = Some(why),
            _ => self.trouble(&why),
        }
    }
}

impl History {
    /// A new edit: what was undone before it cannot be redone any more.
    fn made(&mut self, done: Done) {
        self.done.push(done);
        self.undone.clear();
        self.refused = None;
    }

    /// An item has another name in the file by now.
    pub(in crate::app) fn rename(&mut self, before: &ItemId, now: &ItemId) {
        for done in self.done.iter_mut().chain(&mut self.undone) {
            if let Some(target) = renamed(&done.step.target_before(), before, now) {
                done.step = done.step.at(target);
            }
            if let (Some((old, new)), ItemId::Indicator(id)) = (&mut done.point, now) {
                old.rename(before, id);
                new.rename(before, id);
            }
        }
    }

    /// Something else was done: what was refused may be asked for once more.
    pub(in crate::app) fn pressed(&mut self, is_history: bool) {
        self.refused = self.refused.filter(|_| is_history);
    }

    fn count(&self, back: bool) -> usize {
        if back { self.done.len() } else { self.undone.len() }
    }

    fn steps(&mut self, back: bool) -> &mut Vec<Done> {
        if back { &mut self.done } else { &mut self.undone }
    }
}

/// How the file names an item that has got another name; `None` where it is another item.
pub(in crate::app) fn renamed(target: &Target, before: &ItemId, now: &ItemId) -> Option<Target> {
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

/// The name of an item that is added.
pub(in crate::app) fn added(id: &str, is_event: bool) -> ItemId {
    if is_event { ItemId::Event(Text::new(id)) } else { ItemId::Indicator(Text::new(id)) }
}
