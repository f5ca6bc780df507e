use ratatui::layout::{Margin, Rect};

use crate::app::{CardLine, Model, Panel};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border};

/// The cells of the column of labels.
const LABELS: u16 = 9;

/// Draws the detail panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = &model.card.lines;
    let view = usize::from(area.height.saturating_sub(2));
    let hidden = lines.len().saturating_sub(model.card_offset + view);
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let border = Border { notes: &[], foot, ..Border::default() };
    let inner = panel::frame(model, Panel::Detail, &border, theme, area, canvas);
    let inner = inner.inner(Margin::new(1, 0));
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(model.card_offset)) {
        let (text, style) = match line {
            CardLine::Blank => continue,
            CardLine::Title(text) | CardLine::Reading(text) => (text, theme.strong()),
            CardLine::Quote(text) | CardLine::Text(text) => (text, theme.plain()),
            CardLine::Place(text) => (text, theme.dim()),
            CardLine::Warning(text) => (text, theme.warning()),
            CardLine::Heading(text) => {
                canvas.text(inner.x, y, inner.width, text, theme.strong());
                continue;
            }
            CardLine::Field(label, text) => {
                canvas.text(inner.x, y, LABELS, label, theme.dim());
                let room = inner.width.saturating_sub(LABELS);
                canvas.text(inner.x + LABELS, y, room, text, theme.plain());
                continue;
            }
        };
        canvas.text(inner.x, y, inner.width, text, style);
    }
}
