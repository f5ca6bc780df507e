//! The figures of a chart in cells: where they lie, and how far they reach.

use super::height::Half;
use super::label::cells;
use super::line::line;
use super::placed::Placed;
use super::time::{Stretch, stretch};
use super::{Bend, CellKind, Frame};
use crate::app::panels::{Mark, Marker, Span, is_firm};
use crate::report::Period;
use crate::ui::axis::Axis;

/// A figure in cells of its part of the plot.
#[expect(clippy::struct_excessive_bools, reason = "each says a thing of its own about a figure")]
pub(super) struct Dot {
    /// The position of the series that it is a point of.
    series: Option<usize>,
    pub(super) mark: Mark,
    pub(super) sign: Marker,
    /// Its signs at the foot: a letter for each status, or that its date is only about right.
    pub(super) flags: Vec<CellKind>,
    pub(super) selected: bool,
    pub(super) is_headline: bool,
    pub(super) is_older: bool,
    /// Whether its mark is solid.
    pub(super) is_firm: bool,
    /// Its period, in columns.
    pub(super) at: Stretch,
    /// What stands before and after its period.
    pub(super) ends: (Option<CellKind>, Option<CellKind>),
    /// The rows of its upper and its lower end; `None` if it has no height. They differ for ranges
    /// alone.
    pub(super) height: Option<(u16, u16)>,
    /// The half of its row that its mark stands in, if that is a square.
    pub(super) half: Option<Half>,
    /// The outermost row that a limit allows.
    pub(super) allows: Option<u16>,
    /// The highest and the lowest row of the interval of uncertainty around it.
    pub(super) interval: Option<(u16, u16)>,
    /// The line from the point before.
    pub(super) line: Vec<(u16, u16, Bend)>,
    /// What it reads, hedge and all, with its letter, and what there is to say with less room.
    pub(super) reading: (String, Option<String>),
}

/// The most cells that are kept free behind the last figure for what it reads.
const LAST: u16 = 9;

