use crate::app::document::CLAIM;
use crate::app::keys::{Code, Key as Press};
use crate::app::text::TextField;
use crate::edit::Item;
use crate::schema::{Key, Kind, Table};

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
    pub input: TextField,
    /// What the file says.
    pub was: String,
    /// What the file says by now, where that is neither what it said nor what is typed.
    pub theirs: Option<String>,
    /// Whether it was typed in since the cursor came.
    pub is_touched: bool,
    /// Whether the text is marked as a whole: the next letter takes its place.
    pub is_marked: bool,
    /// What stood here before anybody typed.
    base: String,
}

impl Field {
    pub(super) fn new(table: &Table, key: Key, item: &Item) -> Self {
        let field = table.field(key);
        let input = TextField::new(&item.words(key).unwrap_or_default());
        Self {
            key,
            kind: field.map_or(Kind::Text, |field| field.kind),
            doc: field.map_or("", |field| field.doc),
            was: input.text(),
            base: input.text(),
            input,
            theirs: None,
            is_touched: false,
            is_marked: false,
        }
    }

    /// Takes in what the file says by now. `is_claimed` says whether value, hedge or status has
    /// been typed in: these make one claim, so that none of them may change under the others.
    pub(super) fn follow_file(&mut self, item: &Item, is_claimed: bool) {
        let theirs = TextField::new(&item.words(self.key).unwrap_or_default()).text();
        if theirs == self.was {
            return;
        }
        self.was = theirs;
        let is_mine = self.is_typed() || (is_claimed && self.is_claim());
        if is_mine && self.was != self.input.text() {
            self.theirs = Some(self.was.clone());
        } else {
            self.follow();
        }
    }

    /// Says what the file says.
    pub(super) fn follow(&mut self) {
        self.input = TextField::new(&self.was);
        self.base = self.input.text();
        self.theirs = None;
    }

    /// Whether somebody has typed something else than stood here.
    pub(super) fn is_typed(&self) -> bool {
        self.input.text() != self.base
    }

    pub(super) fn is_claim(&self) -> bool {
        CLAIM.contains(&self.key)
    }

    /// The cursor comes: a short text is marked as a whole, as what is typed mostly replaces it.
    pub(super) fn enter(&mut self) {
        let long = [Key::Wording, Key::Locator, Key::Note, Key::Title];
        self.is_touched = false;
        self.is_marked = !long.contains(&self.key) && !self.input.line().is_empty();
    }

    /// Puts text in at the cursor, in place of what is marked as a whole.
    pub(super) fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.is_marked) {
            self.input.set("");
        }
        self.input.paste(text);
        self.is_touched = true;
    }

    /// Takes a key; says whether the text is another one now.
    pub(super) fn press(&mut self, key: Press) -> bool {
        let before = self.input.text();
        let deletes = matches!(key.code, Code::Backspace | Code::Delete)
            || [Press::ctrl('w'), Press::ctrl('h')].contains(&key);
        let is_text = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        let is_marked = std::mem::take(&mut self.is_marked);
        if is_marked && (deletes || is_text) {
            self.input.set("");
        }
        if !(is_marked && deletes) {
            self.input.press(key);
        }
        let is_other = self.input.text() != before;
        self.is_touched |= is_other;
        is_other
    }

    /// Whether something else is typed than the file says.
    pub fn is_changed(&self) -> bool {
        self.input.text() != self.was
    }
}
