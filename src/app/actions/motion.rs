//! Moving by rows and lines.

use crate::app::Model;
use crate::app::actions::dispatch::arrive;
use crate::app::keys::{Action, Panel};
use crate::app::panels::panel;
use crate::app::text::step;

/// Moves by rows in the focused panel.
pub(in crate::app) fn travel(model: &mut Model, action: Action) {
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
