use ratatui::layout::{Margin, Rect};

use super::frame::frame;
use crate::app::Model;
use crate::app::overlays::{CHANGES_WIDEST, Changes};
use crate::app::panels::overlay_frame;
use crate::ui::canvas::{Canvas, from_to, skip};
use crate::ui::panel::more;

/// Draws the list of changes, from the line at its offset on.
pub(super) fn draw(model: &Model, changes: &Changes, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lines = changes.lines(&model.news, model.env.size);
    let foot = more(lines.len(), changes.offset + usize::from(area.height.saturating_sub(2)));
    let area = overlay_frame(area, CHANGES_WIDEST);
    let inner = frame(&changes.title(), &foot, area, canvas);
    let inner = inner.inner(Margin::new(1, 0));
    for (row, line) in inner.rows().zip(lines.iter().skip(changes.offset)) {
        let style = if line.class.is_loss() { theme.warning() } else { theme.plain() };
        if line.is_first {
            canvas.line(row, "·", theme.dim());
        }
        canvas.line(skip(row, 2), &from_to(&line.text, theme), style);
    }
}
