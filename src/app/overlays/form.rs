//! The form over one item of the file: what can be typed, what the rules of the file say of it,
//! and what the file itself says meanwhile.

mod check;
mod choices;
mod field;
mod press;

use crate::app::document::PointName;
use crate::app::nav::Subject;
use crate::app::overlays::Context;
use crate::app::panels::Cursor;
use crate::diagnostic::Severity;
use crate::edit::{Item, Target, item, literal};
use crate::schema::{self, Key};

pub use check::{Checked, Finding};
pub use choices::{Choice, choices};
pub use field::Field;

/// What can be changed of an indicator's headline, in the order of the form.
const HEADLINE: &[Key] = &[
    Key::Value,
    Key::Hedge,
    Key::Wording,
    Key::Period,
    Key::Status,
    Key::Source,
    Key::Locator,
    Key::Note,
    Key::ReviewBy,
];
/// What can be changed of a point of a series: all but the day for another look.
const POINT: &[Key] = HEADLINE.split_at(HEADLINE.len() - 1).0;
/// What can be changed of an event.
const EVENT: &[Key] = &[Key::Date, Key::Title, Key::Source, Key::Locator, Key::Note];

/// A form over one item of the file.
#[derive(Clone, Debug)]
pub struct Form {
    /// Which item of the file it is about.
    pub target: Target,
    /// What that is called.
    pub title: String,
    /// What can be typed.
    pub fields: Vec<Field>,
    /// The field that keys go to.
    pub at: usize,
    /// The choice that is marked, if any.
    pub picked: Option<usize>,
    /// What the rules of the file say of what has been typed.
    pub checked: Checked,
    /// What else there is to say, such as why nothing was written.
    pub says: Option<String>,
    /// What the next press of its key does in earnest.
    pub(crate) asked: Option<Asked>,
    /// The item as the file has it.
    item: Item,
    /// The point of a series that it is, if it is one.
    point: Option<PointName>,
    /// What it stands in, for checking.
    around: check::Around,
    /// The codes of what was doubtful when the form was opened.
    old_doubts: Vec<&'static str>,
    /// Whether the item is gone from the file.
    is_gone: bool,
    /// Whether the unit has changed under what was typed.
    is_measured_anew: bool,
}

/// The codes of what is doubtful.
fn doubts(checked: &Checked) -> impl Iterator<Item = &'static str> {
    let doubts = checked.findings.iter().filter(|f| f.severity == Severity::Warning);
    doubts.map(|finding| finding.code)
}

/// What somebody is asked to confirm by pressing the same key once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// To leave what was typed.
    Leave,
    /// To end the program.
    Quit,
    /// To write over what the file says by now.
    Overwrite,
}

impl Form {
    /// The form over the selected item, or over the point at the cursor; `None` where the file does
    /// not have it, or where there is no form for it.
    pub(crate) fn new(cx: &Context<'_>) -> Option<Self> {
        let mut point = None;
        let (target, title, table, wanted) = match (cx.subject(), cx.cursor()) {
            (Subject::Event(event), _) => {
                let target = Target::Event(event.id.to_string());
                (target, event.title.to_string(), &schema::EVENT, EVENT)
            }
            (Subject::Indicator(indicator), Some(Cursor::Point(at))) => {
                point = PointName::of(indicator, at.ix());
                (at.target(indicator), at.title(indicator), &schema::POINT, POINT)
            }
            (Subject::Indicator(indicator), None) => {
                let target = Target::Indicator(indicator.id.to_string());
                (target, indicator.label.to_string(), &schema::INDICATOR, HEADLINE)
            }
            (Subject::Indicator(_), Some(Cursor::Rival(_))) | (Subject::Nothing, _) => return None,
        };
        let found = item(&cx.doc.disk, &target)?;
        let fields = wanted.iter().map(|key| Field::new(table, *key, &found)).collect();
        let around = check::Around::of(&cx.doc.disk, &target, &found);
        let mut form = Self {
            target,
            title,
            fields,
            at: 0,
            picked: None,
            checked: Checked::default(),
            says: None,
            asked: None,
            item: found,
            point,
            around,
            old_doubts: Vec::new(),
            is_gone: false,
            is_measured_anew: false,
        };
        form.fields.iter_mut().take(1).for_each(Field::enter);
        form.check(cx);
        form.old_doubts = doubts(&form.checked).collect();
        Some(form)
    }

