//! Drawing: from a model and a theme to the cells of a frame, and nothing else.
//!
//! Everything here is a function of what it is given. A panel is a struct that borrows the
//! model and the theme; only the rows in view are built.

mod axis;
mod bar;
mod canvas;
mod card;
mod chart;
mod copied;
mod detail;
mod footer;
mod gauges;
mod header;
mod input;
mod legend;
mod news;
mod overlay;
mod page;
mod panel;
mod picture;
mod plot;
mod ruler;
mod strip;
mod table;
mod theme;
mod timeline;
mod trend;
mod web;

use ratatui::Frame;
use ratatui::layout::Rect;

pub use bar::{BarCell, Reach, bar};
pub use canvas::shown;
pub use page::page;
pub use picture::picture;
pub use theme::{Glyphs, SIXTEEN, Theme, sixteen};
pub use web::{html, svg};

use crate::app::Model;
use crate::app::document::Phase;
use crate::app::keys::Panel;
use crate::app::panels::Arrangement;
use canvas::{Canvas, fitting, skip};

/// What is said in a terminal that is too small, in the cells that it has.
fn too_small(cells: u16, theme: &Theme) -> &'static str {
    let short = "needs 20×5 cells";
    let text = fitting("needs 20×5 cells; 'indicia print' needs none", short, cells, theme);
    text.unwrap_or("too small")
}

/// Draws the whole dashboard. It cannot change the model.
pub fn view(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), theme);
    draw(model, area, &mut canvas);
    canvas.fill();
}

fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let layout = model.layout();
    if layout.arrangement == Arrangement::TooSmall || area.is_empty() {
        canvas.line(area, too_small(area.width, theme), theme.strong());
        return;
    }
    header::draw(model, layout.header, canvas);
    if model.doc.phase == Phase::Loading {
        let row = Rect { y: layout.header.bottom() + 1, ..layout.header };
        canvas.line(skip(row, 1), &header::reading(model), theme.plain());
        footer::draw(model, layout.footer, canvas);
        return;
    }
    if layout.arrangement == Arrangement::Tabbed {
        header::tabs(model, canvas);
    }
    for panel in Panel::ALL {
        let area = layout.panel(panel);
        if area.width < 3 || area.height < 3 {
            continue;
        }
        match panel {
            Panel::Gauges => gauges::draw(model, area, canvas),
            Panel::Table => table::draw(model, area, canvas),
            Panel::Timeline => timeline::draw(model, area, canvas),
            Panel::Detail => detail::draw(model, area, canvas),
        }
    }
    strip::draw(model, layout.strip, canvas);
    overlay::draw(model, canvas);
    copied::draw(model, layout.overlay, canvas);
    footer::draw(model, layout.footer, canvas);
    news::draw(model, layout.news, layout.footer, canvas);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::text::width;

    #[test]
    fn a_terminal_too_small_is_told_in_the_cells_it_has() {
        let theme = Theme::new(false, Glyphs::Unicode);
        assert_eq!(too_small(60, &theme), "needs 20×5 cells; 'indicia print' needs none");
        assert_eq!(too_small(30, &theme), "needs 20×5 cells");
        for cells in 9..=60 {
            assert!(width(too_small(cells, &theme)) <= usize::from(cells));
        }
    }
}
