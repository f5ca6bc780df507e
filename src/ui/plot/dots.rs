//! The points of a chart: which there are, how far they reach, where they lie in cells.

use super::height::Heights;
use super::line::line;
use super::scale::{AxisContent, Mark, Whisker};
use super::time::{Stretch, stretch};
use super::{Bend, CellKind, Frame, View};
use crate::app::panels::{Chart, ChartPoint, Marker, Span, chart_day, is_firm};
use crate::report::{Interval, Observation, Period, Quantity, Status, StatusSet};
use crate::ui::axis::Axis;

/// Points further apart than this many usual steps are not joined.
const LONGEST_STEP: f64 = 1.5;
/// Months and years differ by some days; no line breaks for that.
const SLACK: f64 = 4.0;

/// A point of a chart with its place in time.
pub(super) struct Placed<'i> {
    /// Of which series, counted from 0 in the chart.
    pub(super) rank: usize,
    pub(super) observation: &'i Observation,
    pub(super) sign: Marker,
    /// In days since 1970-01-01.
    pub(super) day: f64,
    selected: bool,
    /// Whether it belongs to an earlier edition of its line.
    is_older: bool,
    /// Whether a line leads from the point before to this one.
    joined: bool,
}

/// A point in cells of the plot.
pub(super) struct Dot {
    pub(super) rank: usize,
    pub(super) sign: Marker,
    pub(super) status: StatusSet,
    pub(super) selected: bool,
    pub(super) is_older: bool,
    /// Whether its mark is solid.
    pub(super) is_firm: bool,
    /// Its period, in columns.
    pub(super) at: Stretch,
    /// What stands before and after its period.
    pub(super) ends: (Option<CellKind>, Option<CellKind>),
    /// Its highest and lowest row; `None` at the foot.
    pub(super) height: Option<(u16, u16)>,
    /// The highest and the lowest row of the interval of uncertainty around it.
    pub(super) interval: Option<(u16, u16)>,
    /// The line from the point before.
    pub(super) line: Vec<(u16, u16, Bend)>,
    /// What it reads, hedge and all; the unit is at the axis.
    pub(super) reading: Option<String>,
}

/// Every point with a date, series by series, from left to right.
pub(super) fn points(view: View<'_>) -> Vec<Placed<'_>> {
    let mut points = Vec::new();
    for (rank, &series) in view.chart.series.iter().enumerate() {
        let Some(line) = view.indicator.series.get(series) else { continue };
        let is_older = line.is_superseded();
        let mut own: Vec<Placed<'_>> = line
            .points
            .iter()
            .enumerate()
            .filter_map(|(point, observation)| {
                let is_this = |s: ChartPoint| s.series == series && s.point == point;
                Some(Placed {
                    rank,
                    observation,
                    sign: Marker::of(observation),
                    day: chart_day(observation)?,
                    selected: view.selected.is_some_and(is_this),
                    is_older,
                    joined: false,
                })
            })
            .collect();
        own.sort_by(|a, b| a.day.total_cmp(&b.day));
        // A line of an earlier edition would cross that of the latest, and seem to be a part of it.
        if !is_older {
            join(&mut own);
        }
        points.append(&mut own);
    }
    points
}

/// Marks the points that a line leads to: exact neighbours in time, no further apart than the
/// series usually steps, and changes only from one base.
fn join(points: &mut [Placed<'_>]) {
    let mut steps: Vec<f64> = points
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if b.day > a.day => Some(b.day - a.day),
            _ => None,
        })
        .collect();
    steps.sort_by(f64::total_cmp);
    let middle = |at: usize| steps.get(at).copied().unwrap_or(0.0);
    let usual = f64::midpoint(middle(steps.len().saturating_sub(1) / 2), middle(steps.len() / 2));
    let longest = usual * LONGEST_STEP + SLACK;
    let mut before: Option<(f64, Option<&Period>)> = None;
    for point in points {
        let holds = point.holds_a_line();
        let base = point.observation.base.as_deref();
        point.joined = before.is_some_and(|(day, held)| {
            let near = point.day > day && point.day - day <= longest;
            near && held == base && holds && !point.observation.status.has(Status::Break)
        });
        before = holds.then_some((point.day, base));
    }
}

