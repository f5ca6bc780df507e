//! Which actions can be done now: one answer for keys, footer and the list of commands.

use crate::app::document::{FileStatus, Notice, Origin, Phase};
use crate::app::env::Size;
use crate::app::keys::{Action, Panel, with_keys};
use crate::app::model::Model;
use crate::app::nav::{CameFrom, Subject};
use crate::app::overlays::Why;
use crate::app::panels::{Cursor, has_cursor};

/// The smallest terminal for a form: the user has to see what they type.
const FORM: Size = Size { width: 40, height: 10 };

impl Model {
    /// Whether an action would do anything now.
    pub fn can_do(&self, action: Action) -> bool {
        self.can(action).is_ok()
    }

    /// The name of an action now, if it is not that of the key table.
    pub fn hint(&self, action: Action) -> Option<&'static str> {
        if let Some(overlay) = &self.overlay {
            return overlay.layer().hint(action);
        }
        let came_from_event = || self.nav.back.is_some_and(|back| back.from.event().is_some());
        match action {
            Action::Back => (self.goes_back() == Some(false)).then_some("clear"),
            Action::Follow if matches!(self.enter(), Some(CameFrom::Event { .. })) => {
                Some(if came_from_event() { "next" } else { "its figures" })
            }
            Action::Follow if self.enter().is_none() && self.sentence().is_some() => {
                Some("the article")
            }
            _ => None,
        }
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why it cannot.
    pub(crate) fn can(&self, action: Action) -> Result<(), Why> {
        if let Some(overlay) = &self.overlay {
            return overlay.layer().can(action, &self.context());
        }
        let nothing_unless = |can: bool| if can { Ok(()) } else { Err(Why::Nothing) };
        let selected = || match self.subject() {
            Subject::Nothing => Err(Notice::from("nothing is selected").into()),
            Subject::Indicator(_) | Subject::Event(_) => Ok(()),
        };
        match action {
            Action::Back => nothing_unless(self.goes_back().is_some()),
            Action::Follow => nothing_unless(self.enter().is_some() || self.sentence().is_some()),
            Action::Widen => nothing_unless(self.nav.filter.is_on()),
            Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomAll
            | Action::Dates
            | Action::PanEarlier
            | Action::PanLater => nothing_unless(self.has_track()),
            Action::PreviousFigure | Action::NextFigure => nothing_unless(self.has_other_figures()),
            Action::NextFound | Action::PreviousFound => self.can_repeat_find(),
            Action::Cite | Action::CopyWords | Action::OpenAddress => selected(),
            Action::Reread => self.can_read_again(),
            Action::EditHere => self.can_edit_here().and_then(|()| selected()),
            Action::Undo | Action::Redo => self.can_step(action == Action::Undo),
            _ => Ok(()),
        }
    }

    /// Whether the selected figure has others that the cursor can visit.
    fn has_other_figures(&self) -> bool {
        match self.nav.selection.subject(&self.doc.report) {
            Subject::Indicator(indicator) => has_cursor(indicator),
            _ => false,
        }
    }

    /// Whether the timeline, if it were focused, has events and room for its track. Without a track no
    /// time is shown that could be zoomed or panned.
    fn has_track(&self) -> bool {
        let inner = self.layout_for(Panel::Timeline).inner(Panel::Timeline);
        let is_empty = self.panels.timeline.rows().is_empty();
        self.lane_areas(inner).is_some()
            || (!is_empty && self.timeline_columns(inner.width).track > 0)
    }

    fn can_repeat_find(&self) -> Result<(), Why> {
        if self.nav.found.as_ref().is_some_and(|found| !found.hits.is_empty()) {
            return Ok(());
        }
        let finds = self.with_key(Action::Find, |key| format!(": {key} finds"));
        let nothing = "nothing has been found to go on to";
        Err(Notice::new(format!("{nothing}{finds}"), nothing).into())
    }

    fn can_read_again(&self) -> Result<(), Why> {
        match self.doc.origin {
            Origin::File(_) => Ok(()),
            Origin::StandardInput => {
                Err(Notice::from("standard input has been read to its end: there is no more")
                    .into())
            }
            Origin::BuiltIn => Err(Notice::from("the built-in report does not change").into()),
        }
    }

    fn can_edit_here(&self) -> Result<(), Why> {
        let opens = self.opens_editor();
        if self.has_no_form() {
            let no_form = if matches!(self.cursor(), Some(Cursor::Target(_))) {
                "there is no form for what is aimed at"
            } else {
                "there is no form for what others say"
            };
            return Err(
                Notice::new(format!("{no_form}{opens}"), format!("no form here{opens}")).into()
            );
        }
        if self.env.size.width < FORM.width || self.env.size.height < FORM.height {
            let short = format!("needs {}×{} cells", FORM.width, FORM.height);
            return Err(Notice::new(format!("a form {short}{opens}"), short).into());
        }
        Ok(())
    }

    fn can_step(&self, back: bool) -> Result<(), Why> {
        self.can_edit().map_err(|why| Notice::from(&*why))?;
        let nothing = match back {
            _ if !self.edits.history.steps(back).is_empty() => return Ok(()),
            true => "nothing to undo: no edit was made here",
            false => "nothing to redo: no edit was undone here",
        };
        Err(Notice::from(nothing).into())
    }

    /// Whether the file can be edited from here.
    ///
    /// # Errors
    /// Why it cannot, and what to do about it.
    pub(crate) fn can_edit(&self) -> Result<(), String> {
        let doc = &self.doc;
        Err(match &doc.status {
            _ if doc.is_editable() => return Ok(()),
            _ if doc.phase == Phase::Loading => "the file is still being read".to_owned(),
            FileStatus::Unreadable { .. } if doc.text.is_empty() => {
                format!("there is nothing to edit yet{}", self.opens_editor())
            }
            FileStatus::Unreadable { why, .. } => why.clone(),
            FileStatus::Current | FileStatus::Broken { .. } => {
                let shows = self.with_key(Action::Diagnostics, |key| format!("{key} shows them"));
                let fixes = self
                    .with_key(Action::OpenEditor, |key| format!("{key} fixes them in the editor"));
                with_keys("the file has faults", ": ", &[shows, fixes], ", ")
            }
        })
    }
}
