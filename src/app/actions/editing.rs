//! What the keys that edit ask for: the editor at a line, a form, a new item, a copy of the file.

use crate::app::actions::undo::{Done, Kind, Pending, added};
use crate::app::document::{Origin, Phase, Standing};
use crate::app::env::Size;
use crate::app::keys::{Action, Panel, told};
use crate::app::overlays::{Form, Offer, Offered, Overlay, Then, first_fault};
use crate::app::panels::{ChartPoint, Spot};
use crate::app::{Effect, Model, Subject};
use crate::edit::{New, Target, add, item};
use crate::report::{GroupIx, Observation, SourceIx};

/// The least size of the terminal for a form: what is typed has to be seen.
const FORM: Size = Size { width: 40, height: 10 };

impl Model {
    /// Says that something did not work.
    pub(in crate::app) fn trouble(&mut self, why: &str) {
        self.news.trouble(vec![why.to_owned()]);
    }

    /// Whether the file can be edited from here: only what it says as a whole.
    pub(in crate::app) fn can_edit(&self) -> Result<(), String> {
        let whole = || {
            let shows = self.with_key(Action::Diagnostics, |key| format!("{key} shows them"));
            let mends =
                self.with_key(Action::OpenEditor, |key| format!("{key} mends them in the editor"));
            told("the file has faults", ": ", &[shows, mends], ", ")
        };
        match (&self.standing, self.phase) {
            (_, Phase::Loading) => Err("the file is still being read".to_owned()),
            (Standing::Lost { .. }, _) if self.text.is_empty() => {
                Err(format!("there is nothing to edit yet{}", self.opens_editor()))
            }
            (Standing::Lost { why, .. }, _) => Err(why.clone()),
            (Standing::Broken { .. }, _) => Err(whole()),
            (Standing::Current, _) if self.faults > 0 => Err(whole()),
            (Standing::Current, _) => Ok(()),
        }
    }

    /// The key that opens the editor, behind what cannot be done here.
    pub(in crate::app) fn opens_editor(&self) -> String {
        self.with_key(Action::OpenEditor, |key| format!(": {key} opens the editor"))
    }

    /// Where there is no file to edit, offers one.
    fn offer(&mut self, then: Then) -> bool {
        let what = match (&self.origin, &self.standing) {
            (Origin::BuiltIn, _) => Offered::Copy,
            (Origin::File(_), Standing::Lost { gone: true, .. }) if self.is_sound() => {
                Offered::WriteBack
            }
            _ => return false,
        };
        self.overlay = Some(Overlay::Offer(Offer { what, then }));
        true
    }

    /// The editor, at a line of the file, or at what is selected; at the first fault where the
    /// file is broken.
    pub(in crate::app) fn open_editor(&mut self, line: Option<u32>) -> Option<Effect> {
        if self.phase == Phase::Loading || self.offer(Then::Editor) {
            return None;
        }
        let line = line.or_else(|| self.line_of_fault()).or_else(|| self.line_of_subject());
        Some(Effect::Edit { line: line.unwrap_or(1) })
    }

    /// The editor, at the source of what is selected.
    pub(in crate::app) fn open_source(&mut self) -> Option<Effect> {
        let Some(source) = self.source().and_then(|ix| self.report.source(ix)) else {
            let opens =
                self.with_key(Action::OpenEditor, |key| format!(": {key} opens it, to add one"));
            self.trouble(&format!("what is selected names no source{opens}"));
            return None;
        };
        let line = match &self.standing {
            Standing::Current => source.line,
            // In a broken file nothing can be found by name.
            _ => return self.open_editor(None),
        };
        self.open_editor(Some(line))
    }

    /// Whether keys are about what others say, for which there is no form.
    pub fn is_on_rival(&self) -> bool {
        matches!(self.spot_at_cursor(), Some(Spot::Rival(_)))
    }

    /// That there is no form for what others say, with the way on.
    pub(in crate::app) fn no_form(&self) -> String {
        format!("there is no form for what others say{}", self.opens_editor())
    }

    /// A form over what is selected, once it is known that the file can be written.
    pub(in crate::app) fn edit_here(&mut self) -> Option<Effect> {
        if self.is_on_rival() {
            let short = "no form for what others say";
            self.news.trouble(vec![
                self.no_form(),
                format!("no form here{}", self.opens_editor()),
                short.to_owned(),
            ]);
            return None;
        }
        if self.offer(Then::Form) {
            return None;
        }
        if self.size.width < FORM.width || self.size.height < FORM.height {
            self.news.trouble(vec![
                format!("a form needs {}×{} cells{}", FORM.width, FORM.height, self.opens_editor()),
                format!("needs {}×{} cells", FORM.width, FORM.height),
            ]);
            return None;
        }
        match self.can_edit() {
            Ok(()) => Some(Effect::Ask),
            Err(why) => {
                self.trouble(&why);
                None
            }
        }
    }

