//! Where in an item all the words stand, or most of them.

use std::cmp::Reverse;

use super::search::Hit;
use crate::app::document::{Document, Entry, Evidence, FoundIn};
use crate::app::text::{Needle, Phrase, Stands};
use crate::report::{Indicator, ItemIx};

/// How many bytes of texts are read once more after a search: those of the best hits, some hundreds.
const READ: usize = 1 << 17;

/// Puts those of the best hits first in which the words stand side by side in one text, and names
/// that text as their place; of the others, the text that has most of the words.
pub(super) fn rank(hits: &mut [Hit], doc: &Document, words: &[String]) {
    let Some(phrase) = Phrase::new(words) else { return };
    let mut needle = Needle::of(words.iter().cloned());
    let mut left = READ;
    let best = hits.iter().map_while(|hit| {
        let entry = entry(doc, hit.item).filter(|_| left > 0)?;
        left = left.saturating_sub(entry.len());
        Some(placed(doc, *hit, entry, &phrase, &mut needle))
    });
    let mut best: Vec<_> = best.collect();
    best.sort_by_key(|(stands, _)| Reverse(*stands));
    for (to, (_, hit)) in hits.iter_mut().zip(best) {
        *to = hit;
    }
}

fn entry(doc: &Document, item: ItemIx) -> Option<&Entry> {
    let at = match item {
        ItemIx::Indicator(ix) => ix.0 as usize,
        ItemIx::Event(at) => doc.report.indicators.len() + at.0 as usize,
    };
    doc.search_index.entries().get(at)
}

fn placed(
    doc: &Document,
    hit: Hit,
    entry: &Entry,
    phrase: &Phrase,
    needle: &mut Needle,
) -> (Option<Stands>, Hit) {
    let index = &doc.search_index;
    let mut best = (None, hit.place);
    for (place, text) in index.all_texts(entry) {
        let stands = phrase.stands_in(text);
        if stands > best.0 {
            best = (stands, place);
        }
    }
    // All words are in a label if the last of them is.
    if best.0.is_none() && hit.place != FoundIn::Label {
        let others = index.all_texts(entry).filter(|(place, _)| *place != FoundIn::Evidence);
        let mut counts: Vec<_> =
            others.map(|(place, text)| (needle.words_in(text).count_ones(), place)).collect();
        if let ItemIx::Indicator(ix) = hit.item
            && let Some(indicator) = doc.report.indicator(ix)
        {
            let ((_, count), _) = most(doc, entry, indicator, phrase, needle);
            counts.push((count, FoundIn::Evidence));
        }
        // Of equals the one that is searched last, and else the first.
        let count = |(count, place): &(u32, FoundIn)| (*count, *place == hit.place);
        best.1 = counts.iter().rev().max_by_key(|of| count(of)).map_or(hit.place, |(_, at)| *at);
    }
    (best.0, Hit { place: best.1, ..hit })
}

/// The series, the point or the rival in which the typed words stand side by side or that has most of
/// them, for a hit in one of them.
pub(super) fn evidence(
    doc: &Document,
    hit: Hit,
    phrase: Option<&Phrase>,
    needle: &mut Needle,
) -> Option<Evidence> {
    let ItemIx::Indicator(ix) = hit.item else { return None };
    if hit.place != FoundIn::Evidence {
        return None;
    }
    most(doc, entry(doc, hit.item)?, doc.report.indicator(ix)?, phrase, needle).1
}

/// The series, the point, the rival or the target that has most of the words, with how they stand there and how
/// many it has.
///
/// A point has the words of its series, too: `owed 2023` is the point of 2023 in the series of what
/// is owed.
fn most<'p>(
    doc: &Document,
    entry: &Entry,
    indicator: &Indicator,
    phrase: impl Into<Option<&'p Phrase>>,
    needle: &mut Needle,
) -> ((Option<Stands>, u32), Option<Evidence>) {
    let phrase = phrase.into();
    let mut best = ((None, 0), None);
    let (mut of_series, mut of_place) = ((usize::MAX, 0), (None, 0));
    for (place, text) in doc.search_index.evidence(entry, indicator) {
        let mut words = needle.words_in(text);
        match place {
            Evidence::Series(at) if at == of_series.0 => of_series.1 |= words,
            Evidence::Series(at) => of_series = (at, words),
            Evidence::Point(at) if at.series == of_series.0 => words |= of_series.1,
            Evidence::Point(_) | Evidence::Rival(_) | Evidence::Target(_) => {}
        }
        let before = if Some(place) == of_place.0 { of_place.1 } else { 0 };
        of_place = (Some(place), before | words);
        let stands = phrase.and_then(|phrase| phrase.stands_in(text));
        let count = (stands, of_place.1.count_ones());
        if count > best.0 {
            best = (count, Some(place));
        }
    }
    best
}
