use ratatui::layout::Rect;

use super::frame;
use crate::app::Model;
use crate::app::overlays::{Confirm, Confirmed};
use crate::app::panels::overlay_frame;
use crate::app::text::wrap;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

/// The widest that a question is drawn.
const WIDEST: u16 = 64;

/// Draws a question, no higher than it needs.
pub(super) fn draw(
    model: &Model,
    offer: Confirm,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let title = match offer.what {
        Confirmed::Copy => "A copy to edit?",
        Confirmed::WriteBack => "Write the file back?",
    };
    let room = usize::from(area.width.min(WIDEST).saturating_sub(4));
    let lines = wrap(&offer.question(&model.env.keymap), room);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let area = Rect { y: area.y + (area.height - height) / 3, height, ..area };
    let inner = frame(title, "", theme, overlay_frame(area, WIDEST), canvas);
    for (y, line) in (inner.y..inner.bottom()).zip(lines) {
        canvas.text(inner.x + 1, y, inner.width.saturating_sub(2), &line, theme.plain());
    }
}
