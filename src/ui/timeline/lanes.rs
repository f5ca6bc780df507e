//! The timeline as lanes: all events at once, and those around the selected one as a list.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Timeline, cell_sign, draw_ticks, legend};
use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{Axis, Lane, LaneAreas, TrackCell, band};
use crate::report::{EventIx, ItemIx};
use crate::ui::axis::{SLIVER, cell};
use crate::ui::canvas::{Canvas, cells, fitting, skip};
use crate::ui::panel::{self, Border};

/// Draws the panel.
pub(super) fn draw(model: &Model, areas: &LaneAreas, area: Rect, canvas: &mut Canvas<'_>) {
    let drawing = Drawing::new(model, areas);
    let list = Timeline::new(model, canvas.theme, areas.columns(&model.panels.timeline));
    let rows = list.rows(usize::from(areas.list.height));
    let bears = rows.iter().any(|row| row.bears);
    let counted = model.panels.timeline.lanes.has_periods().then(legend::counted);
    let about = super::selected(model).map(|it| legend::band(it, drawing.band.is_some(), bears));
    let border = Border {
        notes: legend::lane_signs(model.panels.timeline.lanes.drawn()),
        foot_notes: about.into_iter().chain(counted).collect(),
        foot: legend::place(model),
    };
    panel::frame(model, Panel::Timeline, &border, area, canvas);
    drawing.draw_head(canvas);
    for (at, lane) in model.panels.timeline.lanes.drawn().iter().enumerate() {
        let Some(y) = areas.lane(at) else { break };
        drawing.draw_lane(at, lane, y, canvas);
    }
    list.draw_heading(areas.heading, canvas);
    for (area, row) in areas.list.rows().zip(&rows) {
        list.draw_row(row, area, canvas);
    }
}

struct Drawing<'m> {
    model: &'m Model,
    areas: &'m LaneAreas,
    axis: Axis,
    /// The cells of the selected figure's period.
    band: Option<(usize, usize)>,
    /// The lane and the cells of the event at the cursor.
    cursor: Option<(usize, (usize, usize))>,
}

impl<'m> Drawing<'m> {
    fn new(model: &'m Model, areas: &'m LaneAreas) -> Self {
        let timeline = &model.panels.timeline;
        let axis = Axis { span: timeline.span, cells: areas.track.width };
        let span = super::selected(model).and_then(|indicator| indicator.headline.span());
        let band = span.and_then(|span| band(&span, axis, model.env.as_of));
        let event = timeline.current().and_then(ItemIx::event);
        let event = event.filter(|event| super::has_cursor(model, *event));
        let place = |event: EventIx| timeline.lanes.place(event, &model.doc.report);
        Self { model, areas, axis, band, cursor: event.and_then(place) }
    }

    /// The ticks, and under them how many events begin in each year.
    fn draw_head(&self, canvas: &mut Canvas<'_>) {
        let (theme, timeline) = (canvas.theme, &self.model.panels.timeline);
        let LaneAreas { labels, track, tallies, .. } = *self.areas;
        draw_ticks(self.axis, track, canvas);
        let zoomed = timeline.is_zoomed();
        canvas.line(tallies, if zoomed { "in view" } else { "events" }, theme.dim());
        let line = |area: Rect| Rect { y: area.y + 1, height: 1, ..area };
        let words = timeline.lanes.all().words(zoomed);
        canvas.line(line(tallies), &words, theme.plain());
        let widest = cells(&timeline.lanes.all().all.to_string());
        let (step, stretches) = self.axis.stretches(widest.max(2) + u16::from(widest > 1));
        let counts: Vec<_> =
            stretches.iter().map(|(from, to)| (*from, timeline.lanes.begun(*from, *to))).collect();
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let (long, short) = (format!("events {}", step.words()), step.words());
        let label = fitting(&long, &short, labels.width, theme).unwrap_or("events");
        canvas.line(line(labels), label, theme.dim());
        for (from, count) in counts {
            let x = cell(self.axis.at(from) + SLIVER, track.width);
            let (text, style) = match count {
                0 => (theme.pick("·", ".").to_owned(), theme.faint()),
                _ if count == most => (count.to_string(), theme.strong()),
                _ => (count.to_string(), theme.plain()),
            };
            canvas.line(skip(line(track), x), &text, style);
        }
    }

    fn draw_lane(&self, at: usize, lane: &Lane, y: u16, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let LaneAreas { labels, track, tallies, .. } = *self.areas;
        let line = |area: Rect| Rect { y, height: 1, ..area };
        let group = lane.of.group().map(|ix| ix.0);
        let label = lane.of.label(&self.model.doc.report);
        let style = if group.is_some() { theme.group(group) } else { theme.plain() };
        canvas.line(line(labels), &label, style);
        let words = lane.tally.words(self.model.panels.timeline.is_zoomed());
        canvas.line(line(tallies), &words, theme.plain());
        // Dots under the ticks, where nothing else is.
        let ticks: Vec<u16> = self.axis.ticks().into_iter().map(|(x, _)| x).collect();
        let today = self.axis.at(self.model.env.as_of);
        let today = (today >= 0.0).then(|| cell(today, track.width));
        for (x, kind) in (0..track.width).zip(&lane.cells) {
            let kind = match kind {
                TrackCell::Empty if today == Some(x) => TrackCell::AsOf,
                TrackCell::Empty if is_in(self.band, x) => TrackCell::Band,
                kind => *kind,
            };
            let cursor = self.cursor.filter(|(lane, _)| *lane == at).map(|(_, cells)| cells);
            let bears = lane.bears.get(usize::from(x)) == Some(&true);
            let hue = theme.reached(group);
            let style = if is_in(cursor, x) && kind != TrackCell::AsOf {
                hue.add_modifier(Modifier::BOLD | Modifier::REVERSED)
            } else if bears {
                hue.add_modifier(Modifier::BOLD)
            } else {
                hue
            };
            self.draw_cell(kind, style, (track.x + x, y), ticks.contains(&x), canvas);
        }
    }

    fn draw_cell(
        &self,
        kind: TrackCell,
        hue: Style,
        (x, y): (u16, u16),
        is_tick: bool,
        canvas: &mut Canvas<'_>,
    ) {
        match kind {
            TrackCell::Empty if !is_tick => {}
            TrackCell::Several(count @ 0..=9) => {
                canvas.line(Rect::new(x, y, 1, 1), &count.to_string(), hue);
            }
            TrackCell::Several(_) => canvas.glyph(x, y, "+", hue),
            kind => {
                let (sign, style) = cell_sign(kind, hue, canvas.theme);
                canvas.glyph(x, y, sign, style);
            }
        }
    }
}

fn is_in(cells: Option<(usize, usize)>, x: u16) -> bool {
    cells.is_some_and(|(first, last)| (first..=last).contains(&usize::from(x)))
}
