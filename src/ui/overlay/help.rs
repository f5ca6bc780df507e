use ratatui::layout::Rect;

use super::frame;
use crate::app::keys::Keymap;
use crate::app::overlays::{HELP_KEYS, HelpLine, help};
use crate::app::panels::overlay_frame;
use crate::app::text::width;
use crate::report::{Quantity, Scale};
use crate::ui::canvas::Canvas;
use crate::ui::{Theme, bar, ruler};

/// The widest that the help is drawn.
const WIDEST: u16 = 84;
const BAR: u16 = 20;
const FIGURE: u16 = 18;

/// Draws the help.
pub(super) fn draw(
    keymap: &Keymap,
    offset: usize,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let lines = help(keymap);
    let view = usize::from(area.height.saturating_sub(2));
    let hidden = lines.len().saturating_sub(offset + view);
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let inner = frame("Help", &foot, theme, overlay_frame(area, WIDEST), canvas);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(offset)) {
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(text) => {
                canvas.text(inner.x + 1, y, inner.width.saturating_sub(1), &text, theme.strong());
            }
            HelpLine::Keys(keys, doc) => {
                canvas.text(inner.x + 1, y, HELP_KEYS, &keys, theme.key());
                let x = inner.x + 1 + HELP_KEYS + 1;
                canvas.text(x, y, inner.right().saturating_sub(x), doc, theme.plain());
            }
            HelpLine::Sign(sign, reads) => {
                if width(sign) > 1 {
                    canvas.text(inner.x + 1, y, HELP_KEYS, sign, theme.key());
                } else {
                    canvas.glyph(inner.x + 1, y, sign, theme.key());
                }
                let x = inner.x + 1 + HELP_KEYS + 1;
                canvas.text(x, y, inner.right().saturating_sub(x), &reads, theme.plain());
            }
            HelpLine::Example(quantity, reads) => {
                let line = Rect { y, height: 1, ..inner };
                example(&quantity, reads, theme, line, canvas);
            }
        }
    }
}

fn example(quantity: &Quantity, reads: &str, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let cells = ruler::bar_cells(quantity.is_change(), BAR);
    let cells = bar(quantity, Scale::percent(quantity.is_change()), usize::from(cells));
    ruler::draw_bar(&cells, None, theme, (area.x + 1, area.y), canvas);
    let x = area.x + 1 + BAR + 2;
    let figure = quantity.figure();
    let end = canvas.text(x, area.y, area.right().saturating_sub(x), &figure, theme.strong());
    let x = (x + FIGURE).max(end + 1);
    canvas.text(x, area.y, area.right().saturating_sub(x), reads, theme.plain());
}
