use ratatui::layout::Rect;

use super::frame;
use crate::app::Model;
use crate::app::overlays::{LINK_WIDEST, LinkLine, LinkPreview, link_lines};
use crate::app::panels::overlay_frame;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

/// Draws an address before it is opened, no higher than it needs.
pub(super) fn draw(
    model: &Model,
    to: &LinkPreview,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let lines = link_lines(&model.env, to);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let area = Rect { y: area.y + (area.height - height) / 3, height, ..area };
    let title = if model.env.opens_with.is_ok() { "Open this address?" } else { "The address" };
    let hidden = lines.len().saturating_sub(to.offset + usize::from(height.saturating_sub(2)));
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let inner = frame(title, &foot, theme, overlay_frame(area, LINK_WIDEST), canvas);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(to.offset)) {
        let room = inner.width.saturating_sub(2);
        match line {
            LinkLine::Blank => {}
            LinkLine::Text(text) => {
                canvas.text(inner.x + 1, y, room, text, theme.plain());
            }
            LinkLine::Address([before, host, after]) => {
                let mut x = inner.x + 1;
                let plain = theme.plain();
                for (text, style) in [(before, plain), (host, theme.strong()), (after, plain)] {
                    x = canvas.text(x, y, (inner.x + 1 + room).saturating_sub(x), text, style);
                }
            }
        }
    }
}
