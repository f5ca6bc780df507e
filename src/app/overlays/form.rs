//! The form to edit one item of the file. It checks what is typed by the rules of the file, and
//! follows changes of the file while it is open.

mod check;
mod choices;
mod field;
mod press;

use crate::app::document::PointName;
use crate::app::nav::Subject;
use crate::app::overlays::Context;
use crate::app::panels::Cursor;
use crate::edit::{Item, Target, item, literal};
use crate::schema::{self, Key};

pub use check::{Checked, Finding};
pub use choices::{Choice, choices};
pub use field::Field;

/// The fields for a figure, in the order of the form: of a point those that its table has.
const FIGURE: &[Key] = &[
    Key::Value,
    Key::Hedge,
    Key::Wording,
    Key::Period,
    Key::Status,
    Key::Source,
    Key::Locator,
    Key::Note,
    Key::Unit,
    Key::StatedBy,
    Key::Group,
    Key::ReviewBy,
];
/// The fields for an event.
const EVENT: &[Key] = &[Key::Date, Key::Title, Key::Group, Key::Source, Key::Locator, Key::Note];

/// A form to edit one item of the file.
#[derive(Clone, Debug)]
pub struct Form {
    /// The item.
    pub target: Target,
    /// The item's title or label.
    pub title: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// The field that keys go to.
    pub at: usize,
    /// The choice that is marked, if any.
    pub picked: Option<usize>,
    /// What the rules of the file find in what is typed.
    pub checked: Checked,
    /// A message, such as why nothing was written.
    pub message: Option<String>,
    /// What the next press of the same key does without asking again.
    pub(crate) asked: Option<Asked>,
    /// The item as it is in the file.
    item: Item,
    /// The name of the item, if it is a point of a series.
    point: Option<PointName>,
    /// What is around the item, for checking.
    template: check::Template,
    /// The codes of the warnings that were there when the form was opened.
    old_warnings: Vec<&'static str>,
    /// Whether the item is gone from the file.
    is_gone: bool,
    /// Whether the file got another unit after a number was typed.
    has_other_unit: bool,
}

/// What the user is asked to confirm by pressing the same key once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// To leave what was typed.
    Leave,
    /// To end the program.
    Quit,
    /// To overwrite what has been changed in the file.
    Overwrite,
}

impl Form {
    /// The form for the selected item or for the point at the cursor; `None` if the file does not
    /// have it, or if there is no form for it.
    pub(crate) fn new(cx: &Context<'_>) -> Option<Self> {
        let mut point = None;
        let (target, title, table, wanted) = match (cx.subject(), cx.cursor()) {
            (Subject::Event(event), _) => {
                let target = Target::Event(event.id.to_string());
                (target, event.title.to_string(), &schema::EVENT, EVENT)
            }
            (Subject::Indicator(indicator), Some(Cursor::Point(at))) => {
                point = PointName::of(indicator, at.ix());
                (at.target(indicator), at.title(indicator), &schema::POINT, FIGURE)
            }
            (Subject::Indicator(indicator), None) => {
                let target = Target::Indicator(indicator.id.to_string());
                (target, indicator.label.to_string(), &schema::INDICATOR, FIGURE)
            }
            (Subject::Indicator(_), Some(Cursor::Rival(_) | Cursor::Target(_)))
            | (Subject::Nothing, _) => return None,
        };
        let found = item(&cx.doc.disk, &target)?;
        let own = wanted.iter().filter_map(|key| table.field(*key));
        let fields = own.map(|field| Field::new(field, &found)).collect();
        let template = check::Template::of(&target, &found);
        let mut form = Self {
            target,
            title,
            fields,
            at: 0,
            picked: None,
            checked: Checked::default(),
            message: None,
            asked: None,
            item: found,
            point,
            template,
            old_warnings: Vec::new(),
            is_gone: false,
            has_other_unit: false,
        };
        form.fields.first_mut()?.enter();
        form.check(cx);
        form.old_warnings = form.checked.warnings().collect();
        Some(form)
    }