    /// Learns whether the file can be written: the form opens, or it is said why not.
    pub(in crate::app) fn may_write(&mut self, result: Result<(), String>) {
        match result.and_then(|()| Form::of(self)) {
            Ok(form) => self.overlay = Some(Overlay::Form(Box::new(form))),
            Err(why) => self.trouble(&why),
        }
    }

    /// A new indicator or event below the last one of the group, opened in the editor.
    pub(in crate::app) fn add_item(&mut self) -> Option<Effect> {
        if self.offer(Then::Add) {
            return None;
        }
        if let Err(why) = self.can_edit() {
            self.trouble(&why);
            return None;
        }
        let is_event = self.focus == Panel::Timeline || self.on_event;
        let group = |ix: Option<GroupIx>| ix.and_then(|ix| self.report.group(ix)).map(|g| &*g.id);
        let (group, after) = match self.subject() {
            Subject::Indicator(indicator) if !is_event => {
                (group(indicator.group), Some(&*indicator.id))
            }
            Subject::Event(event) => (group(event.group), Some(&*event.id)),
            _ => (None, None),
        };
        let new =
            if is_event { New::Event { group, after } } else { New::Indicator { group, after } };
        match add(&self.disk, &new) {
            Ok(made) => {
                let kind = Kind::Add(added(&made.id, is_event), made.line);
                let done = Done::new(made.step, made.id);
                Some(self.save(Pending { kind, text: made.text.into(), done }))
            }
            Err(error) => {
                self.trouble(&format!("nothing added: {error}"));
                None
            }
        }
    }

    /// Learns whether a file could be made, by its name; goes on with what was wanted.
    pub(in crate::app) fn created(&mut self, result: Result<String, String>) -> Option<Effect> {
        let then = self.then.take();
        match result {
            Ok(name) => {
                self.news.say(vec![format!("written to {name}")]);
                self.origin = Origin::File(name);
                self.standing = Standing::Current;
                self.disk = self.text.clone();
                match then? {
                    Then::Editor => self.open_editor(None),
                    Then::Form => self.edit_here(),
                    Then::Add => self.add_item(),
                }
            }
            Err(why) => {
                self.trouble(&why);
                None
            }
        }
    }

    /// Learns how the editor ended.
    pub(in crate::app) fn edited(&mut self, result: Result<(), String>) {
        if let Err(why) = result {
            self.trouble(&why);
        }
    }

    fn line_of_fault(&self) -> Option<u32> {
        let (diagnostics, _) = self.listed_diagnostics();
        first_fault(diagnostics).and_then(|at| diagnostics.get(at)).map(|d| d.line)
    }

    fn line_of_subject(&self) -> Option<u32> {
        match self.subject() {
            Subject::Event(event) => Some(event.line),
            Subject::Indicator(indicator) => Some(self.line_at_cursor().unwrap_or(indicator.line)),
            Subject::Nothing => None,
        }
    }

    fn line_at_cursor(&self) -> Option<u32> {
        let Subject::Indicator(indicator) = self.subject() else { return None };
        match self.spot_at_cursor()? {
            Spot::Rival(at) => Some(indicator.rivals.get(at)?.line),
            Spot::Point(point) => Some(item(&self.disk, &self.point_target(point))?.line),
        }
    }

    /// The source of what is selected.
    fn source(&self) -> Option<SourceIx> {
        match self.subject() {
            Subject::Event(event) => event.source,
            Subject::Indicator(indicator) => {
                let at_cursor = self.spot_at_cursor().and_then(|spot| spot.observation(indicator));
                at_cursor.unwrap_or(&indicator.headline).source
            }
            Subject::Nothing => None,
        }
    }

    /// The figure beside the headline that the cursor was moved to, where keys go to the detail and
    /// as long as something of it is in view: no key is about what nobody sees.
    pub(in crate::app) fn spot_at_cursor(&self) -> Option<Spot> {
        let Subject::Indicator(indicator) = self.subject() else { return None };
        let spot = self.seen_spot.filter(|_| self.focus == Panel::Detail)?;
        spot.observation(indicator).map(|_| spot)
    }

    /// How the file names a point of the selected indicator.
    pub(in crate::app) fn point_target(&self, point: ChartPoint) -> Target {
        let id = match self.subject() {
            Subject::Indicator(indicator) => indicator.id.to_string(),
            Subject::Event(_) | Subject::Nothing => String::new(),
        };
        Target::Point { indicator: id, series: point.series, nth: point.point }
    }

    /// What a point of the selected indicator is called: its series and its date.
    pub(in crate::app) fn point_title(&self, point: ChartPoint) -> String {
        let Subject::Indicator(indicator) = self.subject() else { return String::new() };
        let series = indicator.series.get(point.series);
        let label = series.and_then(|s| s.label.as_ref()).unwrap_or(&indicator.label);
        let date = series.and_then(|s| s.points.get(point.point)).map(Observation::period_words);
        format!("{label}, {}", date.unwrap_or_default())
    }
}
