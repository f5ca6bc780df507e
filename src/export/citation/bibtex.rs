//! A citation as an entry of a bibliography.
//!
//! Types and fields are those of `biblatex` (its manual, section 2): `date` and `urldate` take
//! EDTF of level 0 or 1. Older styles read `title`, `note` and `howpublished` just as well.

use super::parts::Parts;
use crate::report::{Period, SourceKind};

/// The entry. The figure goes into `note`, which styles print beside the source.
pub(super) fn entry(parts: &Parts<'_>) -> String {
    let kind = parts.source.and_then(|source| source.kind);
    let (entry, by) = entry_type(kind);
    let title = parts.source.map_or(&*parts.label, |source| &*source.title);
    let mut fields = vec![("title", format!("{{{}}}", escaped(title)))];
    if let Some(source) = parts.source {
        fields.extend(source.publisher.as_deref().map(|name| (by, escaped(name))));
        fields.push(match &source.published {
            Some(date) => ("date", date.to_simple_edtf()),
            None => ("year", "n.d.".to_owned()),
        });
    }
    if let Some(Ok(address)) = &parts.address {
        // BibTeX reads this field verbatim; an address has no braces.
        fields.push(("url", address.to_string()));
    }
    fields.extend(parts.accessed().map(|date| ("urldate", Period::to_simple_edtf(date))));
    fields.push(("note", escaped(&note(parts))));
    let fields = fields.iter().map(|(name, text)| format!("  {name} = {{{text}}}"));
    format!("@{entry}{{{},\n{}\n}}", parts.key, fields.collect::<Vec<_>>().join(",\n"))
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
    let rest = parts.circumstances.iter().chain(no_source).chain(&parts.locator).chain(left_out);
    let rest = rest.map(|part| format!("; {part}"));
    parts.label.clone() + &figure.chain(rest).collect::<String>()
}

/// The text escaped for LaTeX. Braces are written as commands, because BibTeX counts even escaped
/// ones, and a single one would take in the rest of the file.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str(r"\textbackslash{}"),
            '{' => out.push_str(r"\textbraceleft{}"),
            '}' => out.push_str(r"\textbraceright{}"),
            '~' => out.push_str(r"\textasciitilde{}"),
            '^' => out.push_str(r"\textasciicircum{}"),
            '<' => out.push_str(r"\textless{}"),
            '>' => out.push_str(r"\textgreater{}"),
            '|' => out.push_str(r"\textbar{}"),
            // In some languages `"` changes the next letter; the backtick is an opening quotation
            // mark.
            '"' => out.push_str(r"\textquotedbl{}"),
            '`' => out.push_str(r"\textasciigrave{}"),
            // Signs of readings that text fonts do not have.
            '≤' => out.push_str(r"$\leq$"),
            '≥' => out.push_str(r"$\geq$"),
            '≈' => out.push_str(r"$\approx$"),
            '−' => out.push_str("$-$"),
            '%' | '$' | '&' | '#' | '_' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
