//! The hits of a search, best first.

mod place;
mod search;

pub use search::Hit;
use search::{Cache, search};

use crate::app::document::{Document, Evidence};
use crate::app::nav::Bookmark;
use crate::app::panels::{Panels, VisibleSet};
use crate::app::text::{Needle, Phrase};
use crate::diff::Matching;

/// The hits of a search, and which of them is marked.
#[derive(Clone, Debug)]
pub struct Found {
    /// What was typed.
    typed: String,
    /// The words that were searched for it.
    words: Vec<String>,
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// How many more hits the filter hides.
    pub hidden: usize,
    /// The marked hit, counted from 0.
    pub at: usize,
    /// Whether the marked hit was hidden or went missing since: the next hit is the first one.
    is_lost: bool,
    cache: Cache,
    /// Where the search began; Esc goes back there.
    pub(crate) before: Bookmark,
}

impl Found {
    /// A search without words.
    pub(crate) fn new(before: Bookmark) -> Self {
        Self {
            typed: String::new(),
            words: Vec::new(),
            hits: Vec::new(),
            hidden: 0,
            at: 0,
            is_lost: false,
            cache: Cache::default(),
            before,
        }
    }

    /// The number of figures and of events among the hits.
    pub fn counts(&self) -> (usize, usize) {
        let events = self.hits.iter().filter(|hit| hit.item.event().is_some()).count();
        (self.hits.len() - events, events)
    }

    /// The place of the marked hit: ` (2 of 7)`; empty if the filter hides it.
    pub fn place(&self) -> String {
        if self.is_lost {
            String::new()
        } else {
            format!(" ({} of {})", self.at + 1, self.hits.len())
        }
    }

    /// The marked hit.
    pub fn marked(&self) -> Option<Hit> {
        self.hits.get(self.at).copied()
    }

    /// For each of these hits in a series, its points and the rivals the one that has most of the
    /// words.
    pub fn evidence(
        &self,
        hits: impl Iterator<Item = Hit>,
        doc: &Document,
    ) -> Vec<Option<Evidence>> {
        let (mut needle, phrase) = (self.needle(), Phrase::new(&self.words));
        hits.map(|hit| place::evidence(doc, hit, phrase.as_ref(), &mut needle)).collect()
    }

    /// The words that were searched, ready to be matched.
    pub(crate) fn needle(&self) -> Needle {
        Needle::of(self.words.iter().cloned())
    }

    /// Searches for other words and marks the best hit.
    pub(crate) fn search(&mut self, words: &str, doc: &Document, visible: &VisibleSet) {
        words.clone_into(&mut self.typed);
        self.search_again(doc, visible);
        self.mark(0);
    }

    fn search_again(&mut self, doc: &Document, visible: &VisibleSet) {
        (self.hits, self.hidden) = search(doc, visible, &self.typed, &mut self.cache);
        self.words = self.cache.words();
        place::rank(&mut self.hits, doc, &self.words);
    }

    /// Searches another reading of the report, or other items of it; the mark stays on its item.
    pub(crate) fn resolve(&mut self, matching: &Matching, doc: &Document, visible: &VisibleSet) {
        let marked = self.marked().and_then(|hit| matching.item(hit.item));
        self.cache = Cache::default();
        self.before.resolve(matching, &doc.report, &Panels::default(), |_| true);
        self.search_again(doc, visible);
        let still = self.hits.iter().position(|hit| Some(hit.item) == marked);
        self.is_lost = still.is_none();
        self.at = still.unwrap_or(0);
    }

    /// Marks a hit.
    pub(crate) fn mark(&mut self, at: usize) {
        (self.at, self.is_lost) = (at, false);
    }

    /// Clears the cache, which is only of use while the user types.
    pub(crate) fn clear_cache(&mut self) {
        self.cache = Cache::default();
    }

    /// Marks the next hit or the one before; after the last comes the first.
    pub(crate) fn step(&mut self, forward: bool) {
        let count = self.hits.len().max(1);
        self.at = match (std::mem::take(&mut self.is_lost), forward) {
            (true, true) => 0,
            (true, false) => count - 1,
            (false, forward) => (self.at + if forward { 1 } else { count - 1 }) % count,
        };
    }
}
