//! A chart of series as a grid of cells, each with its meaning, and the labels of its axes.
//!
//! Pure and total: every indicator gives a plot at every size. What the source limits is drawn
//! as a limit, and only exact neighbours in time are joined.

mod dots;
mod height;
mod line;
mod time;

use crate::app::{Chart, ChartPoint, Sign, Span, fit, flag, is_firm, width};
use crate::report::{Indicator, Status, Unit, UnitKind};
use crate::ui::axis::Axis;
use dots::Dot;
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

/// What one cell of a plot says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum What {
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
    /// Where the axes meet if zero lies below, or above, what is drawn.
    Cut,
    /// The zero line of a change.
    Zero,
    /// The column of the selected point.
    Cursor,
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
    /// Between two stated values.
    Range,
    /// A point; drawn hollow unless it is firm.
    Point {
        /// What the figure allows.
        sign: Sign,
        /// Whether its status makes no less of it than an observed figure.
        firm: bool,
    },
    /// At the foot: the status of the point above.
    Flag(Status),
    /// At the foot: an order of magnitude, which has no height.
    InWords,
}

/// A cell of a plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// What it says.
    pub(super) what: What,
    /// Of which series, counted from 0 in the chart.
    pub(super) rank: usize,
    /// Whether it is the selected point.
    pub(super) selected: bool,
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
    pub(super) rows: Vec<Vec<Spot>>,
    /// What is written over them.
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
    /// The rows between the unit and the axis of time.
    rows: u16,
}

