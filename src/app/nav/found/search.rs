//! The search in all texts of figures and events.

use std::cmp::Reverse;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::app::document::{Document, Entry, FoundIn, SearchIndex};
use crate::app::panels::VisibleSet;
use crate::app::text::{CharMask, Needle, typed_words};
use crate::report::{Event, GroupIx, Indicator, ItemIx, Report, SourceIx};

/// An item that matches the typed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: ItemIx,
    /// The text of the item that matches; if the words are in several texts, the one that is searched
    /// last.
    pub place: FoundIn,
}

/// The fewest indicators that are worth a thread of their own.
const PART: usize = 4096;

/// The score of a word in an item, and the text that matches.
type Score = (u32, FoundIn);

/// The scores of the words: while the user types, only the last word changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Cache {
    /// Each word with its score in every indicator and then in every event.
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
    cache.update(&doc.report, &doc.search_index, typed);
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
    /// Searches for new words and drops those that are not typed any more. Stops once no item is
    /// left that has all the words so far.
    fn update(&mut self, report: &Report, index: &SearchIndex, typed: &str) {
        let mut before = std::mem::take(&mut self.words);
        let mut left = vec![true; report.indicators.len() + report.events.len()];
        for word in typed_words(typed) {
            if !left.contains(&true) {
                return;
            }
            let found = match before.iter().position(|(cached, _)| *cached == word) {
                Some(at) => before.swap_remove(at).1,
                None => all(report, index, &word),
            };
            // A sign that stands nowhere is one that the dashboard draws.
            if !word.contains(char::is_alphanumeric) && !found.iter().any(Option::is_some) {
                continue;
            }
            for (left, found) in left.iter_mut().zip(&found) {
                *left &= found.is_some();
            }
            self.words.push((word, found));
        }
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
    needle: Needle,
    letters: CharMask,
    shared: &'s Shared,
}

/// The scores of a word in each group and each source, which many items share.
struct Shared {
    groups: Vec<Option<u32>>,
    sources: Vec<Option<u32>>,
    about_sources: Vec<Option<u32>>,
}

impl Shared {
    fn new(report: &Report, index: &SearchIndex, word: &str) -> Self {
        let mut needle = Needle::of([word.to_owned()]);
        let groups = report.groups.iter().map(|g| needle.score_all(&g.title)).collect();
        let sources = index.sources();
        let sources = sources.map(|s| s.filter_map(|text| needle.score_normal(text, false)).max());
        let sources = sources.collect();
        let about = index.about_sources();
        let about = about.map(|s| s.filter_map(|text| needle.score_normal(text, true)).max());
        Self { groups, sources, about_sources: about.collect() }
    }

    fn group(&self, group: Option<GroupIx>) -> Option<Score> {
        Some(((*self.groups.get(group?.0 as usize)?)?, FoundIn::Group))
    }

    fn source(&self, sources: impl Iterator<Item = SourceIx>) -> Option<Score> {
        best(&self.sources, sources, FoundIn::Source)
    }

    fn about_source(&self, sources: impl Iterator<Item = SourceIx>) -> Option<Score> {
        best(&self.about_sources, sources, FoundIn::AboutSource)
    }
}

/// The best score of some sources.
fn best(
    scores: &[Option<u32>],
    sources: impl Iterator<Item = SourceIx>,
    place: fn(SourceIx) -> FoundIn,
) -> Option<Score> {
    let scores = sources.filter_map(|ix| Some(((*scores.get(ix.0 as usize)?)?, place(ix))));
    scores.max_by_key(|(score, _)| *score)
}

