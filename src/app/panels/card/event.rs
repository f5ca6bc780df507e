//! The card of an event.

use super::CardLine;
use super::writer::Writer;
use crate::report::{EventIx, Period};

impl Writer<'_> {
    /// The card of an event; returns its title.
    pub(super) fn event(&mut self, ix: EventIx) -> Option<String> {
        let report = &self.input.doc.report;
        let event = report.event(ix)?;
        self.wrapped(&event.title, CardLine::Title);
        self.blank();
        self.field(
            "date",
            event.date.as_ref().map(Period::words).as_deref().unwrap_or("not stated"),
        );
        self.optional("doubt", event.date.as_ref().and_then(Period::doubt).as_deref());
        self.optional("group", event.group.and_then(|ix| report.group(ix)).map(|g| &*g.title));
        self.optional("note", event.note.as_deref());
        self.source(event.source, event.locator.as_deref());
        let figures = event.indicators.iter().filter_map(|ix| report.indicator(*ix));
        let figures: Vec<_> = figures
            .map(|figure| format!("{}: {}", figure.label, figure.headline.words()))
            .collect();
        self.heading("BEARS ON");
        if figures.is_empty() {
            self.wrapped("no figure of the file", CardLine::Text);
        }
        for figure in figures {
            self.wrapped(&figure, CardLine::Text);
        }
        self.place(event.line);
        Some(event.title.to_string())
    }
}
