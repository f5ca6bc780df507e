//! Drawing: from a model and a theme to the cells of a frame, and nothing else.
//!
//! Everything here is a function of what it is given. A panel is a struct that borrows the
//! model and the theme; only the rows in view are built.

mod axis;
mod bar;
mod canvas;
mod card;
mod chart;
mod detail;
mod footer;
mod gauges;
mod header;
mod help;
mod panel;
mod plot;
mod ruler;
mod strip;
mod table;
mod theme;
mod timeline;
mod track;

use ratatui::Frame;
use ratatui::layout::Rect;

pub use bar::{Cell, bar};
pub use theme::{Glyphs, Theme};

use crate::app::{Arrangement, Model, Overlay, Panel, Phase};
use canvas::Canvas;

/// Draws the whole dashboard. It cannot change the model.
pub fn view(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), theme);
    let layout = model.layout();
    if layout.arrangement == Arrangement::TooSmall || area.is_empty() {
        canvas.text(area.x, area.y, area.width, "needs 20×5 cells", theme.strong());
        return;
    }
    header::draw(model, theme, layout.header, &mut canvas);
    if model.phase == Phase::Loading {
        let line = Rect { y: layout.header.bottom() + 1, ..layout.header };
        canvas.text(line.x + 1, line.y, line.width, &header::reading(model), theme.plain());
        footer::draw(model, theme, layout.footer, &mut canvas);
        return;
    }
    if layout.arrangement == Arrangement::Tabbed {
        header::tabs(model, theme, layout.tabs, &mut canvas);
    }
    for panel in Panel::ALL {
        let area = layout.panel(panel);
        if area.width < 3 || area.height < 3 {
            continue;
        }
        match panel {
            Panel::Gauges => gauges::draw(model, theme, area, &mut canvas),
            Panel::Table => table::draw(model, theme, area, &mut canvas),
            Panel::Timeline => timeline::draw(model, theme, area, &mut canvas),
            Panel::Detail => detail::draw(model, theme, area, &mut canvas),
        }
    }
    strip::draw(model, theme, layout.strip, &mut canvas);
    if let Some(Overlay::Help { offset }) = model.overlay {
        help::draw(offset, theme, area, &mut canvas);
    }
    footer::draw(model, theme, layout.footer, &mut canvas);
}
