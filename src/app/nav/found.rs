//! What was found, best first.

mod search;

pub use search::Hit;
use search::{Known, search};

use crate::app::document::Document;
use crate::app::nav::Bookmark;
use crate::app::panels::VisibleSet;
use crate::report::Report;

/// What fits the words that were typed, and which of it is marked.
#[derive(Clone, Debug)]
pub struct Found {
    /// The words.
    words: String,
    /// What fits them, best first.
    pub hits: Vec<Hit>,
    /// How many fit them that the filter hides.
    pub hidden: usize,
    /// The marked one, counted from 0.
    pub at: usize,
    /// Whether what was marked is hidden since: the next is the first.
    is_lost: bool,
    known: Known,
    /// Where the search began: Esc leads back there.
    pub(crate) before: Bookmark,
}

impl Found {
    /// Nothing is looked for yet.
    pub(crate) fn new(before: Bookmark) -> Self {
        Self {
            words: String::new(),
            hits: Vec::new(),
            hidden: 0,
            at: 0,
            is_lost: false,
            known: Known::default(),
            before,
        }
    }

    /// How many figures and how many events have been found.
    pub fn counts(&self) -> (usize, usize) {
        let events = self.hits.iter().filter(|hit| hit.item.event().is_some()).count();
        (self.hits.len() - events, events)
    }

    /// Which of how many is marked: ` (2 of 7)`; empty where what was marked is hidden.
    pub fn place(&self) -> String {
        if self.is_lost {
            String::new()
        } else {
            format!(" ({} of {})", self.at + 1, self.hits.len())
        }
    }

    /// The marked one.
    pub fn marked(&self) -> Option<Hit> {
        self.hits.get(self.at).copied()
    }

    /// Looks for other words, and marks the best.
    pub(crate) fn search(&mut self, words: &str, doc: &Document, visible: &VisibleSet) {
        words.clone_into(&mut self.words);
        self.search_again(doc, visible);
        self.at = 0;
    }

    fn search_again(&mut self, doc: &Document, visible: &VisibleSet) {
        (self.hits, self.hidden) = search(doc, visible, &self.words, &mut self.known);
    }

    /// Looks in another reading of the report; the mark stays on its item.
    pub(crate) fn reload(&mut self, old: &Report, doc: &Document, visible: &VisibleSet) {
        let id = self.marked().and_then(|hit| hit.item.id(old));
        self.known = Known::default();
        self.before.forget_text();
        self.search_again(doc, visible);
        let is_it = |hit: &Hit| id.is_some() && hit.item.id(&doc.report) == id;
        self.at = self.hits.iter().position(is_it).unwrap_or(0);
    }

    /// Looks again in the same report, of which the filter shows other items.
    pub(crate) fn refilter(&mut self, doc: &Document, visible: &VisibleSet) {
        let marked = self.marked().map(|hit| hit.item);
        self.search_again(doc, visible);
        let still = self.hits.iter().position(|hit| Some(hit.item) == marked);
        self.is_lost = still.is_none();
        self.at = still.unwrap_or(0);
    }

    /// Forgets what is only of use while the user types.
    pub(crate) fn forget(&mut self) {
        self.known = Known::default();
    }

    /// Marks the next one, or the one before, and starts again at the other end.
    pub(crate) fn step(&mut self, forward: bool) {
        let count = self.hits.len().max(1);
        self.at = match (std::mem::take(&mut self.is_lost), forward) {
            (true, true) => 0,
            (true, false) => count - 1,
            (false, forward) => (self.at + if forward { 1 } else { count - 1 }) % count,
        };
    }
}
