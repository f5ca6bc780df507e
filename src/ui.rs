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
mod news;
mod overlay;
mod page;
mod panel;
mod plot;
mod ruler;
mod strip;
mod table;
mod theme;
mod timeline;
mod track;
mod typed;

use ratatui::Frame;
use ratatui::layout::Rect;

pub use bar::{Cell, bar};
pub use canvas::shown;
pub use page::page;
pub use theme::{Glyphs, Theme};

use crate::app::Model;
use crate::app::document::Phase;
use crate::app::keys::Panel;
use crate::app::panels::Arrangement;
use crate::app::text::width;
use canvas::Canvas;

/// What a terminal too small is told, in as many cells as it has.
fn too_small(cells: u16) -> &'static str {
    let forms = ["needs 20×5 cells; 'indicia print' needs none", "needs 20×5 cells"];
    let fits = |form: &&str| width(form) <= usize::from(cells);
    forms.into_iter().find(fits).unwrap_or("too small")
}

/// Draws the whole dashboard. It cannot change the model.
pub fn view(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    draw(model, theme, frame);
    Canvas::new(frame.buffer_mut(), theme).fill(theme);
}

fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), theme);
    let layout = model.layout();
    if layout.arrangement == Arrangement::TooSmall || area.is_empty() {
        canvas.text(area.x, area.y, area.width, too_small(area.width), theme.strong());
        return;
    }
    header::draw(model, theme, layout.header, &mut canvas);
    if model.doc.phase == Phase::Loading {
        let line = Rect { y: layout.header.bottom() + 1, ..layout.header };
        canvas.text(line.x + 1, line.y, line.width, &header::reading(model), theme.plain());
        footer::draw(model, theme, layout.footer, &mut canvas);
        return;
    }
    if layout.arrangement == Arrangement::Tabbed {
        header::tabs(model, theme, &mut canvas);
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
    overlay::draw(model, theme, layout.overlay, &mut canvas);
    footer::draw(model, theme, layout.footer, &mut canvas);
    news::draw(model, theme, layout.news, layout.footer, &mut canvas);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_too_small_is_told_in_the_cells_it_has() {
        assert_eq!(too_small(60), "needs 20×5 cells; 'indicia print' needs none");
        assert_eq!(too_small(30), "needs 20×5 cells");
        for cells in 9..=60 {
            assert!(width(too_small(cells)) <= usize::from(cells));
        }
    }
}
