use super::{CardInput, CardLine, Reads, Sheet, Stop};
use crate::app::document::Origin;
use crate::app::panels::Cursor;
use crate::app::text::{width, wrap};
use crate::report::{Observation, Period, SourceIx};

/// The cells of the column of labels.
const LABELS: usize = 8;
/// The sign in front of what the cursor was moved to.
pub(super) const MARK: &str = "› ";

/// Puts a card together, line by line.
pub(super) struct Writer<'m> {
    pub(super) input: &'m CardInput<'m>,
    pub(super) sheet: Sheet,
    pub(super) lines: Vec<CardLine>,
    pub(super) stops: Vec<Stop>,
}

impl<'m> Writer<'m> {
    pub(super) fn new(input: &'m CardInput<'m>, sheet: Sheet) -> Self {
        Self { input, sheet, lines: Vec::new(), stops: Vec::new() }
    }

    /// Where a figure or an event is taken from, and where that is to be found.
    pub(super) fn source(&mut self, source: Option<SourceIx>, locator: Option<&str>) {
        let Some(source) = source.and_then(|ix| self.input.doc.report.source(ix)) else {
            self.field("source", "none given");
            self.optional("at", locator);
            return;
        };
        self.field("source", &source.citation());
        self.optional("at", locator);
        if let Some(url) = &source.url {
            self.address(url);
        }
        if let Some(kind) = source.kind {
            self.field("kind", kind.word());
        }
        self.optional("about it", source.note.as_deref());
    }

    /// On paper an address stays whole, so that it can be followed; a panel has to break it.
    fn address(&mut self, url: &str) {
        match self.sheet.reads {
            Reads::All => self.lines.push(CardLine::Field("address", url.to_owned())),
            Reads::One(_) => self.field("address", url),
        }
    }

    /// A figure with its date and whoever says it: the speaker, else the publisher.
    pub(super) fn attributed(&self, observation: &Observation) -> String {
        let source = observation.source.and_then(|ix| self.input.doc.report.source(ix));
        let publisher = source.and_then(|source| source.publisher.as_ref());
        let who = observation.stated_by.as_ref().or(publisher);
        let who = who.map_or_else(String::new, |who| format!(" ({who})"));
        format!("{}, {}{who}", observation.figure(), observation.period_words())
    }

    /// The figure exactly as printed, if that is known.
    pub(super) fn worded(&mut self, observation: &Observation) {
        let quoted = observation.wording.as_ref().map(|wording| format!("“{wording}”"));
        self.optional("worded", quoted.as_deref());
    }

    /// The sign in front of what the cursor was moved to: what keys that cite and edit are about.
    pub(super) fn mark(&self, cursor: Cursor) -> &'static str {
        if self.is_at_cursor(cursor) { MARK } else { "" }
    }

    pub(super) fn is_at_cursor(&self, cursor: Cursor) -> bool {
        self.sheet.reads == Reads::One(Some(cursor))
    }

    pub(super) fn place(&mut self, line: u32) {
        let place = match &self.input.doc.origin {
            Origin::File(name) => format!("{name}:{line}"),
            Origin::BuiltIn => format!("built-in report, line {line}"),
        };
        self.blank();
        self.wrapped(&place, CardLine::Place);
    }

    pub(super) fn heading(&mut self, text: &'static str) {
        self.blank();
        self.lines.push(CardLine::Heading(text));
    }

    pub(super) fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| *line != CardLine::Blank) {
            self.lines.push(CardLine::Blank);
        }
    }

    pub(super) fn optional(&mut self, label: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(label, text);
        }
    }

    /// A label with its text beside it.
    pub(super) fn field(&mut self, label: &'static str, text: &str) {
        debug_assert!(width(label) <= LABELS, "the label is cut: {label}");
        let mut label = label;
        for line in wrap(text, self.sheet.cells.saturating_sub(LABELS + 1)) {
            self.lines.push(CardLine::Field(label, line));
            label = "";
        }
    }

    /// One label with several texts, each from a line of its own on.
    pub(super) fn list(&mut self, label: &'static str, texts: impl IntoIterator<Item = String>) {
        let mut label = label;
        for text in texts {
            self.field(label, &text);
            label = "";
        }
    }

    pub(super) fn wrapped(&mut self, text: &str, make: fn(String) -> CardLine) {
        self.lines.extend(wrap(text, self.sheet.cells).into_iter().map(make));
    }
}

/// A figure with its date: never without its hedge.
pub(super) fn dated(observation: &Observation) -> String {
    format!("{}, {}", observation.words(), observation.period_words())
}

pub(super) fn stated(date: Option<&Period>) -> String {
    date.map_or_else(|| "not stated".to_owned(), Period::words)
}
