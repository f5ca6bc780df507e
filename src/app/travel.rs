//! Moving by rows and lines.

use crate::app::card::panel;
use crate::app::perform::arrive;
use crate::app::{Action, Model, Panel};

/// Moves by rows in the focused panel.
pub(super) fn travel(model: &mut Model, action: Action) {
    // The first line of gauges, table and timeline holds headings or the axis.
    let view = model.layout().inner_height(model.focus);
    let page = view.saturating_sub(1).max(1);
    match model.focus {
        Panel::Gauges => {
            let row = model.selected.map_or(0, |ix| model.gauges.place(ix));
            let line = model.layout().inner(Panel::Gauges).width;
            let page = model.gauges.page(page, line);
            let row = step(row, last(model.gauges.order.len()), page, action);
            model.selected = model.gauges.order.get(row).copied();
        }
        Panel::Table => {
            let row = model.selected.map_or(0, |ix| model.table.place(ix));
            let row = step(row, last(model.table.order.len()), page, action);
            model.selected = model.table.order.get(row).copied();
        }
        Panel::Timeline => {
            let rows = model.timeline.rows().len();
            model.timeline.row = step(model.timeline.row, last(rows), page, action);
            arrive(model);
        }
        Panel::Detail => {
            let all = panel::view(model);
            let end = model.card.end(model.layout().detail_columns());
            model.card_offset = step(model.card_offset, end, all.max(1), action);
        }
    }
}

fn last(rows: usize) -> usize {
    rows.saturating_sub(1)
}

/// The row that a movement leads to, from 0 to `last`.
pub(super) fn step(row: usize, last: usize, page: usize, action: Action) -> usize {
    let half = page.div_ceil(2);
    let row = match action {
        Action::Up => row.saturating_sub(1),
        Action::Down => row.saturating_add(1),
        Action::HalfUp => row.saturating_sub(half),
        Action::HalfDown => row.saturating_add(half),
        Action::PageUp => row.saturating_sub(page),
        Action::PageDown => row.saturating_add(page),
        Action::First => 0,
        Action::Last => last,
        _ => row,
    };
    row.min(last)
}
