//! The charts of an indicator: which figures share a chart, their marks and letters, and the order in
//! which they are read.

mod figure;
mod key;
mod legend;
mod marker;

use super::timeline::center;
use crate::edit::Target;
use crate::report::{Indicator, Observation, PointIx, Quantity, Series, Unit, Value};

pub use figure::{Figure, FigureIx, figures};
pub use key::key;
pub use legend::{bases, line_text};
pub use marker::{ABOUT_THEN, Mark, Marker, is_firm, status_flag};

/// A chart: figures of one kind of unit that are all changes or all levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Positions in [`Indicator::series`], in the order of the file; earlier editions come last.
    pub series: Vec<usize>,
    /// The unit of its axis. Figures with another multiplier are drawn at their place on it.
    pub unit: Unit,
    /// Whether they are changes, which are drawn around a zero line.
    pub change: bool,
    /// Whether it is the chart of the evidence: with the headline, the rivals and the targets that share
    /// its axis.
    pub has_headline: bool,
}

/// The fewest cells of a chart that draws more than the figures for the same thing, and their numbers.
pub const WIDE: usize = 60;

/// Which figures a chart draws although the cursor is not on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// All of them.
    All,
    /// Those that have a value and measure the same thing; the list below the chart has the others.
    Same,
}

impl Drawn {
    /// What a chart of these figures has room for, if it is so wide. A narrow one shows other measures only
    /// if there is nothing else to compare.
    pub fn of(figures: &[Figure<'_>], cells: usize) -> Self {
        let same = figures.iter().filter(|it| it.has_height() && !it.mark.is_other());
        if cells >= WIDE || same.count() < 2 { Self::All } else { Self::Same }
    }

    /// Whether it draws a figure.
    pub fn has(self, figure: &Figure<'_>) -> bool {
        let has_value = Marker::of(figure.observation) != Marker::NoValue;
        self == Self::All || has_value && !figure.mark.is_other()
    }
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

    fn holds(&self, series: &Series) -> bool {
        self.unit.kind.is_same(&series.unit.kind) && self.change == is_change(series)
    }
}

/// The charts of an indicator: first that of the evidence, if it has two figures to compare, then those
/// of series in other units, in the order of the file.
///
/// A series in which no point has both a date and a number has no chart, and is written as text.
pub fn charts(indicator: &Indicator) -> Vec<Chart> {
    let (unit, change) = (indicator.unit.clone(), indicator.change);
    let mut charts = vec![Chart { series: Vec::new(), unit, change, has_headline: true }];
    for (at, series) in indicator.series.iter().enumerate() {
        let is_drawn = |point: &Observation| chart_day(point).is_some() && has_height(point);
        if !series.points.iter().any(is_drawn) {
            continue;
        }
        match charts.iter_mut().find(|chart| chart.holds(series)) {
            Some(chart) => chart.series.push(at),
            None => charts.push(Chart {
                series: vec![at],
                unit: series.unit.clone(),
                change: is_change(series),
                has_headline: false,
            }),
        }
    }
    for chart in &mut charts {
        chart.series.sort_by_key(|at| is_superseded(indicator, *at));
    }
    charts.retain(|chart| {
        let drawn = || figures(indicator, 0, chart).into_iter().filter(Figure::has_height);
        !chart.series.is_empty() || drawn().nth(1).is_some()
    });
    charts
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
