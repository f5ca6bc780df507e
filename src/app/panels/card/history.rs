//! The part of a card about the series of an indicator: charts, legends, points.

use super::writer::{Writer, dated};
use super::{CardLine, ChartLine, CursorStop, WrittenPoints};
use crate::app::panels::{
    Chart, ChartPoint, Cursor, chart_day, chart_points, charts, legend, markers,
};
use crate::report::{Indicator, Observation, Series, Source, SourceIx};

/// How many points are measured in lines: a key press must not wait for thousands.
const MEASURED: usize = 200;

impl Writer<'_> {
    /// The series of an indicator: a chart for each unit, and points in words.
    pub(super) fn history(&mut self, indicator: &Indicator) {
        let charts = charts(indicator);
        let points = chart_points(indicator, &charts);
        let shown = self.shown(&points);
        for (at, chart) in charts.iter().enumerate() {
            let is_history = chart.drawn(indicator).any(|s| s.is_history_of(indicator));
            self.heading(title(is_history));
            let from = self.lines.len();
            let height = self.format.chart;
            let row = |row| CardLine::Chart(ChartLine { chart: at, row, height });
            self.lines.extend((0..height).map(row));
            self.legend(indicator, chart);
            if let Some((place, point)) = shown.filter(|(_, point)| point.chart == at) {
                let sign = self.mark(Cursor::Point(point));
                let text = format!("{sign}point {} of {}, read out", place + 1, points.len());
                let text = format!("{text}{}", here(indicator, &points, point));
                self.wrapped(&text, CardLine::Legend);
                let lines = from..self.read_out(indicator, &points, point);
                self.stops.push(CursorStop { cursor: Cursor::Point(point), lines });
            }
            for series in chart.drawn(indicator) {
                self.series(
                    indicator,
                    series,
                    chart.series.len() > 1,
                    self.format.points == WrittenPoints::All,
                );
            }
        }
        for (at, series) in indicator.series.iter().enumerate() {
            if !charts.iter().any(|chart| chart.series.contains(&at)) {
                self.heading(title(series.measures_the_same(indicator)));
                self.series(indicator, series, true, true);
            }
        }
        for line in indicator.lines_in_editions() {
            self.editions(&line);
        }
    }

    /// The marks of the series and the meanings of the other signs of a chart.
    fn legend(&mut self, indicator: &Indicator, chart: &Chart) {
        for line in legend(indicator, chart) {
            self.wrapped(&format!("{} {}", line.mark, line.text), CardLine::Text);
        }
        let signs = markers(indicator, chart);
        let signs: Vec<_> = signs.iter().map(|(sign, means)| format!("{sign} {means}")).collect();
        if !signs.is_empty() {
            self.wrapped(&signs.join(", "), CardLine::Legend);
        }
    }

    /// The point that is shown in words, with its position; `None` on paper, which has no cursor.
    fn shown(&self, points: &[ChartPoint]) -> Option<(usize, ChartPoint)> {
        let WrittenPoints::One(cursor) = self.format.points else { return None };
        let is_at_cursor = |point: &ChartPoint| cursor == Some(Cursor::Point(*point));
        let of_first = points.iter().take_while(|point| point.chart == 0).count();
        let at = points.iter().position(is_at_cursor).unwrap_or(of_first.saturating_sub(1));
        points.get(at).map(|point| (at, *point))
    }

    /// The texts of the point at the cursor; returns where they end. Every point takes as many lines
    /// as the longest of the chart's first points, so that the lines below do not move with the cursor.
    fn read_out(&mut self, indicator: &Indicator, all: &[ChartPoint], shown: ChartPoint) -> usize {
        let before = self.lines.len();
        let mut longest = 0;
        for point in all.iter().filter(|point| point.chart == shown.chart).take(MEASURED) {
            self.one_point(indicator, *point);
            longest = longest.max(self.lines.len() - before);
            self.lines.truncate(before);
        }
        self.one_point(indicator, shown);
        let end = self.lines.len();
        self.lines.resize(before + longest, CardLine::Blank);
        end
    }

    fn one_point(&mut self, indicator: &Indicator, point: ChartPoint) {
        let Some(series) = indicator.series.get(point.series) else { return };
        if let Some(observation) = series.points.get(point.point) {
            self.wrapped(&dated(observation), CardLine::Reading);
            if indicator.series.len() > 1 && series.label.is_some() || series.edition.is_some() {
                self.field("line", &series.titled(&indicator.label));
            }
            self.point(observation, None);
            self.what_came(indicator, observation);
        }
    }

    /// The texts of a whole series, and with `with_points` those of each of its points.
    fn series(&mut self, indicator: &Indicator, series: &Series, name_it: bool, with_points: bool) {
        let has_more = series.note.is_some() || series.differs.is_some() || series.poll.is_some();
        if name_it && (with_points || has_more) {
            self.blank();
            self.wrapped(&series.titled("without a label"), CardLine::Text);
        }
        self.optional("differs", series.differs.as_deref());
        self.optional("note", series.note.as_deref());
        if with_points {
            let mut source = None;
            for point in &series.points {
                self.wrapped(&dated(point), CardLine::Reading);
                self.point(point, source);
                self.what_came(indicator, point);
                source = point.source;
            }
        }
        if let Some(poll) = &series.poll {
            self.heading("POLLS BEHIND THIS LINE");
            self.poll(poll);
        }
    }

    /// Everything about a point but its figure and its date. `named` is the source of the point
    /// before, which is not named again.
    fn point(&mut self, point: &Observation, named: Option<SourceIx>) {
        self.worded(point);
        self.optional("said by", point.stated_by.as_deref());
        let source = point.source.filter(|source| Some(*source) != named);
        let source = source.and_then(|ix| self.input.doc.report.source(ix));
        let label = if point.derived.is_some() { "from" } else { "source" };
        self.optional(label, source.map(Source::citation).as_deref());
        self.optional("at", point.locator.as_deref());
        let report = &self.input.doc.report;
        let also: Vec<_> = point.also.iter().map(|other| report.also_in(other)).collect();
        self.list(if point.derived.is_some() { "and from" } else { "also in" }, &also);
        self.optional("note", point.note.as_deref());
    }
}

/// How many figures of its time the chart has, if there are several: one may stand over the other.
fn here(indicator: &Indicator, all: &[ChartPoint], shown: ChartPoint) -> String {
    let figure = |at: ChartPoint| indicator.series.get(at.series)?.points.get(at.point);
    let day = |at: ChartPoint| figure(at).and_then(chart_day);
    let is_here = |at: &&ChartPoint| at.chart == shown.chart && day(**at) == day(shown);
    match all.iter().filter(is_here).count() {
        count if count > 1 => format!("; {count} here"),
        _ => String::new(),
    }
}

/// A series of another measure is not the history of the headline.
fn title(is_history: bool) -> &'static str {
    if is_history { "HISTORY" } else { "ANOTHER MEASURE" }
}
