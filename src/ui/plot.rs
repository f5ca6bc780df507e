//! A chart as a grid of cells, each with its meaning, and the texts over it.
//!
//! Left of the axis of values the undated figures stand in a box, each in its column; right of it the
//! others, each at its time. Pure and total: every indicator gives a plot at every size. What the
//! source limits is drawn as a limit, and only exact neighbours in time are joined.

mod aside;
mod beside;
mod caption;
mod dots;
mod height;
mod label;
mod line;
mod paint;
mod placed;
mod readings;
mod scale;
mod time;

use crate::app::panels::{Chart, FigureIx, Mark, Marker, bases};
use crate::report::{Indicator, StatusSet};
use crate::ui::canvas::cells;
use caption::caption;
use height::Heights;
use placed::Placed;

pub(super) use line::Bend;

/// What a plot is drawn from.
#[derive(Clone, Copy)]
pub(super) struct View<'i> {
    /// The indicator.
    pub(super) indicator: &'i Indicator,
    /// One of its charts.
    pub(super) chart: &'i Chart,
    /// The position of the chart among those of the indicator.
    pub(super) at: usize,
    /// The figure of this chart that the cursor is on.
    pub(super) selected: Option<FigureIx>,
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
    /// At the height of a tick.
    Grid,
    /// On the allowed side of a limit.
    Allowed,
    /// On the allowed side of a limit that is vague about how far.
    Rough,
    /// Between two stated values, or in the interval of uncertainty.
    Range,
    /// The mark of a figure, at its value; drawn hollow unless it is firm.
    Figure {
        /// What the figure allows.
        sign: Marker,
        /// Whether its status makes no less of it than an observed figure.
        firm: bool,
    },
    /// The marks of several figures.
    Several,
    /// At the foot: the status of the point above.
    Flag(StatusSet),
    /// At the foot: an order of magnitude, which has no height.
    InWords,
    /// At the foot: the date is only about right.
    AboutThen,
}

/// A cell of a plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlotCell {
    /// What it means.
    pub(super) kind: CellKind,
    /// The mark of its figure.
    pub(super) mark: Mark,
    /// Whether it is the selected figure.
    pub(super) selected: bool,
    /// Whether it belongs to an earlier edition of its line.
    pub(super) is_older: bool,
}

impl Default for PlotCell {
    fn default() -> Self {
        Self::of(CellKind::Empty)
    }
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
    /// What it belongs to.
    pub(super) of: LabelOf,
}

/// What a text belongs to, which decides how much it stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelOf {
    /// An axis, or the chart as a whole.
    Axis,
    /// An axis that does not begin at zero, which no reader may miss.
    CutAxis,
    /// A figure for the same thing, or of another measure.
    Figure(Mark),
    /// The headline, or the figure at the cursor.
    Claim,
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
/// What stands in the caption where figures share a cell, as rows are too coarse for them.
const SEVERAL: &str = "≡ several";
/// Rows that are not the plot's: the unit on top, the axis of time and its years at the foot.
const OUTSIDE: u16 = 3;
/// The fewest rows of a plot that has another one for the letters of statuses, under the axis of time.
const FEWEST_WITH_FLAGS: u16 = 12;

