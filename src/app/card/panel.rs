//! The card in the detail panel: what it is written for, where the cursor is, what is in
//! view.

use super::{About, Card, Reads, Sheet};
use crate::app::scroll::reveal;
use crate::app::travel::step;
use crate::app::{Action, Model, Spot, Subject, spots};

/// Lines that the chart leaves to its legend and to the point that is read out.
const BELOW_CHART: usize = 10;
/// A chart has at least so many cells to a line: a steep one would exaggerate.
const FLAT: usize = 3;
/// The fewest lines of a chart.
const LEAST_CHART: usize = 10;

/// Writes the card anew where it is about something else, or for another sheet, than before.
pub(in crate::app) fn settle(model: &mut Model) {
    let columns = model.layout().detail_columns();
    let (cells, lines) = (usize::from(columns.cells), usize::from(columns.lines));
    let about = About::of(model);
    let before = model.card.written_for.map(|(about, _)| about);
    if before != Some(about) {
        model.spot = None;
    }
    let lines = if model.zoomed { lines.saturating_sub(BELOW_CHART) } else { lines / 2 };
    let lines = lines.min(cells / FLAT).max(LEAST_CHART);
    let sheet = Sheet {
        cells,
        chart: u16::try_from(lines).unwrap_or(u16::MAX),
        reads: Reads::One(model.spot),
    };
    if model.card.written_for != Some((about, sheet)) {
        model.card = Card::new(model, about, sheet);
        if before != Some(about) {
            model.card_offset = 0;
        }
    }
    model.card_offset = model.card_offset.min(model.card.end(columns));
}

/// The lines that the panel shows, those of all its columns.
pub(in crate::app) fn view(model: &Model) -> usize {
    let columns = model.layout().detail_columns();
    usize::from(columns.lines) * usize::from(columns.count)
}

/// Scrolls by so many lines.
pub(in crate::app) fn scroll(model: &mut Model, action: Action, lines: usize) {
    let end = model.card.end(model.layout().detail_columns());
    for _ in 0..lines {
        model.card_offset = step(model.card_offset, end, 1, action);
    }
}

/// Moves the cursor to the next figure beside the headline, or to the one before, and brings it
/// into view. Where it is out of view, it only comes there: nobody moves what is not seen.
pub(in crate::app) fn step_spot(model: &mut Model, forward: bool) {
    let Some(spot) = next_spot(model, forward) else { return };
    model.spot = Some(spot);
    settle(model);
    let columns = model.layout().detail_columns();
    let Some(stop) = model.card.stop(spot) else { return };
    // Where all of it does not fit, it is seen from its top.
    let first = stop.lines.start;
    let view = usize::from(columns.lines);
    let last = stop.lines.end.min(first + view).saturating_sub(1);
    let is_in_view = |line| model.card.shows(line, model.card_offset, columns);
    if columns.count > 1 && is_in_view(first) && is_in_view(last) {
        return;
    }
    model.card_offset = reveal(model.card_offset, view, model.card.lines.len(), first, last);
}

/// Where a step leads to. Nowhere yet, the cursor begins with the first figure in the card or, on
/// the way back, with the last; where that is the point that is read out anyway, it stands there.
fn next_spot(model: &Model, forward: bool) -> Option<Spot> {
    let Subject::Indicator(indicator) = model.subject() else { return None };
    let stops = &model.card.stops;
    let stands = match model.spot {
        Some(spot) => model.card.stop(spot),
        None => stops.first().filter(|stop| matches!(stop.spot, Spot::Point(_))),
    };
    let Some(stop) = stands else {
        let begins = if forward { stops.first() } else { stops.last() };
        return begins.map(|stop| stop.spot);
    };
    let columns = model.layout().detail_columns();
    if !model.card.shows(stop.lines.start, model.card_offset, columns) {
        return Some(stop.spot);
    }
    let all = spots(indicator);
    let at = all.iter().position(|spot| *spot == stop.spot)?;
    let next = if forward { at + 1 } else { at.saturating_sub(1) };
    all.get(next).copied().or(Some(stop.spot))
}
