//! The lines of the legend of a chart: which series is which.

use super::{Chart, Marker, chart_day, has_height, is_firm};
use crate::report::{Indicator, Observation, Period, Series};

/// A line of the legend: a series with its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendLine {
    /// The mark of its points, one cell wide: of exact points if there are any.
    pub mark: &'static str,
    /// The label of the series, its edition and its scenario, and whether it is another measure than the
    /// headline.
    pub text: String,
}

/// The series of a chart with their marks, in its order.
pub fn legend(indicator: &Indicator, chart: &Chart) -> Vec<LegendLine> {
    let line = |(rank, series): (usize, &Series)| {
        let mut text = series.titled(&chart.unit.long());
        let mut editions = chart.drawn(indicator).filter(|other| other.edition.is_some());
        if let (Some(edition), true) = (&series.edition, editions.all(|it| it.is_same_line(series)))
            && series.is_superseded()
        {
            // The latest one stands above it, with the label.
            text = format!("edition {}", edition.name);
        } else if chart.drawn(indicator).any(|it| it.is_superseded() && it.is_same_line(series)) {
            text.push_str(if series.is_superseded() { "" } else { ", the latest" });
        }
        if let Some(name) = scenario(series) {
            text = format!("{text}, scenario “{name}”");
        }
        for base in bases(std::iter::once(series)) {
            text = format!("{text}, vs {}", base.words());
        }
        if series.differs.is_some() {
            text.push_str("; another measure");
        }
        LegendLine { mark: mark_of(series, rank, chart.series.len() > 1), text }
    };
    chart.drawn(indicator).enumerate().map(line).collect()
}

/// What the changes of these series are measured from, each base once.
pub fn bases<'i>(series: impl Iterator<Item = &'i Series>) -> Vec<&'i Period> {
    let mut bases: Vec<&Period> = Vec::new();
    for base in series.flat_map(drawn).filter_map(|point| point.base.as_deref()) {
        if !bases.contains(&base) {
            bases.push(base);
        }
    }
    bases
}

/// The scenario that all points of a series belong to.
fn scenario(series: &Series) -> Option<&str> {
    let name = series.points.first()?.scenario.as_deref()?;
    series.points.iter().all(|p| p.scenario.as_deref() == Some(name)).then_some(name)
}

/// The points of a series that have a place on a chart.
fn drawn(series: &Series) -> impl Iterator<Item = &Observation> {
    series.points.iter().filter(|p| chart_day(p).is_some() && has_height(p))
}

/// The mark that stands for a series in the legend. It is one that occurs in the chart, as readers
/// look for it there: that of an exact point, or else that of the first point.
fn mark_of(series: &Series, rank: usize, several: bool) -> &'static str {
    // Among several series every point has the mark of its series, even if it is not exact.
    let marks = || drawn(series).filter(|p| several || Marker::of(p) == Marker::Exact);
    if marks().next().is_some() {
        return Chart::mark(rank, marks().any(is_firm));
    }
    let first = drawn(series).next();
    first.map_or(Chart::mark(rank, true), |p| Marker::of(p).glyph(rank, is_firm(p)))
}
