//! A figure in words with a citation of its source, as Pandoc and Quarto read it.

use super::{Cited, words};
use crate::export::escape::{markdown, markdown_and};
use crate::export::keys::Keys;
use crate::report::{Report, Source, SourceIx};

/// The words that Pandoc takes for the name of a place.
const PLACES: &[&str] = &[
    "p.", "pp.", "para.", "paras.", "§", "§§", "sec.", "secs.", "chap.", "chaps.", "fig.", "figs.",
    "vol.", "vols.",
];

/// The words, then the citation in square brackets. A style may drop what stands in there, so the
/// hedge stands before it.
pub(super) fn line(report: &Report, cited: Cited<'_>) -> String {
    let words = markdown(&words(cited));
    let (source, locator, also) = match (cited, cited.observation()) {
        (_, Some(it)) => (it.source, it.locator.as_deref(), &*it.also),
        (Cited::Event(event), None) => (event.source, event.locator.as_deref(), &[][..]),
        (_, None) => (None, None, &[][..]),
    };
    let cite = |source: SourceIx, locator: Option<&str>| {
        let source = report.source(source).filter(|source| !source.is_missing)?;
        let locator = locator.map(str::trim).filter(|place| !place.is_empty());
        Some(format!("@{}{}", key(report, source), locator.map(place).unwrap_or_default()))
    };
    let is_derived = cited.observation().is_some_and(|it| it.derived.is_some());
    let lead = if is_derived { "worked out from " } else { "" };
    let own = source.and_then(|source| cite(source, locator)).map(|cite| format!("{lead}{cite}"));
    let also = also.iter().filter_map(|it| cite(it.source, it.locator.as_deref()));
    let all: Vec<_> = own.into_iter().chain(also).collect();
    match (all.is_empty(), is_derived) {
        (false, _) => format!("{words} [{}]", all.join("; ")),
        (true, true) => words,
        (true, false) => format!("{words} (no source given)"),
    }
}

/// The key of a source; in braces where Pandoc would not read it to its end.
fn key(report: &Report, source: &Source) -> String {
    let key = Keys::new(report).of(source);
    let is_word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
    if key.split(['-', '_', ':']).all(is_word) { key } else { format!("{{{key}}}") }
}

/// The place behind the key. One that Pandoc does not know by its first word is a mere text, or else
/// the number in "Table 3" would be taken for a page.
fn place(locator: &str) -> String {
    let paragraphs = locator.strip_prefix("¶¶").map(|rest| format!("paras. {}", rest.trim_start()));
    let paragraph = || locator.strip_prefix('¶').map(|rest| format!("para. {}", rest.trim_start()));
    let place = paragraphs.or_else(paragraph).unwrap_or_else(|| locator.to_owned());
    let is_known = PLACES.iter().any(|name| {
        let rest = place.strip_prefix(name).unwrap_or_default().trim_start();
        rest.starts_with(|c: char| c.is_ascii_digit())
    });
    let none = if is_known { "" } else { "{}" };
    format!("{none}, {}", markdown_and(&place, ";{}"))
}
