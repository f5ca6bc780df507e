//! A chart of series as a grid of cells, each with its meaning, and the labels of its axes.
//!
//! Pure and total: every indicator gives a plot at every size. What the source limits is drawn
//! as a limit, and only exact neighbours in time are joined.

mod beside;
mod caption;
mod dots;
mod height;
mod line;
mod paint;
mod readings;
mod scale;
mod time;

use crate::app::panels::{Chart, ChartPoint, Marker, bases};
use crate::report::{Indicator, StatusSet};
use crate::ui::axis::Axis;
use crate::ui::canvas::cells;
use caption::caption;
use height::Heights;

pub(super) use line::Bend;

/// What a plot is drawn from.
#[derive(Clone, Copy)]
pub(super) struct View<'i> {
    /// The indicator.
    pub(super) indicator: &'i Indicator,
    /// One of its charts.
    pub(super) chart: &'i Chart,
    /// The point of this chart that the cursor is on.
    pub(super) selected: Option<ChartPoint>,
}

/// What a cell of a plot means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Nothing.
    #[default]
    Empty,
    /// The axis of values.
    Side,
    /// The axis of time.
    Foot,
    /// A tick on the axis of time.
    Tick,
    /// Where the axes meet.
    Corner,
    /// Where the axes meet if zero lies below or above the axis of values.
    Cut,
    /// The zero line of a change.
    Zero,
    /// A line between two exact points.
    Line(Bend),
    /// Inside the stated period of a point.
    Period,
    /// The period began before, or it is not known when.
    Before,
    /// The period goes on, or it is not known until when.
    After,
    /// A period that is only about right begins.
    AboutFrom,
    /// A period that is only about right ends.
    AboutTo,
    /// On the allowed side of a limit.
    Whisker,
    /// Where a whisker leaves off: more is allowed further up.
    Up,
    /// More is allowed further down.
    Down,
    /// Between two stated values.
    Range,
    /// A point; drawn hollow unless it is firm.
    Point {
        /// What the figure allows.
        sign: Marker,
        /// Whether its status makes no less of it than an observed figure.
        firm: bool,
    },
    /// Beside the mark of a series: what its figure allows.
    Hedge(Marker),
    /// At the foot: the status of the point above.
    Flag(StatusSet),
    /// At the foot: an order of magnitude, which has no height.
    InWords,
}

/// A cell of a plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PlotCell {
    /// What it means.
    pub(super) kind: CellKind,
    /// Of which series, counted from 0 in the chart.
    pub(super) rank: usize,
    /// Whether it is the selected point.
    pub(super) selected: bool,
    /// Whether it belongs to an earlier edition of its line.
    pub(super) is_older: bool,
}

/// A text beside the axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The first cell.
    pub(super) x: u16,
    /// The row.
    pub(super) y: u16,
    /// The text; it never is longer than the cells from `x` to the edge.
    pub(super) text: String,
}

/// A chart in cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plot {
    /// The rows from top to bottom, of equal length.
    pub(super) rows: Vec<Vec<PlotCell>>,
    /// The texts over them.
    pub(super) labels: Vec<Label>,
}

/// The fewest columns and rows that hold axes and something between them.
const SMALLEST: (u16, u16) = (12, 5);
/// Rows that are not the plot's: the unit on top, the axis of time and its years at the foot.
const OUTSIDE: u16 = 3;

/// Where the parts of a plot lie.
struct Frame {
    heights: Heights,
    axis: Axis,
    /// The column of the axis of values.
    side: u16,
    /// The columns right of it.
    columns: u16,
    /// Those of them that lie in front of the axis of time.
    before: u16,
    /// The rows between the unit and the axis of time.
    rows: u16,
    /// Whether its points have to say which series they belong to.
    several: bool,
    /// Whether its points have to say what they are measured from.
    several_bases: bool,
}

