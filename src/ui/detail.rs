use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::nav::CameFrom;
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border};
use crate::ui::{Theme, card};

/// Draws the detail panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let layout = model.layout();
    let columns =
        model.panels.detail.card.columns(model.panels.detail.offset, layout.detail_columns());
    let end = columns.last().map_or(0, |last| last.end);
    let hidden = model.panels.detail.card.lines.len().saturating_sub(end);
    let foot = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let place = place_among_figures(model);
    let notes: Vec<&str> = place.iter().map(String::as_str).collect();
    let border = Border { notes: &notes, foot, ..Border::default() };
    panel::frame(model, Panel::Detail, &border, theme, area, canvas);
    for (lines, area) in columns.into_iter().zip(layout.detail_areas()) {
        let lines = model.panels.detail.card.lines.get(lines).unwrap_or_default();
        card::draw(model, &model.panels.detail.card, lines, theme, area, canvas);
    }
}

/// Which of the figures that an event bears on is shown, where Enter has led from one: in full,
/// and for a narrow border.
fn place_among_figures(model: &Model) -> Vec<String> {
    let Some(CameFrom::Event { event, nth }) = model.nav.back.map(|back| back.from) else {
        return Vec::new();
    };
    let Some(event) = model.doc.report.event(event) else { return Vec::new() };
    let all = model.shown_of(event).count();
    let place = model.shown_of(event).take_while(|other| *other <= nth).count();
    let place = format!("{place} of {all}");
    vec![format!("{place} that the event bears on"), format!("{place} of the event"), place]
}
