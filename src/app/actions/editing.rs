//! Editing: the external editor at a line, a form, a new item, a new file.

use super::citing::no_source;
use crate::app::document::{AfterCreate, FileStatus, Notice, Origin, Phase};
use crate::app::keys::Action;
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::nav::Subject;
use crate::app::overlays::{Confirm, Confirmed, Form, NewItem, Overlay};
use crate::app::panels::Cursor;
use crate::edit::item;

impl Model {
    /// Which file can be written if there is none to edit.
    fn to_write(&self) -> Option<Confirmed> {
        Some(match (&self.doc.origin, &self.doc.status) {
            (Origin::BuiltIn, _) => Confirmed::Copy,
            (Origin::StandardInput, _) => Confirmed::Keep,
            (Origin::File(_), FileStatus::Unreadable { gone: true, .. }) if self.doc.is_sound() => {
                Confirmed::WriteBack
            }
            _ => return None,
        })
    }

    /// Asks whether to write a file; before that the runtime, if it is a new one.
    fn offer_file(&mut self, what: Confirmed, then: AfterCreate) -> Option<Effect> {
        if matches!(what, Confirmed::WriteBack) {
            self.overlay = Some(Overlay::Confirm(Confirm { what, then }));
            return None;
        }
        self.edits.after_create = Some(then);
        Some(Effect::CheckCreatable)
    }

    /// Learns whether a file can be written: asks whether to do so, or tells the user why not.
    pub(crate) fn may_create(&mut self, result: Result<(), String>) {
        let then = self.edits.after_create.take();
        if self.or_trouble(result).is_some()
            && let (Some(what), Some(then)) = (self.to_write(), then)
        {
            self.overlay = Some(Overlay::Confirm(Confirm { what, then }));
        }
    }

    /// Opens the editor at a line of the file; without one, at the first fault of a broken file or at
    /// the selection.
    pub(super) fn open_editor(&mut self, line: Option<u32>) -> Option<Effect> {
        if self.doc.phase == Phase::Loading {
            return None;
        }
        if let Some(what) = self.to_write() {
            return self.offer_file(what, AfterCreate::Editor);
        }
        let line = line.or_else(|| self.line_of_fault()).or_else(|| self.line_of_subject());
        Some(Effect::Edit(line.unwrap_or(1)))
    }

    /// Opens the editor at the source of the selection.
    pub(super) fn open_source(&mut self) -> Option<Effect> {
        let source = self.source().0.and_then(|ix| self.doc.report.source(ix));
        let Some(source) = source.filter(|source| !source.is_missing) else {
            let why = no_source(source);
            let opens =
                self.with_key(Action::OpenEditor, |key| format!(": {key} opens it, to add one"));
            self.trouble(&format!("{why}{opens}"));
            return None;
        };
        // The lines of a broken file are not known.
        let line = matches!(self.doc.status, FileStatus::Current).then_some(source.line);
        self.open_editor(line)
    }

    /// Asks whether the file can be written, to go on with what the user wants: to edit the selection
    /// in a form, or to add an item.
    pub(super) fn edit_here(&mut self, wanted: AfterCreate) -> Option<Effect> {
        if let Some(what) = self.to_write() {
            return self.offer_file(what, wanted);
        }
        self.or_trouble(self.can_edit())?;
        self.edits.after_check = Some(wanted);
        Some(Effect::CheckWritable)
    }

    /// Learns whether the file can be written: goes on with what the user wants, or says why not.
    pub(crate) fn may_write(&mut self, result: Result<(), String>) {
        let overlay = match self.edits.after_check.take() {
            Some(AfterCreate::Form) => result.and_then(|()| {
                let missing = || format!("this cannot be found in the file{}", self.opens_editor());
                Form::new(&self.context()).map(Overlay::Form).ok_or_else(missing)
            }),
            Some(then @ AfterCreate::Add) => result.and_then(|()| {
                let what = Confirmed::Add(Box::new(NewItem::new(&self.context())?));
                Ok(Overlay::Confirm(Confirm { what, then }))
            }),
            Some(AfterCreate::Editor) | None => return,
        };
        if let Some(overlay) = self.or_trouble(overlay) {
            self.overlay = Some(overlay);
        }
    }

    /// Adds an indicator or an event below the last one of the group, and opens it in the editor. It
    /// is made of the text as it is now.
    pub(super) fn add_item(&mut self) -> Option<Effect> {
        let new = self.can_edit().and_then(|()| NewItem::new(&self.context()));
        let new = self.or_trouble(new)?;
        Some(self.save(new.pending))
    }

    /// Writes the shown text to a new file, and then goes on with what the user wanted.
    pub(super) fn create(&mut self, then: AfterCreate) -> Effect {
        self.edits.after_create = Some(then);
        Effect::Create(self.doc.text.clone())
    }

    /// Learns the name of the file that was created, and goes on with what the user wanted.
    pub(crate) fn created(&mut self, result: Result<String, String>) -> Option<Effect> {
        let then = self.edits.after_create.take();
        let name = self.or_trouble(result)?;
        self.news.say(Notice::from(format!("written to {name}")));
        self.doc.origin = Origin::File(name);
        self.doc.status = FileStatus::Current;
        self.doc.disk = self.doc.text.clone();
        match then? {
            AfterCreate::Editor => self.open_editor(None),
            wanted => self.edit_here(wanted),
        }
    }

    fn line_of_fault(&self) -> Option<u32> {
        let (diagnostics, _) = self.doc.listed_diagnostics();
        self.doc.first_fault().and_then(|at| diagnostics.get(at)).map(|d| d.line)
    }

    fn line_of_subject(&self) -> Option<u32> {
        match (self.subject(), self.cursor()) {
            (Subject::Event(event), _) => Some(event.line),
            (Subject::Indicator(indicator), None) => Some(indicator.line),
            (Subject::Indicator(indicator), Some(Cursor::Rival(at))) => {
                indicator.rivals.get(at).map(|rival| rival.line)
            }
            (Subject::Indicator(indicator), Some(Cursor::Target(at))) => {
                indicator.targets.get(at).map(|target| target.line)
            }
            (Subject::Indicator(indicator), Some(Cursor::Point(point))) => {
                let found = item(&self.doc.disk, &point.target(indicator));
                Some(found.map_or(indicator.line, |item| item.line))
            }
            (Subject::Nothing, _) => None,
        }
    }
}
