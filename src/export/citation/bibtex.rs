//! A citation as an entry of a bibliography.
//!
//! Types and fields are those of `biblatex` (its manual, section 2): `date` and `urldate` take
//! EDTF of level 0 or 1. Older styles read `title`, `note` and `howpublished` just as well.

use super::parts::Parts;
use crate::export::escape::tex as escaped;
use crate::report::{Address, Period, Source, SourceKind};

/// The entry. The figure goes into `note`, which styles print beside the source.
pub(super) fn entry(parts: &Parts<'_>) -> String {
    let address = parts.address.as_ref().and_then(|address| address.as_ref().ok());
    written(parts.source, &parts.label, address, &parts.key, Some(note(parts)))
}

/// The entry of a source, with a key to cite it by.
pub(in crate::export) fn source_entry(source: &Source, key: &str) -> String {
    let address = source.url.as_deref().and_then(|url| Address::new(url).ok());
    let note = source.note.as_ref().map(ToString::to_string);
    written(Some(source), &source.title, address.as_ref(), key, note)
}

/// An entry of a source, or of something without a source by its label.
fn written(
    source: Option<&Source>,
    label: &str,
    address: Option<&Address>,
    key: &str,
    note: Option<String>,
) -> String {
    let (entry, by) = entry_type(source.and_then(|source| source.kind));
    let title = source.map_or(label, |source| &*source.title);
    let mut fields = vec![("title", format!("{{{}}}", escaped(title)))];
    if let Some(source) = source {
        fields.extend(source.publisher.as_deref().map(|name| (by, escaped(name))));
        fields.push(match &source.published {
            Some(date) => ("date", date.to_simple_edtf()),
            None => ("year", "n.d.".to_owned()),
        });
    }
    // BibTeX reads this field verbatim; an address has no braces.
    fields.extend(address.map(|address| ("url", address.to_string())));
    let accessed = source.and_then(|source| source.accessed.as_ref());
    fields.extend(accessed.map(|date| ("urldate", Period::to_simple_edtf(date))));
    fields.extend(note.map(|note| ("note", escaped(&note))));
    let fields = fields.iter().map(|(name, text)| format!("  {name} = {{{text}}}"));
    format!("@{entry}{{{key},\n{}\n}}", fields.collect::<Vec<_>>().join(",\n"))
}

/// The type of the entry, and the field of the publisher.
fn entry_type(kind: Option<SourceKind>) -> (&'static str, &'static str) {
    match kind {
        Some(SourceKind::Report) => ("report", "institution"),
        Some(SourceKind::Article) => ("article", "journaltitle"),
        Some(SourceKind::Dataset) => ("dataset", "publisher"),
        Some(SourceKind::Poll | SourceKind::Statement | SourceKind::Reprint) | None => {
            ("misc", "howpublished")
        }
    }
}

/// The figure with everything that limits it, and its place in the source.
fn note(parts: &Parts<'_>) -> String {
    let figure = parts.figure.iter().map(|figure| format!(": {figure}"));
    let left_out = parts.address.as_ref().and_then(|address| address.as_ref().err());
    let no_source = parts.source.is_none().then_some(&parts.no_source);
    // An entry is about its source, which does not print what was worked out from it.
    let from =
        parts.source.filter(|_| parts.is_derived).map(|_| "worked out from this source".to_owned());
    let also = parts.also();
    let origin = from.iter().chain(no_source).chain(&parts.locator).chain(left_out).chain(&also);
    let rest = parts.circumstances.iter().chain(origin).map(|part| format!("; {part}"));
    parts.label.clone() + &figure.chain(rest).collect::<String>()
}
