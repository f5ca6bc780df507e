//! What the list below a chart says of a line.

use super::{Chart, chart_day, has_height};
use crate::report::{Indicator, Observation, Period, Series};

/// The label of a line of a chart, its edition and its scenario, and what its changes are measured from.
pub fn line_text(indicator: &Indicator, chart: &Chart, series: &Series) -> String {
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
    text
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
