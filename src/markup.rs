//! Running text out of Markdown, HTML and plain text, with the place of each part in the document.
//!
//! Code, the targets of links, comments, scripts, front matter and the numbers of footnotes are not
//! running text.

mod html;
mod markdown;
mod plain;
mod running;

use std::ops::Range;

use running::Running;

/// The language that a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// `CommonMark` with the tables and footnotes of GitHub, HTML within it, and front matter.
    Markdown,
    /// A whole page or a part of one.
    Html,
    /// Paragraphs with blank lines between them, pages with form feeds.
    Plain,
}

impl Markup {
    /// The language of a document by the ending of its name, or else by how its text begins.
    #[must_use]
    pub fn of(name: &str, text: &str) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("md" | "markdown" | "mdown" | "qmd" | "rmd") => Self::Markdown,
            Some("html" | "htm" | "xhtml") => Self::Html,
            _ if begins_as_page(text) => Self::Html,
            _ => Self::Plain,
        }
    }
}

fn begins_as_page(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    ["<!doctype html", "<html"]
        .iter()
        .any(|page| start.get(..page.len()).is_some_and(|first| first.eq_ignore_ascii_case(page)))
}

/// What a paragraph is in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Running text; a locator such as "¶ 12" counts these.
    Text,
    /// A heading of any level.
    Heading,
    /// An item of a list.
    Item,
    /// A row of a table, ` | ` between its cells.
    Row,
}

/// One paragraph, heading, item or row as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words, with one space for each run of white space, and without white space at either end.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// Its place among the paragraphs of running text, from 1; others have none.
    pub number: Option<usize>,
    /// The page that it begins on, from 1: one more than the form feeds before it.
    pub page: usize,
    pieces: Vec<Piece>,
}

/// A stretch of `text` that stands in one place of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    start: usize,
    place: Range<usize>,
    /// Whether the bytes are the same in both, so that a place within them can be told.
    same: bool,
}

impl Paragraph {
    /// The bytes of the document that a span of `text` stands for.
    ///
    /// A character that the document writes as a reference (`&nbsp;`) stands for all of it.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Range<usize> {
        let start = self.piece_at(span.start).map_or(0, |piece| {
            if piece.same {
                piece.place.start + span.start - piece.start
            } else {
                piece.place.start
            }
        });
        if span.is_empty() {
            return start..start;
        }
        let last = span.end - 1;
        let end = self.piece_at(last).map_or(start, |piece| {
            if piece.same { piece.place.start + last - piece.start + 1 } else { piece.place.end }
        });
        start..end.max(start)
    }

    fn piece_at(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(after.saturating_sub(1))
    }
}

/// The paragraphs of a document, in its order. Empty ones are left out.
#[must_use]
pub fn paragraphs(document: &str, markup: Markup) -> Vec<Paragraph> {
    let mut running = Running::default();
    match markup {
        Markup::Markdown => markdown::read(document, &mut running),
        Markup::Html => html::read(document, 0, &mut running),
        Markup::Plain => plain::read(document, &mut running),
    }
    running.finish()
}

/// A comment of Markdown or HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands, its signs included.
    pub place: Range<usize>,
    /// Whether what follows it is HTML; else it is Markdown.
    pub is_in_html: bool,
}

/// The comments of a document, in its order. What looks like one within code, a script or front matter
/// is none.
#[must_use]
pub fn comments(document: &str, markup: Markup) -> Vec<Comment> {
    match markup {
        Markup::Markdown => markdown::comments(document),
        Markup::Html => {
            let all = html::comments(document, 0);
            all.into_iter().map(|place| Comment { place, is_in_html: true }).collect()
        }
        Markup::Plain => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
