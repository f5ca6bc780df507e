mod legend;

pub(super) use legend::SIGNS;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::TimelineColumns;
use crate::app::text::width;
use crate::report::{Indicator, ItemIx, Period};
use crate::ui::Theme;
use crate::ui::axis::Axis;
use crate::ui::canvas::{Canvas, shown};
use crate::ui::panel::{self, Border};
use crate::ui::track::{self, Mark, track};

const MARKER: u16 = 1;
const GAP: u16 = 2;

/// Draws the timeline panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let columns = model.timeline_columns(area.width.saturating_sub(2));
    let tail = columns.group;
    let panel = Timeline::new(model, theme, columns);
    let lines = panel.lines(usize::from(area.height.saturating_sub(3)));
    let legends = legend::signs(&lines);
    let notes: Vec<&str> = legends.iter().map(String::as_str).collect();
    let below = panel.selection(&lines);
    let foot_notes: Vec<&str> = below.iter().map(String::as_str).collect();
    let border =
        Border { notes: &notes, foot_notes: &foot_notes, foot: legend::count(model, area.width) };
    let inner = panel::frame(model, Panel::Timeline, &border, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    if model.panels.timeline.rows().is_empty() {
        canvas.text(inner.x, inner.y, inner.width, &legend::nothing(model), theme.dim());
        return;
    }
    if columns.track > 0 {
        for (at, text) in panel.axis.ticks() {
            let x = inner.x + columns.track_x() + at;
            canvas.text(x, inner.y, columns.track - at, &text, theme.dim());
        }
    }
    let groups = Rect { x: inner.right().saturating_sub(tail), width: tail, ..inner };
    canvas.text(groups.x, groups.y, groups.width, "group", theme.dim());
    let width = inner.width.saturating_sub(tail + GAP.min(tail));
    for (y, line) in (inner.y + 1..inner.bottom()).zip(&lines) {
        panel.draw_line(line, Rect { y, width, height: 1, ..inner }, canvas);
        let (name, hue) = panel.named_group(line.row);
        canvas.text(groups.x, y, groups.width, name, hue);
    }
}

/// A row in view.
struct Line<'m> {
    row: ItemIx,
    date: Option<&'m Period>,
    track: Vec<Mark>,
    /// Whether it is an event that bears on the selected indicator.
    bears: bool,
    /// Whether it is the period of the selected indicator.
    is_selected: bool,
    /// Whether the cursor stands on it.
    here: bool,
}

struct Timeline<'m> {
    model: &'m Model,
    theme: &'m Theme,
    columns: TimelineColumns,
    axis: Axis,
    /// The cells of the selected indicator's period, where it is on the axis.
    band: Option<(usize, usize)>,
}

impl<'m> Timeline<'m> {
    fn new(model: &'m Model, theme: &'m Theme, columns: TimelineColumns) -> Self {
        let axis = Axis { span: model.panels.timeline.span, cells: columns.track };
        let period = selected(model).and_then(|indicator| indicator.headline.period.as_ref());
        let band = period.and_then(|period| track::band(period, axis, model.env.as_of));
        Self { model, theme, columns, axis, band: band.filter(|_| columns.track > 0) }
    }

