//! The timeline as lanes: all events at once, and those around the selected one as a list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Timeline, cell_sign, draw_ticks, legend};
use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{
    Axis, Lane, LaneAreas, Span, TREND_STEPS, Tally, Timeline as Lines, TrackCell, band,
};
use crate::report::{Day, EventIx, ItemIx};
use crate::ui::Theme;
use crate::ui::axis::{SLIVER, Step, cell};
use crate::ui::canvas::{Canvas, cells, fitting, skip};
use crate::ui::panel::{self, Border, Note};
use crate::ui::trend;

/// Draws the panel.
pub(super) fn draw(model: &Model, areas: &LaneAreas, area: Rect, canvas: &mut Canvas<'_>) {
    let drawing = Drawing::new(model, &model.panels.timeline, areas);
    let list = Timeline::new(model, canvas.theme, areas.columns(&model.panels.timeline));
    let rows = list.rows(usize::from(areas.list.height));
    let bears = rows.iter().any(|row| row.bears);
    let about = super::selected(model).map(|it| legend::band(it, drawing.band.is_some(), bears));
    let border = Border {
        notes: legend::lane_signs(model.panels.timeline.lanes.drawn(), drawing.today().is_some()),
        foot_notes: about.into_iter().collect(),
        foot: legend::place(model),
        ..Border::default()
    };
    panel::frame(model, Panel::Timeline, &border, area, canvas);
    drawing.draw(canvas);
    list.draw_heading(areas.heading, canvas);
    for (area, row) in areas.list.rows().zip(&rows) {
        list.draw_row(row, area, canvas);
    }
}

/// The lanes alone for a page that is so wide, with what their signs mean; `None` if there are none.
pub(crate) fn on_paper(model: &Model, theme: &Theme, width: u16) -> Option<(Buffer, Vec<Note>)> {
    let report = &model.doc.report;
    let mut timeline = model.panels.timeline.clone();
    let inner = Rect { x: 0, y: 0, width, height: HIGHEST };
    let areas = LaneAreas::new(&timeline, report, inner)?;
    timeline.draw_lanes(&areas, None, report, model.env.as_of);
    let height = areas.track.bottom();
    let mut buffer = Buffer::empty(Rect { height, ..inner });
    let drawing = Drawing::new(model, &timeline, &areas);
    drawing.draw(&mut Canvas::new(&mut buffer, theme));
    let signs = legend::lane_signs(timeline.lanes.drawn(), drawing.today().is_some());
    Some((buffer, signs))
}

/// The most lines of lanes on a page.
const HIGHEST: u16 = 400;

/// How many events begin in a stretch of time.
struct Count {
    /// Its first cell.
    first: u16,
    /// How many cells it has.
    cells: u16,
    events: usize,
}

impl Count {
    /// Whether the number has room beside the next.
    fn fits(&self) -> bool {
        cells(&self.events.to_string()) < self.cells
    }
}

struct Drawing<'m> {
    model: &'m Model,
    timeline: &'m Lines,
    areas: &'m LaneAreas,
    axis: Axis,
    /// The cells of the selected figure's period.
    band: Option<(usize, usize)>,
    /// The lane and the cells of the event at the cursor.
    cursor: Option<(usize, (usize, usize))>,
}

impl<'m> Drawing<'m> {
    fn new(model: &'m Model, timeline: &'m Lines, areas: &'m LaneAreas) -> Self {
        let axis = Axis { span: timeline.span, cells: areas.track.width };
        let span = super::selected(model).and_then(|indicator| indicator.headline.span());
        let band = span.and_then(|span| band(&span, axis, model.env.as_of));
        let event = timeline.current().and_then(ItemIx::event);
        let event = event.filter(|event| super::has_cursor(model, *event));
        let place = |event: EventIx| timeline.lanes.place(event, &model.doc.report);
        Self { model, timeline, areas, axis, band, cursor: event.and_then(place) }
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        self.draw_head(canvas);
        for (at, lane) in self.timeline.lanes.drawn().iter().enumerate() {
            let Some(y) = self.areas.lane(at) else { break };
            self.draw_lane(at, lane, y, canvas);
        }
    }

    /// The cell of the as-of day.
    fn today(&self) -> Option<u16> {
        let at = self.axis.at(self.model.env.as_of);
        let cell = cell(at, self.axis.cells);
        (at >= 0.0 && cell < self.axis.cells).then_some(cell)
    }

    /// The ticks, and under them how many events begin in each year, as bars and numbers.
    fn draw_head(&self, canvas: &mut Canvas<'_>) {
        let (theme, timeline) = (canvas.theme, self.timeline);
        let LaneAreas { labels, track, bars, tallies, undated, .. } = *self.areas;
        self.draw_ticks(canvas);
        canvas.right(tallies, Tally::heading(timeline.is_zoomed()), theme.dim());
        canvas.right(undated, Tally::UNDATED, theme.dim());
        let y = bars.bottom();
        self.draw_tally(y, timeline.lanes.all(), canvas);
        let line = |area: Rect| Rect { y, height: 1, ..area };
        let (step, counts) = self.counts();
        let words = step.words();
        // A period of several years counts in the first of them: it is new there.
        let label = format!("new {words}");
        let label = fitting(&label, &words, labels.width, theme).unwrap_or("events");
        canvas.line(line(labels), label, theme.dim());
        self.draw_counts(&counts, line(track), canvas);
    }

