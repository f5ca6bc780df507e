//! What lies over the panels: help, faults, changes, lists, questions, forms.

mod changes;
mod commands;
mod confirm;
mod dates;
mod diagnostics;
mod filter;
mod find;
mod form;
mod frame;
mod help;
mod link;
mod list;

use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::overlays::Overlay;
use crate::app::panels::Layout;
use crate::ui::canvas::Canvas;

/// Draws the overlay, if one is open.
///
/// Nothing of the panels stays in its place, not even beside a narrow box: half of a line could be a
/// number without its hedge.
pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>) {
    let Some(overlay) = &model.overlay else { return };
    let area = place(overlay, &model.layout());
    canvas.clear(area);
    match overlay {
        Overlay::Help(help) => help::draw(model, help.offset, area, canvas),
        Overlay::Diagnostics(list) => diagnostics::draw(model, *list, area, canvas),
        Overlay::Changes(changes) => changes::draw(model, changes, area, canvas),
        Overlay::Confirm(question) => confirm::draw(model, question, area, canvas),
        Overlay::Link(preview) => link::draw(model, preview, area, canvas),
        Overlay::Form(form) => form::draw(model, form, area, canvas),
        Overlay::Find(find) => find::draw(model, find, area, canvas),
        Overlay::Filter(list) => filter::draw(model, list, area, canvas),
        Overlay::Commands(commands) => commands::draw(model, commands, area, canvas),
        Overlay::Dates(dates) => dates::draw(dates, area, canvas),
    }
}

/// The area of an overlay: whole panels, or whole lines of one.
fn place(overlay: &Overlay, layout: &Layout) -> Rect {
    match overlay {
        Overlay::Find(_) | Overlay::Filter(_) | Overlay::Commands(_) | Overlay::Link(_) => {
            layout.list()
        }
        Overlay::Confirm(question) if question.lines().is_empty() => layout.list(),
        Overlay::Form(_) => layout.beside_detail(),
        Overlay::Dates(_) => dates::place(layout),
        Overlay::Help(_) | Overlay::Diagnostics(_) | Overlay::Changes(_) | Overlay::Confirm(_) => {
            layout.overlay
        }
    }
}
