use ratatui::layout::Rect;

use super::frame::frame;
use crate::app::Model;
use crate::app::overlays::{HELP_KEYS, HELP_READS, HELP_WIDEST, HelpLine, help};
use crate::app::panels::overlay_frame;
use crate::app::text::width;
use crate::report::{Observation, Quantity, Scale};
use crate::ui::canvas::{Canvas, skip};
use crate::ui::panel::more;
use crate::ui::ruler;

const BAR: u16 = 20;

/// Draws the help, from the line at `offset` on.
pub(super) fn draw(model: &Model, offset: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lines = help(&model.env.keymap, &model.layout());
    let foot = more(lines.len(), offset + usize::from(area.height.saturating_sub(2)));
    let inner = frame("Help", &foot, overlay_frame(area, HELP_WIDEST), canvas);
    for (row, line) in inner.rows().zip(lines.into_iter().skip(offset)) {
        let row = skip(row, 1);
        let keys = Rect { width: row.width.min(HELP_KEYS), ..row };
        let rest = skip(row, HELP_KEYS + 1);
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(text) => canvas.line(row, &text, theme.strong()),
            HelpLine::Keys(text, doc) => {
                canvas.line(keys, &text, theme.key());
                canvas.line(rest, &doc, theme.plain());
            }
            HelpLine::Sign(sign, reads) => {
                if width(sign) > 1 {
                    canvas.line(keys, sign, theme.key());
                } else {
                    canvas.glyph(row.x, row.y, sign, theme.key());
                }
                canvas.line(rest, &reads, theme.plain());
            }
            HelpLine::Rest(at, text) => canvas.line(skip(row, at), &text, theme.plain()),
            HelpLine::Example(figure, reads) => example(&figure, &reads, row, canvas),
        }
    }
}

fn example(figure: &Observation, reads: &str, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let is_change = figure.quantity.as_ref().is_some_and(Quantity::is_change);
    let scale = Scale::percent(is_change).facing(is_change, false);
    let cells = ruler::bar_cells(figure, scale, BAR);
    ruler::draw_bar(&cells, None, row, canvas);
    canvas.line(skip(row, BAR + 2), &figure.figure(), theme.strong());
    canvas.line(skip(row, HELP_READS), reads, theme.plain());
}
