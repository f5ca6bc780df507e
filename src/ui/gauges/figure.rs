//! The figure of a row, and what stands beside and below it.

use ratatui::layout::Rect;

use super::Gauges;
use crate::app::panels::{Below, GAP};
use crate::report::{Indicator, IndicatorIx};
use crate::ui::canvas::{Canvas, cells, fitting, shown, skip};

impl Gauges<'_> {
    /// The figure in the form that fits, and its first cell in the row: it is never cut.
    pub(super) fn figure(
        &self,
        ix: IndicatorIx,
        indicator: &Indicator,
        line: u16,
        is_alone: bool,
    ) -> (String, u16) {
        let headline = &indicator.headline;
        // In ASCII an operator takes two cells.
        let cells = |text: &str| cells(&shown(text, self.theme));
        let (columns, x) = (self.columns, self.columns.figure_x());
        if !columns.as_reading {
            let period = if is_alone { 0 } else { cells(&headline.period_words()) };
            let has_bar = self.scale(ix, indicator).is_some();
            let beside = Some(columns.figure).filter(|_| has_bar);
            // Bars and labels say what is counted; the figure says so too where there is room.
            let forms = [headline.figure(), headline.row_figure()];
            let rooms =
                [beside, Some(columns.figure_without_bar(period)), Some(line - x.min(line))];
            for room in rooms.into_iter().flatten() {
                let fits = |figure: &&String| cells(figure) <= room && x + cells(figure) <= line;
                if let Some(figure) = forms.iter().find(fits) {
                    return (figure.clone(), x);
                }
            }
        }
        let reading = headline.row_reading();
        let reading = if cells(&reading) <= line { reading } else { "…".to_owned() };
        let x = x.min(line.saturating_sub(cells(&reading)));
        (reading, x)
    }

    /// Draws a line below a row; `rest` is the panel from this line on. Where the rest of a figure has no
    /// room it is left out, as it may limit what stands before.
    pub(super) fn line_below(
        &self,
        ix: IndicatorIx,
        nth: usize,
        rest: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let lines = match self.below(ix) {
            Below::Nothing => return,
            Below::Period => {
                if let Some(indicator) = self.model.doc.report.indicator(ix) {
                    self.period(indicator, rest.x, rest, canvas);
                }
                return;
            }
            Below::Bar => {
                if let Some(indicator) = self.model.doc.report.indicator(ix) {
                    self.bar(ix, indicator, Rect { height: 1, ..rest }, canvas);
                }
                return;
            }
            Below::Figure(lines) => lines,
        };
        let widest = lines.iter().map(|line| canvas.cells(line)).max().unwrap_or(0);
        let x = self.columns.figure_x().min(rest.width.saturating_sub(widest));
        let style = self.theme.strong();
        if lines.len() > nth + usize::from(rest.height) {
            canvas.line(skip(rest, x), if nth == 0 { "…" } else { "" }, style);
        } else if let Some(line) = lines.get(nth) {
            canvas.line(skip(rest, x), line, style);
        }
    }

    /// Which numbers an order of magnitude stands for, if there is room for it between its figure, which
    /// begins at a cell of the row, and its period.
    pub(super) fn order_beside(
        &self,
        indicator: &Indicator,
        x: u16,
        figure: &str,
    ) -> Option<String> {
        let headline = &indicator.headline;
        let order = headline.quantity.as_ref()?.taken_as("–")?;
        let order = format!("({order})");
        let cells = |text: &str| cells(&shown(text, self.theme));
        let room = self.columns.figure_without_bar(cells(&headline.period_words()));
        let end = x + cells(figure) + GAP + cells(&order);
        (end <= self.columns.figure_x() + room).then_some(order)
    }

    /// Draws the period up to the right edge of its column, if it fits behind what ends at a cell.
    pub(super) fn period(
        &self,
        indicator: &Indicator,
        from: u16,
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let theme = self.theme;
        let edge = row.x + self.columns.end();
        if self.columns.period > 0 && from < edge {
            let headline = &indicator.headline;
            let style = if headline.period.is_some() { theme.plain() } else { theme.dim() };
            let area = Rect { x: from, width: edge - from, ..row };
            let words = headline.period_words();
            let words = fitting(&words, "…", area.width, theme).unwrap_or("…");
            canvas.right(area, words, style);
        }
    }
}
