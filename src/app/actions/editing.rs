//! What the keys that edit ask for: the editor at a line, a form, a new item, a copy of the file.

use crate::app::document::{
    AfterCreate, Edit, FileStatus, Notice, Origin, Pending, Phase, SaveKind,
};
use crate::app::keys::{Action, Panel};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::nav::Subject;
use crate::app::overlays::{Confirm, Confirmed, Form, Overlay};
use crate::app::panels::Cursor;
use crate::edit::{New, add, item};
use crate::report::{GroupIx, ItemId, SourceIx, Text};

impl Model {
    /// Where there is no file to edit, asks whether to write one.
    fn offers_file(&mut self, then: AfterCreate) -> bool {
        let what = match (&self.doc.origin, &self.doc.status) {
            (Origin::BuiltIn, _) => Confirmed::Copy,
            (Origin::File(_), FileStatus::Unreadable { gone: true, .. }) if self.doc.is_sound() => {
                Confirmed::WriteBack
            }
            _ => return false,
        };
        self.overlay = Some(Overlay::Confirm(Confirm { what, then }));
        true
    }

    /// The editor, at a line of the file, or at what is selected; at the first fault where the
    /// file is broken.
    pub(super) fn open_editor(&mut self, line: Option<u32>) -> Option<Effect> {
        if self.doc.phase == Phase::Loading || self.offers_file(AfterCreate::Editor) {
            return None;
        }
        let line = line.or_else(|| self.line_of_fault()).or_else(|| self.line_of_subject());
        Some(Effect::Edit(line.unwrap_or(1)))
    }

    /// The editor, at the source of what is selected.
    pub(super) fn open_source(&mut self) -> Option<Effect> {
        let Some(source) = self.source().and_then(|ix| self.doc.report.source(ix)) else {
            let opens =
                self.with_key(Action::OpenEditor, |key| format!(": {key} opens it, to add one"));
            self.trouble(&format!("what is selected names no source{opens}"));
            return None;
        };
        // In a broken file nothing can be found by name.
        let line = matches!(self.doc.status, FileStatus::Current).then_some(source.line);
        self.open_editor(line)
    }

    /// A form over what is selected, once it is known that the file can be written.
    pub(super) fn edit_here(&mut self) -> Option<Effect> {
        if self.offers_file(AfterCreate::Form) {
            return None;
        }
        match self.can_edit() {
            Ok(()) => Some(Effect::CheckWritable),
            Err(why) => {
                self.trouble(&why);
                None
            }
        }
    }

    /// Learns whether the file can be written: the form opens, or the user is told why not.
    pub(crate) fn may_write(&mut self, result: Result<(), String>) {
        let form = result.and_then(|()| {
            let missing = || format!("this cannot be found in the file{}", self.opens_editor());
            Form::new(&self.context()).ok_or_else(missing)
        });
        match form {
            Ok(form) => self.overlay = Some(Overlay::Form(Box::new(form))),
            Err(why) => self.trouble(&why),
        }
    }

    /// A new indicator or event below the last one of the group, opened in the editor.
    pub(super) fn add_item(&mut self) -> Option<Effect> {
        if self.offers_file(AfterCreate::Add) {
            return None;
        }
        if let Err(why) = self.can_edit() {
            self.trouble(&why);
            return None;
        }
        let is_event = self.nav.focus == Panel::Timeline || self.nav.selection.event.is_some();
        let report = &self.doc.report;
        let group = |ix: Option<GroupIx>| ix.and_then(|ix| report.group(ix)).map(|g| &*g.id);
        let (group, after) = match self.subject() {
            Subject::Indicator(indicator) if !is_event => {
                (group(indicator.group), Some(&*indicator.id))
            }
            Subject::Event(event) => (group(event.group), Some(&*event.id)),
            _ => (None, None),
        };
        match add(&self.doc.disk, &New { is_event, group, after }) {
            Ok(made) => {
                let id = Text::new(&made.id);
                let id = if is_event { ItemId::Event(id) } else { ItemId::Indicator(id) };
                let kind = SaveKind::Add(id, made.line);
                let edit = Edit::new(made.step, made.id);
                Some(self.save(Pending { kind, text: made.text.into(), edit }))
            }
            Err(error) => {
                self.trouble(&format!("nothing added: {error}"));
                None
            }
        }
    }

    /// Asks for a file to be written with what is shown, and goes on from there.
    pub(super) fn create(&mut self, then: AfterCreate) -> Effect {
        self.edits.after_create = Some(then);
        Effect::Create(self.doc.text.clone())
    }

    /// Learns whether a file could be made, by its name; goes on with what was wanted.
    pub(crate) fn created(&mut self, result: Result<String, String>) -> Option<Effect> {
        let then = self.edits.after_create.take();
        match result {
            Ok(name) => {
                self.news.say(Notice::from(&*format!("written to {name}")));
                self.doc.origin = Origin::File(name);
                self.doc.status = FileStatus::Current;
                self.doc.disk = self.doc.text.clone();
                match then? {
                    AfterCreate::Editor => self.open_editor(None),
                    AfterCreate::Form => self.edit_here(),
                    AfterCreate::Add => self.add_item(),
                }
            }
            Err(why) => {
                self.trouble(&why);
                None
            }
        }
    }

    /// Learns how the editor ended.
    pub(crate) fn edited(&mut self, result: Result<(), String>) {
        if let Err(why) = result {
            self.trouble(&why);
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
            (Subject::Indicator(indicator), Some(Cursor::Point(point))) => {
                let found = item(&self.doc.disk, &point.target(indicator));
                Some(found.map_or(indicator.line, |item| item.line))
            }
            (Subject::Nothing, _) => None,
        }
    }

    /// The source of what is selected.
    fn source(&self) -> Option<SourceIx> {
        match self.subject() {
            Subject::Event(event) => event.source,
            Subject::Indicator(indicator) => {
                let at_cursor = self.cursor().and_then(|cursor| cursor.observation(indicator));
                at_cursor.unwrap_or(&indicator.headline).source
            }
            Subject::Nothing => None,
        }
    }
}
