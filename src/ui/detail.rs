use ratatui::layout::{Margin, Rect};

use crate::app::{Model, Panel};
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border};
use crate::ui::{Theme, card};

/// Draws the detail panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = &model.card.lines;
    let view = usize::from(area.height.saturating_sub(2));
    let hidden = lines.len().saturating_sub(model.card_offset + view);
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let border = Border { notes: &[], foot, ..Border::default() };
    let inner = panel::frame(model, Panel::Detail, &border, theme, area, canvas);
    let lines = lines.get(model.card_offset..).unwrap_or_default();
    card::draw(model, &model.card, lines, theme, inner.inner(Margin::new(1, 0)), canvas);
}
