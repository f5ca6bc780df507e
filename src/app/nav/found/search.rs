//! The search in all texts of figures and events.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::app::document::{Document, Entry, FoundIn, Prepared, SearchIndex};
use crate::app::panels::VisibleSet;
use crate::app::text::{CharMask, Lookout, Needle, typed_words};
use crate::report::{ItemIx, Period, SourceIx};

/// An item that matches the typed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: ItemIx,
    /// The text of the item that matches; if the words are in several texts, the one that is searched
    /// last.
    pub place: FoundIn,
}

/// The fewest items that are worth a thread of their own.
const PART: usize = 4096;

/// The score of a word in an item, and the text that matches.
type Score = (u32, FoundIn);

/// The scores of the words: while the user types, only the last word changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Cache {
    /// Each word with its score in every item that has the words before it.
    words: Vec<(String, Vec<Option<Score>>)>,
}

/// The visible figures and events that match the typed words, the best first, and the number of
/// hidden ones that do. Among equals, figures in the order of the file come before events. Without
/// words nothing matches.
pub(super) fn search(
    doc: &Document,
    visible: &VisibleSet,
    typed: &str,
    cache: &mut Cache,
) -> (Vec<Hit>, usize) {
    cache.update(&doc.search_index, typed);
    if cache.words.is_empty() {
        return (Vec::new(), 0);
    }
    let figures = doc.report.indexed().map(|(ix, _)| ItemIx::Indicator(ix));
    let events = doc.report.indexed_events().map(|(ix, _)| ItemIx::Event(ix));
    let mut found: Vec<(u32, Hit)> = Vec::new();
    let mut hidden = 0;
    for (at, item) in figures.chain(events).enumerate() {
        match cache.sum(at) {
            Some((score, place)) if visible.has(item) => {
                found.push((score, Hit { item, place }));
            }
            Some(_) => hidden += 1,
            None => {}
        }
    }
    found.sort_by_key(|(score, _)| Reverse(*score));
    (found.into_iter().map(|(_, hit)| hit).collect(), hidden)
}

impl Cache {
    /// Searches for new words, each in what the words before it have left, and drops those that are not
    /// typed any more. Stops once no item is left.
    fn update(&mut self, index: &SearchIndex, typed: &str) {
        let mut before = std::mem::take(&mut self.words).into_iter().peekable();
        let everything = vec![true; index.entries().len()];
        let mut left = everything.clone();
        let mut typed: VecDeque<_> = typed_words(typed).into();
        while let Some(word) = typed.pop_front() {
            if !left.contains(&true) {
                return;
            }
            let cached = before.next_if(|(cached, _)| *cached == word);
            let is_new = cached.is_none();
            let found = cached.map_or_else(|| all(index, &word, &left), |(_, found)| found);
            let is_found = |found: &[Option<Score>]| found.iter().any(Option::is_some);
            if !is_found(&found) {
                // A sign that stands nowhere is one that the dashboard draws; a date as the file writes it is
                // drawn in other words.
                let drawn = if word.contains(char::is_alphanumeric) {
                    let drawn = Period::parse(&word).map(|date| typed_words(&date.words()));
                    drawn.ok().filter(|drawn| !drawn.contains(&word))
                } else {
                    Some(Vec::new())
                };
                if let Some(drawn) = drawn.filter(|_| !is_found(&all(index, &word, &everything))) {
                    drawn.into_iter().rev().for_each(|word| typed.push_front(word));
                    continue;
                }
            }
            if is_new {
                before = Vec::new().into_iter().peekable();
            }
            for (left, found) in left.iter_mut().zip(&found) {
                *left &= found.is_some();
            }
            self.words.push((word, found));
        }
    }

    /// The words that were searched.
    pub(super) fn words(&self) -> Vec<String> {
        self.words.iter().map(|(word, _)| word.clone()).collect()
    }

    /// The sum over all words, and the last text in which one of them is; `None` if an item does not
    /// have all of them.
    fn sum(&self, item: usize) -> Option<Score> {
        let (mut sum, mut last) = (0, FoundIn::Label);
        for (_, found) in &self.words {
            let (score, place) = found.get(item).copied().flatten()?;
            sum += score + place.bonus();
            last = last.max(place);
        }
        Some((sum, last))
    }
}

