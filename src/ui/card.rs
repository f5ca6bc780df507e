//! The lines of a card: in the detail panel, and on a printed page.

use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::panels::{BarLine, Card, CardLine, ChartLine, ChartPoint, charts};
use crate::report::{Indicator, ItemIx};
use crate::ui::canvas::Canvas;
use crate::ui::plot::View;
use crate::ui::{Theme, bar, chart, ruler};

/// The cells of the column of labels.
pub(super) const LABELS: u16 = 9;
/// The cells in front of a figure with a bar: the sign of the cursor.
const MARKER: u16 = 2;
const GAP: u16 = 2;

/// Draws lines of a card from the top of an area to its end.
pub(super) fn draw(
    model: &Model,
    card: &Card,
    lines: &[CardLine],
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let read_out = card.read_out();
    let indicator = match card.item() {
        Some(ItemIx::Indicator(ix)) => model.doc.report.indicator(ix),
        Some(ItemIx::Event(_)) | None => None,
    };
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        let rest = Rect { y, height: area.bottom() - y, ..area };
        let line_area = Rect { y, height: 1, ..area };
        match line {
            CardLine::Title(text) | CardLine::Reading(text) => {
                canvas.text(area.x, y, area.width, text, theme.strong());
            }
            CardLine::Heading(text) => {
                canvas.text(area.x, y, area.width, text, theme.strong());
            }
            CardLine::Quote(text) | CardLine::Text(text) => {
                canvas.text(area.x, y, area.width, text, theme.plain());
            }
            CardLine::Place(text) | CardLine::Legend(text) => {
                canvas.text(area.x, y, area.width, text, theme.dim());
            }
            CardLine::Warning(text) => {
                canvas.text(area.x, y, area.width, text, theme.warning());
            }
            CardLine::Field(label, text) => {
                canvas.text(area.x, y, LABELS, label, theme.dim());
                let room = area.width.saturating_sub(LABELS);
                canvas.text(area.x + LABELS, y, room, text, theme.plain());
            }
            CardLine::Ruler(scale, place) => {
                ruler::draw(scale, theme, area.x + place.x, y, place.cells, canvas);
            }
            CardLine::Bar(line) => draw_bar(line, group(indicator), theme, line_area, canvas),
            // The first line in view brings those below it along.
            CardLine::Chart(line) if line.row == 0 || y == area.y => {
                draw_chart(*line, indicator, read_out, theme, rest, canvas);
            }
            CardLine::Blank | CardLine::Chart(_) => {}
        }
    }
}

fn group(indicator: Option<&Indicator>) -> Option<u32> {
    indicator.and_then(|indicator| indicator.group).map(|group| group.0)
}

fn draw_chart(
    line: ChartLine,
    indicator: Option<&Indicator>,
    read_out: Option<ChartPoint>,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some(indicator) = indicator else { return };
    let charts = charts(indicator);
    let Some(drawn) = charts.get(line.chart) else { return };
    let selected = read_out.filter(|point| point.chart == line.chart);
    let view = View { indicator, chart: drawn, selected };
    let area = Rect { height: area.height.min(line.height - line.row), ..area };
    let rows = (line.row, line.height);
    chart::draw(view, group(Some(indicator)), theme, area, rows, canvas);
}

fn draw_bar(
    line: &BarLine,
    group: Option<u32>,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let place = line.place;
    // The hue is the headline's and that of figures for the same thing.
    let group = group.filter(|_| !line.is_another_measure);
    let style = if line.is_headline { theme.strong() } else { theme.plain() };
    if line.is_at_cursor {
        canvas.text(area.x, area.y, MARKER, "›", style);
    }
    let room = place.x.saturating_sub(MARKER);
    canvas.text(area.x + MARKER, area.y, room, &line.label, style);
    let is_change = line.quantity.as_ref().is_some_and(crate::report::Quantity::is_change);
    let cells = ruler::bar_cells(is_change, place.cells);
    let cells = line.quantity.as_ref().map(|q| bar(q, line.scale, usize::from(cells)));
    let cells = cells.filter(|cells| !cells.is_empty());
    let x = area.x + place.x;
    match cells {
        Some(cells) => ruler::draw_bar(&cells, group, theme, (x, area.y), canvas),
        None => {
            canvas.text(x, area.y, place.cells, "no number", theme.dim());
        }
    }
    // The unit of the ruler takes its room behind the bars.
    let x = x + place.cells + GAP;
    let room = area.right().saturating_sub(x);
    canvas.text(x, area.y, room, &line.text, theme.dim());
}
