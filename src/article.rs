//! Which figures of a report an article states, and whether it states them as the report does.
//!
//! Each number of the running text is held against the figures of like value and against those of
//! like words. In doubt nothing is said: a number that fits no figure well is only counted.

mod candidate;
mod claim;
mod date;
mod figures;
mod fit;
mod matching;
mod other;
mod reader;
mod rule;
mod said;
mod sentence;
mod tell;
mod words;

use std::ops::Range;

pub use claim::Fault;
pub use figures::Figures;
pub use tell::diagnostics;
pub(crate) use tell::{lines_of, told};

use crate::diagnostic::Rule;
use crate::markup::{Kind, Markup, paragraphs};
use crate::report::{Day, IndicatorIx};
use reader::Reader;

/// Every rule of articles, by its code.
pub const RULES: &[Rule] = rule::RULES;

/// A number of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The number with what limits it, in bytes of the document.
    pub span: Range<usize>,
    /// The sentence around it, in bytes of the document.
    pub sentence: Range<usize>,
    /// The words of the number and what limits it.
    pub words: String,
    /// The words of the number alone.
    pub number: String,
    /// The figure that it states, if one was found.
    pub figure: Option<Found>,
    /// In what it differs from the figure; nothing where it is stated as in the report.
    pub fault: Option<Fault>,
}

/// The figure that a number states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its indicator.
    pub item: IndicatorIx,
    /// Its position in [`Figures`].
    at: usize,
}

/// Every number of an article that may be a figure, in the order of its text.
pub fn statements(
    document: &str,
    markup: Markup,
    figures: &Figures<'_>,
    as_of: Day,
) -> Vec<Statement> {
    let mut reader = Reader::new(figures, as_of);
    for paragraph in paragraphs(document, markup) {
        match paragraph.kind {
            Kind::Heading => reader.heading(&paragraph),
            Kind::Text | Kind::Item | Kind::Row => reader.paragraph(&paragraph),
        }
    }
    reader.statements
}

#[cfg(test)]
mod tests;