/// A part of a plot: the box of the undated figures, or the figures in time.
struct Frame {
    heights: Heights,
    /// Its first column.
    origin: u16,
    /// Its columns.
    columns: u16,
    /// The rows between the caption and the foot.
    rows: u16,
    /// The row of the letters of statuses: that of the foot, or the one below it.
    flags: u16,
    /// There are no values beyond these.
    bounds: (f64, f64),
    /// Whether its figures have to say what they are measured from.
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
        let points = placed::points(view, usize::from(width));
        let has_flags = points.iter().any(|it| it.day.is_some() && !it.flags().is_empty())
            && height >= FEWEST_WITH_FLAGS;
        let rows = height - OUTSIDE - u16::from(has_flags);
        let flags = rows + u16::from(has_flags);
        let Some(content) = placed::content(&points, view.chart) else { return plot };
        let heights = scale::best(&content, rows);
        let ticks = heights.ticks(width / 3, content.reach());
        let side = ticks.iter().map(|(_, text)| cells(text)).max().unwrap_or(0);
        let (undated, dated): (Vec<_>, Vec<_>) =
            points.into_iter().partition(|it| it.day.is_none());
        let several_bases = bases(view.chart.drawn(view.indicator)).len() > 1;
        let bounds = content.bounds;
        let part = |origin, columns| Frame {
            heights,
            origin,
            columns,
            rows,
            flags,
            bounds,
            several_bases,
        };
        let room = width.saturating_sub(side + 1);
        let aside = aside::columns(&undated, &part(0, room), dated.is_empty());
        let side = aside.width + side;
        plot.axes(&part(0, width), side, ticks, view.chart.change);
        if aside.width > 0 {
            plot.aside(&undated, &aside, &part(0, aside.width));
        }
        plot.in_time(&dated, &part(side + 1, width.saturating_sub(side + 1)));
        let coarse = placed::are_coarse(&content, &heights).then(|| heights.coarseness());
        let start =
            plot.labels.iter().filter(|label| label.y == 0).map(|it| it.x + cells(&it.text));
        let start = start.max().map_or(0, |end| end + 2);
        let room = width.saturating_sub(start);
        let has_several = plot.rows.iter().flatten().any(|cell| cell.kind == CellKind::Several);
        let coarse = if has_several { Some(SEVERAL.to_owned()) } else { coarse };
        let text = caption(&view.chart.unit, heights.cut().as_deref(), coarse.as_deref(), room);
        let of = if heights.is_cut() { LabelOf::CutAxis } else { LabelOf::Axis };
        plot.labels.push(Label { x: start, y: 0, text, of });
        plot
    }

    /// Draws the axis of values with its ticks, and a faint line at each of them.
    fn axes(&mut self, whole: &Frame, side: u16, ticks: Vec<(u16, String)>, change: bool) {
        let zero = change.then(|| whole.heights.row(0.0));
        for (row, text) in ticks {
            for column in (0..whole.columns).filter(|column| *column > side) {
                self.put(whole, column, row, PlotCell::of(CellKind::Grid));
            }
            let x = side.saturating_sub(cells(&text));
            self.labels.push(Label { x, y: row + 1, text, of: LabelOf::Axis });
        }
        if let Some(row) = zero {
            for column in side + 1..whole.columns {
                self.put(whole, column, row, PlotCell::of(CellKind::Zero));
            }
        }
        for row in 0..whole.rows {
            self.put(whole, side, row, PlotCell::of(CellKind::Side));
        }
        for column in side + 1..whole.columns {
            self.put(whole, column, whole.rows, PlotCell::of(CellKind::Foot));
        }
        // A cut axis makes small differences look large: it says so in words and by a sign.
        let corner = if whole.heights.is_cut() { CellKind::Cut } else { CellKind::Corner };
        self.put(whole, side, whole.rows, PlotCell::of(corner));
    }

    /// Draws the figures that have a time, and the axis of time.
    fn in_time(&mut self, dated: &[Placed<'_>], frame: &Frame) {
        let periods = dated.iter().filter_map(|p| p.observation.period.as_ref());
        let Some(span) = time::span(periods) else {
            return self.nothing_dated(frame);
        };
        let (before, axis) = dots::room(dated, span, frame);
        let mut dots = dots::dots(dated, frame, (before, axis));
        let one_time = dots::one_time(dated, &mut dots, frame.columns);
        let is_one_time = one_time.is_some();
        let ticks = match one_time {
            Some((at, words)) => time::tick(at, words, frame.columns).into_iter().collect(),
            None => time::ticks(axis)
                .into_iter()
                .map(|(at, x, it)| (at + before, x + before, it))
                .collect(),
        };
        let ticks: Vec<(u16, u16, String)> = ticks;
        for (at, start, text) in ticks {
            self.put(frame, at, frame.rows, PlotCell::of(CellKind::Tick));
            let (x, y) = (frame.origin + start, frame.flags + 2);
            self.labels.push(Label { x, y, text, of: LabelOf::Axis });
        }
        beside::side_by_side(&mut dots, frame.columns, is_one_time);
        dots::lines(dated, &mut dots);
        self.fill(&dots, frame);
        self.readings(&dots, frame);
    }

    fn nothing_dated(&mut self, frame: &Frame) {
        let text = ["no figure has a date", "none has a date", "no dates"];
        let text = text.into_iter().find(|text| cells(text) + 1 < frame.columns);
        if let Some(text) = text {
            let (x, y) = (frame.origin + 1, frame.flags + 2);
            self.labels.push(Label { x, y, text: text.to_owned(), of: LabelOf::Axis });
        }
    }

    /// Sets a cell of a part, or of its foot, by its column and row there.
    fn put(&mut self, frame: &Frame, column: u16, row: u16, cell: PlotCell) {
        if column < frame.columns && row <= frame.flags {
            self.set(frame.origin + column, row + 1, cell);
        }
    }

    /// The cell at a column and row of a part.
    fn at(&self, frame: &Frame, column: u16, row: u16) -> Option<PlotCell> {
        let x = usize::from(frame.origin) + usize::from(column);
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
        Self { kind, mark: Mark::Same(0), selected: false, is_older: false }
    }
}

#[cfg(test)]
mod tests;
