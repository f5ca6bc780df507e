//! Writes figures into documents, between markers, each in words that keep its hedge.
//!
//! A marker of Markdown and HTML is a comment, `<!-- fig:debt words -->nearly $8 billion<!-- /fig -->`;
//! one of LaTeX is a line comment in front of the line and one behind it. Nothing else of a document
//! changes.

mod figure;
mod markers;

use std::ops::Range;

use crate::export::{Language, inline, read_latex};
use crate::markup::{Markup, paragraphs};
use crate::prose::{Link, Numeral, Numerals, foretold};
use crate::report::{Observation, Report};
use figure::{Asked, asked};
use markers::Slot;

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// Markdown, that of Quarto included.
    Markdown,
    /// HTML.
    Html,
    /// LaTeX.
    Latex,
}

/// The endings of the documents that can be filled in.
pub const DOCUMENT_ENDINGS: &str = ".md, .qmd, .Rmd, .html, .tex";

impl DocumentKind {
    /// By the ending of the name; `None` if it is none of these.
    pub fn of(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match &*ending {
            "tex" | "latex" | "ltx" => Some(Self::Latex),
            _ => match Markup::of(name, "") {
                Markup::Markdown => Some(Self::Markdown),
                Markup::Html => Some(Self::Html),
                Markup::Plain => None,
            },
        }
    }
}

/// Where figures come from, and what is known of those that are not there.
pub struct Figures<'r> {
    /// The report.
    pub report: &'r Report,
    /// Why a figure of this id is left out, if it has a fault.
    pub left_out: &'r dyn Fn(&str) -> Option<String>,
    /// Whether a figure may have lost its hedge or its status.
    pub accepts_losses: bool,
}

/// A document with its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The whole text.
    pub text: String,
    /// How many markers it has.
    pub markers: usize,
    /// What was replaced.
    pub replaced: Vec<Replaced>,
}

/// A text between markers that was replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The line of the marker, counted from 1.
    pub line: usize,
    /// The figure as the marker names it.
    pub name: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// Why a document cannot be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do, in words for users.
    pub message: String,
}

/// Fills a document in.
///
/// # Errors
/// All faults of its markers. Then nothing of it must be written.
pub fn fill(
    document: &str,
    kind: DocumentKind,
    figures: &Figures<'_>,
) -> Result<Filled, Vec<Fault>> {
    let (slots, mut faults) = markers::slots(document, kind);
    let mut filled = Filled { markers: slots.len(), ..Filled::default() };
    let mut at = 0;
    for slot in &slots {
        match fill_one(document, slot, figures) {
            Ok(None) => {}
            Ok(Some((place, text))) => {
                filled.text.push_str(document.get(at..place.start).unwrap_or_default());
                filled.text.push_str(&text);
                at = place.end;
                filled.replaced.push(Replaced {
                    line: slot.line,
                    name: slot.name.to_owned(),
                    before: seen(document.get(place).unwrap_or_default(), slot.language),
                    after: seen(&text, slot.language),
                });
            }
            Err(message) => faults.push(Fault { line: slot.line, message }),
        }
    }
    filled.text.push_str(document.get(at..).unwrap_or_default());
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(filled) } else { Err(faults) }
}

/// What to write, and in place of what; `None` if it stands there already.
fn fill_one(
    document: &str,
    slot: &Slot<'_>,
    figures: &Figures<'_>,
) -> Result<Option<(Range<usize>, String)>, String> {
    let Asked { cited, figure, form } = asked(slot, figures)?;
    let text = inline(figures.report, cited, form, slot.language);
    let inner = document.get(slot.inner.clone()).unwrap_or_default();
    let old = inner.trim();
    // Emphasis, and an escape that is not needed, are the author's business.
    let is_same = slot.language != Language::Latex
        && !old.is_empty()
        && seen(old, slot.language) == seen(&text, slot.language);
    if old == text || is_same {
        return Ok(None);
    }
    let start = slot.inner.start + inner.len() - inner.trim_start().len();
    if old.is_empty() {
        let (place, text) = into_nothing(slot, inner, text);
        return Ok(Some((place, text)));
    }
    if !figures.accepts_losses
        && let Some(lost) = lost(&seen(old, slot.language), &seen(&text, slot.language), figure)
    {
        return Err(format!(
            "the text says “{}”, and '{}' is {} now: its {lost} is lost; if that is right, add \
             --accept hedge-lost",
            seen(old, slot.language),
            slot.name,
            figure.words(),
        ));
    }
    Ok(Some((start..start + old.len(), text)))
}

/// Where a text goes that has nothing to replace: on a line of its own if the markers are on two.
fn into_nothing(slot: &Slot<'_>, inner: &str, text: String) -> (Range<usize>, String) {
    let end = if inner.contains("\r\n") || slot.ends_with_return { "\r\n" } else { "\n" };
    let from = slot.inner.start;
    match inner.find('\n') {
        _ if slot.language == Language::Latex => (from..from, text + end),
        Some(at) => (from + at + 1..from + at + 1, text + end),
        None => (slot.inner.clone(), text),
    }
}

/// A part of a document as a reader sees it.
fn seen(text: &str, language: Language) -> String {
    let markup = match language {
        Language::Latex => return read_latex(text),
        Language::Markdown => Markup::Markdown,
        Language::Html => Markup::Html,
    };
    let parts = paragraphs(text, markup);
    parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// What a text would lose that limits its figure.
fn lost(old: &str, new: &str, figure: &Observation) -> Option<&'static str> {
    let is_limited = figure.uncertainty.is_some()
        || figure.quantity.as_ref().is_none_or(|it| {
            let allowed = it.interval();
            it.hedge().is_some() || allowed.low != allowed.high
        });
    if !is_limited && limits(old) > limits(new) {
        return Some("hedge");
    }
    let is_foretold = |text| foretold(text, i64::MAX).is_some();
    (figure.status.is_observed() && is_foretold(old) && !is_foretold(new)).then_some("status")
}

/// How many numbers of a text are limited.
fn limits(text: &str) -> usize {
    let read = Numerals::of(text);
    let is_limited = |it: &&Numeral| {
        let is_range = matches!(it.link, Some((Link::Range, _)));
        !it.limits.is_empty() || it.interval.is_some() || is_range
    };
    read.numbers.iter().filter(is_limited).count() + read.orders.len()
}

#[cfg(test)]
mod tests;