    /// The kind of the item, in a word.
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

    /// Whether anything is typed that differs from the file.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// Whether the file has been changed where the user typed.
    pub fn has_conflict(&self) -> bool {
        self.has_other_unit || self.fields.iter().any(|field| field.conflict.is_some())
    }

    /// Whether the source was changed, but the locator is still that of the old one.
    pub fn has_stale_locator(&self) -> bool {
        let of = |key| self.fields.iter().find(|field| field.key == key);
        let is_changed = |key| of(key).is_some_and(Field::is_changed);
        is_changed(Key::Source)
            && !is_changed(Key::Locator)
            && of(Key::Locator).is_some_and(|field| !field.input.line().is_empty())
    }

    /// How many warnings there are that were not there when the form was opened.
    pub(crate) fn new_warnings(&self) -> usize {
        self.checked.warnings().filter(|code| !self.old_warnings.contains(code)).count()
    }

    /// Whether the user has typed in the claim, value, hedge or status, or in its unit.
    fn is_claimed(&self) -> bool {
        let mut typed = self.fields.iter().filter(|field| field.is_typed());
        typed.any(|field| field.is_claim() || field.key == Key::Unit)
    }

    /// After typing: once no field of the claim is typed in any more, all of them follow the file.
    fn settle(&mut self) {
        let is_claimed = self.is_claimed();
        for field in self.fields.iter_mut().filter(|field| field.conflict.is_some()) {
            if !(field.is_typed() || (is_claimed && field.is_claim())) {
                field.reset();
            }
        }
        self.has_other_unit &= is_claimed;
    }

    /// The literal to write for each changed key; `None` removes the key.
    fn changes(&self) -> Vec<(Key, Option<String>)> {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        changed.map(|field| (field.key, self.literal(field))).collect()
    }

    /// The literal of a field as it would be in the file.
    fn literal(&self, field: &Field) -> Option<String> {
        let text = field.input.text();
        let raw = self.item.raw(field.key);
        if text == field.in_file {
            return raw.map(str::to_owned);
        }
        (!text.trim().is_empty()).then(|| literal(field.kind, &text, raw))
    }

    /// Checks what is typed by the rules of the file.
    fn check(&mut self, cx: &Context<'_>) {
        let literals: Vec<_> =
            self.fields.iter().map(|field| (field.key, self.literal(field))).collect();
        self.checked = check::check(&self.template, &self.target, &literals, cx);
    }

    /// Takes in a change of the file. Fields that the user has not typed in follow the file; the
    /// others keep what was typed, and show what the file says beside it.
    fn follow_file(&mut self, cx: &Context<'_>) {
        (self.asked, self.message) = (None, None);
        let Some(now) = self.found(cx) else {
            self.is_gone = true;
            let gone = "this is not in the file any more; what is typed stays";
            let unclear = "no point or more than one has this date now; what is typed stays";
            let says = if self.point.is_some() { unclear } else { gone };
            self.message = Some(says.to_owned());
            return;
        };
        self.is_gone = false;
        let is_claimed = self.is_claimed();
        for field in &mut self.fields {
            field.follow_file(&now, is_claimed);
        }
        let template = check::Template::of(&self.target, &now);
        // A number typed in one unit is another claim in another unit.
        self.has_other_unit |= is_claimed && template.measure != self.template.measure;
        if self.has_other_unit {
            self.message = Some("the unit has been changed in the file meanwhile".to_owned());
        } else if self.has_conflict() {
            self.message = Some("the file has been changed meanwhile".to_owned());
        }
        self.template = template;
        self.item = now;
        self.check(cx);
    }

    /// The item as it is in the file now; a point is found by its date, even if it was moved.
    fn found(&mut self, cx: &Context<'_>) -> Option<Item> {
        if let Some(point) = &self.point {
            self.target = point.target(&cx.doc.report)?;
        }
        let now = item(&cx.doc.disk, &self.target)?;
        self.point.as_ref().is_none_or(|point| point.matches(&now)).then_some(now)
    }
}
