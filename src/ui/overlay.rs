//! What lies over the panels: one frame, and in it help, faults, changes, a question or a form.

mod changes;
mod commands;
mod confirm;
mod dates;
mod diagnostics;
mod filter;
mod find;
mod help;
mod link;
mod list;

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use crate::app::Model;
use crate::app::overlays::Overlay;
use crate::app::panels::overlay_frame;
use crate::app::text::fit;
use crate::ui::canvas::{Canvas, shown};
use crate::ui::{Glyphs, Theme, form};

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

/// What stands in the border of an overlay.
#[derive(Clone, Debug, Default)]
pub(super) struct Edges {
    pub(super) title: String,
    /// At the bottom right.
    pub(super) foot: String,
}

/// Clears an area in the middle of the screen, at most so wide, and draws a border around it;
/// gives the area inside.
pub(super) fn frame(
    edges: &Edges,
    widest: u16,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Rect {
    frame_at(edges, theme, overlay_frame(area, widest), canvas)
}

/// Clears an area and draws a border around it; gives the area inside.
fn frame_at(edges: &Edges, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    canvas.clear(area);
    let title = format!(" {} ", shown(&edges.title, theme));
    let title =
        fit(&title, usize::from(area.width.saturating_sub(2))).replace('…', theme.pick("…", "~"));
    let mut block = Block::bordered().border_style(theme.strong()).title(title);
    block = match theme.glyphs() {
        Glyphs::Unicode => block.border_type(BorderType::Thick),
        Glyphs::Ascii => block.border_set(crate::ui::panel::FOCUSED_ASCII),
    };
    if !edges.foot.is_empty() {
        let foot =
            Line::styled(format!(" {} ", shown(&edges.foot, theme)), theme.dim()).right_aligned();
        block = block.title_bottom(foot);
    }
    let inner = block.inner(area);
    canvas.widget(block, area);
    inner
}