impl Placed<'_> {
    /// Whether a line may begin or end here: nothing limits the figure, its definition is that of
    /// its neighbours, and its date is known.
    fn holds_a_line(&self) -> bool {
        let is_known = |p: &Period| !p.is_vague() && p.start().is_some() && p.end().is_some();
        self.sign == Marker::Exact
            && self.observation.status.without(Status::Break).is_normal()
            && self.observation.derived.is_none()
            && self.observation.uncertainty.is_none()
            && self.observation.period.as_ref().is_some_and(is_known)
    }

    /// What it allows, if it has a height.
    fn interval(&self) -> Option<Interval> {
        let has_height = !matches!(self.sign, Marker::InWords | Marker::NoValue);
        self.observation.quantity.as_ref().filter(|_| has_height).map(Quantity::interval)
    }

    /// The ends of the interval of uncertainty around it.
    fn uncertainty(&self) -> Option<(f64, f64)> {
        let around =
            self.observation.uncertainty.as_deref().filter(|_| self.interval().is_some())?;
        Some((around.low.value(), around.high.value()))
    }

    /// What it reads without its unit, and from which base if another point has another.
    fn reading(&self, frame: &Frame) -> Option<String> {
        let reading = self.observation.quantity.as_ref()?.reading_without_unit();
        let base = self.observation.base.as_ref().filter(|_| frame.several_bases);
        Some(base.map_or(reading.clone(), |base| format!("{reading} vs {}", base.words())))
    }

    /// Where it stands: its lower and its upper end, which are the same but for ranges.
    fn marks(&self) -> Option<(Mark, Mark)> {
        let Interval { low, high } = self.interval()?;
        let (low, high) = (low.value(), high.value());
        let (low, high) = (low.or(high)?, high.or(low)?);
        let mark = |value, whisker| Mark { value, whisker };
        Some(match self.sign {
            Marker::OrHigher => (mark(low, Some(Whisker::Up)), mark(low, Some(Whisker::Up))),
            Marker::OrLower => (mark(high, Some(Whisker::Down)), mark(high, Some(Whisker::Down))),
            _ => (mark(low, None), mark(high, None)),
        })
    }
}

/// The cells of a whisker in a plot of `rows` rows: enough to be seen, too few to be read as a
/// value.
fn whisker(rows: u16) -> u16 {
    (rows / 4).clamp(1, 3)
}

