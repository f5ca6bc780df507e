//! What lies over the panels: one frame, and in it help, faults, changes, a question or a form.

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
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use frame::frame;

/// Draws what lies over the panels, if anything does.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    match &model.overlay {
        None => {}
        Some(Overlay::Help(help)) => {
            help::draw(&model.env.keymap, help.offset, theme, area, canvas);
        }
        Some(Overlay::Diagnostics(list)) => diagnostics::draw(model, *list, theme, area, canvas),
        Some(Overlay::Changes(changes)) => {
            changes::draw(model, changes.offset, theme, area, canvas);
        }
        Some(Overlay::Confirm(offer)) => confirm::draw(model, *offer, theme, area, canvas),
        Some(Overlay::Link(to)) => link::draw(model, to, theme, area, canvas),
        Some(Overlay::Form(form)) => form::draw(model, form, theme, area, canvas),
        Some(Overlay::Find(find)) => find::draw(model, find, theme, canvas),
        Some(Overlay::Filter(list)) => filter::draw(model, list, theme, canvas),
        Some(Overlay::Commands(commands)) => commands::draw(model, commands, theme, canvas),
        Some(Overlay::Dates(dates)) => dates::draw(dates, theme, area, canvas),
    }
}