impl Plot {
    /// Draws a chart in so many cells, its axes and their texts among them; too few stay empty.
    pub(super) fn new(view: View<'_>, width: u16, height: u16) -> Self {
        let empty = vec![vec![Spot::default(); usize::from(width)]; usize::from(height)];
        let mut plot = Self { rows: empty, labels: Vec::new() };
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return plot;
        }
        let points = dots::points(view);
        let rows = height - OUTSIDE;
        let (Some(span), Some(reach)) = (
            time::span(points.iter().filter_map(|p| p.observation.period.as_ref())),
            dots::reach(&points, view.chart, rows),
        ) else {
            return plot;
        };
        let heights = Heights::new(reach, rows);
        let frame = plot.axes(heights, span, view.chart, width, rows);
        let dots = dots::dots(&points, &frame, view.chart);
        plot.fill(&dots, &frame);
        plot
    }

    /// Draws both axes with their texts.
    fn axes(&mut self, heights: Heights, span: Span, chart: &Chart, wide: u16, rows: u16) -> Frame {
        let ticks = heights.ticks(wide / 2);
        let side = ticks.iter().map(|(_, text)| cells(text)).max().unwrap_or(0);
        let axis = Axis { span, cells: wide.saturating_sub(side + 1) };
        let frame = Frame { heights, axis, side, rows };
        for (row, text) in ticks {
            self.labels.push(Label { x: side - cells(&text), y: row + 1, text });
        }
        for row in 1..=rows {
            self.set(side, row, Spot::of(What::Side));
        }
        let foot = rows + 1;
        for column in side + 1..wide {
            self.set(column, foot, Spot::of(What::Foot));
        }
        for (at, start, text) in time::ticks(axis) {
            self.set(side + 1 + at, foot, Spot::of(What::Tick));
            self.labels.push(Label { x: side + 1 + start, y: foot + 1, text });
        }
        // A cut axis makes small differences look large: it says so in words and by a sign.
        let cut = frame.heights.cut();
        let corner = if cut.is_some() { What::Cut } else { What::Corner };
        self.set(side, foot, Spot::of(corner));
        self.labels.push(Label { x: 0, y: 0, text: caption(&chart.unit, cut.as_deref(), wide) });
        if chart.change {
            let zero = frame.heights.row(0.0) + 1;
            for column in side + 1..wide {
                self.set(column, zero, Spot::of(What::Zero));
            }
        }
        frame
    }

    /// Draws everything between the axes, from what may be covered to what may not: a limit is
    /// never hidden by an exact point, nor an earlier series by a later one.
    fn fill(&mut self, dots: &[Dot], frame: &Frame) {
        if let Some(dot) = dots.iter().find(|dot| dot.selected) {
            for row in 0..frame.rows {
                self.put(frame, dot.at.middle, row, Spot::of(What::Cursor));
            }
        }
        let from_last = || dots.iter().rev();
        for dot in from_last() {
            for &(column, row, bend) in &dot.line {
                self.put(frame, column, row, Spot { rank: dot.rank, ..Spot::of(What::Line(bend)) });
            }
        }
        from_last().for_each(|dot| self.period(dot, frame));
        from_last().for_each(|dot| self.range(dot, frame));
        from_last().filter(|dot| dot.is_exact()).for_each(|dot| self.point(dot, frame));
        from_last().filter(|dot| !dot.is_exact()).for_each(|dot| self.point(dot, frame));
        let mut flagged: Vec<&Dot> = dots.iter().collect();
        flagged.sort_by_key(|dot| (dot.height.is_none(), dot.status == Status::Break));
        for dot in flagged {
            self.flag(dot, frame);
        }
        if let Some(dot) = dots.iter().find(|dot| dot.selected) {
            self.period(dot, frame);
            self.range(dot, frame);
            self.point(dot, frame);
            self.flag(dot, frame);
        }
    }

    /// The stated period of a point, at its height.
    fn period(&mut self, dot: &Dot, frame: &Frame) {
        let Some(row) = dot.mark_row() else { return };
        let spot = |what| Spot { rank: dot.rank, ..Spot::of(what) };
        for column in dot.at.first..=dot.at.last {
            if dot.at.first < dot.at.last {
                self.put(frame, column, row, spot(What::Period));
            }
        }
        let (before, after) = dot.ends;
        if let (Some(what), Some(column)) = (before, dot.at.first.checked_sub(1)) {
            self.put(frame, column, row, spot(what));
        }
        if let Some(what) = after {
            self.put(frame, dot.at.last + 1, row, spot(what));
        }
    }

    /// The whisker of a limit, or the range between two values.
    fn range(&mut self, dot: &Dot, frame: &Frame) {
        let Some((top, bottom)) = dot.height else { return };
        let what = if dot.whisker { What::Whisker } else { What::Range };
        for row in top..=bottom {
            if top < bottom {
                self.put(frame, dot.at.middle, row, Spot { rank: dot.rank, ..Spot::of(what) });
            }
        }
    }

    fn point(&mut self, dot: &Dot, frame: &Frame) {
        let Some((top, bottom)) = dot.height else { return };
        let firm = is_firm(dot.status);
        let sign = if dot.sign == Sign::BetweenAbout { Sign::About } else { dot.sign };
        let spot =
            Spot { what: What::Point { sign, firm }, rank: dot.rank, selected: dot.selected };
        match dot.sign {
            Sign::Between => {
                (top..=bottom).for_each(|row| self.put(frame, dot.at.middle, row, spot));
            }
            Sign::BetweenAbout => {
                self.put(frame, dot.at.middle, top, spot);
                self.put(frame, dot.at.middle, bottom, spot);
            }
            Sign::OrHigher => self.put(frame, dot.at.middle, bottom, spot),
            _ => self.put(frame, dot.at.middle, top, spot),
        }
    }

    /// What a status, or a point without a height, leaves at the foot.
    fn flag(&mut self, dot: &Dot, frame: &Frame) {
        let what = match (dot.sign, flag(dot.status)) {
            (Sign::InWords, _) => What::InWords,
            (Sign::NoValue, None) => What::Flag(Status::Missing),
            (_, Some(_)) => What::Flag(dot.status),
            (_, None) => return,
        };
        let spot = Spot { what, rank: dot.rank, selected: dot.selected && dot.height.is_none() };
        self.put(frame, dot.at.middle, frame.rows, spot);
    }

    /// Sets a cell between the axes, or of the axis of time, by its column and row there.
    fn put(&mut self, frame: &Frame, column: u16, row: u16, spot: Spot) {
        if column < frame.axis.cells && row <= frame.rows {
            self.set(frame.side + 1 + column, row + 1, spot);
        }
    }

    fn set(&mut self, x: u16, y: u16, spot: Spot) {
        let cell = self.rows.get_mut(usize::from(y)).and_then(|row| row.get_mut(usize::from(x)));
        if let Some(cell) = cell {
            *cell = spot;
        }
    }
}

impl Spot {
    fn of(what: What) -> Self {
        Self { what, rank: 0, selected: false }
    }
}

/// The unit, and where the axis begins if that is not at zero, in so many cells.
fn caption(unit: &Unit, cut: Option<&str>, cells: u16) -> String {
    let name = match unit.kind {
        UnitKind::Noun(_) | UnitKind::Rank | UnitKind::Year => unit.long(),
        UnitKind::Percent | UnitKind::Points | UnitKind::Currency(_) => unit.short(),
    };
    let cells = usize::from(cells);
    let Some(low) = cut else { return fit(&name, cells).into_owned() };
    let ends = [format!(", axis from {low}"), format!(", from {low}")];
    let [long, short] = &ends;
    let end = if width(&name) + width(long) <= cells { long } else { short };
    let name = fit(&name, cells.saturating_sub(width(end)));
    fit(&format!("{name}{end}"), cells).into_owned()
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
