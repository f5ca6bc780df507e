use ratatui::layout::Rect;

use crate::app::{Model, Panel};
use crate::report::Event;
use crate::ui::Theme;
use crate::ui::axis::Axis;
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border};
use crate::ui::track::{Mark, track};

const LEGENDS: &[&str] = &[
    "◆ a day or a month   ━ a stated period   ▒ about, or in doubt   ▸ open, or further on   ╎ as-of day",
    "◆ day or month  ━ period  ▒ about  ▸ open  ╎ as-of day",
    "◆ day  ━ period  ▒ about  ▸ open",
    "◆ day  ━ period",
];

const MARKER: u16 = 1;
const GAP: u16 = 2;
/// Below this many cells a track says nothing.
const LEAST_TRACK: u16 = 12;

/// Draws the timeline panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let timeline = &model.timeline;
    let place = if timeline.order.is_empty() { 0 } else { timeline.row + 1 };
    let foot = format!("{place} of {} events", timeline.order.len());
    let border = Border { notes: LEGENDS, foot, ..Border::default() };
    let inner = panel::frame(model, Panel::Timeline, &border, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    if timeline.order.is_empty() {
        canvas.text(inner.x, inner.y, inner.width, "The file has no [[event]].", theme.dim());
        return;
    }
    let columns = Columns::new(model, inner.width);
    let axis = Axis { span: timeline.span, cells: columns.track };
    if columns.track > 0 {
        for (at, text) in axis.ticks() {
            let x = inner.x + columns.track_x() + at;
            canvas.text(x, inner.y, columns.track - at, &text, theme.dim());
        }
    }
    let rows = timeline.order.iter().enumerate().skip(timeline.offset);
    for (y, (row, at)) in (inner.y + 1..inner.bottom()).zip(rows) {
        if let Some(event) = model.report.events.get(*at) {
            let area = Rect { y, height: 1, ..inner };
            let selected = row == timeline.row && model.on_event;
            draw_row(model, theme, event, selected, columns, axis, area, canvas);
        }
    }
}

/// The columns of a row, in cells.
#[derive(Clone, Copy)]
struct Columns {
    date: u16,
    track: u16,
}

impl Columns {
    fn new(model: &Model, line: u16) -> Self {
        let date = u16::try_from(model.timeline.widest_date).unwrap_or(u16::MAX);
        let date = date.min((line / 3).max(11)).min(line.saturating_sub(MARKER));
        let rest = line.saturating_sub(MARKER + date + 2 * GAP);
        let track = if rest < 100 { rest / 2 } else { rest - 50 };
        Self { date, track: if track < LEAST_TRACK { 0 } else { track } }
    }

    fn track_x(self) -> u16 {
        MARKER + self.date + GAP
    }

    fn title_x(self) -> u16 {
        self.track_x() + if self.track > 0 { self.track + GAP } else { 0 }
    }
}

#[expect(clippy::too_many_arguments, reason = "a row is drawn from all of these and nothing else")]
fn draw_row(
    model: &Model,
    theme: &Theme,
    event: &Event,
    selected: bool,
    columns: Columns,
    axis: Axis,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let style = if event.date.is_some() { theme.plain() } else { theme.dim() };
    canvas.text(area.x + MARKER, area.y, columns.date, &event.date_words(), style);
    let group = event.group.map(|g| g.0);
    let marks = track(event.date.as_ref(), axis, model.as_of);
    for (x, mark) in (area.x + columns.track_x()..).zip(marks) {
        let hue = theme.reached(group);
        let (glyph, style) = match mark {
            Mark::Empty => (theme.pick("·", "."), theme.dim()),
            Mark::Point => ("◆", hue),
            Mark::Period => ("━", hue),
            Mark::About => ("▒", hue),
            Mark::Before => ("◂", hue),
            Mark::After => ("▸", hue),
            Mark::AsOf => ("╎", theme.dim()),
        };
        canvas.glyph(x, area.y, glyph, style);
    }
    let style = if selected {
        canvas.text(area.x, area.y, MARKER, "›", theme.strong());
        theme.selected(model.focus == Panel::Timeline)
    } else {
        theme.plain()
    };
    let x = area.x + columns.title_x();
    canvas.text(x, area.y, area.right().saturating_sub(x), &event.title, style);
}