    /// Draws bars, and under them all numbers, or where one has no room that of the largest.
    fn draw_counts(&self, counts: &[Count], row: Rect, canvas: &mut Canvas<'_>) {
        let (theme, bars) = (canvas.theme, self.areas.bars);
        let most = counts.iter().map(|count| count.events).max().unwrap_or(0);
        let have_room = self.have_room(counts);
        let largest = counts.iter().position(|count| count.events == most);
        for (at, count) in counts.iter().enumerate() {
            let Count { first, cells, events } = *count;
            let is_most = events == most;
            let style = if is_most { theme.plain() } else { theme.dim() };
            let bar = skip(bars, first);
            let width = bar.width.min(cells.saturating_sub(1).max(1));
            draw_bar(Rect { width, ..bar }, (events, most), style, canvas);
            let has_number = if have_room { count.fits() } else { largest == Some(at) };
            if has_number {
                let text = events.to_string();
                let style = if is_most { theme.strong() } else { theme.plain() };
                let first = first.min(row.width.saturating_sub(canvas.cells(&text)));
                canvas.line(skip(row, first), &text, style);
            }
        }
    }

    /// How many events begin in each stretch of time: in the finest steps whose numbers have room, and
    /// with bars in the finest.
    fn counts(&self) -> (Step, Vec<Count>) {
        let lanes = &self.timeline.lanes;
        let place = |day: Day| cell(self.axis.at(day) + SLIVER, self.axis.cells);
        let count = |step| -> Vec<Count> {
            let mut counts: Vec<Count> = Vec::new();
            for (from, to) in self.axis.stretches(step) {
                let (first, end, events) = (place(from), place(to), lanes.begun(from, to));
                match counts.last_mut() {
                    // Less than a cell is in view: at an edge.
                    Some(last) if last.cells == 0 || end == first => {
                        last.cells = end.saturating_sub(last.first);
                        last.events += events;
                    }
                    _ => counts.push(Count { first, cells: end.saturating_sub(first), events }),
                }
            }
            counts.retain(|count| count.events > 0);
            counts
        };
        let [finest, ticks] = self.axis.count_steps();
        let fine = count(finest);
        if self.areas.bars.height > 0 || self.have_room(&fine) {
            (finest, fine)
        } else {
            (ticks, count(ticks))
        }
    }

    /// Whether all numbers have room, but for what the edges cut off where not all time is drawn.
    fn have_room(&self, counts: &[Count]) -> bool {
        let is_zoomed = self.timeline.is_zoomed();
        let is_cut = |count: &Count| {
            is_zoomed && (count.first == 0 || count.first + count.cells == self.axis.cells)
        };
        counts.iter().all(|count| is_cut(count) || count.fits())
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
        let LaneAreas { labels, track, .. } = *self.areas;
        let row = |area: Rect| Rect { y, height: 1, ..area };
        let group = lane.of.group().map(|ix| ix.0);
        let label = lane.of.label(&self.model.doc.report);
        let style = if group.is_some() { theme.group(group) } else { theme.plain() };
        canvas.line(row(labels), &label, style);
        self.draw_tally(y, lane.tally, canvas);
        let today = self.today();
        let cursor = self.cursor.filter(|(lane, _)| *lane == at).map(|(_, cells)| cells);
        for (x, kind) in (0..track.width).zip(&lane.cells) {
            let kind = match kind {
                TrackCell::Empty if today == Some(x) => TrackCell::AsOf,
                TrackCell::Empty if is_in(self.band, x) => TrackCell::Band,
                kind => *kind,
            };
            let (sign, style) = lane_sign(kind, group, theme);
            let style = if is_in(cursor, x) && is_mark(kind, cursor, x) {
                self.cursor_style(cursor, x, theme)
            } else if lane.bears.get(usize::from(x)) == Some(&true) {
                style.add_modifier(Modifier::UNDERLINED)
            } else {
                style
            };
            canvas.glyph(track.x + x, y, sign, style);
        }
    }

    /// The numbers of a lane, below those of the others.
    fn draw_tally(&self, y: u16, tally: Tally, canvas: &mut Canvas<'_>) {
        let line = |area: Rect| Rect { y, height: 1, ..area };
        let words = tally.words(self.timeline.is_zoomed());
        canvas.right(line(self.areas.tallies), &words, canvas.theme.plain());
        if tally.undated > 0 {
            let undated = tally.undated.to_string();
            canvas.right(line(self.areas.undated), &undated, canvas.theme.plain());
        }
    }

    /// Marks the event at the cursor: all of it if it is short, else its line and its ends.
    fn cursor_style(&self, cursor: Option<(usize, usize)>, x: u16, theme: &Theme) -> Style {
        let is_focused = self.model.nav.focus == Panel::Timeline;
        theme.selected(is_focused && is_end(cursor, x))
    }
}

/// The sign of a cell of a lane. What happened at one time stands out from what lasted.
fn lane_sign(kind: TrackCell, group: Option<u32>, theme: &Theme) -> (&'static str, Style) {
    match kind {
        // Under a dot two numbers would be read as one.
        TrackCell::Empty => (theme.pick("┈", "_"), theme.faint()),
        TrackCell::Point | TrackCell::Digit(_) => cell_sign(kind, theme.group(group), theme),
        TrackCell::About => cell_sign(kind, theme.reached(group), theme),
        kind => cell_sign(kind, theme.may_reach(group), theme),
    }
}

/// Draws how many events of the most there are, from the bottom of an area up.
fn draw_bar(area: Rect, (events, most): (usize, usize), style: Style, canvas: &mut Canvas<'_>) {
    let steps = usize::from(area.height) * TREND_STEPS;
    // One event of very many is seen, too.
    let mut height = (events * steps).div_ceil(most.max(1));
    for row in area.rows().rev() {
        let Some(at) = height.min(TREND_STEPS).checked_sub(1) else { break };
        let sign = trend::sign(at, canvas.theme).unwrap_or_default();
        canvas.line(row, &sign.repeat(usize::from(row.width)), style);
        height -= at + 1;
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
