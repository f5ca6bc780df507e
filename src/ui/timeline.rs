mod lanes;
mod legend;

pub(super) use lanes::on_paper;
pub(super) use legend::SIGNS;

use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{Axis, TimelineColumns, TrackCell, band, track};
use crate::app::text::fit;
use crate::report::{EventIx, Indicator, ItemIx, Period};
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, cells, shown, skip};
use crate::ui::panel::{self, Border, Note};

const GAP: u16 = 2;

/// Draws the timeline panel: as lanes, or as rows where it is large or has no room for lanes.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    match model.lane_areas(area.inner(Margin::new(1, 1))) {
        Some(areas) => lanes::draw(model, &areas, area, canvas),
        None => draw_rows(model, area, canvas),
    }
}

fn draw_rows(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let columns = model.timeline_columns(area.width.saturating_sub(2));
    let timeline = Timeline::new(model, theme, columns);
    let rows = timeline.rows(usize::from(area.height.saturating_sub(3)));
    let border = Border {
        notes: legend::signs(&rows),
        foot_notes: timeline.note(&rows).filter(|_| !rows.is_empty()).into_iter().collect(),
        foot: legend::count(model, area.width),
        ..Border::default()
    };
    let inner = panel::frame(model, Panel::Timeline, &border, area, canvas);
    if model.panels.timeline.rows().is_empty() {
        canvas.line(inner, &legend::nothing(model), theme.dim());
        return;
    }
    if inner.is_empty() {
        return;
    }
    if columns.track > 0 {
        draw_ticks(timeline.axis, skip(inner, columns.track_x()), canvas);
    }
    let tail = columns.group;
    let width = inner.width.saturating_sub(tail + GAP.min(tail));
    let groups = skip(inner, inner.width.saturating_sub(tail));
    canvas.line(groups, "group", theme.dim());
    for (area, row) in inner.rows().skip(1).zip(&rows) {
        timeline.draw_row(row, Rect { width, ..area }, canvas);
        let (name, hue) = timeline.group(row.item);
        canvas.text(groups.x, area.y, groups.width, name, hue);
    }
}

/// A row in view.
struct Row<'m> {
    item: ItemIx,
    date: Option<&'m Period>,
    track: Vec<TrackCell>,
    /// Whether it is an event that bears on the selected indicator.
    bears: bool,
    /// Whether it is the period of the selected indicator.
    is_selected: bool,
    is_at_cursor: bool,
}

struct Timeline<'m> {
    model: &'m Model,
    theme: &'m Theme,
    columns: TimelineColumns,
    axis: Axis,
    /// The cells of the selected indicator's period, of a change from its base on, where they are on
    /// the axis.
    band: Option<(usize, usize)>,
}

impl<'m> Timeline<'m> {
    fn new(model: &'m Model, theme: &'m Theme, columns: TimelineColumns) -> Self {
        let axis = Axis { span: model.panels.timeline.span, cells: columns.track };
        let span = selected(model).and_then(|indicator| indicator.headline.span());
        let band = span.and_then(|span| band(&span, axis, model.env.as_of));
        Self { model, theme, columns, axis, band: band.filter(|_| columns.track > 0) }
    }

