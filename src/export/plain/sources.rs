//! Sources in sentences.

use std::collections::HashSet;

use super::speech::{Sentences, aloud, locator};
use crate::report::{AlsoIn, Indicator, ItemIx, Period, Report, Source, SourceIx};

/// A source with everything that the file says of it.
pub fn spoken_source(source: &Source) -> String {
    let mut out = Sentences::default();
    out.say(&format!("Source: {}", cited(source)));
    out.maybe(source.kind.map(|kind| format!("Kind: {}", kind.word())));
    let seen = source.accessed.as_ref().map(Period::spoken);
    out.maybe(seen.map(|date| format!("Last looked at: {date}")));
    // An address is read letter by letter, so its signs stay.
    out.maybe(source.url.as_ref().map(|url| format!("Address: {url}")));
    out.maybe(source.copy.as_ref().map(|name| format!("Saved copy: {name}")));
    out.maybe(source.note.as_ref().map(|note| format!("Note: {}", aloud(note))));
    out.end()
}

/// The sources that items are taken from, in the order of the file.
pub fn sources_of(
    report: &Report,
    items: impl Iterator<Item = ItemIx>,
) -> impl Iterator<Item = &Source> {
    let mut cited = HashSet::new();
    for item in items {
        match item {
            ItemIx::Indicator(ix) => {
                let figures = report.indicator(ix).into_iter().flat_map(Indicator::observations);
                for figure in figures {
                    cited.extend(figure.source);
                    cited.extend(figure.also.iter().map(|also| also.source));
                }
            }
            ItemIx::Event(ix) => cited.extend(report.event(ix).and_then(|event| event.source)),
        }
    }
    let sources = report.sources.iter().zip(0..);
    sources
        .filter(move |(source, at)| !source.is_missing && cited.contains(&SourceIx(*at)))
        .map(|(source, _)| source)
}

/// Title, publisher and date.
fn cited(source: &Source) -> String {
    if source.is_missing {
        return aloud(&source.title);
    }
    let from = source.publisher.as_ref().map(|publisher| aloud(publisher));
    let date = source.published.as_ref().map_or_else(|| "no date".to_owned(), Period::spoken);
    let parts = [Some(aloud(&source.title)), from, Some(date)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The source of a headline or of an event, with the place in it.
pub(super) fn source(report: &Report, source: Option<SourceIx>, at: Option<&str>) -> String {
    let source = source.and_then(|ix| report.source(ix));
    let source = source.map_or_else(
        || "No source is given".to_owned(),
        |source| format!("Source: {}", cited(source)),
    );
    std::iter::once(source).chain(at.map(place)).collect::<Vec<_>>().join(", ")
}

/// A source in a few words: its publisher, with its title where others are from there too.
pub(super) fn name(report: &Report, ix: SourceIx) -> Option<String> {
    let source = report.source(ix)?;
    let own = source.publisher.as_ref();
    let is_only =
        report.sources.iter().filter(|other| own == other.publisher.as_ref()).count() <= 1;
    let name = match own {
        Some(publisher) if is_only => aloud(publisher),
        Some(publisher) => format!("{} in “{}”", aloud(publisher), aloud(&source.title)),
        None => aloud(&source.title),
    };
    Some(name.trim_end_matches('.').to_owned())
}

/// Another source that prints a figure.
pub(super) fn also_in(report: &Report, also: &AlsoIn) -> String {
    let source = report.source(also.source).map(cited).unwrap_or_default();
    let at = also.locator.as_deref().map(place);
    let wording = also.wording.as_deref().map(|wording| format!("as “{}”", aloud(wording)));
    let parts = [Some(format!("also in {source}")), at, wording];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A place in a source.
pub(super) fn place(at: &str) -> String {
    locator(at)
}
