//! The search in all texts of figures and events.

use std::cmp::Reverse;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::app::document::{Document, FoundIn, SearchIndex, own_texts};
use crate::app::panels::VisibleSet;
use crate::app::text::{CharMask, Needle};
use crate::report::{Event, Indicator, ItemIx, Report, Source, SourceIx};

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
    fn update(&mut self, report: &Report, figures: &SearchIndex, typed: &str) {
        let mut before = std::mem::take(&mut self.words);
        let mut left = vec![true; report.indicators.len() + report.events.len()];
        for word in typed.split_whitespace() {
            if !left.contains(&true) {
                return;
            }
            let found = match before.iter().position(|(cached, _)| cached == word) {
                Some(at) => before.swap_remove(at).1,
                None => all(report, figures, word),
            };
            for (left, found) in left.iter_mut().zip(&found) {
                *left &= found.is_some();
            }
            self.words.push((word.to_owned(), found));
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
}

impl Shared {
    fn new(report: &Report, word: &str) -> Self {
        let mut needle = Needle::new(word);
        let groups = report.groups.iter().map(|g| needle.score_all(&g.title)).collect();
        let sources = report.sources.iter().map(|s| source(&mut needle, s)).collect();
        Self { groups, sources }
    }
}

/// The scores of a word in every indicator and then in every event. Many indicators are divided
/// among the cores of the machine.
fn all(report: &Report, figures: &SearchIndex, word: &str) -> Vec<Option<Score>> {
    let (count, events) = (report.indicators.len(), report.events.len());
    let shared = Shared::new(report, word);
    let letters = CharMask::default().with(word);
    let search = || Search { needle: Needle::new(word), letters, shared: &shared };
    let find = |part: Range<usize>| search().in_indicators(report, figures, part);
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
    let events = report.events.iter().zip(figures.events());
    found.extend(events.map(|(event, date)| search.in_event(event, date)));
    found
}

impl Search<'_> {
    fn in_indicators(
        mut self,
        report: &Report,
        figures: &SearchIndex,
        part: Range<usize>,
    ) -> Vec<Option<Score>> {
        let figures = figures.indicators(part.start);
        let indicators = report.indicators.get(part).unwrap_or_default();
        let each = indicators.iter().zip(figures).map(|(indicator, (letters, figure))| {
            if letters.may_have(self.letters) {
                return self.in_indicator(indicator, figure);
            }
            self.in_common(indicator)
        });
        each.collect()
    }

    fn in_indicator(&mut self, indicator: &Indicator, figure: &str) -> Option<Score> {
        let texts = own_texts(indicator, figure);
        let common = texts.partition_point(|(place, _)| *place < FoundIn::Group);
        let (before, after) = texts.split_at(common);
        self.in_texts(before).or_else(|| self.in_common(indicator)).or_else(|| self.in_texts(after))
    }

    /// The score in the first place that has the word; of two texts of one place, the better one.
    fn in_texts(&mut self, texts: &[(FoundIn, Option<&str>)]) -> Option<Score> {
        let mut places = texts.chunk_by(|(a, _), (b, _)| a == b);
        places.find_map(|texts| texts.iter().filter_map(|(at, text)| self.text(*text, *at)).max())
    }

    /// The score in the texts that an indicator shares with others.
    fn in_common(&self, indicator: &Indicator) -> Option<Score> {
        let sources = || indicator.observations().filter_map(|o| o.source);
        self.group(indicator.group.map(|group| group.0)).or_else(|| self.source(sources()))
    }

    fn in_event(&mut self, event: &Event, date: &str) -> Option<Score> {
        self.text(Some(&event.title), FoundIn::Label)
            .or_else(|| self.text(Some(&event.id), FoundIn::Id))
            .or_else(|| self.text(Some(date), FoundIn::Figure))
            .or_else(|| self.group(event.group.map(|group| group.0)))
            .or_else(|| self.source(event.source.into_iter()))
            .or_else(|| self.text(event.note.as_deref(), FoundIn::Note))
    }

    fn text(&mut self, text: Option<&str>, place: FoundIn) -> Option<Score> {
        Some((self.needle.score_all(text?)?, place))
    }

    fn group(&self, group: Option<u32>) -> Option<Score> {
        Some(((*self.shared.groups.get(group? as usize)?)?, FoundIn::Group))
    }

    fn source(&self, sources: impl Iterator<Item = SourceIx>) -> Option<Score> {
        let found = sources.filter_map(|ix| {
            Some(((*self.shared.sources.get(ix.0 as usize)?)?, FoundIn::Source(ix)))
        });
        found.max_by_key(|(score, _)| *score)
    }
}

/// The best score of a word in a source: in its key, its title or its publisher.
fn source(needle: &mut Needle, source: &Source) -> Option<u32> {
    let texts = [Some(&source.key), Some(&source.title), source.publisher.as_ref()];
    texts.into_iter().flatten().filter_map(|text| needle.score_all(text)).max()
}
