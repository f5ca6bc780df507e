use ratatui::layout::{Margin, Rect};

use super::frame::frame;
use crate::app::Model;
use crate::app::overlays::{CHANGES_WIDEST, change_lines};
use crate::app::panels::overlay_frame;
use crate::ui::canvas::{Canvas, from_to, skip};
use crate::ui::panel::more;

/// Draws what the last change of the file was, from the line at `offset` on.
pub(super) fn draw(model: &Model, offset: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lines = change_lines(&model.news, model.env.size);
    let foot = more(lines.len(), offset + usize::from(area.height.saturating_sub(2)));
    let area = overlay_frame(area, CHANGES_WIDEST);
    let inner = frame("What the last change of the file was", &foot, area, canvas);
    let inner = inner.inner(Margin::new(1, 0));
    if lines.is_empty() {
        canvas.line(inner, "No change of the file has been seen here yet.", theme.plain());
    }
    for (row, line) in inner.rows().zip(lines.iter().skip(offset)) {
        let style = if line.class.is_loss() { theme.warning() } else { theme.plain() };
        if line.is_first {
            canvas.line(row, "·", theme.dim());
        }
        canvas.line(skip(row, 2), &from_to(&line.text, theme), style);
    }
}
