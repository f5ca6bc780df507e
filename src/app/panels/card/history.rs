use super::writer::{Writer, dated};
use super::{CardLine, ChartLine, Reads, Stop};
use crate::app::panels::{Chart, ChartPoint, Cursor, chart_points, charts, legend, markers};
use crate::report::{Indicator, Observation, Series, SourceIx};

/// So many points are asked how many lines they take: a key press must not wait for thousands.
const MEASURED: usize = 200;

impl Writer<'_> {
    /// How the headline got there: a chart of each unit, and its points in words.
    pub(super) fn history(&mut self, indicator: &Indicator) {
        let charts = charts(indicator);
        let points = chart_points(indicator, &charts);
        let shown = self.shown(&points);
        for (at, chart) in charts.iter().enumerate() {
            let mut drawn = chart.series.iter().filter_map(|at| indicator.series.get(*at));
            self.heading(title(drawn.any(|series| series.is_history_of(indicator))));
            let from = self.lines.len();
            let height = self.sheet.chart;
            let rows = (0..height).map(|row| ChartLine { chart: at, row, height });
            self.lines.extend(rows.map(CardLine::Chart));
            self.legend(indicator, chart);
            if let Some((place, point)) = shown.filter(|(_, point)| point.chart == at) {
                let sign = self.mark(Cursor::Point(point));
                let text = format!("{sign}point {} of {}, read out", place + 1, points.len());
                self.wrapped(&text, CardLine::Legend);
                let lines = from..self.read_out(indicator, &points, point);
                self.stops.push(Stop { cursor: Cursor::Point(point), lines });
            }
            for series in chart.series.iter().filter_map(|at| indicator.series.get(*at)) {
                self.series(series, chart.series.len() > 1, self.sheet.reads == Reads::All);
            }
        }
        let in_words = indicator.series.iter().enumerate();
        for (_, series) in in_words.filter(|(at, _)| !charts.iter().any(|c| c.series.contains(at)))
        {
            self.heading(title(series.is_history_of(indicator)));
            self.series(series, true, true);
        }
    }

    /// Which mark is whose, and what the other signs of a chart mean.
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

    /// The point that is read out with its place; nobody moves a cursor on paper.
    fn shown(&self, points: &[ChartPoint]) -> Option<(usize, ChartPoint)> {
        let Reads::One(cursor) = self.sheet.reads else { return None };
        let is_at_cursor = |point: &ChartPoint| cursor == Some(Cursor::Point(*point));
        let of_first = points.iter().take_while(|point| point.chart == 0).count();
        let at = points.iter().position(is_at_cursor).unwrap_or(of_first.saturating_sub(1));
        points.get(at).map(|point| (at, *point))
    }

    /// The point. What follows stays where it is while the cursor moves: every
    /// point takes as many lines as the longest of the first ones does. Returns where its own lines end.
    fn read_out(
        &mut self,
        indicator: &Indicator,
        points: &[ChartPoint],
        shown: ChartPoint,
    ) -> usize {
        let before = self.lines.len();
        let of_chart = points.iter().filter(|point| point.chart == shown.chart);
        let mut longest = 0;
        for point in of_chart.take(MEASURED) {
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
            if indicator.series.len() > 1 {
                self.optional("line", series.label.as_deref());
            }
            self.point(observation, None);
        }
    }

    /// What is to be said of a whole line, and of each of its points if there is no cursor to
    /// do so.
    fn series(&mut self, series: &Series, name_it: bool, with_points: bool) {
        let has_more = series.note.is_some() || series.differs.is_some() || series.poll.is_some();
        if name_it && (with_points || has_more) {
            self.blank();
            self.wrapped(series.label.as_deref().unwrap_or("without a label"), CardLine::Text);
        }
        self.optional("differs", series.differs.as_deref());
        self.optional("note", series.note.as_deref());
        if with_points {
            let mut source = None;
            for point in &series.points {
                self.wrapped(&dated(point), CardLine::Reading);
                self.point(point, source);
                source = point.source;
            }
        }
        if let Some(poll) = &series.poll {
            self.heading("POLLS BEHIND THIS LINE");
            self.poll(poll);
        }
    }

    /// Everything about a point but its figure and its date; of points in a row from one source
    /// the first names it.
    fn point(&mut self, point: &Observation, named: Option<SourceIx>) {
        self.worded(point);
        self.optional("said by", point.stated_by.as_deref());
        let source = point.source.filter(|source| Some(*source) != named);
        let source = source.and_then(|ix| self.input.doc.report.source(ix));
        self.optional("source", source.map(crate::report::Source::citation).as_deref());
        self.optional("at", point.locator.as_deref());
        self.optional("note", point.note.as_deref());
    }
}

/// A line of another measure is shown beside the headline, not as what led to it.
fn title(is_history: bool) -> &'static str {
    if is_history { "HISTORY" } else { "ANOTHER MEASURE" }
}
