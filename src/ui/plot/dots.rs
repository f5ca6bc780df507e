//! The points of a chart: which there are, how far they reach, where they lie in cells.

use super::height::Reach;
use super::line::line;
use super::time::{Stretch, stretch};
use super::{Bend, Frame, View, What};
use crate::app::{Chart, ChartPoint, Sign, place};
use crate::report::{Interval, Observation, Period, Quantity, Status};

/// Points further apart than so many usual steps are not joined.
const LONGEST_STEP: f64 = 1.5;
/// Months and years differ by some days; no line breaks for that.
const SLACK: f64 = 4.0;

/// A point of a chart with its place in time.
pub(super) struct Placed<'i> {
    /// Of which series, counted from 0 in the chart.
    pub(super) rank: usize,
    pub(super) observation: &'i Observation,
    pub(super) sign: Sign,
    /// In days since 1970-01-01.
    pub(super) day: f64,
    selected: bool,
    /// Whether a line leads from the point before to this one.
    joined: bool,
}

/// A point in cells of the plot.
pub(super) struct Dot {
    pub(super) rank: usize,
    pub(super) sign: Sign,
    pub(super) status: Status,
    pub(super) selected: bool,
    /// Its period, in columns.
    pub(super) at: Stretch,
    /// What stands before and after its period.
    pub(super) ends: (Option<What>, Option<What>),
    /// Its highest and lowest row; `None` at the foot.
    pub(super) height: Option<(u16, u16)>,
    /// Whether the rows beside its own are a whisker and not a range.
    pub(super) whisker: bool,
    /// The line from the point before.
    pub(super) line: Vec<(u16, u16, Bend)>,
}

/// Every point with a date, series by series, from left to right.
pub(super) fn points(view: View<'_>) -> Vec<Placed<'_>> {
    let mut points = Vec::new();
    for (rank, &series) in view.chart.series.iter().enumerate() {
        let all = view.indicator.series.get(series).map_or(&[][..], |s| &s.points);
        let mut own: Vec<Placed<'_>> = all
            .iter()
            .enumerate()
            .filter_map(|(point, observation)| {
                let is_this = |s: ChartPoint| s.series == series && s.point == point;
                Some(Placed {
                    rank,
                    observation,
                    sign: Sign::of(observation),
                    day: place(observation)?,
                    selected: view.selected.is_some_and(is_this),
                    joined: false,
                })
            })
            .collect();
        own.sort_by(|a, b| a.day.total_cmp(&b.day));
        join(&mut own);
        points.append(&mut own);
    }
    points
}

/// Marks the points that a line leads to: exact neighbours in time, no further apart than the
/// series usually steps.
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
    let mut before: Option<(f64, bool)> = None;
    for point in points {
        let holds = point.holds_a_line();
        point.joined = before.is_some_and(|(day, held)| {
            let near = point.day > day && point.day - day <= longest;
            near && held && holds && point.observation.status != Status::Break
        });
        before = Some((point.day, holds));
    }
}

impl Placed<'_> {
    /// Whether a line may begin or end here: nothing limits the figure, its definition is that of
    /// its neighbours, and its date is known.
    fn holds_a_line(&self) -> bool {
        let is_known = |p: &Period| !p.is_vague() && p.start().is_some() && p.end().is_some();
        self.sign == Sign::Exact
            && matches!(self.observation.status, Status::Normal | Status::Break)
            && self.observation.period.as_ref().is_some_and(is_known)
    }

    /// What it allows, if it has a height.
    fn interval(&self) -> Option<Interval> {
        let has_height = !matches!(self.sign, Sign::InWords | Sign::NoValue);
        self.observation.quantity.as_ref().filter(|_| has_height).map(Quantity::interval)
    }
}

/// The cells of a whisker in a plot of so many rows: enough to be seen, too few for a value.
fn whisker(rows: u16) -> u16 {
    (rows / 4).clamp(1, 3)
}

