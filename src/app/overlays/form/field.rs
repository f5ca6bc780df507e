//! One field of a form: what is typed, and how it follows the file.

use crate::app::document::CLAIM;
use crate::app::keys::Key as Press;
use crate::app::text::TextField;
use crate::edit::Item;
use crate::schema::{self, Key, Kind};

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key of the file.
    pub key: Key,
    /// The kind of value that the key takes.
    pub kind: Kind,
    /// What the key means, in a line.
    pub doc: &'static str,
    /// The typed text.
    pub input: TextField,
    /// The text in the file.
    pub in_file: String,
    /// The text in the file, if it was changed there and is not what is typed either.
    pub conflict: Option<String>,
    /// Whether it was typed in since the cursor came.
    pub is_touched: bool,
    /// The text before the user typed.
    base: String,
}

impl Field {
    pub(super) fn new(field: &schema::Field, item: &Item) -> Self {
        let input = TextField::new(&item.words(field.key).unwrap_or_default());
        Self {
            key: field.key,
            kind: field.kind,
            doc: field.doc,
            in_file: input.text(),
            base: input.text(),
            input,
            conflict: None,
            is_touched: false,
        }
    }

    /// Takes in the file's text. `is_claimed` says whether value, hedge or status has been typed
    /// in: these make one claim, so that none of them may change under the others.
    pub(super) fn follow_file(&mut self, item: &Item, is_claimed: bool) {
        let now = TextField::new(&item.words(self.key).unwrap_or_default()).text();
        if now == self.in_file {
            return;
        }
        self.in_file = now;
        let is_kept = self.is_typed() || (is_claimed && self.is_claim());
        if is_kept && self.is_changed() {
            self.conflict = Some(self.in_file.clone());
        } else {
            self.reset();
        }
    }

    /// Replaces what is typed by the text in the file.
    pub(super) fn reset(&mut self) {
        let is_marked = self.input.is_marked();
        self.input = TextField::new(&self.in_file);
        if is_marked {
            self.input.mark();
        }
        self.base = self.input.text();
        self.conflict = None;
    }

    /// The text that the choices are for: of several with commas between them the last one.
    pub fn part(&self) -> String {
        let text = self.input.text();
        text.get(self.before().len()..).unwrap_or_default().trim().to_owned()
    }

    /// What stands before it, with the comma.
    pub(super) fn before(&self) -> String {
        let text = self.input.text();
        let comma = text.rfind(',').filter(|_| self.kind == Kind::Texts && self.is_touched);
        comma.map_or_else(String::new, |at| text.get(..=at).unwrap_or_default().to_owned())
    }

    /// Puts a choice into its place.
    pub(super) fn choose(&mut self, choice: &str) {
        let before = self.before();
        let gap = if before.is_empty() { "" } else { " " };
        self.input.set(&format!("{before}{gap}{choice}"));
        self.is_touched = true;
    }

    /// Whether the user has changed the text.
    pub(super) fn is_typed(&self) -> bool {
        self.input.text() != self.base
    }

    /// An example of what to type.
    pub fn example(&self) -> &'static str {
        match self.key {
            Key::Value => "70, [50, 70] or \"2/3\"",
            Key::Hedge => "nearly, up to, more than",
            Key::Unit => "%, billion USD, enterprises",
            Key::Wording => "up to 70 percent",
            Key::Period => "2024, 2021/2023, 2024-06~",
            Key::Status => "estimated, forecast, provisional",
            Key::Source => "the key of one in the list",
            Key::Locator => "p. 41, Table 3, ¶21",
            Key::StatedBy => "the report, a named speaker",
            Key::Group => "the id of one in the list",
            Key::Note => "the year is not stated",
            Key::ReviewBy => "2026-06",
            Key::Date => "2024-12-06, 2024-12, 2021/2023",
            Key::Title => "Treaty signed",
            _ => "",
        }
    }

    pub(super) fn is_claim(&self) -> bool {
        CLAIM.contains(&self.key)
    }

    /// Learns that the cursor came. A text is marked as a whole, as the user mostly replaces it, but
    /// not a phrase or a sentence.
    pub(super) fn enter(&mut self) {
        self.is_touched = false;
        if ![Key::Wording, Key::Note, Key::Title].contains(&self.key) {
            self.input.mark();
        }
    }

    /// Inserts text at the cursor, or in place of a text that is marked as a whole.
    pub(super) fn paste(&mut self, text: &str) {
        self.input.paste(text);
        self.is_touched = true;
    }

    /// Takes a key; returns whether it changed the text.
    pub(super) fn press(&mut self, key: Press) -> bool {
        let before = self.input.text();
        self.input.press(key);
        let is_other = self.input.text() != before;
        self.is_touched |= is_other;
        is_other
    }

    /// Whether the typed text differs from that in the file.
    pub fn is_changed(&self) -> bool {
        self.input.text() != self.in_file
    }
}