/// The scores of a word in every indicator and then in every event. Many indicators are divided
/// among the cores of the machine.
fn all(report: &Report, index: &SearchIndex, word: &str) -> Vec<Option<Score>> {
    let (count, events) = (report.indicators.len(), report.events.len());
    let shared = Shared::new(report, index, word);
    let letters = CharMask::default().with(word);
    let search = || Search { needle: Needle::of([word.to_owned()]), letters, shared: &shared };
    let find = |part: Range<usize>| search().in_indicators(report, index, part);
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let part = if count <= PART { PART } else { count.div_ceil(cores()).max(PART) };
    let mut found = Vec::with_capacity(count + events);
    thread::scope(|scope| {
        let others = (part..count).step_by(part).map(|from| {
            let part = from..count.min(from + part);
            (part.clone(), thread::Builder::new().spawn_scoped(scope, move || find(part)))
        });
        let others: Vec<_> = others.collect();
        found.extend(find(0..part.min(count)));
        for (part, other) in others {
            found.extend(match other {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // The system has no thread to spare: this one does the work.
                Err(_) => find(part),
            });
        }
    });
    let mut search = search();
    let events = report.events.iter().zip(index.events());
    found.extend(events.map(|(event, entry)| search.in_event(event, entry)));
    found
}

impl Search<'_> {
    fn in_indicators(
        mut self,
        report: &Report,
        index: &SearchIndex,
        part: Range<usize>,
    ) -> Vec<Option<Score>> {
        let entries = index.indicators(part.start);
        let indicators = report.indicators.get(part).unwrap_or_default();
        let each = indicators.iter().zip(entries);
        each.map(|(indicator, entry)| self.in_indicator(indicator, entry)).collect()
    }

    fn in_indicator(&mut self, indicator: &Indicator, entry: &Entry) -> Option<Score> {
        let (letters, shared) = (self.letters, self.shared);
        let sources = || indicator.observations().filter_map(|o| o.source);
        self.in_texts(entry.first(indicator, letters))
            .or_else(|| shared.group(indicator.group))
            .or_else(|| shared.source(sources()))
            .or_else(|| self.in_texts(entry.last(indicator, letters)))
            .or_else(|| shared.about_source(sources()))
    }

    fn in_event(&mut self, event: &Event, entry: &Entry) -> Option<Score> {
        let (letters, shared) = (self.letters, self.shared);
        self.in_texts(entry.first_of_event(event, letters))
            .or_else(|| shared.group(event.group))
            .or_else(|| shared.source(event.source.into_iter()))
            .or_else(|| self.in_texts(entry.last_of_event(event, letters)))
            .or_else(|| shared.about_source(event.source.into_iter()))
    }

    /// The score in the first place that has the word; of two texts of one place, the better one.
    fn in_texts<'t>(&mut self, texts: impl Iterator<Item = (FoundIn, &'t str)>) -> Option<Score> {
        let mut best: Option<Score> = None;
        for (place, text) in texts {
            if best.is_some_and(|(_, before)| before != place) {
                break;
            }
            let score = self.needle.score_normal(text, !place.is_fuzzy());
            best = best.max(score.map(|score| (score, place)));
        }
        best
    }
}

/// The series, the point or the rival that has most of the typed words, for a hit in one of them;
/// otherwise the place of the hit.
///
/// A point has the words of its series, too: `owed 2023` is the point of 2023 in the series of what
/// is owed.
pub(super) fn evidence(doc: &Document, hit: Hit, needle: &mut Needle) -> FoundIn {
    let ItemIx::Indicator(ix) = hit.item else { return hit.place };
    if !matches!(hit.place, FoundIn::Series(_) | FoundIn::Point(_) | FoundIn::Rival(_)) {
        return hit.place;
    }
    let entry = doc.search_index.indicators(ix.0 as usize).first();
    let (Some(indicator), Some(entry)) = (doc.report.indicator(ix), entry) else {
        return hit.place;
    };
    let mut best = (0, hit.place);
    let (mut of_series, mut of_place) = ((usize::MAX, 0), (hit.place, 0));
    for (place, text) in entry.last(indicator, CharMask::default()) {
        let mut words = needle.words_in(text);
        match place {
            FoundIn::Series(at) if at == of_series.0 => of_series.1 |= words,
            FoundIn::Series(at) => of_series = (at, words),
            FoundIn::Point(at) if at.series == of_series.0 => words |= of_series.1,
            FoundIn::Point(_) | FoundIn::Rival(_) => {}
            _ => continue,
        }
        of_place = if place == of_place.0 { (place, of_place.1 | words) } else { (place, words) };
        let count = of_place.1.count_ones();
        if count > best.0 {
            best = (count, place);
        }
    }
    best.1
}
