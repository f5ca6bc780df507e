//! The parts of a card about the series of an indicator: charts of other units, lines and points in
//! words.

use super::evidence::EvidenceRoom;
use super::writer::{MARK, Writer, dated};
use super::{CardLine, CursorStop, WrittenPoints};
use crate::app::panels::{
    Chart, Figure, FigureIx, Mark, chart_day, charts, figures, is_firm, line_text,
};
use crate::report::{Indicator, Observation, Series, Source, SourceIx};

/// How many points are measured in lines: a key press must not wait for thousands.
const MEASURED: usize = 200;

impl Writer<'_> {
    /// The series of an indicator: a chart for each further unit, and lines and points in words.
    pub(super) fn history(&mut self, indicator: &Indicator) {
        let charts = charts(indicator);
        for (at, chart) in charts.iter().enumerate() {
            if chart.has_headline {
                self.lines_in_words(indicator, chart);
                continue;
            }
            self.other_chart(indicator, at, chart);
            self.lines_in_words(indicator, chart);
        }
        for (at, series) in indicator.series.iter().enumerate() {
            if !charts.iter().any(|chart| chart.series.contains(&at)) {
                let is_history = series.measures_the_same(indicator);
                self.heading(if is_history { "HISTORY" } else { "ANOTHER MEASURE" });
                self.series(indicator, series, true, true);
            }
        }
        for line in indicator.lines_in_editions() {
            self.editions(&line);
        }
    }

    /// What the figures show, and every chart, without the points in words.
    pub(super) fn all_charts(&mut self, indicator: &Indicator) {
        self.evidence(indicator, EvidenceRoom { chart: self.format.chart, end: None });
        for (at, chart) in charts(indicator).iter().enumerate().filter(|(_, it)| !it.has_headline) {
            self.other_chart(indicator, at, chart);
        }
    }

    /// The chart of a further unit with its key.
    fn other_chart(&mut self, indicator: &Indicator, at: usize, chart: &Chart) {
        self.heading("ANOTHER MEASURE");
        let from = self.lines.len();
        self.chart(at, self.format.chart);
        let figures = figures(indicator, at, chart);
        self.read_out(indicator, &figures, from);
        for (rank, series) in chart.drawn(indicator).enumerate() {
            let mark = Mark::Same(rank).glyph(series.points.iter().any(is_firm));
            let text = format!("{mark} {}", line_text(indicator, chart, series));
            self.wrapped(&text, CardLine::Text);
        }
        self.key(&figures);
    }

    /// The lines of a chart in words, on paper with every point.
    fn lines_in_words(&mut self, indicator: &Indicator, chart: &Chart) {
        let with_points = self.format.points == WrittenPoints::All;
        let has_words =
            |it: &Series| it.note.is_some() || it.differs.is_some() || it.poll.is_some();
        let is_written = with_points || chart.drawn(indicator).any(has_words);
        if chart.has_headline && is_written && !chart.series.is_empty() {
            let is_history = chart.drawn(indicator).any(|it| it.is_history_of(indicator));
            self.heading(if is_history { "HISTORY" } else { "ANOTHER MEASURE" });
        }
        let several = chart.series.len() > 1;
        for series in chart.drawn(indicator) {
            self.series(indicator, series, several, with_points);
        }
    }

    /// Reads out the figure of a chart that the cursor is on: which it is, its words, its source. The
    /// chart begins at line `from` of the card; together with it the words are where the cursor stops.
    pub(super) fn read_out(
        &mut self,
        indicator: &Indicator,
        figures: &[Figure<'_>],
        from: usize,
    ) -> bool {
        let WrittenPoints::One(Some(cursor)) = self.format.points else { return false };
        let Some(place) = figures.iter().position(|it| it.ix == cursor.figure()) else {
            return false;
        };
        let here = here(figures, place);
        self.wrapped(&format!("{MARK}{} of {}{here}", place + 1, figures.len()), CardLine::Legend);
        let before = self.lines.len();
        // Every figure takes as many lines as the longest, so that the lines below do not move.
        let mut longest = 0;
        for figure in figures.iter().take(MEASURED) {
            self.figure_of(indicator, figure);
            longest = longest.max(self.lines.len() - before);
            self.lines.truncate(before);
        }
        if let Some(figure) = figures.get(place) {
            self.figure_of(indicator, figure);
        }
        self.stops.push(CursorStop { cursor, lines: from..self.lines.len() });
        let end = self.lines.len().max(before + longest);
        self.lines.resize(end, CardLine::Blank);
        true
    }

    /// Reads out the figure at the cursor if no chart has it.
    pub(super) fn read_out_alone(&mut self, indicator: &Indicator) {
        let WrittenPoints::One(Some(cursor)) = self.format.points else { return };
        let Some(observation) = cursor.observation(indicator) else { return };
        let from = self.lines.len();
        self.wrapped(&format!("{MARK}not on this chart"), CardLine::Legend);
        self.one_figure(indicator, cursor.figure(), observation, "");
        self.stops.push(CursorStop { cursor, lines: from..self.lines.len() });
    }

    fn figure_of(&mut self, indicator: &Indicator, figure: &Figure<'_>) {
        let letter = figure.letter.as_ref().map(|letter| format!("{letter} "));
        self.one_figure(indicator, figure.ix, figure.observation, &letter.unwrap_or_default());
    }

    fn one_figure(
        &mut self,
        indicator: &Indicator,
        ix: FigureIx,
        observation: &Observation,
        letter: &str,
    ) {
        self.wrapped(&format!("{letter}{}", dated(observation)), CardLine::Reading);
        match ix {
            FigureIx::Headline => self.field("this is", "the figure of the report"),
            FigureIx::Rival(at) => {
                let rival = indicator.rivals.get(at);
                let differs = rival.and_then(|rival| rival.differs.as_deref());
                self.optional("differs", differs);
                if let Some(rival) = rival.filter(|_| differs.is_none()) {
                    self.field("verdict", &rival.verdict(indicator).words());
                }
            }
            FigureIx::Target(_) => {}
            FigureIx::Point(at) => {
                let series = indicator.series.get(at.series);
                let is_one_of = |it: &&Series| {
                    indicator.series.len() > 1 && it.label.is_some() || it.edition.is_some()
                };
                let title = series.filter(is_one_of).map(|it| it.titled(&indicator.label));
                self.optional("line", title.as_deref());
            }
        }
        self.point(observation, None);
        self.what_came(indicator, observation);
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

/// How many figures of its time the chart has, if there are several: one may stand beside the other, or
/// for it.
fn here(all: &[Figure<'_>], place: usize) -> String {
    let day = |at: usize| all.get(at).and_then(|figure| chart_day(figure.observation));
    match (0..all.len()).filter(|at| day(*at).is_some() && day(*at) == day(place)).count() {
        count if count > 1 => format!("; {count} here"),
        _ => String::new(),
    }
}
