//! The form over one item of the file: what can be typed, what the rules of the file say of it,
//! and what the file itself says meanwhile.

mod check;
mod choices;
mod input;
mod press;

use crate::app::history::CLAIM;
use crate::app::point::PointName;
use crate::app::{Code, Model, Subject};
use crate::edit::{Item, Target, item, literal};
use crate::load::keys::{self, Key, Kind, Table};

pub use check::{Checked, Finding};
pub use choices::{Choice, choices};
pub use input::{Input, TYPING, Typing, visible};
pub(super) use press::{paste, press};

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
    pub(super) asked: Option<Asked>,
    /// The item as the file has it.
    item: Item,
    /// The point of a series that it is, if it is one.
    point: Option<PointName>,
    /// What it stands in, for checking.
    around: check::Around,
    /// Whether the item is still in the file.
    is_gone: bool,
}

/// What somebody is asked to confirm by pressing the same key once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// To leave what was typed.
    Leave,
    /// To end the program.
    Quit,
    /// To write over what the file says by now.
    Overwrite,
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key of the file.
    pub key: Key,
    /// What may stand behind it.
    pub kind: Kind,
    /// What it means, in a line.
    pub doc: &'static str,
    /// What is typed.
    pub input: Input,
    /// What the file says.
    pub was: String,
    /// What the file says by now, where that is neither what it said nor what is typed.
    pub theirs: Option<String>,
    /// Whether it was typed in since the cursor came.
    pub is_touched: bool,
}

impl Field {
    fn new(table: &Table, key: Key, item: &Item) -> Self {
        let field = table.field(key);
        let input = Input::new(&item.words(key).unwrap_or_default());
        Self {
            key,
            kind: field.map_or(Kind::Text, |field| field.kind),
            doc: field.map_or("", |field| field.doc),
            was: input.text(),
            input,
            theirs: None,
            is_touched: false,
        }
    }

    /// Takes in what the file says by now. `is_claimed` says whether value, hedge or status has
    /// been typed in: these make one claim, so that none of them may change under the others.
    fn renew(&mut self, item: &Item, is_claimed: bool) {
        let theirs = Input::new(&item.words(self.key).unwrap_or_default()).text();
        if theirs == self.was {
            return;
        }
        let is_mine = self.is_changed() || (is_claimed && self.is_claim());
        if is_mine && theirs != self.input.text() {
            self.theirs = Some(theirs.clone());
        } else {
            self.input = Input::new(&theirs);
            self.theirs = None;
        }
        self.was = theirs;
    }

    fn is_claim(&self) -> bool {
        CLAIM.contains(&self.key)
    }

    /// Puts text in at the cursor, in place of what is marked as a whole.
    pub(super) fn paste(&mut self, text: &str) {
        if self.is_replaced() {
            self.input.set("");
        }
        self.input.paste(text);
        self.is_touched = true;
    }

    /// Whether typing begins anew: what comes from a list is chosen, not written on.
    pub fn is_replaced(&self) -> bool {
        !self.is_touched && matches!(self.key, Key::Hedge | Key::Status | Key::Source)
    }

    fn is_replaced_by(&self, key: crate::app::Key) -> bool {
        let is_text = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        is_text && self.is_replaced() && !self.input.line().is_empty()
    }

    /// Whether something else is typed than the file says.
    pub fn is_changed(&self) -> bool {
        self.input.text() != self.was
    }
}

impl Form {
    /// The form over what is selected; an error says why there is none.
    pub(super) fn of(model: &Model) -> Result<Self, String> {
        let mut point = None;
        let (target, title, table, wanted) = match model.subject() {
            Subject::Event(event) => {
                let target = Target::Event(event.id.to_string());
                (target, event.title.to_string(), &keys::EVENT, EVENT)
            }
            Subject::Indicator(indicator) => {
                if let Some(at) = model.point_at_cursor() {
                    point = PointName::of(indicator, at);
                    (model.point_target(at), model.point_title(at), &keys::POINT, POINT)
                } else {
                    let target = Target::Indicator(indicator.id.to_string());
                    (target, indicator.label.to_string(), &keys::INDICATOR, HEADLINE)
                }
            }
            Subject::Nothing => return Err("nothing is selected".to_owned()),
        };
        let Some(found) = item(&model.disk, &target) else {
            return Err("this cannot be found in the file: e opens the editor".to_owned());
        };
        let fields = wanted.iter().map(|key| Field::new(table, *key, &found)).collect();
        let around = check::Around::of(model, &target, &found);
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
            is_gone: false,
        };
        form.check(model);
        Ok(form)
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
        self.fields.iter().any(|field| field.theirs.is_some())
    }

    /// What is to be written: a literal for each key that was changed, none where it is to go.
    pub(super) fn changes(&self) -> Vec<(Key, Option<String>)> {
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
    pub(super) fn check(&mut self, model: &Model) {
        let literals: Vec<_> =
            self.fields.iter().map(|field| (field.key, self.literal(field))).collect();
        self.checked = check::check(&self.around, &self.target, &literals, model);
    }

    /// Takes in what the file says by now. Fields that nobody has typed in follow the file; the
    /// others keep what was typed, and show what the file says beside it.
    pub(super) fn renew(&mut self, model: &Model) {
        (self.asked, self.says) = (None, None);
        let Some(now) = self.found(model) else {
            self.is_gone = true;
            self.says = Some("this is not in the file any more; what is typed stays".to_owned());
            return;
        };
        self.is_gone = false;
        let is_claimed = self.fields.iter().any(|field| field.is_claim() && field.is_changed());
        for field in &mut self.fields {
            field.renew(&now, is_claimed);
        }
        if self.is_contested() {
            self.says = Some("the file has been changed meanwhile".to_owned());
        }
        self.around = check::Around::of(model, &self.target, &now);
        self.item = now;
        self.check(model);
    }

    /// The item in the file as it is now: a point by its date, wherever it has been moved to.
    fn found(&mut self, model: &Model) -> Option<Item> {
        if let Some(point) = &self.point {
            self.target = point.target(&model.report)?;
        }
        let now = item(&model.disk, &self.target)?;
        self.point.as_ref().is_none_or(|point| point.is_said_by(&now)).then_some(now)
    }
}
