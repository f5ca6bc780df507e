//! The charts of an indicator: which series share a chart, their marks, and the order in which the
//! cursor visits their points.

mod marker;

use super::timeline::center;
use crate::edit::Target;
use crate::report::{Indicator, Observation, PointIx, Quantity, Series, Unit, Value};

pub use marker::{Marker, is_firm, markers, status_flag};

/// The marks of the series of a chart, solid for firm points ([`is_firm`]) and hollow for others.
///
/// A fifth series has the first mark again. The text about the point at the cursor tells them apart.
const MARKS: [(&str, &str); 4] = [("●", "○"), ("◆", "◇"), ("+", "○"), ("×", "◇")];

/// A chart: the series of an indicator with the same unit and multiplier that are all changes or all
/// levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Positions in [`Indicator::series`], in the order of the file.
    pub series: Vec<usize>,
    /// Their unit.
    pub unit: Unit,
    /// Whether they are changes, which are drawn around a zero line.
    pub change: bool,
}

/// A point of a chart by its position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartPoint {
    /// Position among the charts of the indicator.
    pub chart: usize,
    /// Position in [`Indicator::series`].
    pub series: usize,
    /// Position in [`Series::points`].
    pub point: usize,
}

impl ChartPoint {
    /// Its position in the indicator.
    pub(crate) fn ix(self) -> PointIx {
        PointIx { series: self.series, point: self.point }
    }

    /// The point as a target of an edit.
    pub(crate) fn target(self, indicator: &Indicator) -> Target {
        let indicator = indicator.id.to_string();
        Target::Point { indicator, series: self.series, nth: self.point }
    }

    /// Its title: its series and its date.
    pub(crate) fn title(self, indicator: &Indicator) -> String {
        let series = indicator.series.get(self.series);
        let label = series.and_then(|s| s.label.as_ref()).unwrap_or(&indicator.label);
        let date = series.and_then(|s| s.points.get(self.point)).map(Observation::period_words);
        format!("{label}, {}", date.unwrap_or_default())
    }
}

/// A line of the legend: a series with its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendLine {
    /// The mark of its points, one cell wide: of exact points if there are any.
    pub mark: &'static str,
    /// The label of the series, and whether it is another measure than the headline.
    pub text: String,
}

impl Chart {
    /// The series that it shows, in the order of the file.
    pub(crate) fn drawn<'i>(&self, indicator: &'i Indicator) -> impl Iterator<Item = &'i Series> {
        self.series.iter().filter_map(|at| indicator.series.get(*at))
    }

    /// The mark of the series at this position of the chart, counted from 0: of its firm points
    /// ([`is_firm`]) or of the others.
    pub fn mark(rank: usize, firm: bool) -> &'static str {
        let (mark, hollow) = MARKS.get(rank % MARKS.len()).copied().unwrap_or(("●", "○"));
        if firm { mark } else { hollow }
    }
}

/// The charts of an indicator. Those that hold the history of the headline come first, then those
/// of other measures, each in the order of the file.
///
/// A series in which no point has both a date and a number has no chart, and is written as text. A
/// series of another measure shares the chart of the headline's history if its unit is the same;
/// marks, labels and the legend tell them apart.
pub fn charts(indicator: &Indicator) -> Vec<Chart> {
    let mut charts: Vec<Chart> = Vec::new();
    for (at, series) in indicator.series.iter().enumerate() {
        let has_height = |point: &Observation| chart_day(point).is_some() && has_height(point);
        if !series.points.iter().any(has_height) {
            continue;
        }
        let change = is_change(series);
        let same = |chart: &&mut Chart| chart.unit == series.unit && chart.change == change;
        match charts.iter_mut().find(same) {
            Some(chart) => chart.series.push(at),
            None => charts.push(Chart { series: vec![at], unit: series.unit.clone(), change }),
        }
    }
    charts.sort_by_key(|chart| !chart.drawn(indicator).any(|s| s.is_history_of(indicator)));
    charts
}

/// Every dated point of the charts, in the order in which the cursor visits them: chart by chart,
/// from left to right, and within a date by series.
///
/// Points without a value are among them, so that users can read that it is missing.
pub fn chart_points(indicator: &Indicator, charts: &[Chart]) -> Vec<ChartPoint> {
    let mut points = Vec::new();
    for (chart, drawn) in charts.iter().enumerate() {
        let mut own: Vec<(f64, ChartPoint)> = Vec::new();
        for &series in &drawn.series {
            let all = indicator.series.get(series).map_or(&[][..], |s| &s.points);
            own.extend(all.iter().enumerate().filter_map(|(point, observation)| {
                Some((chart_day(observation)?, ChartPoint { chart, series, point }))
            }));
        }
        own.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        points.extend(own.into_iter().map(|(_, point)| point));
    }
    points
}

/// The date of an observation on a chart, in days since 1970-01-01: the middle of its period, or the
/// one end that is stated; `None` if it has no date.
pub fn chart_day(observation: &Observation) -> Option<f64> {
    observation.period.as_ref().and_then(center)
}

/// The series of a chart with their marks, in the order of the file.
pub fn legend(indicator: &Indicator, chart: &Chart) -> Vec<LegendLine> {
    let line = |(rank, series): (usize, &Series)| {
        let label = series.label.as_ref().map_or_else(|| chart.unit.long(), ToString::to_string);
        let other = if series.differs.is_some() { "; another measure" } else { "" };
        let mark = mark_of(series, rank, chart.series.len() > 1);
        LegendLine { mark, text: format!("{label}{other}") }
    };
    chart.drawn(indicator).enumerate().map(line).collect()
}

/// The mark that stands for a series in the legend. It is one that occurs in the chart, as readers
/// look for it there: that of an exact point, or else that of the first point.
fn mark_of(series: &Series, rank: usize, several: bool) -> &'static str {
    let points = || series.points.iter().filter(|p| chart_day(p).is_some() && has_height(p));
    // Among several series every point has the mark of its series, even if it is not exact.
    let marks = || points().filter(|p| several || Marker::of(p) == Marker::Exact);
    if marks().next().is_some() {
        return Chart::mark(rank, marks().any(|point| is_firm(point.status)));
    }
    let first = points().next();
    first.map_or(Chart::mark(rank, true), |p| Marker::of(p).glyph(rank, is_firm(p.status)))
}

/// Whether it has a number to draw it at; an order of magnitude has none.
fn has_height(observation: &Observation) -> bool {
    observation.quantity.as_ref().is_some_and(|q| !matches!(q.value(), Value::Order(..)))
}

/// Whether a series shows changes. The points of a series are alike in this.
fn is_change(series: &Series) -> bool {
    series.points.iter().find_map(|p| p.quantity.as_ref()).is_some_and(Quantity::is_change)
}

#[cfg(test)]
mod tests;
