//! The charts of an indicator: which series share a chart, their marks, and the order in which the
//! cursor visits their points.

mod legend;
mod marker;

use super::timeline::center;
use crate::edit::Target;
use crate::report::{Indicator, Observation, PointIx, Quantity, Series, Unit, Value};

pub use legend::{LegendLine, bases, legend};
pub use marker::{Marker, is_firm, markers, status_flag};

/// The marks of the series of a chart, solid for firm points ([`is_firm`]) and hollow for others. None is
/// a sign of the gauges or of the timeline, which stand on the same screen.
///
/// A seventh series has the first mark again. The text about the point at the cursor tells them apart.
const MARKS: [(&str, &str); 6] =
    [("●", "○"), ("◈", "◇"), ("★", "☆"), ("+", "⊕"), ("×", "⊗"), ("◉", "◎")];

/// A chart: the series of an indicator with the same unit and multiplier that are all changes or all
/// levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Positions in [`Indicator::series`], in the order of the file; earlier editions come last.
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
        let label = series.map_or(indicator.label.to_string(), |it| it.titled(&indicator.label));
        let date = series.and_then(|s| s.points.get(self.point)).map(Observation::period_words);
        format!("{label}, {}", date.unwrap_or_default())
    }
}

impl Chart {
    /// The series that it shows, in its order.
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
    for chart in &mut charts {
        chart.series.sort_by_key(|at| is_superseded(indicator, *at));
    }
    charts.sort_by_key(|chart| !chart.drawn(indicator).any(|s| s.is_history_of(indicator)));
    charts
}

/// Every dated point of the charts, in the order in which the cursor visits them: chart by chart,
/// from left to right, and within a date by series, of editions the latest last.
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
        let place = |at: &ChartPoint| (!is_superseded(indicator, at.series), at.series);
        own.sort_by(|(a, at), (b, other)| a.total_cmp(b).then(place(at).cmp(&place(other))));
        points.extend(own.into_iter().map(|(_, point)| point));
    }
    points
}

/// The date of an observation on a chart, in days since 1970-01-01: the middle of its period, or the
/// one end that is stated; of a change from a base the end. `None` if it has no date.
pub fn chart_day(observation: &Observation) -> Option<f64> {
    let period = observation.period.as_ref()?;
    #[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
    let end = period.end().filter(|_| observation.base.is_some()).map(|end| end.to_epoch() as f64);
    end.or_else(|| center(period))
}

fn is_superseded(indicator: &Indicator, at: usize) -> bool {
    indicator.series.get(at).is_some_and(Series::is_superseded)
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
