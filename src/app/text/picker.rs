//! A list of texts that is filtered by typing, with a marked line.

use crate::app::keys::{Action, Key};
use crate::app::text::{Needle, TextField, reveal, step};

/// A list of texts that is filtered by typing, the best match first.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The typed words.
    pub field: TextField,
    /// Every text.
    texts: Vec<String>,
    /// The texts that match.
    pub matches: Vec<Match>,
    /// The marked line, counted from 0.
    pub at: usize,
    /// The first line in view.
    pub offset: usize,
}

/// A text that matches the typed words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The place of the text among all of them.
    pub item: usize,
    /// The characters that match, counted from 0.
    pub letters: Vec<usize>,
}

impl Picker {
    /// A list of texts that nothing is typed in yet.
    pub(crate) fn new(texts: Vec<String>) -> Self {
        let mut picker =
            Self { field: TextField::new(""), texts, matches: Vec::new(), at: 0, offset: 0 };
        picker.update();
        picker
    }

    /// The marked text, by its place among all of them.
    pub fn marked(&self) -> Option<usize> {
        self.matches.get(self.at).map(|found| found.item)
    }

    /// A text, by its place among all of them.
    pub fn text(&self, item: usize) -> &str {
        self.texts.get(item).map_or("", String::as_str)
    }

    /// Takes a key: one with an action moves the mark, in a list with `view` lines in view; others
    /// go to the text field.
    pub(crate) fn press(&mut self, key: Key, action: Option<Action>, view: usize) {
        match action {
            Some(action) => {
                let last = self.matches.len().saturating_sub(1);
                self.at = step(self.at, last, view.max(1), action);
            }
            None if self.field.press(key) => self.update(),
            None => {}
        }
    }

    /// Takes pasted text.
    pub(crate) fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.update();
    }

    /// Clears the text field; the mark stays on its text.
    pub(crate) fn clear(&mut self) {
        let marked = self.marked();
        self.field = TextField::new("");
        self.update();
        self.at = self.matches.iter().position(|found| Some(found.item) == marked).unwrap_or(0);
    }

    /// Keeps the marked line in view.
    pub(crate) fn settle(&mut self, view: usize) {
        self.at = self.at.min(self.matches.len().saturating_sub(1));
        self.offset = reveal(self.offset, view, self.matches.len(), self.at, self.at);
    }

    /// Matches all texts with what is typed.
    fn update(&mut self) {
        let mut needle = Needle::new(self.field.line());
        let texts = self.texts.iter().enumerate();
        let mut found: Vec<_> =
            texts.filter_map(|(item, text)| Some((needle.score_all(text)?, item))).collect();
        // Texts that match equally well keep their order.
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let found = found.into_iter().map(|(_, item)| item);
        self.matches =
            found.map(|item| Match { item, letters: needle.places(self.text(item)) }).collect();
        (self.at, self.offset) = (0, 0);
    }
}
