//! The words of a copy that are most like some that it does not have.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::hit::Hit;
use crate::markup::Paragraph;

/// A word that stands in more places than this says little, and would take long to look at.
const COMMON: usize = 500;
/// The words that a passage may have more than the wording.
const MORE: usize = 6;

/// Where each word of a copy stands.
#[derive(Debug)]
pub(super) struct Words {
    /// The paragraph and the bytes of every word.
    places: Vec<(u32, Range<u32>)>,
    /// The positions of each word in `places`.
    positions: HashMap<u64, Vec<u32>>,
}

impl Words {
    pub(super) fn new(paragraphs: &[Paragraph]) -> Self {
        let mut words = Self { places: Vec::new(), positions: HashMap::new() };
        for (at, paragraph) in (0..).zip(paragraphs) {
            for (word, range) in split(&paragraph.text) {
                let position = u32::try_from(words.places.len()).unwrap_or(u32::MAX);
                words.positions.entry(word).or_default().push(position);
                words.places.push((at, range));
            }
        }
        words
    }

    /// The passage that shares the most words with a wording, at least half of them: rare words and
    /// numbers count more than common ones.
    pub(super) fn nearest(&self, wording: &str) -> Option<Hit> {
        let mut wanted: Vec<u64> = split(wording).map(|(word, _)| word).collect();
        let most = wanted.len() + MORE;
        wanted.sort_unstable();
        wanted.dedup();
        let count = |word: &u64| self.positions.get(word).map_or(0, Vec::len);
        if wanted.iter().any(|word| (1..=COMMON).contains(&count(word))) {
            wanted.retain(|word| count(word) <= COMMON);
        }
        let mut all: Vec<(u32, usize, f64)> = Vec::new();
        for (nth, word) in wanted.iter().enumerate() {
            let Some(positions) = self.positions.get(word) else { continue };
            let places = f64::from(u32::try_from(positions.len()).unwrap_or(u32::MAX));
            let rarity = 1.0 / (1.0 + places.ln());
            all.extend(positions.iter().take(COMMON).map(|position| (*position, nth, rarity)));
        }
        all.sort_unstable_by_key(|(position, ..)| *position);
        let best = self.best(&all, wanted.len(), most)?;
        let (first, last) = (all.get(best.start)?.0, all.get(best.end - 1)?.0);
        let (paragraph, start) = self.places.get(first as usize)?;
        let end = self.places.get(last as usize)?.1.end;
        let paragraph = *paragraph as usize;
        Some(Hit {
            paragraphs: paragraph..paragraph + 1,
            start: start.start as usize,
            end: end as usize,
        })
    }

    /// The window of this many words, within one paragraph, whose different words weigh the most.
    fn best(&self, all: &[(u32, usize, f64)], wanted: usize, most: usize) -> Option<Range<usize>> {
        let paragraph = |position: u32| self.places.get(position as usize).map(|(at, _)| *at);
        let mut times = vec![0_usize; wanted];
        let (mut start, mut weight, mut different) = (0, 0.0, 0);
        let mut best: Option<(f64, Range<usize>)> = None;
        for (at, (position, nth, rarity)) in all.iter().enumerate() {
            let count = times.get_mut(*nth)?;
            *count += 1;
            if *count == 1 {
                (weight, different) = (weight + rarity, different + 1);
            }
            while let Some((first, nth, rarity)) = all.get(start)
                && (paragraph(*first) != paragraph(*position)
                    || (*position - *first) as usize >= most)
            {
                let count = times.get_mut(*nth)?;
                *count -= 1;
                if *count == 0 {
                    (weight, different) = (weight - rarity, different - 1);
                }
                start += 1;
            }
            let is_near = different * 2 >= wanted && different > 1;
            if is_near && best.as_ref().is_none_or(|(before, _)| weight > *before + 1e-9) {
                best = Some((weight, start..at + 1));
            }
        }
        best.map(|(_, range)| range)
    }
}

/// The words and numbers of a text, without capitals and without signs between digits, and where they
/// stand.
fn split(text: &str) -> impl Iterator<Item = (u64, Range<u32>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(char::is_alphanumeric)?;
        let mut hasher = DefaultHasher::new();
        let mut letters = text.get(start..)?.chars().peekable();
        at = start;
        let mut before = ' ';
        while let Some(c) = letters.next() {
            let is_within = matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}')
                && before.is_ascii_digit()
                && letters.peek().is_some_and(char::is_ascii_digit);
            if c.is_alphanumeric() {
                c.to_lowercase().for_each(|c| c.hash(&mut hasher));
            } else if !is_within {
                break;
            }
            (before, at) = (c, at + c.len_utf8());
        }
        Some((hasher.finish(), u32::try_from(start).ok()?..u32::try_from(at).ok()?))
    })
}
