//! A report, or a part of it, as it leaves the program: the one walk that every format takes.

use std::collections::HashSet;

use super::citation::Cited;
use super::row::Row;
use crate::report::{Day, Event, Indicator, IndicatorIx, Report, Source, SourceIx};

/// What is exported.
#[derive(Clone, Debug)]
pub struct Extract<'r> {
    /// The report.
    pub report: &'r Report,
    /// Its figures, or those that were asked for, in that order.
    pub indicators: Vec<&'r Indicator>,
    /// The day that ages are measured from.
    pub as_of: Day,
    /// What the file has and could not be read, in words for readers; `None` if it is whole.
    pub left_out: Option<String>,
}

impl<'r> Extract<'r> {
    /// A row for each figure: of each indicator its headline, its points, its rivals, its targets, in the
    /// order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'r>> {
        let report = self.report;
        self.indicators.iter().flat_map(move |indicator| {
            figures(indicator).filter_map(move |cited| Row::new(report, cited))
        })
    }

    /// Whether it is all figures of the report.
    fn is_whole(&self) -> bool {
        self.indicators.len() == self.report.indicators.len()
    }

    /// What limits its figures as a whole.
    pub(super) fn caveat(&self) -> Option<String> {
        self.is_whole().then(|| self.report.caveat()).flatten()
    }

    /// Its events: of a part of a report those that bear on one of its figures.
    pub fn events(&self) -> Vec<&'r Event> {
        if self.is_whole() {
            return self.report.events.iter().collect();
        }
        let ids: HashSet<&str> = self.indicators.iter().map(|it| it.id.as_str()).collect();
        let bears_on = |ix: &IndicatorIx| {
            self.report.indicator(*ix).is_some_and(|it| ids.contains(it.id.as_str()))
        };
        let all = self.report.events.iter();
        all.filter(|event| event.indicators.iter().any(bears_on)).collect()
    }

    /// The sources that its figures name, each once, in the order of the file.
    pub fn sources(&self) -> Vec<&'r Source> {
        self.in_order(self.of_figures())
    }

    /// The same with those of its events.
    pub fn all_sources(&self) -> Vec<&'r Source> {
        let of_events = self.events().into_iter().filter_map(|event| event.source);
        self.in_order(self.of_figures().chain(of_events))
    }

    fn of_figures(&self) -> impl Iterator<Item = SourceIx> {
        self.rows().flat_map(|row| row.observation().sources())
    }

    fn in_order(&self, sources: impl Iterator<Item = SourceIx>) -> Vec<&'r Source> {
        let mut used: Vec<SourceIx> = sources.collect();
        used.sort_unstable();
        used.dedup();
        used.into_iter().filter_map(|ix| self.report.source(ix)).collect()
    }
}

fn figures(indicator: &Indicator) -> impl Iterator<Item = Cited<'_>> {
    let points = indicator.series.iter().enumerate().flat_map(move |(series, line)| {
        (0..line.points.len()).map(move |point| Cited::Point { indicator, series, point })
    });
    let rivals = (0..indicator.rivals.len()).map(move |rival| Cited::Rival { indicator, rival });
    let targets =
        (0..indicator.targets.len()).map(move |target| Cited::Target { indicator, target });
    std::iter::once(Cited::Headline(indicator)).chain(points).chain(rivals).chain(targets)
}
