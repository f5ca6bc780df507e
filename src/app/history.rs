//! What is being written to the file, and what of it can be taken back.

use std::sync::Arc;

use crate::app::news::Tone;
use crate::app::{Effect, Model, Overlay};
use crate::diff::ItemId;
use crate::edit::{EditError, Step, Target, redo, undo};
use crate::report::Text;

/// Edits made here, to be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Done>,
    undone: Vec<Done>,
}

#[derive(Clone, Debug)]
struct Done {
    step: Step,
    words: String,
}

/// Why something is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
pub(super) struct Pending {
    kind: Kind,
    text: Arc<str>,
    done: Done,
}

impl Pending {
    /// `words` say in short what the step changes.
    pub(super) fn new(kind: Kind, text: String, step: Step, words: String) -> Self {
        Self { kind, text: text.into(), done: Done { step, words } }
    }
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// The file is not what the edit was made on.
    Changed,
    /// Anything else, in words for people.
    Because(String),
}

impl Model {
    /// Asks for a text to be written in place of what the file says.
    pub(super) fn save(&mut self, pending: Pending) -> Effect {
        let (expected, text) = (Arc::clone(&self.disk), Arc::clone(&pending.text));
        self.pending = Some(pending);
        Effect::Save { expected, text }
    }

    /// Takes back the last edit made here, or makes the last one that was taken back again.
    pub(super) fn step_history(&mut self, back: bool) -> Option<Effect> {
        if let Err(why) = self.can_edit() {
            self.trouble(&why);
            return None;
        }
        let steps = if back { &self.history.done } else { &self.history.undone };
        let Some(done) = steps.last().cloned() else {
            let nothing = if back {
                "nothing to undo: no edit was made here"
            } else {
                "nothing to redo: no edit was undone here"
            };
            self.trouble(nothing);
            return None;
        };
        let (kind, text) = if back {
            (Kind::Undo, undo(&self.disk, &done.step))
        } else {
            (Kind::Redo, redo(&self.disk, &done.step))
        };
        match text {
            Ok(text) => Some(self.save(Pending { kind, text: text.into(), done })),
            Err(error) => {
                let what = if back { "not undone" } else { "not redone" };
                let forms = self.refusal(what, &done, &error);
                self.news.say(Tone::Trouble, forms);
                None
            }
        }
    }

    /// Why an edit is not taken back: with the figure as it stands by now, hedge and all.
    fn refusal(&self, what: &str, done: &Done, error: &EditError) -> Vec<String> {
        let EditError::ChangedSince { key, .. } = error else {
            return vec![format!("{what} ({}): {error}", done.words), what.to_owned()];
        };
        let key = key.word();
        let figure = match done.step.target() {
            Target::Indicator(id) => self.report.find(&id).and_then(|ix| self.report.indicator(ix)),
            _ => None,
        };
        let short = format!("{what}: somebody has changed '{key}' since");
        let now = figure.map(|i| format!("{short}; {} is {} now", i.id, i.headline.words()));
        let long = now.unwrap_or_else(|| format!("{short} ({})", done.words));
        vec![long, short, what.to_owned()]
    }

    /// Learns what came of writing.
    pub(super) fn saved(&mut self, result: Result<(), Unsaved>) -> Option<Effect> {
        let pending = self.pending.take()?;
        if let Err(error) = result {
            self.unsaved(&pending, &error);
            return None;
        }
        self.disk = pending.text;
        let words = &pending.done.words;
        let did = match &pending.kind {
            Kind::Form => "saved",
            Kind::Undo => "undone",
            Kind::Redo => "redone",
            Kind::Add(..) => "added",
        };
        // What it changed is told in full as soon as it has been read.
        self.ahead = vec![did.to_owned()];
        self.news.say(Tone::Plain, vec![format!("{did}: {words}")]);
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

    fn unsaved(&mut self, pending: &Pending, error: &Unsaved) {
        let why = match error {
            Unsaved::Changed => {
                "the file was changed by somebody else at the same moment: nothing \
                                 was written; the same key tries again"
                    .to_owned()
            }
            Unsaved::Because(why) => why.clone(),
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
    }
}

/// The name of an item that is added.
pub(super) fn added(id: &str, is_event: bool) -> ItemId {
    if is_event { ItemId::Event(Text::new(id)) } else { ItemId::Indicator(Text::new(id)) }
}
