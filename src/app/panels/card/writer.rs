//! Writes the lines of a card.

use std::iter;

use super::{CardFormat, CardInput, CardLine, CursorStop, WrittenPoints};
use crate::app::panels::Cursor;
use crate::app::text::{width, wrap};
use crate::report::{Observation, SourceIx, Status, Text};

/// The cells of a label.
pub(super) const LABELS: usize = 8;
/// The sign before the figure that the cursor is on.
pub(super) const MARK: &str = "› ";

/// Writes a card, line by line.
pub(super) struct Writer<'m> {
    pub(super) input: &'m CardInput<'m>,
    pub(super) format: CardFormat,
    pub(super) lines: Vec<CardLine>,
    pub(super) stops: Vec<CursorStop>,
}

impl Writer<'_> {
    /// Where a figure is from: every source that prints it, each with its place and its words, or the
    /// sources that it is worked out from.
    pub(super) fn origin(&mut self, figure: &Observation) {
        let locator = figure.locator.as_deref();
        let (first, others) = match figure.derived {
            Some(_) => ("from", "and from"),
            None => ("source", "also in"),
        };
        if figure.source.is_some() || figure.derived.is_none() {
            self.source_as(first, figure.source, locator);
        }
        for other in &figure.also {
            self.source_as(others, Some(other.source), other.locator.as_deref());
            self.quoted(other.wording.as_ref());
            let (wording, locator) = (other.wording.as_deref(), other.locator.as_deref());
            self.passage(Some(other.source), wording, locator);
        }
    }

    /// The source of an event, and its place there.
    pub(super) fn source(&mut self, source: Option<SourceIx>, locator: Option<&str>) {
        self.source_as("source", source, locator);
    }

    fn source_as(&mut self, label: &'static str, source: Option<SourceIx>, locator: Option<&str>) {
        let Some(source) = source.and_then(|ix| self.input.doc.report.source(ix)) else {
            self.field(label, "none given");
            self.optional("at", locator);
            return;
        };
        self.field(label, &source.citation());
        self.optional("at", locator);
        self.optional("address", source.url.as_deref());
        if let Some(kind) = source.kind {
            self.field("kind", kind.word());
        }
        self.optional("copy", source.copy.as_deref());
        self.optional("about it", source.note.as_deref());
    }

    /// A figure with its date and who states it, or else the publisher of its source.
    pub(super) fn attributed(&self, observation: &Observation) -> String {
        let source = observation.source.and_then(|ix| self.input.doc.report.source(ix));
        let publisher = source.and_then(|source| source.publisher.as_ref());
        let from = if observation.derived.is_some() { "from " } else { "" };
        let publisher = publisher.map(|publisher| format!("{from}{publisher}"));
        let who = observation.stated_by.as_ref().map(ToString::to_string).or(publisher);
        let who = who.map(|who| format!(" ({who})"));
        let (figure, period) = (observation.figure(), observation.period_words());
        format!("{figure}, {period}{}", who.unwrap_or_default())
    }

    /// The figure exactly as printed, if the file has it, or how it was worked out.
    pub(super) fn worded(&mut self, observation: &Observation) {
        self.quoted(observation.wording.as_ref());
        self.own_passage(observation);
        self.calculation(observation);
    }

    /// What stands around the words of a figure in the copy of its source.
    pub(super) fn own_passage(&mut self, figure: &Observation) {
        self.passage(figure.source, figure.wording.as_deref(), figure.locator.as_deref());
    }

    fn passage(&mut self, source: Option<SourceIx>, wording: Option<&str>, locator: Option<&str>) {
        let Some((source, wording)) = source.zip(wording) else { return };
        if let Some(found) = self.input.doc.passages.of(source, wording, locator) {
            self.field("passage", &format!("{} ({})", found.excerpt.text(), found.place));
        }
    }

    /// How a figure was worked out that no source prints.
    pub(super) fn calculation(&mut self, observation: &Observation) {
        self.optional("derived", observation.calculation().as_deref());
    }

    fn quoted(&mut self, wording: Option<&Text>) {
        self.optional("worded", wording.map(|wording| format!("“{wording}”")).as_deref());
    }

    /// The sign before a figure if the cursor is on it, as keys that cite and edit are about it.
    pub(super) fn mark(&self, cursor: Cursor) -> &'static str {
        if self.is_at_cursor(cursor) { MARK } else { "" }
    }

    pub(super) fn is_at_cursor(&self, cursor: Cursor) -> bool {
        self.format.points == WrittenPoints::One(Some(cursor))
    }

    pub(super) fn place(&mut self, line: u32) {
        let origin = &self.input.doc.origin;
        let place = match origin.remark() {
            None => format!("{}:{line}", origin.name()),
            Some(remark) => format!("{remark}, line {line}"),
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
        let lines = wrap(text, self.format.cells.saturating_sub(LABELS + 1));
        let labels = iter::once(label).chain(iter::repeat(""));
        self.lines.extend(labels.zip(lines).map(|(label, line)| CardLine::Field(label, line)));
    }

    /// A label with several texts, each on lines of its own.
    pub(super) fn list(&mut self, label: &'static str, texts: &[String]) {
        for (at, text) in texts.iter().enumerate() {
            self.field(if at == 0 { label } else { "" }, text);
        }
    }

    pub(super) fn wrapped(&mut self, text: &str, make: fn(String) -> CardLine) {
        self.lines.extend(wrap(text, self.format.cells).into_iter().map(make));
    }
}

/// A figure with its hedge and its date.
pub(super) fn dated(observation: &Observation) -> String {
    let is_aim = observation.status.has(Status::Target);
    let date = if is_aim { observation.due_words() } else { observation.period_words() };
    format!("{}, {date}", observation.words())
}