impl Plot {
    /// Draws a chart in `width` × `height` cells, axes and their texts included; stays empty if
    /// those are too few.
    pub(super) fn new(view: View<'_>, width: u16, height: u16) -> Self {
        let empty = vec![vec![PlotCell::default(); usize::from(width)]; usize::from(height)];
        let mut plot = Self { rows: empty, labels: Vec::new() };
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return plot;
        }
        let points = dots::points(view);
        let rows = height - OUTSIDE;
        let (Some(span), Some(content)) = (
            time::span(points.iter().filter_map(|p| p.observation.period.as_ref())),
            dots::content(&points, view.chart, rows),
        ) else {
            return plot;
        };
        let heights = scale::best(&content, rows);
        let ticks = heights.ticks(width / 2, content.reach());
        let side = ticks.iter().map(|(_, text)| cells(text)).max().unwrap_or(0);
        let columns = width.saturating_sub(side + 1);
        let several = view.chart.series.len() > 1;
        let (before, axis) = dots::room(&points, span, columns, several);
        let several_bases = bases(view.chart.drawn(view.indicator)).len() > 1;
        let frame = Frame { heights, axis, side, columns, before, rows, several, several_bases };
        plot.axes(&frame, ticks, view.chart);
        let coarse = dots::are_coarse(&content, &heights).then(|| heights.coarseness());
        let text = caption(&view.chart.unit, heights.cut().as_deref(), coarse.as_deref(), width);
        plot.labels.push(Label { x: 0, y: 0, text });
        let mut dots = dots::dots(&points, &frame, view.chart);
        beside::side_by_side(&mut dots, frame.columns);
        dots::lines(&points, &mut dots);
        plot.fill(&dots, &frame);
        plot.readings(&dots, &frame);
        plot
    }

    /// Draws both axes with their texts.
    fn axes(&mut self, frame: &Frame, ticks: Vec<(u16, String)>, chart: &Chart) {
        let Frame { side, rows, .. } = *frame;
        for (row, text) in ticks {
            self.labels.push(Label { x: side - cells(&text), y: row + 1, text });
        }
        for row in 1..=rows {
            self.set(side, row, PlotCell::of(CellKind::Side));
        }
        for column in 0..frame.columns {
            self.put(frame, column, rows, PlotCell::of(CellKind::Foot));
        }
        for (at, start, text) in time::ticks(frame.axis) {
            self.put(frame, frame.before + at, rows, PlotCell::of(CellKind::Tick));
            self.labels.push(Label { x: side + 1 + frame.before + start, y: rows + 2, text });
        }
        // A cut axis makes small differences look large: it says so in words and by a sign.
        let corner = if frame.heights.is_cut() { CellKind::Cut } else { CellKind::Corner };
        self.set(side, rows + 1, PlotCell::of(corner));
        if chart.change {
            let zero = frame.heights.row(0.0);
            for column in 0..frame.columns {
                self.put(frame, column, zero, PlotCell::of(CellKind::Zero));
            }
        }
    }

    /// Sets a cell between the axes, or of the axis of time, by its column and row there.
    fn put(&mut self, frame: &Frame, column: u16, row: u16, cell: PlotCell) {
        if column < frame.columns && row <= frame.rows {
            self.set(frame.side + 1 + column, row + 1, cell);
        }
    }

    /// The cell at a column and row between the axes.
    fn at(&self, frame: &Frame, column: u16, row: u16) -> Option<PlotCell> {
        let x = usize::from(frame.side) + 1 + usize::from(column);
        self.rows.get(usize::from(row) + 1)?.get(x).copied()
    }

    fn set(&mut self, x: u16, y: u16, cell: PlotCell) {
        let slot = self.rows.get_mut(usize::from(y)).and_then(|row| row.get_mut(usize::from(x)));
        if let Some(slot) = slot {
            *slot = cell;
        }
    }
}

impl PlotCell {
    fn of(kind: CellKind) -> Self {
        Self { kind, ..Self::default() }
    }
}

#[cfg(test)]
mod tests;
