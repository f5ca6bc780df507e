use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::document::Tone;
use crate::app::text::width;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, from_to};

/// Draws the lines of news; where there is no room for any, what matters takes the line of keys.
pub(super) fn draw(
    model: &Model,
    theme: &Theme,
    area: Rect,
    footer: Rect,
    canvas: &mut Canvas<'_>,
) {
    let mut lines = model.news_lines();
    let mut area = area;
    if area.is_empty() {
        lines.retain(|line| line.tone != Tone::Plain);
        area = if lines.is_empty() { area } else { footer };
    }
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        let style = match line.tone {
            Tone::Plain => theme.strong(),
            Tone::Trouble => theme.warning(),
            Tone::Stale => theme.fault(),
        };
        if line.tone == Tone::Stale {
            let blank = " ".repeat(usize::from(area.width));
            canvas.text(area.x, y, area.width, &blank, style);
        }
        let room = usize::from(area.width.saturating_sub(2));
        let long = from_to(&line.notice.long, theme);
        let text = if width(&long) <= room { long } else { from_to(&line.notice.short, theme) };
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), &text, style);
    }
}
