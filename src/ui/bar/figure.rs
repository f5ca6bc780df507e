//! The bar of a figure with all that limits it besides its hedge.

use super::track::Track;
use super::{BarCell, aim, bar};
use crate::app::panels::is_firm;
use crate::report::{HedgeClass, Indicator, Observation, Quantity, Scale, Uncertainty, Value};

/// The cells of the bar of a figure; none if it has no number.
///
/// A stated interval is drawn around the value, and what a chart marks as not observed is not drawn as
/// reached.
pub(crate) fn figure_bar(figure: &Observation, scale: Scale, cells: usize) -> Vec<BarCell> {
    let mut bar = as_observed(figure, scale, cells);
    suppose(figure, &mut bar);
    turn(figure, scale, &mut bar);
    bar
}

/// The same for the headline of an indicator, with ticks at what is aimed at.
pub(crate) fn headline_bar(indicator: &Indicator, scale: Scale, cells: usize) -> Vec<BarCell> {
    let headline = &indicator.headline;
    let mut bar = as_observed(headline, scale, cells);
    aim::set(indicator, scale, &mut bar);
    suppose(headline, &mut bar);
    turn(headline, scale, &mut bar);
    bar
}

fn as_observed(figure: &Observation, scale: Scale, cells: usize) -> Vec<BarCell> {
    let Some(quantity) = &figure.quantity else { return Vec::new() };
    let interval = figure.uncertainty.as_deref();
    let interval = interval.and_then(|interval| around(quantity, interval, scale, cells));
    interval.unwrap_or_else(|| bar(quantity, scale, cells))
}

/// Forecasts, plans, estimates and our own calculations were not seen to reach anything.
fn suppose(figure: &Observation, bar: &mut [BarCell]) {
    if is_firm(figure) {
        return;
    }
    for cell in bar {
        if matches!(cell, BarCell::Reached | BarCell::RoughlyReached | BarCell::Value) {
            *cell = BarCell::Supposed;
        }
    }
}

/// A fall and a rise grow alike: the cells say which of the two it is.
fn turn(figure: &Observation, scale: Scale, bar: &mut [BarCell]) {
    if !figure.quantity.as_ref().is_some_and(Quantity::is_change) {
        return;
    }
    let track = Track::new(scale, bar.len(), true);
    for (at, cell) in bar.iter_mut().enumerate() {
        *cell = cell.of_change(track.falls_at(at));
    }
}

/// The bar of the interval around a value: filled to its lower end, walls at both ends, a mark at the
/// value. `None` where the hedge states a limit, which would be lost.
///
/// Where the value is in the cell of an end, the end shows, as nothing else says how far the value may lie;
/// the value does where both ends are in one cell.
fn around(
    quantity: &Quantity,
    interval: &Uncertainty,
    scale: Scale,
    cells: usize,
) -> Option<Vec<BarCell>> {
    if !matches!(quantity.class(), None | Some(HedgeClass::About)) {
        return None;
    }
    let ends = Value::pair(interval.low, interval.high);
    let unit = quantity.unit().clone();
    let ends = Quantity::new(Some(ends), None, unit, quantity.is_change()).ok()?;
    let mut bar = bar(&ends, scale, cells);
    for cell in bar.iter_mut().filter(|cell| **cell == BarCell::MayReach) {
        *cell = BarCell::Within;
    }
    let track = Track::new(scale, cells, quantity.is_change());
    if let Some((inner, outer)) = track.cells_of(quantity.stated()) {
        let is_wall = |at: usize| matches!(bar.get(at), Some(BarCell::Floor | BarCell::Ceiling));
        let at = if is_wall(outer) && !is_wall(inner) { inner } else { outer };
        let walls = (0..bar.len()).filter(|at| is_wall(*at)).count();
        // An arrow is not hidden: it says that an end is off the scale.
        let is_end = |cell: &BarCell| match cell {
            BarCell::BeyondHigh | BarCell::BeyondLow => true,
            BarCell::Floor | BarCell::Ceiling => walls > 1,
            _ => false,
        };
        if let Some(cell) = bar.get_mut(at).filter(|cell| !is_end(cell)) {
            *cell = BarCell::Value;
        }
    }
    Some(bar)
}
