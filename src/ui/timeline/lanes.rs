//! The timeline as a table: how many events of each group began in each stretch of time, and a list of
//! those around the selected one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Timeline, legend};
use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{
    ALL_GROUPS, Count, Lane, LaneAreas, Spot, TREND_STEPS, Tally, Timeline as Lines,
};
use crate::report::ItemIx;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, cells};
use crate::ui::panel::{self, Border, Note};
use crate::ui::trend;

/// Draws the panel.
pub(super) fn draw(model: &Model, areas: &LaneAreas, area: Rect, canvas: &mut Canvas<'_>) {
    let drawing = Drawing::new(model, &model.panels.timeline, areas);
    let list = Timeline::new(model, canvas.theme, areas.columns(&model.panels.timeline));
    let rows = list.rows(usize::from(areas.list.height));
    let is_focused = model.nav.focus == Panel::Timeline;
    // An event beside a figure that the user moves through would pass for one of that figure's.
    let event = is_focused.then(|| legend::event(model, area.width, canvas.theme));
    let border = Border {
        notes: drawing.notes(),
        foot_notes: drawing.about_selected(rows.iter().any(|row| row.bears)),
        foot: event.unwrap_or_default(),
        ..Border::default()
    };
    panel::frame(model, Panel::Timeline, &border, area, canvas);
    drawing.draw(canvas);
    list.draw_heading(areas.heading, canvas);
    for (area, row) in areas.list.rows().zip(&rows) {
        list.draw_row(row, area, canvas);
    }
}

/// The lanes alone for a page that is so wide, with what they count; `None` if there are none.
pub(crate) fn on_paper(model: &Model, theme: &Theme, width: u16) -> Option<(Buffer, Vec<Note>)> {
    let report = &model.doc.report;
    let mut timeline = model.panels.timeline.clone();
    let inner = Rect { x: 0, y: 0, width, height: HIGHEST };
    let areas = LaneAreas::new(&timeline, report, inner)?;
    timeline.draw_lanes(&areas, None, report);
    let height = areas.track.bottom();
    let mut buffer = Buffer::empty(Rect { height, ..inner });
    let drawing = Drawing { model, timeline: &timeline, areas: &areas, cursor: None, band: None };
    drawing.draw(&mut Canvas::new(&mut buffer, theme));
    Some((buffer, drawing.notes()))
}

/// The most lines of lanes on a page.
const HIGHEST: u16 = 400;

/// A row of the table.
struct Line<'a> {
    label: &'a str,
    label_style: Style,
    counts: &'a [Count],
    style: Style,
    tally: Tally,
    tally_style: Style,
    /// Where the event at the cursor stands.
    cursor: Option<Spot>,
}

struct Drawing<'m> {
    model: &'m Model,
    timeline: &'m Lines,
    areas: &'m LaneAreas,
    /// The lane of the event at the cursor, and where it stands there.
    cursor: Option<(usize, Spot)>,
    /// The first and the last column of the selected figure's period.
    band: Option<(usize, usize)>,
}

impl<'m> Drawing<'m> {
    fn new(model: &'m Model, timeline: &'m Lines, areas: &'m LaneAreas) -> Self {
        let span = super::selected(model).and_then(|indicator| indicator.headline.span());
        let band = span.and_then(|span| timeline.band(&span, model.env.as_of));
        let event = timeline.current().and_then(ItemIx::event);
        let event = event.filter(|event| super::has_cursor(model, *event));
        let cursor = event.and_then(|event| timeline.lanes.place(event, &model.doc.report));
        Self { model, timeline, areas, cursor, band }
    }

    /// What is counted, and what the signs in view mean.
    fn notes(&self) -> Vec<Note> {
        let lanes = self.timeline.lanes.drawn();
        let counts = lanes.iter().flat_map(|lane| &lane.counts);
        let signs: String = counts.map(|count| count.sign()).collect();
        legend::counts(self.areas.step, &signs)
    }

