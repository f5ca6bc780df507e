use std::cmp::Reverse;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::app::document::{Document, FoundIn, SearchIndex, own_texts};
use crate::app::panels::VisibleSet;
use crate::app::text::{CharMask, Needle};
use crate::report::{Event, Indicator, ItemIx, Report, Source, SourceIx};

/// Something that has been found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub item: ItemIx,
    /// Where the words that were typed stand: of several places the one that is looked in last.
    pub place: FoundIn,
}

/// The fewest indicators that are worth a thread of their own.
const PART: usize = 4096;

/// A word's score and where it stands.
type Found = (u32, FoundIn);

/// What is known of words by now: while one types on, only the last word is another one.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Each word with what was found of it in every indicator and then in every event.
    words: Vec<(String, Vec<Option<Found>>)>,
}

/// What of the shown figures and events fits the words that were typed, the best first; of equals
/// figures in the order of the file come before events. No words fit nothing. Beside it, how many
/// fit that are hidden.
pub(super) fn search(
    doc: &Document,
    visible: &VisibleSet,
    typed: &str,
    known: &mut Known,
) -> (Vec<Hit>, usize) {
    known.learn(&doc.report, &doc.search_index, typed);
    if known.words.is_empty() {
        return (Vec::new(), 0);
    }
    let figures = doc.report.indexed().map(|(ix, _)| ItemIx::Indicator(ix));
    let events = doc.report.indexed_events().map(|(ix, _)| ItemIx::Event(ix));
    let mut found: Vec<(u32, Hit)> = Vec::new();
    let mut hidden = 0;
    for (at, item) in figures.chain(events).enumerate() {
        match known.sum(at) {
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

impl Known {
    /// Looks for the words that are not known yet, and forgets those that are not typed any more.
    /// Where some of them leave nothing, nobody looks for the rest.
    fn learn(&mut self, report: &Report, figures: &SearchIndex, typed: &str) {
        let mut before = std::mem::take(&mut self.words);
        let mut left = vec![true; report.indicators.len() + report.events.len()];
        for word in typed.split_whitespace() {
            if !left.contains(&true) {
                return;
            }
            let known = before.iter().position(|(known, _)| known == word);
            let found = match known {
                Some(at) => before.swap_remove(at).1,
                None => all(report, figures, word),
            };
            for (left, found) in left.iter_mut().zip(&found) {
                *left &= found.is_some();
            }
            self.words.push((word.to_owned(), found));
        }
    }

    /// The sum over all words, and the last place in which one of them stands; `None` where one is
    /// nowhere in an item.
    fn sum(&self, item: usize) -> Option<Found> {
        let (mut sum, mut last) = (0, FoundIn::Label);
        for (_, found) in &self.words {
            let (score, place) = found.get(item).copied().flatten()?;
            sum += score + place.bonus();
            last = last.max(place);
        }
        Some((sum, last))
    }
}

/// One word, looked for in one item after the other.
struct Search<'s> {
    needle: Needle,
    letters: CharMask,
    shared: &'s Shared,
}

/// How well a word fits each group and each source: many items have them in common.
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

/// What is found of a word in every indicator and then in every event. Of many indicators every
/// core of the machine takes a part.
fn all(report: &Report, figures: &SearchIndex, word: &str) -> Vec<Option<Found>> {
    let (count, events) = (report.indicators.len(), report.events.len());
    let shared = Shared::new(report, word);
    let letters = CharMask::default().with(word);
    let search = || Search { needle: Needle::new(word), letters, shared: &shared };
    let find = |part: Range<usize>| search().in_indicators(report, figures, part);
    let part = share(count);
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
                // A system that has no thread to give away has time.
                Err(_) => find(part),
            });
        }
    });
    let mut search = search();
    let events = report.events.iter().zip(figures.events());
    found.extend(events.map(|(event, date)| search.in_event(event, date)));
    found
}

/// How many of so many indicators a core takes.
fn share(count: usize) -> usize {
    if count <= PART {
        return PART;
    }
    count.div_ceil(thread::available_parallelism().map_or(1, NonZero::get)).max(PART)
}

impl Search<'_> {
    fn in_indicators(
        mut self,
        report: &Report,
        figures: &SearchIndex,
        part: Range<usize>,
    ) -> Vec<Option<Found>> {
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

    fn in_indicator(&mut self, indicator: &Indicator, figure: &str) -> Option<Found> {
        let texts = own_texts(indicator, figure);
        let common = texts.partition_point(|(place, _)| *place < FoundIn::Group);
        let (before, after) = texts.split_at(common);
        self.in_texts(before).or_else(|| self.in_common(indicator)).or_else(|| self.in_texts(after))
    }

    /// In the first place that has it; of two texts in one place the better counts.
    fn in_texts(&mut self, texts: &[(FoundIn, Option<&str>)]) -> Option<Found> {
        let mut places = texts.chunk_by(|(a, _), (b, _)| a == b);
        places.find_map(|texts| texts.iter().filter_map(|(at, text)| self.text(*text, *at)).max())
    }

    /// In what an indicator has in common with others.
    fn in_common(&self, indicator: &Indicator) -> Option<Found> {
        let sources = || indicator.observations().filter_map(|o| o.source);
        self.group(indicator.group.map(|group| group.0)).or_else(|| self.source(sources()))
    }

    fn in_event(&mut self, event: &Event, date: &str) -> Option<Found> {
        self.text(Some(&event.title), FoundIn::Label)
            .or_else(|| self.text(Some(&event.id), FoundIn::Id))
            .or_else(|| self.text(Some(date), FoundIn::Figure))
            .or_else(|| self.group(event.group.map(|group| group.0)))
            .or_else(|| self.source(event.source.into_iter()))
            .or_else(|| self.text(event.note.as_deref(), FoundIn::Note))
    }

    fn text(&mut self, text: Option<&str>, place: FoundIn) -> Option<Found> {
        Some((self.needle.score_all(text?)?, place))
    }

    fn group(&self, group: Option<u32>) -> Option<Found> {
        Some(((*self.shared.groups.get(group? as usize)?)?, FoundIn::Group))
    }

    fn source(&self, sources: impl Iterator<Item = SourceIx>) -> Option<Found> {
        let found = sources.filter_map(|ix| {
            Some(((*self.shared.sources.get(ix.0 as usize)?)?, FoundIn::Source(ix)))
        });
        found.max_by_key(|(score, _)| *score)
    }
}

/// How well a word fits a source: its key, its title or who published it.
fn source(needle: &mut Needle, source: &Source) -> Option<u32> {
    let texts = [Some(&source.key), Some(&source.title), source.publisher.as_ref()];
    texts.into_iter().flatten().filter_map(|text| needle.score_all(text)).max()
}
