use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::{Action, Panel};
use crate::app::nav::{CameFrom, Subject};
use crate::ui::canvas::Canvas;
use crate::ui::card;
use crate::ui::panel::{self, Border, Note};

/// Draws the detail panel.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let (layout, detail) = (model.layout(), &model.panels.detail);
    let columns = detail.card.columns(detail.offset, layout.detail_columns());
    let end = columns.last().map_or(0, |last| last.end);
    let border = Border {
        notes: place_among_figures(model).into_iter().collect(),
        foot_notes: record(model).into_iter().collect(),
        foot: panel::more(detail.card.lines.len(), end),
        ..Border::default()
    };
    panel::frame(model, Panel::Detail, &border, area, canvas);
    for (lines, area) in columns.into_iter().zip(layout.detail_areas()) {
        let lines = detail.card.lines.get(lines).unwrap_or_default();
        card::draw(model, &detail.card, lines, area, canvas);
    }
}

/// The key that shows the whole record, where only a part of it is shown.
fn record(model: &Model) -> Option<Note> {
    let Subject::Indicator(_) = model.subject() else { return None };
    let key = model.env.keymap.key(&model.scopes(), Action::Follow);
    let key = key.filter(|_| !model.shows_record() && model.enter().is_some())?;
    Some(Note::new(format!("{key}: the whole record"), format!("{key}: record")))
}

/// Which of the figures that an event bears on is shown, if Enter has led here from that event.
fn place_among_figures(model: &Model) -> Option<Note> {
    let CameFrom::Event { event, nth } = model.nav.back?.from else { return None };
    let event = model.doc.report.event(event)?;
    let all = model.shown_of(event).count();
    let place = model.shown_of(event).take_while(|other| *other <= nth).count();
    let place = format!("{place} of {all}");
    Some(Note::new(format!("{place} that the event bears on"), format!("{place} of the event")))
}
