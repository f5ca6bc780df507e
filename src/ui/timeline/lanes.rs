//! The timeline as lanes: all events at once, and those around the selected one as a list.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Timeline, cell_sign, draw_ticks, legend};
use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{Axis, Lane, LaneAreas, Span, Tally, TrackCell, band};
use crate::report::{Day, EventIx, ItemIx};
use crate::ui::Theme;
use crate::ui::axis::{SLIVER, Step, cell};
use crate::ui::canvas::{Canvas, cells, fitting, skip};
use crate::ui::panel::{self, Border};

/// Draws the panel.
pub(super) fn draw(model: &Model, areas: &LaneAreas, area: Rect, canvas: &mut Canvas<'_>) {
    let drawing = Drawing::new(model, areas);
    let list = Timeline::new(model, canvas.theme, areas.columns(&model.panels.timeline));
    let rows = list.rows(usize::from(areas.list.height));
    let bears = rows.iter().any(|row| row.bears);
    let about = super::selected(model).map(|it| legend::band(it, drawing.band.is_some(), bears));
    let border = Border {
        notes: legend::lane_signs(model.panels.timeline.lanes.drawn()),
        foot_notes: about.into_iter().collect(),
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
        self.draw_ticks(canvas);
        let zoomed = timeline.is_zoomed();
        canvas.line(tallies, if zoomed { "in view" } else { "events" }, theme.dim());
        let line = |area: Rect| Rect { y: area.y + 1, height: 1, ..area };
        self.draw_tally(line(tallies), timeline.lanes.all(), canvas);
        let (step, counts) = self.counts();
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        // A period of several years counts in the first of them.
        let verb = if timeline.lanes.has_periods() { "begin" } else { "events" };
        let words = step.words();
        let label = fitting(&format!("{verb} {words}"), &words, labels.width, theme)
            .unwrap_or("events")
            .to_owned();
        canvas.line(line(labels), &label, theme.dim());
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

    /// How many events begin in each stretch of time, in the finest steps whose numbers have room.
    fn counts(&self) -> (Step, Vec<(Day, usize)>) {
        let lanes = &self.model.panels.timeline.lanes;
        let [finest, ticks] = self.axis.count_steps();
        let count = |step| -> Vec<(Day, Day, usize)> {
            let stretches = self.axis.stretches(step).into_iter();
            stretches.map(|(from, to)| (from, to, lanes.begun(from, to))).collect()
        };
        let fits = |(from, to, count): &(Day, Day, usize)| {
            let room = self.axis.at(*to) - self.axis.at(*from) + SLIVER;
            *count == 0 || f64::from(cells(&count.to_string()) + 1) <= room
        };
        let fine = count(finest);
        // What is cut off at an edge of the axis may have no room.
        let inner = fine.get(1..fine.len() - 1).unwrap_or_default();
        let (step, counts) =
            if inner.iter().all(fits) { (finest, fine) } else { (ticks, count(ticks)) };
        (step, counts.iter().filter(|it| fits(it)).map(|(from, _, n)| (*from, *n)).collect())
    }

    /// The ticks; the text of the last one may take the free cell behind the axis.
    fn draw_ticks(&self, canvas: &mut Canvas<'_>) {
        let track = Rect { width: self.areas.track.width + 1, ..self.areas.track };
        let Span { from, to } = self.axis.span;
        let to = to + (to - from) / f64::from(self.axis.cells);
        draw_ticks(Axis { span: Span { from, to }, cells: track.width }, track, canvas);
    }

    fn draw_lane(&self, at: usize, lane: &Lane, y: u16, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let LaneAreas { labels, track, tallies, .. } = *self.areas;
        let row = |area: Rect| Rect { y, height: 1, ..area };
        let group = lane.of.group().map(|ix| ix.0);
        let label = lane.of.label(&self.model.doc.report);
        let style = if group.is_some() { theme.group(group) } else { theme.plain() };
        canvas.line(row(labels), &label, style);
        self.draw_tally(row(tallies), lane.tally, canvas);
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
            let style = if is_in(cursor, x) && is_mark(kind, cursor, x) {
                self.cursor_style(cursor, x, theme)
            } else if bears {
                hue.add_modifier(Modifier::BOLD)
            } else {
                hue
            };
            // Between two numbers a dot would be a point.
            let near = lane.cells.get(usize::from(x.saturating_sub(1))..).unwrap_or_default();
            let is_near = near.iter().take(3).any(|cell| matches!(cell, TrackCell::Digit(_)));
            if kind != TrackCell::Empty || (ticks.contains(&x) && !is_near) {
                let (sign, style) = cell_sign(kind, style, theme);
                canvas.glyph(track.x + x, y, sign, style);
            }
        }
    }

    /// The numbers of a lane, below one another.
    fn draw_tally(&self, row: Rect, tally: Tally, canvas: &mut Canvas<'_>) {
        let timeline = &self.model.panels.timeline;
        let words = tally.words(timeline.is_zoomed());
        let first = words.split([',', ' ']).next().map_or(0, cells);
        let indent = cells(&timeline.lanes.all().all.to_string()).saturating_sub(first);
        canvas.line(skip(row, indent), &words, canvas.theme.plain());
    }

    /// Marks the event at the cursor: all of it if it is short, else its line and its ends.
    fn cursor_style(&self, cursor: Option<(usize, usize)>, x: u16, theme: &Theme) -> Style {
        let is_focused = self.model.nav.focus == Panel::Timeline;
        theme.selected(is_focused && is_end(cursor, x))
    }
}

/// Whether a cell is at an end of an event, or the event is short.
fn is_end(cells: Option<(usize, usize)>, x: u16) -> bool {
    let is_end = |(first, last)| last - first < 3 || [first, last].contains(&usize::from(x));
    cells.is_some_and(is_end)
}

/// Whether a cell shows something of the event at the cursor: not what lies on its line.
fn is_mark(cell: TrackCell, cursor: Option<(usize, usize)>, x: u16) -> bool {
    match cell {
        TrackCell::AsOf | TrackCell::Empty | TrackCell::Band => false,
        TrackCell::Point | TrackCell::Digit(_) => is_end(cursor, x),
        _ => true,
    }
}

fn is_in(cells: Option<(usize, usize)>, x: u16) -> bool {
    cells.is_some_and(|(first, last)| (first..=last).contains(&usize::from(x)))
}
