//! The card in the detail panel: what it is written for, which point it reads out, what is in
//! view.

use super::{About, Card, Reads, Sheet};
use crate::app::scroll::reveal;
use crate::app::travel::step;
use crate::app::{Action, Model};

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
        model.point = None;
    }
    let lines = if model.zoomed { lines.saturating_sub(BELOW_CHART) } else { lines / 2 };
    let lines = lines.min(cells / FLAT).max(LEAST_CHART);
    let sheet = Sheet {
        cells,
        chart: u16::try_from(lines).unwrap_or(u16::MAX),
        reads: Reads::One(model.point),
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

/// Moves the cursor to the next point of the series, or to the one before, and brings it into
/// view. Where its chart is out of view, it only comes there: nobody moves what is not seen.
pub(in crate::app) fn step_point(model: &mut Model, forward: bool) {
    let columns = model.layout().detail_columns();
    let Some(cursor) = &model.card.cursor else { return };
    if model.card.shows(cursor.lines.start, model.card_offset, columns) {
        let last = cursor.points.saturating_sub(1);
        let at = if forward { cursor.at + 1 } else { cursor.at.saturating_sub(1) };
        model.point = Some(at.min(last));
        settle(model);
    } else {
        model.point = Some(cursor.at);
        settle(model);
    }
    if let Some(cursor) = &model.card.cursor {
        // Where both do not fit, the chart is seen from its top.
        let first = cursor.lines.start;
        let view = usize::from(columns.lines);
        if columns.count > 1 && model.card.shows(first, model.card_offset, columns) {
            return;
        }
        let last = cursor.lines.end.min(first + view).saturating_sub(1);
        model.card_offset = reveal(model.card_offset, view, model.card.lines.len(), first, last);
    }
}