    /// What is marked for the selected figure, or that it has no date; `listed` says whether the list marks
    /// an event.
    fn about_selected(&self, listed: bool) -> Vec<Note> {
        let Some(figure) = super::selected(self.model) else { return Vec::new() };
        let lanes = self.timeline.lanes.drawn();
        let bears = lanes.iter().any(|lane| lane.counts.iter().any(|count| count.bears));
        let underlined = bears || self.band.is_some();
        if listed || underlined {
            vec![legend::marked(figure, listed, underlined)]
        } else if figure.headline.period.is_none() {
            vec![legend::band(figure, false, false)]
        } else {
            Vec::new()
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (theme, timeline) = (canvas.theme, self.timeline);
        let LaneAreas { tallies, undated, bars, .. } = *self.areas;
        self.draw_heads(canvas);
        canvas.right(tallies, Tally::heading(timeline.is_zoomed()), theme.dim());
        canvas.right(undated, Tally::UNDATED, theme.dim());
        self.draw_bars(canvas);
        let all = Line {
            label: ALL_GROUPS,
            label_style: theme.plain(),
            counts: timeline.lanes.totals(),
            style: theme.strong(),
            tally: timeline.lanes.all(),
            tally_style: theme.strong(),
            cursor: None,
        };
        self.draw_row(bars.bottom(), &all, canvas);
        for (at, lane) in timeline.lanes.drawn().iter().enumerate() {
            let Some(y) = self.areas.lane(at) else { break };
            self.draw_lane(at, y, lane, canvas);
        }
    }

    fn draw_lane(&self, at: usize, y: u16, lane: &Lane, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let group = lane.of.group().map(|ix| ix.0);
        let hue = theme.group(group);
        let label = lane.of.label(&self.model.doc.report);
        let row = Line {
            label: &label,
            label_style: if group.is_some() { hue } else { theme.plain() },
            counts: &lane.counts,
            style: hue,
            tally: lane.tally,
            tally_style: theme.plain(),
            cursor: self.cursor.filter(|(lane, _)| *lane == at).map(|(_, spot)| spot),
        };
        self.draw_row(y, &row, canvas);
    }

    /// Draws the label of a row, its numbers under the heads of their columns, and its totals.
    fn draw_row(&self, y: u16, line: &Line<'_>, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let LaneAreas { labels, tallies, undated, .. } = *self.areas;
        let row = |area: Rect| Rect { y, height: 1, ..area };
        let cursor = theme.selected(self.model.nav.focus == Panel::Timeline);
        canvas.line(row(labels), line.label, line.label_style);
        // Without a date nothing is known of when an event began, also not that it was not here.
        let counts = if line.tally.dated > 0 { line.counts } else { &[] };
        for (at, count) in counts.iter().enumerate() {
            let sign = count.sign();
            let (sign, style) = if sign.is_empty() {
                (theme.pick("·", "."), theme.faint())
            } else if line.cursor == Some(Spot::Column(at)) {
                (&*sign, cursor)
            } else if count.bears {
                (&*sign, line.style.add_modifier(Modifier::UNDERLINED))
            } else {
                (&*sign, line.style)
            };
            let wide = cells(sign);
            let x = (self.x(at) + self.last_digit() + 1).saturating_sub(wide);
            canvas.text(x, y, wide, sign, style);
        }
        let words = line.tally.words(self.timeline.is_zoomed());
        canvas.right(row(tallies), &words, line.tally_style);
        if line.tally.undated > 0 {
            let is_here = line.cursor == Some(Spot::Undated);
            let style = if is_here { cursor } else { line.tally_style };
            canvas.right(row(undated), &line.tally.undated.to_string(), style);
        }
    }

    /// The first cell of a column.
    fn x(&self, column: usize) -> u16 {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        self.areas.track.x.saturating_add(column.saturating_mul(self.areas.column))
    }

    /// The cell of a column in which numbers end: in its middle, or further right if the widest would
    /// not fit.
    fn last_digit(&self) -> u16 {
        let widest = self.timeline.lanes.totals().iter().map(|count| cells(&count.sign())).max();
        let last = (self.areas.column / 2).max(widest.unwrap_or(0).saturating_sub(1));
        last.min(self.areas.column.saturating_sub(2))
    }

    /// The heads that have room, at equal steps; those of the selected figure's period are underlined.
    fn draw_heads(&self, canvas: &mut Canvas<'_>) {
        let LaneAreas { track, step, column, .. } = *self.areas;
        let theme = canvas.theme;
        if let Some((first, last)) = self.band {
            let x = self.x(first);
            let wide = (self.x(last) + column).saturating_sub(x + 1);
            let style = theme.dim().add_modifier(Modifier::UNDERLINED);
            canvas.text(x, track.y, wide, &" ".repeat(usize::from(wide)), style);
        }
        let columns = self.timeline.lanes.columns();
        let heads: Vec<_> = columns.iter().map(|it| step.text(it.start)).collect();
        let widest = heads.iter().map(|head| cells(head)).max().unwrap_or(0);
        let every = usize::from(widest / column.max(1) + 1);
        // The last one may take the free cell behind the columns.
        let end = track.right() + 1;
        let mut free = track.x;
        for (at, head) in heads.iter().enumerate().step_by(every) {
            // One that has room in its column stands over the middle of it.
            let inside = column.saturating_sub(cells(head)) / 2;
            let x = (self.x(at) + inside).min(end.saturating_sub(cells(head)));
            if x >= free {
                canvas.text(x, track.y, cells(head), head, theme.dim());
                free = x + cells(head) + 1;
            }
        }
    }

    /// Draws how many events begin in each column, as bars over their numbers.
    fn draw_bars(&self, canvas: &mut Canvas<'_>) {
        let (theme, counts) = (canvas.theme, self.timeline.lanes.totals());
        let most = counts.iter().map(|count| count.events).max().unwrap_or(0);
        // Bars stand apart.
        let beside = self.areas.column.saturating_sub(2) / 2;
        let first = self.last_digit().saturating_sub(beside);
        for (at, count) in counts.iter().enumerate() {
            let style = if count.events == most { theme.plain() } else { theme.dim() };
            let x = self.x(at) + first;
            let bar = Rect { x, width: beside * 2 + 1, ..self.areas.bars };
            draw_bar(bar, (count.events, most), style, canvas);
        }
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
