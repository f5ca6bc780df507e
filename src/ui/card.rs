//! The lines of a card: in the detail panel, and on a printed page.

use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::panels::{BarLine, Card, CardLine, ChartLine, Cursor, FigureIx, charts};
use crate::report::{Indicator, ItemIx, NO_DATE};
use crate::ui::canvas::{Canvas, skip};
use crate::ui::plot::View;
use crate::ui::{Glyphs, chart, ruler};

/// The cells of the column of labels.
pub(super) const LABELS: u16 = 9;
/// The cells in front of the label of a bar: those of the cursor.
const MARKER: u16 = 2;
const GAP: u16 = 2;

/// Draws lines of a card from the top of an area to its end.
pub(super) fn draw(
    model: &Model,
    card: &Card,
    lines: &[CardLine],
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let indicator = match card.item() {
        Some(ItemIx::Indicator(ix)) => model.doc.report.indicator(ix),
        Some(ItemIx::Event(_)) | None => None,
    };
    for (row, line) in area.rows().zip(lines) {
        match line {
            CardLine::Title(text) | CardLine::Reading(text) | CardLine::Finding(text) => {
                canvas.line(row, text, theme.strong());
            }
            CardLine::Claim(figure, period) => {
                canvas.line(row, figure, theme.wall(group(indicator)));
                let style = if period == NO_DATE { theme.dim() } else { theme.plain() };
                canvas.right(row, period, style);
            }
            CardLine::Heading(text) => canvas.line(row, text, theme.strong()),
            CardLine::Quote(text) | CardLine::Text(text) => canvas.line(row, text, theme.plain()),
            CardLine::Place(text) | CardLine::Legend(text) => canvas.line(row, text, theme.dim()),
            CardLine::Warning(text) => canvas.line(row, text, theme.warning()),
            CardLine::Field(label, text) => {
                canvas.line(Rect { width: LABELS.min(row.width), ..row }, label, theme.dim());
                canvas.line(skip(row, LABELS), text, theme.plain());
            }
            CardLine::Ruler(scale, place) => {
                ruler::draw(scale, place.cells, skip(row, place.x), canvas);
            }
            CardLine::Bar(line) => draw_bar(line, indicator, row, canvas),
            // The first line in view draws the rest of the chart.
            CardLine::Chart(line) if line.row == 0 || row.y == area.y => {
                let height = (area.bottom() - row.y).min(line.height - line.row);
                draw_chart(*line, card, indicator, Rect { height, ..row }, canvas);
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
    card: &Card,
    indicator: Option<&Indicator>,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some(indicator) = indicator else { return };
    let charts = charts(indicator);
    let Some(drawn) = charts.get(line.chart) else { return };
    let selected = card.cursor().map(Cursor::figure).filter(|ix| match ix {
        FigureIx::Point(point) => point.chart == line.chart,
        _ => drawn.has_headline,
    });
    let has_halves = canvas.theme.glyphs() == Glyphs::Unicode;
    let view = View { indicator, chart: drawn, at: line.chart, selected, has_halves };
    chart::draw(view, group(Some(indicator)), area, (line.row, line.height), canvas);
}

fn draw_bar(line: &BarLine, indicator: Option<&Indicator>, row: Rect, canvas: &mut Canvas<'_>) {
    let (theme, place) = (canvas.theme, line.place);
    let style = if line.rival.is_none() { theme.strong() } else { theme.plain() };
    if line.is_at_cursor {
        canvas.line(row, "›", style);
    }
    let room = place.x.saturating_sub(MARKER);
    canvas.text(row.x + MARKER, row.y, room, &line.label, style);
    let row = skip(row, place.x);
    let cells = indicator.and_then(|indicator| match line.rival {
        None => Some(ruler::headline_cells(indicator, line.scale, place.cells)),
        Some(at) => {
            let rival = indicator.rivals.get(at)?;
            Some(ruler::bar_cells(&rival.observation, line.scale, place.cells))
        }
    });
    match cells.filter(|cells| !cells.is_empty()) {
        Some(cells) => {
            // The hue is the headline's and that of figures for the same thing.
            let group = group(indicator).filter(|_| !line.is_another_measure);
            ruler::draw_bar(&cells, group, row, canvas);
        }
        None => {
            canvas.text(row.x, row.y, place.cells, "no number", theme.dim());
        }
    }
    // The unit of the ruler has its room behind the bars.
    canvas.line(skip(row, place.cells + GAP), &line.text, theme.dim());
}
