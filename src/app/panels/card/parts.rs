//! The part of a card about what an indicator is a part of, and what its own parts are.

use super::CardLine;
use super::writer::Writer;
use crate::report::{Indicator, IndicatorIx};

/// The most parts that are listed: a card must not take long.
const MOST: usize = 100;

impl Writer<'_> {
    /// What it is a part of, with the figure of that.
    pub(super) fn part_of(&mut self, indicator: &Indicator) {
        let whole = indicator.part_of.and_then(|ix| self.input.doc.report.indicator(ix));
        let words = whole.map(|whole| format!("{}, {}", whole.label, whole.headline.words()));
        self.optional("part of", words.as_deref());
    }

    /// Its parts, each with its figure, and what they add up to.
    pub(super) fn parts(&mut self, ix: IndicatorIx, whole: &Indicator) {
        let report = &self.input.doc.report;
        let mut parts = report.parts(ix).filter_map(|ix| report.indicator(ix)).peekable();
        if parts.peek().is_none() {
            return;
        }
        let words = |part: &Indicator| {
            let own = &part.headline;
            let is_same = own.period == whole.headline.period;
            let date = if is_same { String::new() } else { format!(", {}", own.period_words()) };
            format!("{}: {}{date}", part.label, own.words())
        };
        let listed: Vec<_> = parts.by_ref().take(MOST).map(words).collect();
        let more = parts.count();
        let sum = report.sum_of_parts(ix);
        self.heading("ITS PARTS");
        for part in listed {
            self.wrapped(&part, CardLine::Text);
        }
        if more > 0 {
            self.wrapped(&format!("and {more} more"), CardLine::Text);
        }
        self.optional("sum", sum.map(|sum| sum.words).as_deref());
    }
}
