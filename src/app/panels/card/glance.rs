//! The card of an indicator at a glance: what is claimed, what the evidence shows, and where it is from.

use std::iter;

use super::CardLine;
use super::writer::{LABELS, Writer};
use crate::app::text::{width, wrap};
use crate::report::{Indicator, Latest, Observation, Source};

/// The most lines of a note; the whole record has the rest.
const NOTE: usize = 4;
/// The free cells between a figure and its period.
const GAP: usize = 2;

impl Writer<'_> {
    /// The card at a glance.
    pub(super) fn glance(&mut self, indicator: &Indicator) {
        let headline = &indicator.headline;
        self.wrapped(&indicator.label, CardLine::Title);
        self.figure_and_period(headline);
        self.wrapped(&headline.sentence(), CardLine::Text);
        self.optional("derived", headline.calculation().as_deref());
        self.blank();
        self.history(indicator);
        self.blank();
        let latest = |latest: Latest<'_>| latest.sentence(&self.attributed(latest.observation));
        let latest = indicator.latest().map(latest);
        self.optional("latest", latest.as_deref());
        self.what_came(indicator, headline);
        self.overdue(indicator);
        self.optional("said by", headline.stated_by.as_deref());
        self.optional("source", self.traced(headline).as_deref());
        if let Some(note) = &headline.note {
            self.short_note(note);
        }
    }

    /// The figure in words, with its period at the end of the line where both fit.
    fn figure_and_period(&mut self, headline: &Observation) {
        let (words, period) = (headline.words(), headline.period_words());
        if width(&words) + GAP + width(&period) <= self.format.cells {
            self.lines.push(CardLine::Claim(words, period));
        } else {
            self.wrapped(&words, |line| CardLine::Claim(line, String::new()));
            self.lines.push(CardLine::Claim(String::new(), period));
        }
    }

    /// The source of a figure with its place there, and what else prints it.
    fn traced(&self, figure: &Observation) -> Option<String> {
        let report = &self.input.doc.report;
        let source = figure.source.and_then(|ix| report.source(ix));
        let cited = source.map(Source::citation).or_else(|| {
            // A calculation of our own needs no source.
            figure.derived.is_none().then(|| "none given".to_owned())
        })?;
        let kind = source.and_then(|source| source.kind).map(|kind| format!(" ({})", kind.word()));
        let at = figure.locator.as_ref().map(|at| format!(", {at}"));
        let also: Vec<_> = figure.also.iter().map(|other| report.also_in(other)).collect();
        let also =
            if also.is_empty() { String::new() } else { format!("; also {}", also.join("; ")) };
        Some([cited, kind.unwrap_or_default(), at.unwrap_or_default(), also].concat())
    }

    /// The first lines of a note; what is left out is marked.
    fn short_note(&mut self, note: &str) {
        let cells = self.format.cells.saturating_sub(LABELS + 1);
        let mut lines = wrap(note, cells);
        if lines.len() > NOTE {
            lines.truncate(NOTE);
            if let Some(last) = lines.last_mut() {
                // The last word gives its place to the sign.
                let end = last.rfind(' ').unwrap_or(0);
                last.truncate(end);
                last.push_str(" …");
            }
        }
        let labels = iter::once("note").chain(iter::repeat(""));
        self.lines.extend(labels.zip(lines).map(|(label, line)| CardLine::Field(label, line)));
    }
}