/// The search for one word in one item after the other.
struct Search<'s> {
    index: &'s SearchIndex,
    needle: Needle,
    letters: CharMask,
    lookout: Lookout,
    /// The best score that there is.
    perfect: u32,
    /// The scores in the groups and sources of items.
    shared: &'s [InShared],
}

/// The scores of a word in a group or else in a source, and in what is known of the sources.
type InShared = (Option<Score>, Option<Score>);

fn in_shared(index: &SearchIndex, word: &str) -> Vec<InShared> {
    let mut needle = Needle::of([word.to_owned()]);
    let groups: Vec<_> = index.groups().map(|title| needle.score_normal(title, false)).collect();
    let sources = index.sources();
    let sources = sources.map(|s| s.filter_map(|text| needle.score_normal(text, false)).max());
    let sources: Vec<_> = sources.collect();
    let about = index.about_sources();
    let about = about.map(|s| s.filter_map(|text| needle.score_normal(text, true)).max());
    let about: Vec<_> = about.collect();
    let shared = index.shared().iter().map(|shared| {
        let in_group = shared.group.and_then(|ix| *groups.get(ix.0 as usize)?);
        let in_group = in_group.map(|score| (score, FoundIn::Group));
        let in_source = || best(&sources, &shared.sources, FoundIn::Source);
        (in_group.or_else(in_source), best(&about, &shared.sources, FoundIn::AboutSource))
    });
    shared.collect()
}

/// The best score of some sources.
fn best(
    scores: &[Option<u32>],
    sources: &[SourceIx],
    place: fn(SourceIx) -> FoundIn,
) -> Option<Score> {
    let scores = sources.iter().filter_map(|ix| Some(((*scores.get(ix.0 as usize)?)?, place(*ix))));
    scores.max_by_key(|(score, _)| *score)
}

/// The scores of a word in every item that is left. Many items are divided among the cores of the machine.
fn all(index: &SearchIndex, word: &str, left: &[bool]) -> Vec<Option<Score>> {
    let count = index.entries().len();
    let shared = &*in_shared(index, word);
    let find = |part: Range<usize>| {
        let needle = Needle::of([word.to_owned()]);
        let (letters, lookout, perfect) = (needle.mask(), needle.lookout(), needle.best());
        let mut search = Search { index, needle, letters, lookout, perfect, shared };
        let entries = index.entries().get(part.clone()).unwrap_or_default();
        let left = left.get(part).unwrap_or_default();
        let find =
            |(entry, is_left): (&Entry, &bool)| is_left.then(|| search.in_item(entry)).flatten();
        entries.iter().zip(left).map(find).collect::<Vec<_>>()
    };
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let part = if count <= PART { PART } else { count.div_ceil(cores()).max(PART) };
    thread::scope(|scope| {
        let find = &find;
        let others = (part..count).step_by(part).map(|from| {
            let part = from..count.min(from + part);
            (part.clone(), thread::Builder::new().spawn_scoped(scope, move || find(part)))
        });
        let others: Vec<_> = others.collect();
        let mut found = find(0..part.min(count));
        for (part, other) in others {
            found.extend(match other {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // The system has no thread to spare: this one does the work.
                Err(_) => find(part),
            });
        }
        found
    })
}

impl Search<'_> {
    fn in_item(&mut self, entry: &Entry) -> Option<Score> {
        let (in_shared, about) = self.shared.get(entry.shared).copied().unwrap_or_default();
        let found = self.in_texts(&entry.first).or(in_shared);
        found.or_else(|| self.in_texts(&entry.last)).or(about)
    }

    /// The score in the first place that has the word; of two texts of one place, the better one.
    fn in_texts(&mut self, part: &Prepared) -> Option<Score> {
        if !part.letters.may_have(self.letters) {
            return None;
        }
        let mut best: Option<Score> = None;
        for (place, text) in self.index.texts(part, |rest| self.lookout.find(rest)) {
            if best.is_some_and(|(score, before)| before != place || score == self.perfect) {
                break;
            }
            let score = self.needle.score_normal(text, !place.is_fuzzy());
            best = best.max(score.map(|score| (score, place)));
        }
        best
    }
}
