//! The search for figures and events by any text of theirs.

use ratatui::layout::Position;

use crate::app::keys::Action;
use crate::app::nav::{Bookmark, Found};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, row_at};
use crate::app::panels::list_rows;
use crate::app::text::{TextField, reveal, step, typed_words};
use crate::diff::Matching;

/// The search field and its hits.
#[derive(Clone, Debug)]
pub struct Find {
    /// The typed words.
    pub field: TextField,
    /// The hits.
    pub found: Found,
    /// The first line in view.
    pub offset: usize,
}

impl Find {
    /// An empty search field; Esc leads back to `before`.
    pub(crate) fn new(before: Bookmark) -> Self {
        Self { field: TextField::new(""), found: Found::new(before), offset: 0 }
    }

    /// Whether no word is typed: nothing, or only punctuation.
    pub fn is_empty(&self) -> bool {
        typed_words(self.field.line()).is_empty()
    }

    /// For each of these texts the characters, counted from 0, that match the typed words.
    pub fn matches<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Vec<usize>> {
        let mut needle = self.found.needle();
        texts.map(|text| needle.places(text)).collect()
    }

    /// Searches for the typed words and selects the best hit. Without a hit it selects what was
    /// selected before.
    fn typed(&mut self, cx: &Context<'_>) -> Outcome {
        self.found.search(self.field.line(), cx.doc, &cx.nav.filter.visible);
        self.offset = 0;
        if self.found.hits.is_empty() { Outcome::stays_and(self.restore()) } else { self.mark(0) }
    }

    /// Marks a hit and selects it.
    fn mark(&mut self, at: usize) -> Outcome {
        self.found.mark(at);
        let request = self.found.marked().map(|hit| Request::Select(hit.item));
        Outcome { stays: true, request }
    }

    /// Goes to the marked hit and closes.
    fn accept(&mut self) -> Outcome {
        self.found.clear_cache();
        self.found.mark(self.found.at);
        let found = self.found.marked().map(|_| Request::GoTo(Box::new(self.found.clone())));
        Outcome::closes_and(found.unwrap_or_else(|| self.restore()))
    }

    fn restore(&self) -> Request {
        Request::Restore(Box::new(self.found.before.clone()))
    }
}

impl Layer for Find {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => self.accept(),
            Some(Action::Back) => Outcome::closes_and(self.restore()),
            Some(action) => {
                let last = self.found.hits.len().saturating_sub(1);
                let page = cx.layout.list_height().max(1);
                self.mark(step(self.found.at, last, page, action))
            }
            None if self.field.press(press.key) => self.typed(cx),
            None => Outcome::STAYS,
        }
    }

    fn paste(&mut self, text: &str, cx: &Context<'_>) -> Outcome {
        self.field.paste(text);
        self.typed(cx)
    }

    /// A click marks a line; a click on the marked line goes there.
    fn click(&mut self, at: Position, cx: &Context<'_>) -> Outcome {
        let rows = list_rows(cx.layout.list());
        match row_at(rows, self.offset, self.found.hits.len(), at) {
            Some(row) if row == self.found.at => self.accept(),
            Some(row) => self.mark(row),
            None => Outcome::STAYS,
        }
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let (at, count) = (self.found.at, self.found.hits.len());
        self.offset = reveal(self.offset, cx.layout.list_height(), count, at, at);
    }

    fn reload(&mut self, matching: &Matching, cx: &Context<'_>) {
        self.found.resolve(matching, cx.doc, &cx.nav.filter.visible);
    }
}