    /// What kind of item it is about.
    pub fn kind(&self) -> &'static str {
        match self.target {
            Target::Event(_) => "event",
            Target::Point { .. } => "point",
            _ => "headline",
        }
    }

    /// The field that keys go to.
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    /// Whether anything is typed that the file does not say.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// Whether the file says something else by now where something was typed.
    pub fn is_contested(&self) -> bool {
        self.is_measured_anew || self.fields.iter().any(|field| field.theirs.is_some())
    }

    /// Whether the locator is still that of another source.
    pub fn has_stale_locator(&self) -> bool {
        let of = |key| self.fields.iter().find(|field| field.key == key);
        let is_changed = |key| of(key).is_some_and(Field::is_changed);
        is_changed(Key::Source)
            && !is_changed(Key::Locator)
            && of(Key::Locator).is_some_and(|field| !field.input.line().is_empty())
    }

    /// How many doubts there are that there were not when the form was opened.
    pub(crate) fn new_doubts(&self) -> usize {
        let doubts = doubts(&self.checked);
        doubts.filter(|code| !self.old_doubts.contains(code)).count()
    }

    /// Something was typed: where no part of the claim is anybody's any more, all of it is what
    /// the file says.
    pub(crate) fn settle(&mut self) {
        let is_claimed = self.fields.iter().any(|field| field.is_claim() && field.is_typed());
        for field in self.fields.iter_mut().filter(|field| field.theirs.is_some()) {
            if !(field.is_typed() || (is_claimed && field.is_claim())) {
                field.follow();
            }
        }
        self.is_measured_anew &= is_claimed;
    }

    /// What is to be written: a literal for each key that was changed, none where it is to go.
    pub(crate) fn changes(&self) -> Vec<(Key, Option<String>)> {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        changed.map(|field| (field.key, self.literal(field))).collect()
    }

    /// What the file would have behind the key of a field.
    fn literal(&self, field: &Field) -> Option<String> {
        let text = field.input.text();
        let raw = self.item.raw(field.key);
        if text == field.was {
            return raw.map(str::to_owned);
        }
        (!text.trim().is_empty()).then(|| literal(field.kind, &text, raw))
    }

    /// Holds what is typed to the rules of the file.
    pub(crate) fn check(&mut self, cx: &Context<'_>) {
        let literals: Vec<_> =
            self.fields.iter().map(|field| (field.key, self.literal(field))).collect();
        self.checked = check::check(&self.around, &self.target, &literals, cx);
    }

    /// Takes in what the file says by now. Fields that nobody has typed in follow the file; the
    /// others keep what was typed, and show what the file says beside it.
    pub(crate) fn follow_file(&mut self, cx: &Context<'_>) {
        (self.asked, self.says) = (None, None);
        let Some(now) = self.found(cx) else {
            self.is_gone = true;
            let gone = "this is not in the file any more; what is typed stays";
            let unclear = "no point or more than one has this date by now; what is typed stays";
            let says = if self.point.is_some() { unclear } else { gone };
            self.says = Some(says.to_owned());
            return;
        };
        self.is_gone = false;
        let is_claimed = self.fields.iter().any(|field| field.is_claim() && field.is_typed());
        for field in &mut self.fields {
            field.follow_file(&now, is_claimed);
        }
        let around = check::Around::of(&cx.doc.disk, &self.target, &now);
        // A number typed in one unit is another claim in another unit.
        self.is_measured_anew |= is_claimed && around.measure != self.around.measure;
        if self.is_measured_anew {
            self.says = Some("the unit has been changed in the file meanwhile".to_owned());
        } else if self.is_contested() {
            self.says = Some("the file has been changed meanwhile".to_owned());
        }
        self.around = around;
        self.item = now;
        self.check(cx);
    }

    /// The item in the file as it is now: a point by its date, wherever it has been moved to.
    fn found(&mut self, cx: &Context<'_>) -> Option<Item> {
        if let Some(point) = &self.point {
            self.target = point.target(&cx.doc.report)?;
        }
        let now = item(&cx.doc.disk, &self.target)?;
        self.point.as_ref().is_none_or(|point| point.matches(&now)).then_some(now)
    }
}
