//! The card of an indicator at a glance: what is claimed, what the evidence shows, and where it is from.

use std::{iter, mem};

use super::CardLine;
use super::evidence::EvidenceRoom;
use super::writer::{LABELS, Writer};
use crate::app::text::{width, wrap};
use crate::report::{Indicator, IndicatorIx, Observation};

/// The most lines of a note; a longer one is left to the whole record, as its end may be what matters.
const NOTE: usize = 4;
/// The fewest lines of a chart where there is room for it, and anywhere.
const LEAST_CHART: u16 = 12;
const FEWEST: u16 = 5;
/// The free cells between a figure and its period.
const GAP: usize = 2;

impl Writer<'_> {
    /// The card at a glance.
    pub(super) fn glance(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        let headline = &indicator.headline;
        self.wrapped(&indicator.label, CardLine::Title);
        self.figure_and_period(headline);
        // Of a bare number the sentence would only say the number again.
        let quantity = headline.quantity.as_ref();
        if quantity.is_some_and(|quantity| quantity.class().is_some()) {
            self.wrapped(&headline.sentence(), CardLine::Text);
        } else if let (Some(quantity), Some(interval)) = (quantity, &headline.uncertainty) {
            self.wrapped(&interval.sentence(quantity), CardLine::Text);
        }
        self.blank();
        self.optional("derived", headline.calculation().as_deref());
        self.optional("from", self.traced(headline).as_deref());
        self.latest(indicator);
        let head = mem::take(&mut self.lines);
        self.what_came(indicator, headline);
        self.overdue(indicator);
        let below = mem::take(&mut self.lines);
        let note = self.short_note(headline.note.as_deref().unwrap_or_default());
        self.lines = head;
        let used = below.len() + note.len();
        let chart = (self.format.lines / 2).clamp(FEWEST, LEAST_CHART);
        let end = usize::from(self.format.lines).saturating_sub(used);
        self.evidence(indicator, EvidenceRoom { chart, end: Some(end) });
        if self.stops.is_empty() {
            self.read_out_alone(indicator);
        }
        self.lines.extend(below);
        let labels = iter::once("note").chain(iter::repeat(""));
        self.lines.extend(labels.zip(note).map(|(label, line)| CardLine::Field(label, line)));
        self.fill(ix, indicator);
    }

    /// Gives the lines that are left to those parts of the record that fit there as a whole.
    fn fill(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        let parts: [&dyn Fn(&mut Self); 4] = [
            &|it| it.optional("of", indicator.of.as_deref()),
            &|it| it.poll_behind(indicator),
            &|it| it.linked(ix, indicator),
            &|it| it.warnings(ix),
        ];
        for write in parts {
            let before = self.lines.len();
            write(self);
            if self.lines.len() > usize::from(self.format.lines) {
                self.lines.truncate(before);
            }
        }
    }

    /// The latest figure, which a busy reader must not miss.
    fn latest(&mut self, indicator: &Indicator) {
        if let Some(latest) = indicator.latest() {
            // Whether the latest is newer than a headline without a date cannot be told.
            let label = if latest.is_newer { "newer" } else { "latest" };
            self.field(label, &self.attributed(latest.observation));
        }
    }

    /// The figure in words, with its period at the end of the line where both fit.
    fn figure_and_period(&mut self, headline: &Observation) {
        let period = headline.period_words();
        let fits = |figure: &String| width(figure) + GAP + width(&period) <= self.format.cells;
        if let Some(figure) = [headline.words(), headline.figure()].into_iter().find(fits) {
            self.lines.push(CardLine::Claim(figure, period));
        } else {
            self.wrapped(&headline.words(), |line| CardLine::Claim(line, String::new()));
            self.lines.push(CardLine::Claim(String::new(), period));
        }
    }

    /// Who states a figure, and where: the source with the place there, and what else prints it.
    fn traced(&self, figure: &Observation) -> Option<String> {
        let report = &self.input.doc.report;
        let said = figure.stated_by.as_ref().map(ToString::to_string);
        let source = figure.source.and_then(|ix| report.source(ix)).map(|source| {
            let at = figure.locator.as_ref().map_or_else(String::new, |at| format!(", {at}"));
            let kind = source.kind.map_or_else(String::new, |kind| format!(" ({})", kind.word()));
            format!("{}{at}{kind}", source.title)
        });
        // A calculation of our own needs no source.
        let none = (source.is_none() && figure.derived.is_none()).then(|| "no source given".into());
        let also = figure.also.iter().map(|other| format!("also {}", report.also_in(other)));
        let parts: Vec<String> = said.into_iter().chain(source).chain(none).chain(also).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// The lines of a note beside its label; none if they are too many to be read at a glance.
    fn short_note(&self, note: &str) -> Vec<String> {
        let lines = wrap(note, self.format.cells.saturating_sub(LABELS + 1));
        if note.is_empty() || lines.len() > NOTE { Vec::new() } else { lines }
    }
}
