//! Ticks at what is aimed at, on the bar of what is there.

use super::BarCell;
use super::track::Track;
use crate::report::{HedgeClass, Indicator, Observation, Quantity, Scale, Target, Value};

/// Sets a tick for each target of an indicator on the bar of its headline.
///
/// A tick is in the cell of its number, computed as walls are. It hides no wall, no mark of a value, no
/// arrow, and not the end of what is reached: there it goes into the next cell, on the side on which
/// the aim lies. So a tick beside an end stands for one within a cell of it. Where that cell is not
/// free either, and outside the scale, there is no tick, and the words alone say what is aimed at.
pub(super) fn set(indicator: &Indicator, scale: Scale, bar: &mut [BarCell]) {
    let track = Track::new(scale, bar.len(), indicator.change);
    let reached = numbers(&indicator.headline);
    for target in &indicator.targets {
        let quantity = target.observation.quantity.as_ref();
        let Some(quantity) = quantity.filter(|q| shares_bar(indicator, target, q)) else {
            continue;
        };
        let factor = quantity.unit().factor() / indicator.unit.factor();
        for (number, is_ceiling) in aims(quantity) {
            let at = cell(bar, track, number * factor, is_ceiling, &reached);
            if let Some(cell) = at.and_then(|at| bar.get_mut(at)) {
                *cell = BarCell::Aim;
            }
        }
    }
}

/// Whether the number of a target has a place on the bar of the headline: both are levels, or changes
/// from the same base, in the same unit.
fn shares_bar(indicator: &Indicator, target: &Target, quantity: &Quantity) -> bool {
    let base = match (&target.observation.base, &indicator.headline.base) {
        (Some(there), Some(here)) => there.is_same(here),
        (there, _) => there.is_none(),
    };
    base && quantity.is_change() == indicator.change
        && quantity.unit().kind.is_same(&indicator.unit.kind)
}

/// The numbers that a figure states.
fn numbers(figure: &Observation) -> Vec<f64> {
    let quantity = figure.quantity.iter().flat_map(aims).map(|(number, _)| number);
    let interval = figure.uncertainty.iter();
    let ends = interval.flat_map(|interval| [interval.low.value(), interval.high.value()]);
    quantity.chain(ends).collect()
}

/// The numbers of a quantity, and whether each is its far limit, as seen from where its bar starts.
fn aims(quantity: &Quantity) -> Vec<(f64, bool)> {
    let is_fall = |number: f64| quantity.is_change() && number < 0.0;
    match quantity.value() {
        Value::Order(..) => Vec::new(),
        Value::Pair(a, b) => {
            let (a, b) = (a.value(), b.value());
            vec![(a, is_fall(a)), (b, !is_fall(b))]
        }
        Value::Number(_) | Value::Fraction(_) => {
            use HedgeClass::{AtMost, Below, UpTo};
            let is_ceiling = matches!(quantity.class(), Some(UpTo | AtMost | Below));
            vec![(quantity.stated(), is_ceiling)]
        }
    }
}

/// The cell of the tick at a number, if there is one for it.
fn cell(
    bar: &[BarCell],
    track: Track,
    number: f64,
    is_ceiling: bool,
    reached: &[f64],
) -> Option<usize> {
    let (inner, outer) = track.cells_of(number)?;
    let home = if is_ceiling { inner } else { outer };
    let outward = track.outward(number);
    if bar.get(home) == Some(&BarCell::Aim) {
        return None;
    }
    let nearest = reached.iter().min_by(|a, b| (*a - number).abs().total_cmp(&(*b - number).abs()));
    let beyond = nearest.map_or(0.0, |nearest| number - nearest);
    let steps: &[isize] = if beyond == 0.0 {
        &[0, 1, -1]
    } else if (beyond < 0.0) == track.leads_down(number) {
        &[0, 1]
    } else {
        &[0, -1]
    };
    let places = steps.iter().filter_map(|step| home.checked_add_signed(step * outward));
    places.into_iter().find(|at| is_free(bar, *at, outward, number))
}

/// Whether a tick in a cell hides nothing: what it covers is still told by the cells beside it.
fn is_free(bar: &[BarCell], at: usize, outward: isize, number: f64) -> bool {
    use BarCell::{
        About, Aim, Ceiling, Floor, MayReach, NotReached, Reached, RoughlyBeyond, RoughlyReached,
        Value, Within, Zero,
    };
    let beside = |step: isize| at.checked_add_signed(step).and_then(|at| bar.get(at).copied());
    let (inner, outer) = (beside(-outward), beside(outward));
    match bar.get(at) {
        Some(NotReached) => true,
        Some(Reached) => outer.is_some_and(|outer| !matches!(outer, NotReached | Aim)),
        Some(MayReach) => {
            inner == Some(MayReach) || matches!(outer, Some(MayReach | Floor | Ceiling))
        }
        Some(RoughlyReached | RoughlyBeyond) => [inner, outer]
            .iter()
            .any(|beside| matches!(beside, Some(RoughlyReached | RoughlyBeyond | About))),
        Some(Within) => [inner, outer].iter().any(|beside| matches!(beside, Some(Within | Value))),
        Some(Zero) => number == 0.0,
        _ => false,
    }
}
