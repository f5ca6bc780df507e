//! The card in the detail panel: what it is written for, where the cursor is, what is in
//! view.

use super::{Card, Reads, Sheet};
use crate::app::keys::Action;
use crate::app::panels::{Spot, spots};
use crate::app::text::{reveal, step};
use crate::app::{Model, Subject};

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
    let item = model.item();
    let before = model.card.written_for.map(|(item, _)| item);
    if before != Some(item) {
        model.spot = None;
    }
    let lines = if model.zoomed { lines.saturating_sub(BELOW_CHART) } else { lines / 2 };
    let lines = lines.min(cells / FLAT).max(LEAST_CHART);
    let sheet = Sheet {
        cells,
        chart: u16::try_from(lines).unwrap_or(u16::MAX),
        reads: Reads::One(model.spot),
    };
    let is_new = model.card.written_for != Some((item, sheet));
    if is_new {
        model.card = Card::new(model, item, sheet);
        if before != Some(item) {
            model.card_offset = 0;
        }
    }
    model.card_offset = model.card_offset.min(model.card.end(columns));
    // Scrolled away it may be; other lines or another size must not take it out of sight.
    if is_new && model.seen_spot.is_some() && !sees_spot(model) {
        reveal_spot(model);
    }
    model.seen_spot = model.spot.filter(|_| sees_spot(model));
}

/// Whether something of what the cursor is on is in view.
fn sees_spot(model: &Model) -> bool {
    let columns = model.layout().detail_columns();
    let stop = model.spot.and_then(|spot| model.card.stop(spot));
    let mut lines = stop.map_or(0..0, |stop| stop.lines.clone());
    lines.any(|line| model.card.shows(line, model.card_offset, columns))
}

/// Brings what the cursor is on into view; where all of it does not fit, from its top.
fn reveal_spot(model: &mut Model) {
    let columns = model.layout().detail_columns();
    let Some(stop) = model.spot.and_then(|spot| model.card.stop(spot)) else { return };
    let first = stop.lines.start;
    let view = usize::from(columns.lines);
    let last = stop.lines.end.min(first + view).saturating_sub(1);
    let is_in_view = |line| model.card.shows(line, model.card_offset, columns);
    if columns.count > 1 && is_in_view(first) && is_in_view(last) {
        return;
    }
    model.card_offset = reveal(model.card_offset, view, model.card.lines.len(), first, last);
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
    if !forward && is_on_first_rival(model) {
        // In front of them stands the headline.
        (model.spot, model.card_offset) = (None, 0);
        return settle(model);
    }
    let Some(spot) = next_spot(model, forward) else { return };
    model.spot = Some(spot);
    settle(model);
    reveal_spot(model);
}

/// Whether the cursor is on the first figure of all, a rival's, and seen there.
fn is_on_first_rival(model: &Model) -> bool {
    let columns = model.layout().detail_columns();
    let is_seen = |line| model.card.shows(line, model.card_offset, columns);
    let first = model.card.stops.first().filter(|stop| Some(stop.spot) == model.spot);
    first.is_some_and(|stop| matches!(stop.spot, Spot::Rival(_)) && is_seen(stop.lines.start))
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
