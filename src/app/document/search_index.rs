//! What a find searches, in the normal form of texts: prepared once for each reading of the file.

mod found_in;
mod texts;

use std::borrow::Cow;

use crate::app::text::{CharMask, is_plain, normal};
use crate::report::{Event, Indicator, Period, Report, Source, SourceKind};
use texts::Part;

pub use found_in::FoundIn;

/// What of every item is searched, prepared while the file is read, as a key press must not wait for
/// a hundred thousand of them.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    indicators: Vec<Entry>,
    events: Vec<Entry>,
    /// Key, title and publisher of every source, each in a line of its own, and its other texts.
    sources: Vec<(Box<str>, Box<str>)>,
}

/// The texts of an item, in two parts: a group and sources, which many items share, are searched
/// between them.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    first: Prepared,
    last: Prepared,
}

/// Some texts of an item.
#[derive(Clone, Debug)]
struct Prepared {
    /// The letters of all of them.
    letters: CharMask,
    /// Those that the report does not have in their normal form, each in a line of its own. Most texts
    /// of most files are plain, and need no copy.
    lines: Box<str>,
    /// Which of the first 64 texts are in `lines`.
    copied: u64,
}

impl SearchIndex {
    /// The texts of a report.
    pub(crate) fn new(report: &Report) -> Self {
        Self {
            indicators: report.indicators.iter().map(Entry::of_indicator).collect(),
            events: report.events.iter().map(Entry::of_event).collect(),
            sources: report.sources.iter().map(of_source).collect(),
        }
    }

    /// The texts of the indicators from a position on.
    pub(crate) fn indicators(&self, from: usize) -> &[Entry] {
        self.indicators.get(from..).unwrap_or_default()
    }

    /// The texts of the events.
    pub(crate) fn events(&self) -> &[Entry] {
        &self.events
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

impl Entry {
    fn of_indicator(indicator: &Indicator) -> Self {
        let written = |place| texts::of_indicator(indicator, place);
        Self {
            first: Prepared::new(texts::first(indicator), written),
            last: Prepared::new(texts::last(indicator), written),
        }
    }

    fn of_event(event: &Event) -> Self {
        let written = |place| texts::of_event(event, place);
        Self {
            first: Prepared::new(texts::first_of_event(event), written),
            last: Prepared::new(texts::last_of_event(event), written),
        }
    }

    /// The texts that come before the group, in their normal form; none if they lack some of the
    /// letters.
    pub(crate) fn first<'t>(
        &'t self,
        indicator: &'t Indicator,
        letters: CharMask,
    ) -> impl Iterator<Item = (FoundIn, &'t str)> {
        self.first.texts(|| texts::first(indicator), letters)
    }

    /// The texts that come after the sources.
    pub(crate) fn last<'t>(
        &'t self,
        indicator: &'t Indicator,
        letters: CharMask,
    ) -> impl Iterator<Item = (FoundIn, &'t str)> {
        self.last.texts(|| texts::last(indicator), letters)
    }

    /// The texts of an event that come before its group.
    pub(crate) fn first_of_event<'t>(
        &'t self,
        event: &'t Event,
        letters: CharMask,
    ) -> impl Iterator<Item = (FoundIn, &'t str)> {
        self.first.texts(|| texts::first_of_event(event), letters)
    }

    /// The texts of an event that come after its source.
    pub(crate) fn last_of_event<'t>(
        &'t self,
        event: &'t Event,
        letters: CharMask,
    ) -> impl Iterator<Item = (FoundIn, &'t str)> {
        self.last.texts(|| texts::last_of_event(event), letters)
    }
}

impl Prepared {
    fn new<'t>(parts: impl Iterator<Item = Part<'t>>, written: impl Fn(FoundIn) -> String) -> Self {
        let (mut letters, mut lines, mut copied) = (CharMask::default(), String::new(), 0);
        for (at, (place, text)) in (0..).zip(parts) {
            let text = match text {
                Some(text) => normal(text),
                None => normal(&written(place)).into_owned().into(),
            };
            letters = letters.with(&text);
            if let Cow::Owned(text) = text {
                lines.push_str(&text);
                lines.push('\n');
                copied |= 1_u64.checked_shl(at).unwrap_or(0);
            }
        }
        Self { letters, lines: lines.into(), copied }
    }

    /// The texts in their normal form, by the parts that they were prepared from. Items that lack some
    /// letters are not looked at.
    fn texts<'t, P: Iterator<Item = Part<'t>>>(
        &'t self,
        parts: impl FnOnce() -> P,
        letters: CharMask,
    ) -> impl Iterator<Item = (FoundIn, &'t str)> {
        let mut lines = self.lines.split('\n');
        let parts = self.letters.may_have(letters).then(parts).into_iter().flatten();
        (0..).zip(parts).map(move |(at, (place, text))| {
            let is_copied = |text| match 1_u64.checked_shl(at) {
                Some(bit) => self.copied & bit != 0,
                None => !is_plain(text),
            };
            let text = text.filter(|text| !is_copied(text));
            (place, text.unwrap_or_else(|| lines.next().unwrap_or_default()))
        })
    }
}

fn of_source(source: &Source) -> (Box<str>, Box<str>) {
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

fn in_lines(texts: &[Option<&str>]) -> Box<str> {
    texts.iter().copied().flatten().map(normal).collect::<Vec<_>>().join("\n").into()
}