    /// The rows in view.
    fn rows(&self, view: usize) -> Vec<Row<'m>> {
        let timeline = &self.model.panels.timeline;
        let rows = timeline.rows().iter().enumerate().skip(timeline.offset).take(view);
        rows.map(|(at, item)| self.row(*item, at == timeline.row)).collect()
    }

    fn row(&self, item: ItemIx, is_current: bool) -> Row<'m> {
        let (report, nav) = (&self.model.doc.report, &self.model.nav);
        let date = item.date(report);
        let track = date.map(|date| track(date, self.band, self.axis, self.model.env.as_of));
        let (mut bears, mut is_selected) = (false, false);
        let has_cursor = match item {
            ItemIx::Event(at) => {
                let event = report.event(at).zip(nav.selection.indicator);
                bears = event.is_some_and(|(event, ix)| event.indicators.contains(&ix));
                has_cursor(self.model, at)
            }
            ItemIx::Indicator(ix) => {
                is_selected = nav.selection.indicator == Some(ix);
                is_selected && nav.selection.event.is_none()
            }
        };
        let is_at_cursor = is_current && has_cursor;
        Row { item, date, track: track.unwrap_or_default(), bears, is_selected, is_at_cursor }
    }

    /// What the lower border says of the selected indicator.
    fn note(&self, rows: &[Row<'_>]) -> Option<Note> {
        let indicator = selected(self.model)?;
        let bears = rows.iter().any(|row| row.bears);
        if self.columns.track > 0 {
            return Some(legend::band(indicator, self.band.is_some(), bears));
        }
        let long = format!("• bears on: {}", indicator.short_label());
        bears.then(|| Note::new(long, "• bears on it"))
    }

    /// The headings of a list.
    fn draw_heading(&self, area: Rect, canvas: &mut Canvas<'_>) {
        if area.height > 0 {
            let dim = canvas.theme.dim();
            canvas.line(skip(area, self.columns.date_x()), "date", dim);
            canvas.line(skip(area, self.columns.title_x()), "event", dim);
        }
    }

    fn draw_row(&self, row: &Row<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let style = match row.date {
            None => theme.dim(),
            // In a list the hue is that of its lane.
            Some(_) if columns.is_list => self.group(row.item).1,
            Some(_) => theme.plain(),
        };
        let words = row.date.map_or_else(|| "no date".to_owned(), Period::words);
        // In a list a long date moves the rest of its row.
        let wide = if columns.is_list { canvas.cells(&words).min(area.width / 2) } else { 0 };
        let columns = TimelineColumns { date: columns.date.max(wide), ..columns };
        canvas.text(area.x + columns.date_x(), area.y, columns.date, &words, style);
        self.draw_track(row, area, canvas);
        if row.bears {
            canvas.glyph(area.x + columns.link_x(), area.y, "•", theme.strong());
        }
        let style = if row.is_at_cursor {
            canvas.line(area, "›", theme.strong());
            theme.selected(self.model.nav.focus == Panel::Timeline)
        } else if row.bears || row.is_selected {
            theme.strong()
        } else {
            theme.plain()
        };
        // That a row is selected is seen from its title, too.
        if self.model.news.has(row.item) {
            canvas.line(area, "~", theme.warning());
        }
        let rest = skip(area, columns.title_x());
        canvas.line(rest, &self.title(row.item, rest.width), style);
    }

    fn draw_track(&self, row: &Row<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let x = area.x + columns.track_x();
        if row.date.is_none() {
            canvas.text(x, area.y, columns.track, legend::undated(columns.track), theme.dim());
        }
        let (_, hue) = self.group(row.item);
        draw_track(&row.track, hue, skip(area, columns.track_x()), canvas);
    }

    /// The name of the group of a row, and its hue.
    fn group(&self, item: ItemIx) -> (&'m str, Style) {
        let report = &self.model.doc.report;
        let ix = item.group(report);
        let group = ix.and_then(|ix| report.group(ix));
        (group.map_or("", |group| &group.title), self.theme.reached(ix.map(|ix| ix.0)))
    }

    /// The text at the end of a row, in `room` cells.
    fn title(&self, item: ItemIx, room: u16) -> String {
        let report = &self.model.doc.report;
        let title = match item {
            ItemIx::Event(at) => report.event(at).map(|event| event.title.to_string()),
            ItemIx::Indicator(ix) => {
                report.indicator(ix).map(|indicator| figure(indicator, room, self.theme))
            }
        };
        title.unwrap_or_default()
    }
}

/// Label and figure in `room` cells: in full, or with a cut label and the reading. The figure is
/// never cut; where it has no room, it is not shown.
fn figure(indicator: &Indicator, room: u16, theme: &Theme) -> String {
    let whole = format!("{}: {}", indicator.label, indicator.headline.figure());
    if cells(&shown(&whole, theme)) <= room {
        return whole;
    }
    let (label, reading) = (indicator.short_label(), indicator.headline.reading());
    match room.saturating_sub(cells(&shown(&reading, theme)) + 2) {
        left @ LEAST_LABEL.. => format!("{}: {reading}", fit(label, usize::from(left))),
        _ => label.to_string(),
    }
}

/// Below this many cells a label does not tell what its figure is.
const LEAST_LABEL: u16 = 6;

/// Whether an event of the selected row is marked: it is selected, or it led to what is.
fn has_cursor(model: &Model, event: EventIx) -> bool {
    let led_away = model.nav.back.and_then(|back| back.from.event()) == Some(event);
    model.nav.selection.event.is_some() || led_away
}

fn selected(model: &Model) -> Option<&Indicator> {
    model.doc.report.indicator(model.nav.selection.indicator?)
}

/// Writes the ticks of an axis into the row that its cells begin.
pub(super) fn draw_ticks(axis: Axis, row: Rect, canvas: &mut Canvas<'_>) {
    for (at, text) in axis.ticks() {
        canvas.text(row.x + at, row.y, axis.cells - at, &text, canvas.theme.dim());
    }
}

/// Draws the cells of a track from the start of a row on.
pub(super) fn draw_track(track: &[TrackCell], hue: Style, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    for (x, cell) in (row.x..row.right()).zip(track) {
        let (sign, style) = cell_sign(*cell, hue, theme);
        canvas.glyph(x, row.y, sign, style);
    }
}

/// The sign of a cell, and its style where the events have this hue.
fn cell_sign(cell: TrackCell, hue: Style, theme: &Theme) -> (&'static str, Style) {
    match cell {
        TrackCell::Empty => (theme.pick("·", "."), theme.faint()),
        TrackCell::Band => ("░", theme.dim()),
        TrackCell::AsOf => ("╎", theme.dim()),
        TrackCell::Point => ("◆", hue),
        TrackCell::Period => ("━", hue),
        TrackCell::About => ("≈", hue),
        TrackCell::Before => ("◂", hue),
        TrackCell::After => ("▸", hue),
        TrackCell::Earlier => ("«", hue),
        TrackCell::Later => ("»", hue),
    }
}
