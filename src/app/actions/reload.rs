//! Reloading the file. The selection, the view and the cursor stay, found again by id.

use std::sync::Arc;

use crate::app::document::{Committed, Edit, FileStatus, Notice, Phase, Snapshot};
use crate::app::env::Clock;
use crate::app::keys::Action;
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlays::{DiagnosticsList, Overlay};
use crate::diff::{Change, ChangeClass, Matching, diff_of_partial};
use crate::edit::{Step, Target};
use crate::passage::Passages;
use crate::report::{Day, ItemId, Report, counted};

impl Model {
    /// Takes in another reading of the file. One with errors does not replace a sound one.
    pub(crate) fn reload(&mut self, snapshot: Snapshot) {
        let doc = &mut self.doc;
        let errors = snapshot.loaded.errors();
        if errors > 0 && (doc.is_sound() || doc.loses_items(&snapshot.loaded.report)) {
            let since = doc.status.since().unwrap_or(snapshot.read_at);
            let Snapshot { text, loaded, .. } = snapshot;
            self.news.forget_recovery();
            doc.status = FileStatus::Broken { since, text, diagnostics: loaded.diagnostics };
            return;
        }
        let is_first = doc.text.is_empty();
        let was_stale = doc.status.since().is_some();
        doc.status = FileStatus::Current;
        if is_first || snapshot.text != doc.text {
            self.replace_report(snapshot, is_first);
        } else {
            doc.read_at = snapshot.read_at;
            doc.disk = snapshot.text;
            // The same text may be at fault in another way on another day.
            doc.diagnostics = snapshot.loaded.diagnostics;
            if was_stale {
                let short = if errors > 0 { "the file is back" } else { "the file is whole again" };
                let long = format!("{short}, and as it is shown here");
                self.news.say_recovered(Notice::new(long, short));
            }
            self.refresh();
        }
        if self.overlay.as_ref().is_some_and(|o| o.layer().is_over(&self.context())) {
            self.overlay = None;
        }
        // At the start, a broken file shows its faults first.
        if self.overlay.is_none() && is_first && errors > 0 {
            self.overlay = Some(Overlay::Diagnostics(DiagnosticsList::new(&self.doc, true)));
        }
    }

    /// Takes what the copies of the sources say.
    pub(crate) fn take_copies(&mut self, passages: Passages, text: &str) {
        if self.doc.take_copies(passages, text) {
            self.refresh();
        }
    }

    /// Measures ages from another date. What is wrong with the file on that date is known when it has
    /// been read again.
    pub(crate) fn turn_day(&mut self, day: Day) -> Effect {
        self.env.as_of = day;
        self.refresh();
        Effect::Recheck
    }

    /// Works out what is shown again, of the same report.
    fn refresh(&mut self) {
        self.refill(&Matching::default());
        self.reload_overlay(&Matching::default());
    }

    /// Learns that the file cannot be read, and why; the report stays on the screen.
    pub(crate) fn file_unreadable(&mut self, why: String, gone: bool, at: Clock) {
        let since = self.doc.status.since().unwrap_or(at);
        self.news.forget_recovery();
        self.doc.phase = Phase::Ready;
        self.doc.status = FileStatus::Unreadable { since, why, gone };
    }

    fn replace_report(&mut self, snapshot: Snapshot, is_first: bool) {
        let was_partial = self.doc.faults > 0;
        let before = Arc::clone(&self.doc.text);
        let old = self.doc.take(snapshot);
        let is_fixed = was_partial && self.doc.faults == 0;
        let changes = if is_first {
            Vec::new()
        } else {
            diff_of_partial((&old, is_fixed), (&self.doc.report, false))
        };
        self.take_note_of_addition(&old, &before, &changes);
        let matching = Matching::new(old, &self.doc.report);
        self.news.mark(&changes, &matching, &self.doc.report);
        let moved_on = self.refill(&matching);
        if !is_first {
            let text = &self.doc.text;
            let written = self.edits.written.take_if(|(written, _)| written == text);
            let did = written.map(|(_, did)| did);
            let mut ahead: Vec<String> = did.into_iter().chain(moved_on).collect();
            if is_fixed {
                let whole = "the file is whole";
                let long = format!("{whole}: nothing is left out any more");
                self.news.say_recovered(Notice::new(long, whole));
                ahead.insert(0, whole.to_owned());
            }
            let changes_key = self.with_key(Action::Changes, |key| key.to_string());
            self.news.changed(changes, &ahead, &changes_key);
        }
        for (before, now) in &matching.renamed(&self.doc.report) {
            if let Some(overlay) = &mut self.overlay {
                overlay.layer_mut().rename(before, now);
            }
        }
        self.reload_overlay(&matching);
    }

    /// Learns that another program has added points or lines to one figure, as an import does: that can be
    /// undone once no edit made here is left.
    fn take_note_of_addition(&mut self, old: &Report, before: &str, changes: &[Change]) {
        let [first, ..] = changes else { return };
        let ItemId::Indicator(id) = &first.item else { return };
        let is_own = self.edits.written.as_ref().is_some_and(|(text, _)| *text == self.doc.text);
        let is_addition =
            |change: &Change| change.class == ChangeClass::Added && change.item == first.item;
        let rivals = |report: &Report| Some(report.indicator(report.find(id)?)?.rivals.len());
        let is_to_lines = rivals(old).is_some() && rivals(old) == rivals(&self.doc.report);
        if is_own || !is_to_lines || !changes.iter().all(is_addition) {
            return;
        }
        let target = Target::Indicator(id.to_string());
        let Some(step) = Step::written(target, before, &self.doc.text) else { return };
        let words = match changes.len() {
            1 => first.words.clone(),
            n => format!("{} to {id}", counted(n, "addition")),
        };
        self.edits.history.noticed(Edit::new(step, words));
    }

    /// Learns what the last commit has of the file.
    pub(crate) fn compare_with(&mut self, commit: Result<Box<Committed>, String>) {
        if let Some(Overlay::Changes(changes)) = &mut self.overlay {
            changes.compare(commit, &self.doc);
        }
    }

    /// Reloads an open overlay.
    pub(super) fn reload_overlay(&mut self, matching: &Matching) {
        let Some(mut overlay) = self.overlay.take() else { return };
        overlay.layer_mut().reload(matching, &self.context());
        self.overlay = Some(overlay);
    }
}
