//! Saving edits to the file, undo and redo.

use std::sync::Arc;

use crate::app::document::{Edit, Notice, Pending, SaveKind, Unsaved};
use crate::app::keys::Action;
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::nav::Away;
use crate::app::overlays::Overlay;
use crate::diff::Matching;
use crate::edit::{EditError, Target};
use crate::report::counted;

impl Model {
    /// Replaces the text of the file.
    pub(super) fn save(&mut self, pending: Pending) -> Effect {
        let (expected, text) = (Arc::clone(&self.doc.disk), Arc::clone(&pending.text));
        self.edits.pending = Some(pending);
        Effect::Save { expected, text }
    }

    /// Undoes the last edit made here (`back`), or redoes the last one that was undone.
    pub(super) fn step_history(&mut self, back: bool) -> Option<Effect> {
        let disk = &self.doc.disk;
        let history = &mut self.edits.history;
        // The same key again after a refusal goes on to the edit before.
        let was_refused = history.refused.take() == Some(back);
        let fails = |edit: &Edit| edit.apply(disk, back).is_err();
        if was_refused && history.steps(back).last().is_some_and(fails) {
            history.pop(back);
        }
        let Some(edit) = history.steps(back).last().cloned() else {
            self.trouble(if back { "nothing else to undo" } else { "nothing else to redo" });
            return None;
        };
        match edit.apply(disk, back) {
            Ok(text) => {
                let kind = SaveKind::Step { back };
                Some(self.save(Pending { kind, text: text.into(), edit }))
            }
            Err(error) => {
                history.refused = Some(back);
                let refusal = self.refusal(back, &edit, &error);
                self.news.trouble(refusal);
                None
            }
        }
    }

    /// Why an edit is not undone or redone, with the figure and its hedge as they are now.
    fn refusal(&self, back: bool, edit: &Edit, error: &EditError) -> Notice {
        let (what, action) =
            if back { ("not undone", Action::Undo) } else { ("not redone", Action::Redo) };
        let next = if self.edits.history.steps(back).len() > 1 {
            self.with_key(action, |key| format!(" · {key} again goes on to the one before"))
        } else {
            " · there is no other".to_owned()
        };
        let short = match error {
            EditError::ItemChanged(_) => format!("{what}: it has been changed since"),
            EditError::NoItem(_) => format!("{what}: it is not in the file any more"),
            error => format!("{what}: {error}"),
        };
        let report = &self.doc.report;
        let figure = match edit.target() {
            Target::Indicator(id) => report.find(id).and_then(|ix| report.indicator(ix)),
            _ => None,
        };
        let now = figure.map(|i| format!("{} is {} now", i.id, i.headline.words()));
        let now = now.unwrap_or_else(|| edit.words.clone());
        Notice::new(format!("{short}; {now}{next}"), format!("{short}{next}"))
    }

    /// Learns whether the file was written.
    pub(crate) fn saved(&mut self, result: Result<(), Unsaved>) -> Option<Effect> {
        let pending = self.edits.pending.take()?;
        if let Err(error) = result {
            self.unsaved(&pending, error);
            return None;
        }
        self.doc.disk = Arc::clone(&pending.text);
        let did = match &pending.kind {
            SaveKind::Form => "saved",
            SaveKind::Step { back: true } => "undone",
            SaveKind::Step { back: false } => "redone",
            SaveKind::Add(..) => "written",
        };
        let warnings = match &self.overlay {
            Some(Overlay::Form(form)) if pending.kind == SaveKind::Form => form.new_warnings(),
            _ => 0,
        };
        if pending.kind == SaveKind::Form {
            self.overlay = None;
        }
        let shows = self.with_key(Action::Diagnostics, |key| format!(" ({key})"));
        let did = match warnings {
            0 => did.to_owned(),
            n => format!("{did}, with {}{shows}", counted(n, "warning")),
        };
        // The changes are shown in full once the file has been read.
        self.news.say(Notice::new(format!("{did}: {}", pending.edit.words), did.clone()));
        self.edits.written = Some((pending.text, did));
        let history = &mut self.edits.history;
        match pending.kind {
            SaveKind::Form => history.made(pending.edit),
            SaveKind::Step { back } => history.stepped(pending.edit, back),
            SaveKind::Add(item, line) => {
                history.made(pending.edit);
                self.nav.away = Away { items: vec![item], instead: self.selected_id() };
                return Some(Effect::Edit(line));
            }
        }
        None
    }

    fn unsaved(&mut self, pending: &Pending, error: Unsaved) {
        let why = match error {
            Unsaved::Changed(now) => {
                // The file reader sends no message if the text is the same as before.
                self.doc.disk = now.unwrap_or_else(|| Arc::clone(&self.doc.disk));
                self.reload_overlay(&Matching::default());
                "the file was changed at the same moment by another program: nothing was written; \
                 the same key tries again"
                    .to_owned()
            }
            Unsaved::Because(why) => why,
        };
        match (&pending.kind, &mut self.overlay) {
            (SaveKind::Form, Some(Overlay::Form(form))) => form.message = Some(why),
            _ => self.trouble(&why),
        }
    }
}
