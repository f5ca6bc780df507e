//! The sources of a report as bibliographies.

use super::citation::bibtex::source_entry;
use super::citation::{CitationFormat, Cited, citation};
use super::extract::Extract;
use super::json::Json;
use super::keys::Keys;
use crate::report::{Address, Period, Source, SourceKind};

/// The sources, and after them the figures: headlines, rivals and targets, each as a source with the figure
/// in its note.
pub fn bibtex(extract: &Extract<'_>) -> String {
    let report = extract.report;
    let left_out = extract.left_out.iter().map(|left_out| format!("% {left_out}"));
    let keys = Keys::new(report);
    let sources = sources(extract).map(|it| source_entry(it, &keys.of(it)));
    let figures = extract.rows().map(|row| row.cited());
    let figures = figures.filter(|cited| !matches!(cited, Cited::Point { .. }));
    let figures = figures.map(|cited| citation(report, cited, CitationFormat::Bibtex));
    left_out.chain(sources).chain(figures).fold(String::new(), |out, it| out + &it + "\n\n")
}

/// The sources as CSL-JSON, which Pandoc, Quarto and Zotero read.
pub fn csl_json(extract: &Extract<'_>) -> String {
    let keys = Keys::new(extract.report);
    let items = sources(extract).map(|it| item(it, keys.of(it)));
    Json::Each(Box::new(items)).into_file()
}

/// The sources that the file describes.
fn sources<'r>(extract: &Extract<'r>) -> impl Iterator<Item = &'r Source> {
    extract.all_sources().into_iter().filter(|source| !source.is_missing)
}

fn item(source: &Source, key: String) -> Json<'_> {
    let (kind, by) = match source.kind {
        Some(SourceKind::Report) => ("report", "publisher"),
        Some(SourceKind::Article) => ("article-magazine", "container-title"),
        Some(SourceKind::Dataset) => ("dataset", "publisher"),
        Some(SourceKind::Poll | SourceKind::Statement | SourceKind::Reprint) | None => {
            ("document", "publisher")
        }
    };
    let mut keys = vec![
        ("id", Json::text(key)),
        ("type", Json::text(kind)),
        ("title", Json::text(source.title.as_str())),
    ];
    keys.extend(source.publisher.as_ref().map(|name| (by, Json::text(name.as_str()))));
    keys.extend(source.published.as_ref().map(|when| ("issued", date(when))));
    keys.extend(source.accessed.as_ref().map(|when| ("accessed", date(when))));
    let address = source.url.as_deref().and_then(|url| Address::new(url).ok());
    keys.extend(address.map(|address| ("URL", Json::text(address.to_string()))));
    // In "note" programs look for fields of their own.
    keys.extend(source.note.as_ref().map(|note| ("annote", Json::text(note.as_str()))));
    Json::Object(keys)
}

/// A date in numbers; one that has none, such as a season, in words.
fn date<'r>(period: &Period) -> Json<'r> {
    let edtf = period.to_edtf();
    let plain = edtf.replace(['~', '?', '%'], "");
    let ends: Option<Vec<_>> = plain.split('/').map(numbers).collect();
    let Some(ends) = ends else {
        return Json::Object(vec![("literal", Json::text(period.words()))]);
    };
    let mut keys = vec![("date-parts", Json::List(ends))];
    if plain != edtf {
        keys.push(("circa", Json::Bool(true)));
    }
    Json::Object(keys)
}

/// Year, month and day, as far as they are there.
fn numbers<'r>(date: &str) -> Option<Json<'r>> {
    let part = |(at, part): (usize, &str)| {
        let number: u16 = part.parse().ok()?;
        let is_sound = match at {
            0 => part.len() == 4,
            1 => (1..=12).contains(&number),
            _ => (1..=31).contains(&number),
        };
        is_sound.then(|| Json::Number(number.to_string()))
    };
    date.split('-').enumerate().map(part).collect::<Option<Vec<_>>>().map(Json::List)
}
