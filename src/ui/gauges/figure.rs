//! The figure of a row, and what stands beside and below it.

use ratatui::layout::Rect;

use super::Gauges;
use crate::app::panels::{Below, GAP, MARKER, WIDE_GAP, aimed_at};
use crate::report::{Indicator, IndicatorIx};
use crate::ui::canvas::{Canvas, cells, fitting, shown, skip};

impl Gauges<'_> {
    /// The figure in the form that fits, and its first cell in the row: it is never cut.
    ///
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
        let columns = self.columns;
        let x = columns.figure_x();
        // Bars and labels say what is counted; the figure says so too where there is room.
        let full = headline.figure();
        let period = cells(&self.model.panels.gauges.period(indicator)) + WIDE_GAP;
        let period = if columns.has_period && !is_alone { period } else { 0 };
        let end = (x + columns.tail).min(line).saturating_sub(period);
        let label = self.indent(ix) + cells(self.label_of(indicator));
        let gap = if label <= columns.label { GAP } else { WIDE_GAP };
        let label = MARKER + label + gap;
        let is_free = self.scale(ix, indicator).is_none() && self.trend(ix, indicator).is_none();
        // In a row without a bar a long one may begin where bars do.
        let early = Some(columns.bar_x().max(label)).filter(|at| is_free && *at < x);
        let row = headline.row_figure();
        if !columns.as_reading {
            // Beside its period if it can, and else over it; in its column if it can.
            for (at, end) in [(Some(x), end), (early, end), (Some(x), line), (early, line)] {
                let fits =
                    |figure: &&String| at.is_some_and(|at| at.saturating_add(cells(figure)) <= end);
                if let (Some(at), Some(figure)) = (at, [&full, &row].into_iter().find(fits)) {
                    return (figure.clone(), at);
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
                    self.period(indicator, rest, rest, canvas);
                }
                return;
            }
            Below::Figure(lines) => lines,
        };
        let widest = lines.iter().map(|line| canvas.cells(line)).max().unwrap_or(0);
        let places = [self.columns.figure_x(), self.columns.bar_x()];
        let fits = |x: &u16| x.saturating_add(widest) <= rest.width;
        let x = places.into_iter().find(fits).unwrap_or(rest.width.saturating_sub(widest));
        let style = self.theme.strong();
        if lines.len() > nth + usize::from(rest.height) {
            canvas.line(skip(rest, x), if nth == 0 { "…" } else { "" }, style);
        } else if let Some(line) = lines.get(nth) {
            canvas.line(skip(rest, x), line, style);
        }
    }

    /// The numbers that an order of magnitude stands for, where they have the place of the bar.
    pub(super) fn order_before(&self, ix: IndicatorIx, indicator: &Indicator) -> Option<String> {
        let order = indicator.headline.quantity.as_ref()?.taken_as("–")?;
        let label = self.indent(ix) + cells(&shown(self.label_of(indicator), self.theme));
        (label <= self.columns.label && cells(&order) <= self.columns.bar).then_some(order)
    }

    /// Says behind a figure that begins at `x` what is aimed at or, where they do not stand in front of
    /// it, which numbers an order of magnitude stands for, if there is room for it and for the period;
    /// returns what is left of the row.
    pub(super) fn more(
        &self,
        ix: IndicatorIx,
        indicator: &Indicator,
        x: u16,
        rest: Rect,
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) -> Rect {
        let is_before = x == self.columns.figure_x() && self.order_before(ix, indicator).is_some();
        let order = || indicator.headline.quantity.as_ref()?.taken_as("–").filter(|_| !is_before);
        let order = || order().map(|order| format!("({order})"));
        let more = match aimed_at(indicator) {
            Some(aim) => Some((aim, self.theme.plain())),
            None => order().map(|order| (order, self.theme.dim())),
        };
        let edge = row.x + self.columns.figure_x() + self.columns.tail;
        let room = edge.min(row.right()).saturating_sub(rest.x);
        let period = canvas.cells(&self.model.panels.gauges.period(indicator)) + WIDE_GAP;
        let period = if self.columns.has_period { period } else { 0 };
        let fits = |text: &str| WIDE_GAP + canvas.cells(text) + period <= room;
        match more.filter(|(text, _)| fits(text)) {
            Some((text, style)) => canvas.write(skip(rest, WIDE_GAP), &text, style),
            None => rest,
        }
    }

    /// Draws the period up to the right edge of its column, if it fits into what the figure leaves.
    pub(super) fn period(
        &self,
        indicator: &Indicator,
        rest: Rect,
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let (columns, theme) = (self.columns, self.theme);
        let headline = &indicator.headline;
        let x = rest.x + WIDE_GAP;
        let edge = row.x + columns.figure_x() + columns.tail;
        if columns.has_period && x < edge {
            let style = if headline.period.is_some() { theme.plain() } else { theme.dim() };
            let area = Rect { x, width: edge - x, ..row };
            let words = self.model.panels.gauges.period(indicator);
            let words = fitting(&words, "…", area.width, theme).unwrap_or("…");
            canvas.right(area, words, style);
        }
    }
}