/// What the axis must hold in `rows` rows; `None` if no point has a height.
///
/// A share of a whole never reaches past the whole, and no level below zero.
pub(super) fn content(points: &[Placed<'_>], chart: &Chart, rows: u16) -> Option<AxisContent> {
    let ends = points.iter().filter_map(Placed::marks);
    let mut marks: Vec<Mark> = ends.flat_map(|(low, high)| [low, high]).collect();
    let around = points.iter().filter_map(Placed::uncertainty).flat_map(|(low, high)| [low, high]);
    marks.extend(around.map(|value| Mark { value, whisker: None }));
    let lowest = marks.iter().map(|mark| mark.value).reduce(f64::min)?;
    let highest = marks.iter().map(|mark| mark.value).reduce(f64::max)?;
    if lowest >= 0.0 && highest <= 0.0 {
        // Zero alone gives no scale.
        marks.push(Mark { value: 1.0, whisker: None });
    }
    let bounds = match (chart.unit.is_percent() && !chart.change, chart.change || lowest < 0.0) {
        (true, _) => (0.0, 100.0),
        (_, true) => (f64::MIN, f64::MAX),
        (_, false) => (0.0, f64::MAX),
    };
    Some(AxisContent { marks, change: chart.change, bounds, whisker: whisker(rows) })
}

/// Whether the rows hide something: points of different values stand in one of them, or one half
/// a row and more from its value.
pub(super) fn are_coarse(content: &AxisContent, heights: &Heights) -> bool {
    if content.marks.iter().any(|mark| heights.offset(mark.value) > 0.5) {
        return true;
    }
    let mut rows: Vec<(u16, f64)> =
        content.marks.iter().map(|mark| (heights.row(mark.value), mark.value)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    rows.windows(2).any(|pair| matches!(pair, [a, b] if a.0 == b.0 && a.1 < b.1))
}

/// The number of columns left free in front of the axis of time, and the axis: what stands beside
/// the first and the last point must not be cut off.
pub(super) fn room(points: &[Placed<'_>], span: Span, columns: u16, several: bool) -> (u16, Axis) {
    let reserves = [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2)];
    let found = reserves.into_iter().find_map(|(before, after)| {
        let axis = Axis { span, cells: columns.checked_sub(before + after)? };
        let mut all = points.iter().filter_map(|p| p.observation.period.as_ref().map(|at| (p, at)));
        let fits = all.all(|(point, period)| {
            let (at, (left, right)) = (stretch(period, point.day, axis), ends(period));
            let last = at.last + u16::from(right.is_some());
            let hedged = several && point.sign != Marker::Exact;
            let last = if hedged { last.max(beside(at, right)) } else { last };
            at.first + before >= u16::from(left.is_some()) && last + before < columns
        });
        fits.then_some((before, axis))
    });
    found.unwrap_or((0, Axis { span, cells: columns }))
}

/// The points in cells.
pub(super) fn dots(points: &[Placed<'_>], frame: &Frame, chart: &Chart) -> Vec<Dot> {
    let last = frame.rows.saturating_sub(1);
    let row = |mark: Mark| frame.heights.row(mark.value);
    let end = |value| frame.heights.row(value);
    // A share of a whole is allowed no further than the whole.
    let share = chart.unit.is_percent() && !chart.change;
    let (top, bottom) = if share { (end(100.0), end(0.0)) } else { (0, last) };
    let long = whisker(frame.rows);
    let mut dots: Vec<Dot> = Vec::with_capacity(points.len());
    for point in points {
        let Some(period) = &point.observation.period else { continue };
        let mut height = point.marks().map(|(low, high)| (row(high), row(low)));
        // Neither is a fall allowed to be a rise.
        let zero = chart.change.then(|| end(0.0));
        let (top, bottom) = (zero.unwrap_or(top), zero.unwrap_or(bottom));
        match (&mut height, point.sign) {
            (Some((up, _)), Marker::OrHigher) => {
                let top = if top <= *up { top } else { 0 };
                *up = up.saturating_sub(long).max(top);
            }
            (Some((_, down)), Marker::OrLower) => {
                let bottom = if bottom >= *down { bottom } else { last };
                *down = (*down + long).min(bottom);
            }
            _ => {}
        }
        let mut at = stretch(period, point.day, frame.axis);
        if point.is_older || point.observation.base.is_some() {
            // How long the period is, the latest edition shows, and of a change its end alone counts: a bar
            // that touches another mark would look like a line between the two.
            (at.first, at.last) = (at.middle, at.middle);
        }
        dots.push(Dot {
            rank: point.rank,
            sign: point.sign,
            status: point.observation.status,
            selected: point.selected,
            is_older: point.is_older,
            is_firm: is_firm(point.observation),
            at: at.moved(frame.before),
            ends: ends(period),
            height,
            interval: point.uncertainty().map(|(low, high)| (end(high), end(low))),
            line: Vec::new(),
            reading: point.reading(frame),
        });
    }
    dots
}

/// Draws the lines between points that are joined.
pub(super) fn lines(points: &[Placed<'_>], dots: &mut [Dot]) {
    let mut before = None;
    for (point, dot) in points.iter().zip(dots) {
        let end = dot.mark_row().map(|row| (dot.at.last, row));
        if let (true, Some(from), Some(row)) = (point.joined, before, dot.mark_row()) {
            dot.line = line(from, (dot.at.first, row));
        }
        before = end;
    }
}

impl Dot {
    /// Whether nothing limits the figure but its status.
    pub(super) fn is_exact(&self) -> bool {
        self.sign == Marker::Exact
    }

    /// Whether the rows beside its own are a whisker and not a range.
    pub(super) fn has_whisker(&self) -> bool {
        matches!(self.sign, Marker::OrHigher | Marker::OrLower)
    }

    /// The last column that it or the end of its period takes.
    pub(super) fn last_column(&self) -> u16 {
        self.at.last + u16::from(self.ends.1.is_some())
    }

    /// The first column that it or the beginning of its period takes.
    pub(super) fn first_column(&self) -> u16 {
        self.at.first.saturating_sub(u16::from(self.ends.0.is_some()))
    }

    /// The column right of its mark that a hedge may take.
    pub(super) fn beside(&self) -> u16 {
        beside(self.at, self.ends.1)
    }

    /// The row of its mark: of a limit, and of what lies between two values, the stated end.
    pub(super) fn mark_row(&self) -> Option<u16> {
        let (top, bottom) = self.height?;
        Some(match self.sign {
            Marker::OrHigher => bottom,
            Marker::Between | Marker::BetweenAbout => u16::midpoint(top, bottom),
            _ => top,
        })
    }
}

/// The column right of a mark; a bracket or an arrow in it stays, a bar may be covered.
fn beside(at: Stretch, after: Option<CellKind>) -> u16 {
    if at.middle < at.last { at.middle + 1 } else { at.last + 1 + u16::from(after.is_some()) }
}

/// What stands at the ends of a period: arrows where it is open or unknown, brackets where it is
/// only about right.
fn ends(period: &Period) -> (Option<CellKind>, Option<CellKind>) {
    let about = period.is_vague();
    let before = if period.start().is_none() {
        Some(CellKind::Before)
    } else {
        about.then_some(CellKind::AboutFrom)
    };
    let after = if period.end().is_none() {
        Some(CellKind::After)
    } else {
        about.then_some(CellKind::AboutTo)
    };
    (before, after)
}