/// The values that the axis must hold; `None` where no point has a height.
///
/// Limits get room for their whiskers, but a share of a whole never reaches past the whole. Zero
/// is on the axis of changes, and of levels unless they are close together and far from it.
pub(super) fn reach(points: &[Placed<'_>], chart: &Chart, rows: u16) -> Option<Reach> {
    let ends: Vec<(f64, f64, Sign)> = points
        .iter()
        .filter_map(|point| {
            let Interval { low, high } = point.interval()?;
            let (low, high) = (low.value(), high.value());
            Some((low.or(high)?, high.or(low)?, point.sign))
        })
        .collect();
    let lowest = ends.iter().map(|e| e.0).reduce(f64::min)?;
    let highest = ends.iter().map(|e| e.1).reduce(f64::max)?;
    let near =
        if lowest < 0.0 && highest < 0.0 { highest > lowest / 2.0 } else { lowest < highest / 2.0 };
    let from_zero = chart.change || near || lowest >= highest;
    let low = if from_zero { lowest.min(0.0) } else { lowest };
    let high = if from_zero { highest.max(0.0) } else { highest };
    let row = (high / 2.0 - low / 2.0) / f64::from(rows.max(2)) * 2.0;
    let room = row * f64::from(whisker(rows)) + row / 2.0;
    let share = (chart.unit.is_percent() && !chart.change).then_some((0.0, 100.0));
    let (floor, top) = share.unwrap_or((f64::MIN, f64::MAX));
    // A ceiling of a level may well lie at zero: nothing is allowed below.
    let floor = if chart.change || lowest < 0.0 { floor } else { floor.max(0.0) };
    let mut reach = Reach { low: lowest, high: highest, from_zero };
    for (low, high, sign) in ends {
        match sign {
            Sign::OrHigher | Sign::JustAbove => {
                reach.high = reach.high.max((high + room).min(top));
            }
            Sign::OrLower | Sign::JustBelow => {
                reach.low = reach.low.min((low - room).max(floor));
            }
            _ => {}
        }
    }
    Some(reach)
}

/// The points in cells.
pub(super) fn dots(points: &[Placed<'_>], frame: &Frame, chart: &Chart) -> Vec<Dot> {
    let last = frame.rows.saturating_sub(1);
    // A share of a whole is allowed no further than the whole.
    let share = chart.unit.is_percent() && !chart.change;
    let (top, bottom) =
        if share { (frame.heights.row(100.0), frame.heights.row(0.0)) } else { (0, last) };
    let mut dots: Vec<Dot> = Vec::with_capacity(points.len());
    for point in points {
        let Some(period) = &point.observation.period else { continue };
        let at = stretch(period, point.day, frame.axis);
        let mut height = point.interval().and_then(|Interval { low, high }| {
            let (low, high) = (low.value(), high.value());
            let row = |value: f64| frame.heights.row(value);
            Some((row(high.or(low)?), row(low.or(high)?)))
        });
        let long = whisker(frame.rows);
        match (&mut height, point.sign) {
            (Some((up, _)), Sign::OrHigher) => *up = up.saturating_sub(long).max(top.min(*up)),
            (Some((_, down)), Sign::OrLower) => *down = (*down + long).min(bottom.max(*down)),
            _ => {}
        }
        let mut dot = Dot {
            rank: point.rank,
            sign: point.sign,
            status: point.observation.status,
            selected: point.selected,
            at,
            ends: ends(period),
            height,
            whisker: matches!(point.sign, Sign::OrHigher | Sign::OrLower),
            line: Vec::new(),
        };
        if let (true, Some(before)) = (point.joined, dots.last())
            && let (Some(from), Some(to)) = (before.mark_row(), dot.mark_row())
        {
            dot.line = line((before.at.last, from), (at.first, to));
        }
        dots.push(dot);
    }
    dots
}

impl Dot {
    /// Whether nothing limits the figure but its status.
    pub(super) fn is_exact(&self) -> bool {
        self.sign == Sign::Exact
    }

    /// The row of its mark: of a limit, and of what lies between two values, the stated end.
    pub(super) fn mark_row(&self) -> Option<u16> {
        let (top, bottom) = self.height?;
        Some(match self.sign {
            Sign::OrHigher => bottom,
            Sign::Between | Sign::BetweenAbout => u16::midpoint(top, bottom),
            _ => top,
        })
    }
}

/// What stands at the ends of a period: arrows where it is open or unknown, brackets where it is
/// only about right.
fn ends(period: &Period) -> (Option<What>, Option<What>) {
    let about = period.is_vague();
    let before = if period.start().is_none() {
        Some(What::Before)
    } else {
        about.then_some(What::AboutFrom)
    };
    let after =
        if period.end().is_none() { Some(What::After) } else { about.then_some(What::AboutTo) };
    (before, after)
}
