use ratatui::layout::{Margin, Rect};

use super::frame::{around, frame};
use crate::app::Model;
use crate::app::overlays::{Confirm, Confirmed};
use crate::app::panels::overlay_frame;
use crate::app::text::wrap;
use crate::ui::canvas::Canvas;

/// The widest that a question is drawn.
const WIDEST: u16 = 64;

/// Draws a question, no higher than it needs.
pub(super) fn draw(model: &Model, confirm: Confirm, area: Rect, canvas: &mut Canvas<'_>) {
    let title = match confirm.what {
        Confirmed::Copy | Confirmed::Keep => "A copy to edit?",
        Confirmed::WriteBack => "Write the file back?",
    };
    let area = overlay_frame(area, WIDEST);
    let lines =
        wrap(&confirm.question(&model.env.keymap), usize::from(area.width.saturating_sub(4)));
    let inner = frame(title, "", around(lines.len(), area), canvas);
    canvas.lines(inner.inner(Margin::new(1, 0)), &lines, canvas.theme.plain());
}
