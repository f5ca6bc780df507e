//! A list of texts that typing narrows, with a marked line.

use crate::app::keys::{Action, Key};
use crate::app::text::{Needle, TextField, reveal, step};

/// A list that is narrowed by what is typed, the best first.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What is typed.
    pub field: TextField,
    /// Every text.
    texts: Vec<String>,
    /// What is left of them.
    pub left: Vec<Left>,
    /// The marked line, counted from 0.
    pub at: usize,
    /// The first line in view.
    pub offset: usize,
}

/// A text that fits what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which of the texts.
    pub item: usize,
    /// The characters of it that were typed, counted from 0.
    pub letters: Vec<usize>,
}

impl Picker {
    /// All of the texts, in their order.
    pub(crate) fn new(texts: Vec<String>) -> Self {
        let mut picker =
            Self { field: TextField::new(""), texts, left: Vec::new(), at: 0, offset: 0 };
        picker.narrow();
        picker
    }

    /// The marked text, by its place among all.
    pub fn marked(&self) -> Option<usize> {
        self.left.get(self.at).map(|left| left.item)
    }

    /// A text, by its place among all.
    pub fn text(&self, item: usize) -> &str {
        self.texts.get(item).map_or("", String::as_str)
    }

    /// Takes a key: one that moves the mark, in a list with `view` lines in view, or a text key.
    pub(crate) fn press(&mut self, key: Key, action: Option<Action>, view: usize) {
        match action {
            Some(action) => {
                let last = self.left.len().saturating_sub(1);
                self.at = step(self.at, last, view.max(1), action);
            }
            None => {
                if self.field.press(key) {
                    self.narrow();
                }
            }
        }
    }

    /// Takes text that was pasted.
    pub(crate) fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.narrow();
    }

    /// Empties what is typed; the mark stays on its text.
    pub(crate) fn clear(&mut self) {
        let marked = self.marked();
        self.field = TextField::new("");
        self.narrow();
        self.at = self.left.iter().position(|left| Some(left.item) == marked).unwrap_or(0);
    }

    /// Keeps the marked line in view.
    pub(crate) fn settle(&mut self, view: usize) {
        self.at = self.at.min(self.left.len().saturating_sub(1));
        self.offset = reveal(self.offset, view, self.left.len(), self.at, self.at);
    }

    fn narrow(&mut self) {
        let mut needle = Needle::new(self.field.line());
        let texts = self.texts.iter().enumerate();
        let mut found: Vec<_> =
            texts.filter_map(|(item, text)| Some((needle.score_all(text)?, item))).collect();
        // What fits equally well keeps its order.
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let left = |(_, item): (u32, usize)| {
            let letters = needle.places(self.texts.get(item).map_or("", String::as_str));
            Left { item, letters }
        };
        self.left = found.into_iter().map(left).collect();
        (self.at, self.offset) = (0, 0);
    }
}
