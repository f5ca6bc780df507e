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
use crate::ui::canvas::Canvas;

/// Draws the overlay, if one is open.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    match &model.overlay {
        None => {}
        Some(Overlay::Help(help)) => help::draw(&model.env.keymap, help.offset, area, canvas),
        Some(Overlay::Diagnostics(list)) => diagnostics::draw(model, *list, area, canvas),
        Some(Overlay::Changes(changes)) => changes::draw(model, changes.offset, area, canvas),
        Some(Overlay::Confirm(question)) => confirm::draw(model, question, area, canvas),
        Some(Overlay::Link(preview)) => link::draw(model, preview, area, canvas),
        Some(Overlay::Form(form)) => form::draw(model, form, area, canvas),
        Some(Overlay::Find(find)) => find::draw(model, find, canvas),
        Some(Overlay::Filter(list)) => filter::draw(model, list, canvas),
        Some(Overlay::Commands(commands)) => commands::draw(model, commands, canvas),
        Some(Overlay::Dates(dates)) => dates::draw(dates, area, canvas),
    }
}
