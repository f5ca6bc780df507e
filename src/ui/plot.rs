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

pub(super) use height::Half;
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
    /// Whether a square may stand in a half of its cell. Plain characters have no sign for that.
    pub(super) has_halves: bool,
}

/// What a cell of a plot means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Nothing.
    #[default]
    Empty,
    /// The axis of values.
    Side,
    /// A tick on the axis of values.
    SideTick,
    /// The frame of the undated figures.
    Frame(Bend),
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
        /// The half of the cell that the value lies in, if the mark is a square.
        half: Option<Half>,
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
/// The same where marks of different values stand at one height.
const ROUNDED: &str = "marks rounded";
/// Rows that are not the plot's: the unit on top, the axis of time and its years at the foot.
const OUTSIDE: u16 = 3;

/// A part of a plot: the box of the undated figures, or the figures in time.
struct Frame {
    heights: Heights,
    /// Its first column.
    origin: u16,
    /// Its columns.
    columns: u16,
    /// The rows between the caption and the foot.
    rows: u16,
    /// There are no values beyond these.
    bounds: (f64, f64),
    /// Whether its figures have to say what they are measured from.
    several_bases: bool,
    has_halves: bool,
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
        let rows = height - OUTSIDE;
        let Some(content) = placed::content(&points, view.chart) else { return plot };
        let heights = scale::best(&content, rows);
        let is_coarse = placed::are_coarse(&points, &heights, view.has_halves);
        let ticks = heights.ticks(width / 3, content.reach());
        let numbers = ticks.iter().map(|(_, text)| cells(text)).max().unwrap_or(0);
        let (undated, dated): (Vec<_>, Vec<_>) =
            points.into_iter().partition(|it| it.day.is_none());
        let several_bases = bases(view.chart.drawn(view.indicator)).len() > 1;
        let part = |origin, columns| Frame {
            heights,
            origin,
            columns,
            rows,
            bounds: content.bounds,
            several_bases,
            has_halves: view.has_halves,
        };
        let room = width.saturating_sub(numbers + 1);
        let aside = aside::columns(&undated, &part(0, room), dated.is_empty());
        let side = aside.width() + numbers;
        plot.axes(&part(0, width), side, ticks, view.chart.change);
        plot.aside(&undated, &aside, &part(1, aside.inner));
        plot.in_time(&dated, &part(side + 1, width.saturating_sub(side + 1)));
        let has_several = plot.rows.iter().flatten().any(|cell| cell.kind == CellKind::Several);
        let coarse = if has_several { Some(SEVERAL) } else { is_coarse.then_some(ROUNDED) };
        let cut = heights.cut();
        let room = width.saturating_sub(aside.width());
        let text = caption(&view.chart.unit, cut.as_deref(), coarse, room);
        let of = if heights.is_cut() { LabelOf::CutAxis } else { LabelOf::Axis };
        // Over the axis, as far as there is room.
        let x = side.min(width.saturating_sub(cells(&text))).max(aside.width());
        plot.labels.push(Label { x, y: 0, text, of });
        plot
    }

    /// Draws the axis of values with its ticks, and a faint line at each of them.
    fn axes(&mut self, whole: &Frame, side: u16, ticks: Vec<(u16, String)>, change: bool) {
        let zero = change.then(|| whole.heights.row(0.0));
        let ticked: Vec<u16> = ticks.iter().map(|(row, _)| *row).collect();
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
            let kind = if ticked.contains(&row) { CellKind::SideTick } else { CellKind::Side };
            self.put(whole, side, row, PlotCell::of(kind));
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
            Some(tick) => vec![tick],
            None => time::ticks(axis).into_iter().map(|(at, text)| (at + before, text)).collect(),
        };
        self.ticks(ticks, frame);
        beside::side_by_side(&mut dots, frame.columns, is_one_time);
        dots::lines(dated, &mut dots);
        self.fill(&dots, frame);
        self.readings(&dots, frame);
    }

    /// The ticks of the axis of time: the text of each stands in the middle under it, clear of the one before.
    fn ticks(&mut self, ticks: Vec<(u16, String)>, frame: &Frame) {
        let end = frame.origin + frame.columns;
        let mut free = 0;
        for (at, text) in ticks {
            let wide = cells(&text);
            let middle = (frame.origin + at).saturating_sub(wide.saturating_sub(1) / 2);
            let Some(x) = end.checked_sub(wide).map(|last| middle.min(last)) else { continue };
            if x >= free {
                self.put(frame, at, frame.rows, PlotCell::of(CellKind::Tick));
                self.labels.push(Label { x, y: frame.rows + 2, text, of: LabelOf::Axis });
                free = x + wide + 1;
            }
        }
    }

    fn nothing_dated(&mut self, frame: &Frame) {
        let text = ["no figure has a date", "none has a date", "no dates"];
        let text = text.into_iter().find(|text| cells(text) + 1 < frame.columns);
        if let Some(text) = text {
            let (x, y) = (frame.origin + 1, frame.rows + 2);
            self.labels.push(Label { x, y, text: text.to_owned(), of: LabelOf::Axis });
        }
    }

    /// Sets a cell of a part, or of its foot, by its column and row there.
    fn put(&mut self, frame: &Frame, column: u16, row: u16, cell: PlotCell) {
        if column < frame.columns && row <= frame.rows {
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
