//! What a find searches, in the normal form of texts: prepared once for each reading of the file.

mod found_in;
mod texts;

use std::collections::HashMap;
use std::iter;
use std::ops::Range;

use memchr::{memchr, memrchr};

use crate::app::text::{CharMask, normal};
use crate::report::{
    GroupIx, Indicator, Observation, Period, Report, Source, SourceIx, SourceKind,
};
use texts::Part;

pub use found_in::{Evidence, FoundIn};

/// What of every item is searched, prepared while the file is read, as a key press must not wait for
/// a hundred thousand of them. They stand one after the other, and the search reads nothing else.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    /// The indicators and then the events.
    entries: Vec<Entry>,
    /// All their texts, each in a line after the sign of its place.
    lines: String,
    /// The groups and sources of items: many items have the same ones.
    shared: Vec<Shared>,
    /// The titles of groups.
    groups: Vec<String>,
    /// Key, title and publisher of every source, each in a line of its own, and its other texts.
    sources: Vec<(String, String)>,
}

/// The texts of an item, in two parts: its group and its sources are searched between them.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) first: Prepared,
    pub(crate) last: Prepared,
    /// The position of its group and its sources in [`SearchIndex::shared`].
    pub(crate) shared: usize,
}

/// Some texts of an item.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    /// The letters of all of them.
    pub(crate) letters: CharMask,
    /// Where they stand among the lines.
    lines: Range<usize>,
}

/// A group and sources.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shared {
    pub(crate) group: Option<GroupIx>,
    pub(crate) sources: Vec<SourceIx>,
}

impl Entry {
    /// The length of its own texts, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.first.lines.len() + self.last.lines.len()
    }
}

impl SearchIndex {
    /// The texts of a report.
    pub(crate) fn new(report: &Report) -> Self {
        let mut index = Self {
            groups: report.groups.iter().map(|group| normal(&group.title)).collect(),
            sources: report.sources.iter().map(of_source).collect(),
            ..Self::default()
        };
        let mut known = HashMap::new();
        for indicator in &report.indicators {
            let mut sources: Vec<_> =
                indicator.observations().flat_map(Observation::sources).collect();
            sources.dedup();
            let shared = Shared { group: indicator.group, sources };
            let whole = indicator.part_of.and_then(|ix| report.indicator(ix));
            let last = texts::last(indicator, whole.map(|whole| &whole.label));
            index.add(texts::first(indicator), last, shared, &mut known);
        }
        for event in &report.events {
            let shared = Shared { group: event.group, sources: event.source.into_iter().collect() };
            index.add(
                texts::first_of_event(event),
                texts::last_of_event(event),
                shared,
                &mut known,
            );
        }
        index.lines.shrink_to_fit();
        index
    }

    fn add<'t>(
        &mut self,
        first: impl Iterator<Item = Part<'t>>,
        last: impl Iterator<Item = Part<'t>>,
        shared: Shared,
        known: &mut HashMap<Shared, usize>,
    ) {
        let shared = *known.entry(shared).or_insert_with_key(|shared| {
            self.shared.push(shared.clone());
            self.shared.len() - 1
        });
        let (first, last) = (self.prepare(first), self.prepare(last));
        self.entries.push(Entry { first, last, shared });
    }

    fn prepare<'t>(&mut self, parts: impl Iterator<Item = Part<'t>>) -> Prepared {
        let (mut letters, from) = (CharMask::default(), self.lines.len());
        for (place, text) in parts {
            let text = normal(&text);
            letters = letters.with(&text);
            self.lines.push(place.sign());
            self.lines.push_str(&text);
            self.lines.push('\n');
        }
        Prepared { letters, lines: from..self.lines.len() }
    }

    /// The indicators and then the events.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The texts of a part in their normal form, from each position on that `find` gives for the rest
    /// of them.
    pub(crate) fn texts(
        &self,
        part: &Prepared,
        find: impl Fn(&str) -> Option<usize>,
    ) -> impl Iterator<Item = (FoundIn, &str)> {
        let mut rest = self.lines.get(part.lines.clone()).unwrap_or_default();
        iter::from_fn(move || {
            let before = rest.as_bytes().get(..find(rest)?)?;
            let from = memrchr(b'\n', before).map_or(0, |end| end + 1);
            let to = from + memchr(b'\n', rest.as_bytes().get(from..)?)?;
            let (line, after) = (rest.get(from..to)?, rest.get(to + 1..)?);
            rest = after;
            Some((FoundIn::of_sign(*line.as_bytes().first()?)?, line.get(1..)?))
        })
    }

    /// All texts of an item in their normal form, also those that it shares with others.
    pub(crate) fn all_texts(&self, entry: &Entry) -> impl Iterator<Item = (FoundIn, &str)> {
        let own = [&entry.first, &entry.last].into_iter();
        let own = own.flat_map(|part| self.texts(part, |_| Some(0)));
        let shared = self.shared.get(entry.shared);
        let group = shared.and_then(|shared| self.groups.get(shared.group?.0 as usize));
        let sources = shared.into_iter().flat_map(|shared| &shared.sources);
        let sources = sources.filter_map(|ix| Some((*ix, self.sources.get(ix.0 as usize)?)));
        let sources = sources.flat_map(|(ix, (names, others))| {
            let names = names.split('\n').map(move |text| (FoundIn::Source(ix), text));
            names.chain(others.split('\n').map(move |text| (FoundIn::AboutSource(ix), text)))
        });
        own.chain(group.map(|title| (FoundIn::Group, &**title))).chain(sources)
    }

    /// The texts of the series, the points and the rivals of an indicator.
    pub(crate) fn evidence<'t>(
        &'t self,
        entry: &Entry,
        indicator: &'t Indicator,
    ) -> impl Iterator<Item = (Evidence, &'t str)> {
        let texts =
            self.texts(&entry.last, |_| Some(0)).filter(|(place, _)| *place == FoundIn::Evidence);
        texts::evidence(indicator).zip(texts).map(|((place, _), (_, text))| (place, text))
    }

    /// The groups and sources that items have together.
    pub(crate) fn shared(&self) -> &[Shared] {
        &self.shared
    }

    /// The title of each group.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(String::as_str)
    }

    /// The key, the title and the publisher of each source.
    pub(crate) fn sources(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.sources.iter().map(|(texts, _)| texts.split('\n'))
    }

    /// The other texts of each source: its date, its kind, its address, its note.
    pub(crate) fn about_sources(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.sources.iter().map(|(_, texts)| texts.split('\n'))
    }
}

fn of_source(source: &Source) -> (String, String) {
    let published = source.published.as_ref().map_or_else(|| "n.d.".to_owned(), Period::words);
    let names = [Some(&*source.key), Some(&*source.title), source.publisher.as_deref()];
    let others = [
        Some(&*published),
        source.kind.map(SourceKind::word),
        source.url.as_deref(),
        source.note.as_deref(),
    ];
    (in_lines(&names), in_lines(&others))
}

fn in_lines(texts: &[Option<&str>]) -> String {
    texts.iter().copied().flatten().map(normal).collect::<Vec<_>>().join("\n")
}
