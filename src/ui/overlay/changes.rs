use ratatui::layout::Rect;

use super::frame;
use crate::app::Model;
use crate::app::overlays::{CHANGES_WIDEST, change_lines};
use crate::app::panels::overlay_frame;
use crate::diff::ChangeClass;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, from_to};

/// Draws what the last change of the file was, from the line at `offset` on.
pub(super) fn draw(
    model: &Model,
    offset: usize,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let lines = change_lines(&model.news, model.env.size);
    let hidden = lines.len().saturating_sub(offset + usize::from(area.height.saturating_sub(2)));
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let title = "What the last change of the file was";
    let inner = frame(title, &foot, theme, overlay_frame(area, CHANGES_WIDEST), canvas);
    if lines.is_empty() {
        let nothing = "No change of the file has been seen here yet.";
        canvas.text(inner.x + 1, inner.y, inner.width.saturating_sub(2), nothing, theme.plain());
    }
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(offset)) {
        let style = match line.class {
            ChangeClass::HedgeLost => theme.warning(),
            _ => theme.plain(),
        };
        if line.is_first {
            canvas.text(inner.x + 1, y, 1, "·", theme.dim());
        }
        let text = from_to(&line.text, theme);
        canvas.text(inner.x + 3, y, inner.width.saturating_sub(4), &text, style);
    }
}