    /// The rows that so many lines show.
    fn lines(&self, view: usize) -> Vec<Line<'m>> {
        let timeline = &self.model.panels.timeline;
        let rows = timeline.rows().iter().enumerate().skip(timeline.offset).take(view);
        rows.map(|(at, row)| self.line(*row, at == timeline.row)).collect()
    }

    fn line(&self, row: ItemIx, at_cursor: bool) -> Line<'m> {
        let model = self.model;
        let date = row.date(&model.doc.report);
        let marks = date.map(|date| track(date, self.band, self.axis, model.env.as_of));
        let (bears, is_selected, here) = match row {
            ItemIx::Event(at) => {
                let event = model.doc.report.event(at);
                let bears = |ix| event.is_some_and(|event| event.indicators.contains(&ix));
                let led_away = model.nav.back.and_then(|back| back.from.event()) == Some(at);
                (
                    model.nav.selection.indicator.is_some_and(bears),
                    false,
                    model.nav.selection.event.is_some() || led_away,
                )
            }
            ItemIx::Indicator(ix) => {
                let is_selected = model.nav.selection.indicator == Some(ix);
                (false, is_selected, is_selected && model.nav.selection.event.is_none())
            }
        };
        let track = marks.unwrap_or_default();
        Line { row, date, track, bears, is_selected, here: here && at_cursor }
    }

    /// What the border says of the selected indicator, from the longest form to the shortest.
    fn selection(&self, lines: &[Line<'_>]) -> Vec<String> {
        let bears = lines.iter().any(|line| line.bears);
        match selected(self.model) {
            Some(indicator) if self.columns.track > 0 => {
                legend::selection(indicator, self.band.is_some(), bears)
            }
            Some(indicator) if bears => legend::bears(indicator),
            _ => Vec::new(),
        }
    }

    fn draw_line(&self, line: &Line<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let style = if line.date.is_some() { theme.plain() } else { theme.dim() };
        let words = line.date.map_or_else(|| "no date".to_owned(), Period::words);
        canvas.text(area.x + MARKER, area.y, columns.date, &words, style);
        self.draw_track(line, area, canvas);
        if line.bears {
            canvas.glyph(area.x + columns.link_x(), area.y, "•", theme.strong());
        }
        let style = if line.here {
            canvas.text(area.x, area.y, MARKER, "›", theme.strong());
            theme.selected(self.model.nav.focus == Panel::Timeline)
        } else if line.bears || line.is_selected {
            theme.strong()
        } else {
            theme.plain()
        };
        // That a row is selected is seen from its title, too.
        if self.model.news.has(line.row) {
            canvas.text(area.x, area.y, MARKER, "~", theme.warning());
        }
        let x = area.x + columns.title_x();
        let room = area.right().saturating_sub(x);
        canvas.text(x, area.y, room, &self.title(line.row, room), style);
    }

    fn draw_track(&self, line: &Line<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let x = area.x + columns.track_x();
        if line.date.is_none() {
            canvas.text(x, area.y, columns.track, legend::undated(columns.track), theme.dim());
            return;
        }
        let hue = theme.reached(self.group(line.row));
        for (x, mark) in (x..).zip(&line.track) {
            let (glyph, style) = sign(*mark, theme, hue);
            canvas.glyph(x, area.y, glyph, style);
        }
    }

    fn group(&self, row: ItemIx) -> Option<u32> {
        row.group(&self.model.doc.report).map(|group| group.0)
    }

    /// What the group of a row is called, and its hue.
    fn named_group(&self, row: ItemIx) -> (&'m str, Style) {
        let report = &self.model.doc.report;
        let group = row.group(report).and_then(|ix| report.group(ix));
        (group.map_or("", |group| &group.title), self.theme.reached(self.group(row)))
    }

    /// What stands at the end of a row of so many cells.
    fn title(&self, row: ItemIx, room: u16) -> String {
        let report = &self.model.doc.report;
        let title = match row {
            ItemIx::Event(at) => report.event(at).map(|event| event.title.to_string()),
            ItemIx::Indicator(ix) => report
                .indicator(ix)
                .map(|indicator| figure(indicator, usize::from(room), self.theme)),
        };
        title.unwrap_or_default()
    }
}

/// Label and figure in so many cells. The figure is never cut: before that the label is, and a
/// figure for which there is no room is not shown.
fn figure(indicator: &Indicator, room: usize, theme: &Theme) -> String {
    let headline = &indicator.headline;
    let cells = |text: &str| width(&shown(text, theme));
    let labels = [&indicator.label, indicator.short_label()];
    let figures = [headline.figure(), headline.reading()];
    let whole = labels.iter().map(|label| format!("{label}: {}", figures[0]));
    if let Some(text) = whole.into_iter().find(|text| cells(text) <= room) {
        return text;
    }
    for figure in figures {
        let label = room.saturating_sub(cells(&figure) + 2);
        if label >= LEAST_LABEL {
            let cut = crate::app::text::fit(indicator.short_label(), label);
            return format!("{cut}: {figure}");
        }
    }
    indicator.short_label().to_string()
}

/// Below this many cells a label says nothing of what its figure is.
const LEAST_LABEL: usize = 6;

fn selected(model: &Model) -> Option<&Indicator> {
    model.doc.report.indicator(model.nav.selection.indicator?)
}

/// What a mark of a track looks like.
pub(super) fn sign(mark: Mark, theme: &Theme, hue: Style) -> (&'static str, Style) {
    match mark {
        Mark::Empty => (theme.pick("·", "."), theme.faint()),
        Mark::Band => ("░", theme.dim()),
        Mark::AsOf => ("╎", theme.dim()),
        Mark::Point => ("◆", hue),
        Mark::Period => ("━", hue),
        Mark::About => ("▒", hue),
        Mark::Before => ("◂", hue),
        Mark::After => ("▸", hue),
        Mark::Earlier => ("«", hue),
        Mark::Later => ("»", hue),
    }
}