/// The number of columns left free in front of the axis of time, and the axis: what stands beside
/// the first and the last figure must not be cut off, nor what the last one of a line reads.
pub(super) fn room(points: &[Placed<'_>], span: Span, frame: &Frame) -> (u16, Axis) {
    let columns = frame.columns;
    let newest = points.iter().filter(|it| it.has_height() && !it.is_older).rev();
    let newest = newest.min_by_key(|it| it.letter.is_some());
    let text = newest.map(|it| it.reading(frame.several_bases));
    let read = text.map_or(0, |(text, _)| cells(&text).min(LAST).min(columns / 4));
    let plain = [(0, read), (1, read), (1, read + 1), (0, 0), (1, 0), (0, 1), (1, 1), (0, 2)];
    let find = |lead: u16| {
        let own = [(lead, read), (lead + 1, read), (lead + 1, read + 1)];
        let own = own.into_iter().filter(|_| lead > 0);
        own.chain(plain).find_map(|it| fitted(points, span, columns, it))
    };
    let found = find(0).unwrap_or((0, Axis { span, cells: columns }));
    let lead = lead(points, &dots(points, frame, found));
    find(lead.min(columns / 5)).filter(|_| lead <= columns / 5).unwrap_or(found)
}

/// The axis with these cells free in front of it and behind it, if all figures have their place on it.
fn fitted(
    points: &[Placed<'_>],
    span: Span,
    columns: u16,
    (before, after): (u16, u16),
) -> Option<(u16, Axis)> {
    let axis = Axis { span, cells: columns.checked_sub(before + after)? };
    let mut all = points.iter().filter_map(|p| p.observation.period.as_ref().map(|at| (p, at)));
    let fits = all.all(|(point, period)| {
        let at = stretch(period, point.day.unwrap_or_default(), axis);
        let (left, right) = ends(period);
        let last = at.last + u16::from(right.is_some());
        at.first + before >= u16::from(left.is_some()) && last + before < columns
    });
    fits.then_some((before, axis))
}

/// The cells that are missing in front of the first figure for what it reads, where a line or another
/// figure stands to its right.
fn lead(points: &[Placed<'_>], dots: &[Dot]) -> u16 {
    let mut drawn = points.iter().zip(dots).filter(|(_, dot)| dot.height.is_some());
    let first = drawn.find(|(point, dot)| point.letter.is_none() && !dot.is_older);
    let Some((_, first)) = first else { return 0 };
    let read = cells(&first.reading.0);
    let reached = first.last_column()..=first.last_column().saturating_add(read + 1);
    let is_in_the_way = |(point, dot): (&Placed<'_>, &Dot)| {
        let rows = dot.rows().zip(first.mark_row());
        let is_beside = rows.is_some_and(|((top, bottom), row)| (top..=bottom).contains(&row));
        let is_level = dot.mark_row() == first.mark_row();
        let column = if is_level { dot.first_column() } else { dot.at.middle };
        let is_near = is_beside && reached.contains(&column);
        dot.at != first.at && (is_near || point.joined && dot.series == first.series)
    };
    // Only what comes next in its line can be joined to it.
    if drawn.any(is_in_the_way) { read.saturating_sub(first.first_column()) } else { 0 }
}

/// The dated figures in cells.
pub(super) fn dots(points: &[Placed<'_>], frame: &Frame, (before, axis): (u16, Axis)) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::with_capacity(points.len());
    for point in points {
        let (Some(period), Some(day)) = (&point.observation.period, point.day) else { continue };
        let mut at = stretch(period, day, axis);
        if point.is_older || point.observation.base.is_some() {
            // How long the period is, the latest edition shows, and of a change its end alone counts: a bar
            // that touches another mark would look like a line between the two.
            (at.first, at.last) = (at.middle, at.middle);
        }
        dots.push(Dot { ends: ends(period), ..dot(point, at.moved(before), frame) });
    }
    dots
}

/// If all figures are of one time: its column and its words. Bars as long as the whole axis would say
/// nothing then, and are left out.
pub(super) fn one_time(
    points: &[Placed<'_>],
    dots: &mut [Dot],
    columns: u16,
) -> Option<(u16, String)> {
    let periods = || points.iter().filter_map(|point| point.observation.period.as_ref());
    let first = periods().next()?;
    if !periods().all(|period| period.is_same(first)) || first.start().is_none() {
        return None;
    }
    let middle = columns / 2;
    for dot in dots.iter_mut() {
        dot.at = Stretch { middle, first: middle, last: middle };
    }
    Some((middle, first.words()))
}

/// A figure in cells, at these columns.
pub(super) fn dot(point: &Placed<'_>, at: Stretch, frame: &Frame) -> Dot {
    let heights = &frame.heights;
    let last = frame.rows.saturating_sub(1);
    let row = |value| heights.row(value);
    let allows = point.reaches(frame.bounds).map(|end| match end {
        f64::INFINITY => 0,
        f64::NEG_INFINITY => last,
        end => row(end),
    });
    let values = point.values();
    let (height, half) = match values {
        Some((value, _)) if frame.has_halves && point.is_square() => {
            let (row, half) = heights.half(value);
            (Some((row, row)), half)
        }
        _ => (values.map(|(low, high)| (row(high), row(low))), None),
    };
    Dot {
        series: point.series(),
        mark: point.mark,
        sign: point.sign,
        flags: point.flags(),
        selected: point.selected,
        is_headline: point.is_headline,
        is_older: point.is_older,
        is_firm: is_firm(point.observation),
        at,
        ends: (None, None),
        height,
        half,
        allows,
        interval: point.uncertainty().map(|(low, high)| (row(high), row(low))),
        line: Vec::new(),
        reading: point.reading(frame.several_bases),
    }
}

/// Draws the lines between points that are joined.
pub(super) fn lines(points: &[Placed<'_>], dots: &mut [Dot]) {
    let mut before: Vec<(usize, (u16, u16))> = Vec::new();
    for (point, dot) in points.iter().zip(dots) {
        let (Some(series), Some(row)) = (dot.series, dot.mark_row()) else { continue };
        let from = before.iter().find(|(own, _)| *own == series).map(|(_, from)| *from);
        if let (true, Some(from)) = (point.joined, from) {
            dot.line = line(from, (dot.at.first, row));
        }
        before.retain(|(own, _)| *own != series);
        before.push((series, (dot.at.last, row)));
    }
}

impl Dot {
    /// Whether nothing limits the figure but its status.
    pub(super) fn is_exact(&self) -> bool {
        self.sign == Marker::Exact
    }

    /// The first column that it or the start of its period takes.
    pub(super) fn first_column(&self) -> u16 {
        self.at.first.saturating_sub(u16::from(self.ends.0.is_some()))
    }

    /// The last column that it or the end of its period takes.
    pub(super) fn last_column(&self) -> u16 {
        self.at.last + u16::from(self.ends.1.is_some())
    }

    /// The row of its mark; of what lies between two values, the upper end.
    pub(super) fn mark_row(&self) -> Option<u16> {
        self.height.map(|(top, _)| top)
    }

    /// All rows of its column that it takes.
    pub(super) fn rows(&self) -> Option<(u16, u16)> {
        let (top, bottom) = self.height?;
        let mut rows = (top, bottom);
        for (from, to) in self.allows.map(|row| (row, row)).into_iter().chain(self.interval) {
            rows = (rows.0.min(from), rows.1.max(to));
        }
        Some(rows)
    }
}

/// What stands at the ends of a period that is open, or whose end is not known.
fn ends(period: &Period) -> (Option<CellKind>, Option<CellKind>) {
    let before = period.start().is_none().then_some(CellKind::Before);
    (before, period.end().is_none().then_some(CellKind::After))
}
