use ratatui::layout::{Margin, Rect};

use crate::app::Model;
use crate::app::document::Tone;
use crate::ui::canvas::{Canvas, fitting, from_to};

/// Draws the lines of news; where there is no room for them, what matters is shown in place of the
/// line of keys.
pub(super) fn draw(model: &Model, area: Rect, footer: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let mut lines = model.news_lines();
    let mut area = area;
    if area.is_empty() {
        lines.retain(|line| line.tone != Tone::Plain);
        area = if lines.is_empty() { area } else { footer };
    }
    for (row, line) in area.rows().zip(&lines) {
        let style = match line.tone {
            Tone::Plain => theme.strong(),
            Tone::Trouble => theme.warning(),
            Tone::Stale => theme.fault(),
        };
        if line.tone == Tone::Stale {
            canvas.line(row, &" ".repeat(usize::from(row.width)), style);
        }
        let row = row.inner(Margin::new(1, 0));
        let (long, short) = (from_to(&line.notice.long, theme), from_to(&line.notice.short, theme));
        let text = fitting(&long, &short, row.width, theme).unwrap_or(&short);
        canvas.line(row, text, style);
    }
}
