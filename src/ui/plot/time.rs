//! The axis of time under a plot: which days it holds, and where a period lies on it.

use crate::app::panels::Span;
use crate::report::{Day, Period, year_name};
use crate::ui::axis::{Axis, SLIVER, cell};

/// Where the period of a point lies, in columns of the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The column of its middle, or of the one end that is stated.
    pub(super) middle: u16,
    /// Its first column.
    pub(super) first: u16,
    /// Its last column.
    pub(super) last: u16,
}

impl Stretch {
    /// `by` columns further right.
    pub(super) fn moved(self, by: u16) -> Self {
        Self { middle: self.middle + by, first: self.first + by, last: self.last + by }
    }
}

/// Dates that lie closer together than this are drawn on an axis of months.
const FEW_DAYS: i64 = 300;

/// Whole years that hold all these periods, or whole months where that is more than enough.
pub(super) fn span<'p>(periods: impl Iterator<Item = &'p Period>) -> Option<Span> {
    let periods: Vec<&Period> = periods.collect();
    // One date is shown within its year: within its month it would fill the axis.
    let several = periods.windows(2).any(|pair| matches!(pair, [a, b] if a != b));
    let days = periods.iter().flat_map(|p| [p.start(), p.end()]).flatten().map(Day::to_epoch);
    let ends = days.fold(None, |ends: Option<(i64, i64)>, day| {
        let (first, last) = ends.unwrap_or((day, day));
        Some((first.min(day), last.max(day)))
    });
    let (first, last) = ends?;
    let ((from, from_month, _), (to, to_month, _)) =
        (Day::from_epoch(first).ymd(), Day::from_epoch(last).ymd());
    let (from, to) = if several && last - first < FEW_DAYS {
        let next = if to_month == 12 { (to + 1, 1) } else { (to, to_month + 1) };
        (Day::new(from, from_month, 1), Day::new(next.0, next.1, 1))
    } else {
        (Day::new(from, 1, 1), Day::new(to + 1, 1, 1))
    };
    // The last of all years has no next one.
    let (from, to) = (from.to_epoch(), to.to_epoch().max(last + 1));
    #[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
    let span = Span { from: from as f64, to: to as f64 };
    Some(span)
}

/// Axes shorter than this have ticks of months or of days.
const FEW_YEARS: f64 = 2.0 * 365.25;

/// The column of a moment.
///
/// A year, and on a short axis a month, begins with the column of its tick, although it may begin
/// within it: else the last days of one year would stand on the tick of the next.
fn column_of(days: f64, axis: Axis) -> f64 {
    #[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and Day limits it")]
    let (year, month, _) = Day::from_epoch(days.floor() as i64).ymd();
    let (from, to) = match month {
        _ if axis.span.to - axis.span.from >= FEW_YEARS => {
            (Day::new(year, 1, 1), Day::new(year + 1, 1, 1))
        }
        12 => (Day::new(year, 12, 1), Day::new(year + 1, 1, 1)),
        _ => (Day::new(year, month, 1), Day::new(year, month + 1, 1)),
    };
    let (first, last) = (count(from), count(to));
    // The last of all years has no next one.
    if last <= first {
        return axis.at_moment(days);
    }
    let column = |day: Day| f64::from(cell(axis.at(day) + SLIVER, axis.cells));
    column(from) + (days - first) / (last - first) * (column(to) - column(from))
}

#[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
fn count(day: Day) -> f64 {
    day.to_epoch() as f64
}

/// Where a period lies whose middle, or only stated end, is that day.
///
/// It takes more columns than one only if it fills three: shorter years would be one and two
/// columns wide by turns. Its last column stays free, so that two years in a row do not look
/// like a line from one to the other.
pub(super) fn stretch(period: &Period, middle: f64, axis: Axis) -> Stretch {
    let last_column = axis.cells.saturating_sub(1);
    let middle = cell(column_of(middle, axis), last_column);
    let end = period.end().map(|day| Day::from_epoch(day.to_epoch() + 1));
    if let (Some(start), Some(end)) = (period.start(), end)
        && axis.at(end) - axis.at(start) >= 2.9
    {
        let (start, end) = (column_of(count(start), axis), column_of(count(end), axis));
        let first = cell(start.round(), last_column).min(middle);
        let last = cell(end.round() - 2.0, last_column).max(middle);
        return Stretch { middle, first, last };
    }
    Stretch { middle, first: middle, last: middle }
}

/// The ticks of an axis: the column that each stands at, and its text.
///
/// Where the axis is too narrow for two round ticks, its first and its last year are named, so
/// that it still can be read.
pub(super) fn ticks(axis: Axis) -> Vec<(u16, String)> {
    let ticks = axis.steps();
    if ticks.len() > 1 {
        return ticks;
    }
    if axis.span.to - axis.span.from <= 366.0 {
        return axis.ticks();
    }
    #[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and Day limits it")]
    let year = |days: f64| Day::from_epoch(days as i64).ymd().0;
    let ends = [year(axis.span.from), year(axis.span.to - 1.0)];
    let last = axis.cells.saturating_sub(1);
    ends.map(|year| (cell(axis.at(Day::new(year, 1, 1)), last), year_name(year))).into()
}
