use ratatui::layout::{Margin, Rect};

use crate::app::{CameFrom, Model, Panel};
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border};
use crate::ui::{Theme, card};

/// Draws the detail panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = &model.card.lines;
    let view = usize::from(area.height.saturating_sub(2));
    let hidden = lines.len().saturating_sub(model.card_offset + view);
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let place = place_among_figures(model);
    let notes: Vec<&str> = place.iter().map(String::as_str).collect();
    let border = Border { notes: &notes, foot, ..Border::default() };
    let inner = panel::frame(model, Panel::Detail, &border, theme, area, canvas);
    let lines = lines.get(model.card_offset..).unwrap_or_default();
    card::draw(model, &model.card, lines, theme, inner.inner(Margin::new(1, 0)), canvas);
}

/// Which of the figures that an event bears on is shown, where Enter has led from one: in full,
/// and for a narrow border.
fn place_among_figures(model: &Model) -> Vec<String> {
    let Some(CameFrom::Event { event, nth }) = model.came_from else { return Vec::new() };
    let all = model.report.events.get(event).map_or(0, |event| event.indicators.len());
    let place = format!("{} of {all}", nth + 1);
    vec![format!("{place} that the event bears on"), format!("{place} of the event"), place]
}
