//! The figures of a chart: which there are, how far they reach, where they lie in cells.

use super::height::Heights;
use super::line::line;
use super::readings::cells;
use super::scale::{AxisContent, Level, Whisker};
use super::time::{Stretch, stretch};
use super::{Bend, CellKind, Frame, View};
use crate::app::panels::{Chart, FigureIx, Mark, Marker, Span, chart_day, figures, is_firm};
use crate::report::{Interval, Observation, Period, Quantity, Status, StatusSet};
use crate::ui::axis::Axis;

/// Points further apart than this many usual steps are not joined.
const LONGEST_STEP: f64 = 1.5;
/// Months and years differ by some days; no line breaks for that.
const SLACK: f64 = 4.0;

/// A figure of a chart with its place in time.
#[expect(clippy::struct_excessive_bools, reason = "each says a thing of its own about a figure")]
pub(super) struct Placed<'i> {
    pub(super) ix: FigureIx,
    pub(super) mark: Mark,
    pub(super) observation: &'i Observation,
    pub(super) sign: Marker,
    /// In days since 1970-01-01; `None` if it is undated.
    pub(super) day: Option<f64>,
    /// What its numbers are multiplied by on this axis.
    factor: f64,
    pub(super) selected: bool,
    /// Whether it is the headline, or stands for it, too.
    pub(super) is_headline: bool,
    /// The letter that it is listed under.
    pub(super) letter: Option<String>,
    /// Whether it belongs to an earlier edition of its line.
    is_older: bool,
    /// Whether a line leads from the point of its series before to this one.
    joined: bool,
}

/// A figure in cells of its part of the plot.
#[expect(clippy::struct_excessive_bools, reason = "each says a thing of its own about a figure")]
pub(super) struct Dot {
    /// The position of the series that it is a point of.
    series: Option<usize>,
    pub(super) mark: Mark,
    pub(super) sign: Marker,
    pub(super) status: StatusSet,
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
    /// The outermost row that a limit allows.
    pub(super) allows: Option<u16>,
    /// The highest and the lowest row of the interval of uncertainty around it.
    pub(super) interval: Option<(u16, u16)>,
    /// The line from the point before.
    pub(super) line: Vec<(u16, u16, Bend)>,
    /// What it reads, hedge and all, with its letter, and what there is to say with less room.
    pub(super) reading: (String, Option<String>),
}

/// Every figure of a chart, series by series, from left to right.
pub(super) fn points(view: View<'_>) -> Vec<Placed<'_>> {
    let headline = &view.indicator.headline;
    let all = figures(view.indicator, view.at, view.chart);
    let is_repeated = view.chart.has_headline && all.iter().any(|it| it.repeats(headline));
    let mut points: Vec<Placed<'_>> = Vec::with_capacity(all.len());
    for figure in all {
        if figure.ix == FigureIx::Headline && is_repeated {
            continue;
        }
        let own = figure.observation.quantity.as_ref().map_or(1.0, |it| it.unit().factor());
        points.push(Placed {
            ix: figure.ix,
            mark: figure.mark,
            observation: figure.observation,
            sign: Marker::of(figure.observation),
            day: chart_day(figure.observation),
            factor: own / view.chart.unit.factor(),
            selected: view.selected == Some(figure.ix),
            is_headline: figure.ix == FigureIx::Headline
                || view.chart.has_headline && figure.repeats(headline),
            letter: figure.letter,
            is_older: figure.is_older,
            joined: false,
        });
    }
    for series in &view.chart.series {
        let mut own: Vec<&mut Placed<'_>> =
            points.iter_mut().filter(|it| it.series() == Some(*series)).collect();
        // A line of an earlier edition would cross that of the latest, and seem to be a part of it.
        if own.iter().all(|it| !it.is_older) {
            join(&mut own);
        }
    }
    points
}

/// Marks the points that a line leads to: exact neighbours in time, no further apart than the
/// series usually steps, and changes only from one base.
fn join(points: &mut [&mut Placed<'_>]) {
    let day = |point: &Placed<'_>| point.day.unwrap_or_default();
    let mut steps: Vec<f64> = points
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if day(b) > day(a) => Some(day(b) - day(a)),
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
        let observation = point.observation;
        let base = observation.base.as_deref();
        let now = day(point);
        point.joined = before.is_some_and(|(day, held)| {
            let near = now > day && now - day <= longest;
            near && held == base && holds && !point.observation.status.has(Status::Break)
        });
        before = holds.then_some((now, base));
    }
}

impl<'i> Placed<'i> {
    /// The position of the series that it is a point of.
    fn series(&self) -> Option<usize> {
        match self.ix {
            FigureIx::Point(at) => Some(at.series),
            FigureIx::Headline | FigureIx::Rival(_) | FigureIx::Target(_) => None,
        }
    }

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

    fn quantity(&self) -> Option<&'i Quantity> {
        let has_height = !matches!(self.sign, Marker::InWords | Marker::NoValue);
        self.observation.quantity.as_ref().filter(|_| has_height)
    }

    /// Whether it has a place on the axis of values.
    pub(super) fn has_height(&self) -> bool {
        self.quantity().is_some()
    }

    /// What it allows on this axis, if it has a height.
    fn allowed(&self) -> Option<Interval> {
        Some(self.quantity()?.allowed().map(|value| value * self.factor))
    }

    /// The ends of the interval of uncertainty around it.
    fn uncertainty(&self) -> Option<(f64, f64)> {
        let around = self.observation.uncertainty.as_deref().filter(|_| self.has_height())?;
        Some((around.low.value() * self.factor, around.high.value() * self.factor))
    }

    /// The values that its mark stands at: its lower and its upper end, which are the same but for
    /// ranges.
    pub(super) fn values(&self) -> Option<(f64, f64)> {
        let Interval { low, high } = self.quantity()?.interval().map(|value| value * self.factor);
        let (low, high) = (low.value(), high.value());
        Some((low.or(high)?, high.or(low)?))
    }

    /// The value that a limit reaches to, within what there can be; infinite where nothing ends it.
    pub(super) fn reaches(&self, bounds: (f64, f64)) -> Option<f64> {
        let Interval { low, high } = self.allowed()?;
        let (own, _) = self.values()?;
        let end = |bound: f64| {
            let is_beyond = if bound > own { bound < f64::MAX } else { bound > f64::MIN };
            if is_beyond { bound } else { bound.signum() * f64::INFINITY }
        };
        match self.sign {
            Marker::OrHigher => Some(high.value().unwrap_or_else(|| end(bounds.1.max(own)))),
            Marker::OrLower => Some(low.value().unwrap_or_else(|| end(bounds.0.min(own)))),
            _ => None,
        }
    }

    /// What it reads without its unit, and with its letter or the sign of the headline; and the letter
    /// or the sign alone.
    pub(super) fn reading(&self, several_bases: bool) -> (String, Option<String>) {
        let reading = self.observation.quantity.as_ref().map(|quantity| {
            let is_ours = (self.factor - 1.0).abs() < f64::EPSILON;
            let text =
                if is_ours { quantity.reading_without_unit() } else { quantity.row_reading() };
            // The sign at the value says it already.
            let text = text.strip_prefix("≈ ").unwrap_or(&text);
            text.replacen(' ', "", usize::from(text.starts_with(['≤', '≥', '<', '>', '~'])))
        });
        let base = self.observation.base.as_ref().filter(|_| several_bases);
        let base = base.map(|base| format!(" vs {}", base.words())).unwrap_or_default();
        let name = if self.is_headline { Some("‹".to_owned()) } else { self.letter.clone() };
        let reading = format!("{}{base}", reading.unwrap_or_default());
        match name {
            Some(name) => (format!("{reading} {name}"), Some(name)),
            None => (reading, None),
        }
    }
}

/// Between which values there can be any: a share of a whole is no more than the whole, and no level
/// is below zero unless one is.
fn bounds(lowest: f64, chart: &Chart) -> (f64, f64) {
    match (chart.unit.is_percent() && !chart.change, chart.change || lowest < 0.0) {
        (true, _) => (0.0, 100.0),
        (_, true) => (f64::MIN, f64::MAX),
        (_, false) => (0.0, f64::MAX),
    }
}

/// What the axis must hold; `None` if no figure has a height. All that a limit allows is among it.
pub(super) fn content(points: &[Placed<'_>], chart: &Chart) -> Option<AxisContent> {
    let level = |value| Level { value, whisker: None };
    let values = || points.iter().filter_map(Placed::values).flat_map(|(low, high)| [low, high]);
    let around = points.iter().filter_map(Placed::uncertainty).flat_map(|(low, high)| [low, high]);
    let around: Vec<f64> = around.collect();
    let all = || values().chain(around.iter().copied());
    let lowest = all().reduce(f64::min)?;
    let highest = all().reduce(f64::max)?;
    let bounds = bounds(lowest, chart);
    let mut levels: Vec<Level> = all().map(level).collect();
    let mut reaches = Vec::new();
    for point in points {
        let (Some(end), Some((own, _))) = (point.reaches(bounds), point.values()) else { continue };
        let whisker = if end > own { Whisker::Up } else { Whisker::Down };
        if end.is_finite() {
            reaches.push(level(end));
        } else {
            levels.push(Level { value: own, whisker: Some(whisker) });
        }
    }
    if lowest >= 0.0 && highest <= 0.0 {
        // Zero alone gives no scale.
        levels.push(level(1.0));
    }
    Some(AxisContent { levels, reaches, change: chart.change, bounds })
}

/// Whether the rows hide something: figures of different values stand in one of them, or one half
/// a row and more from its value.
pub(super) fn are_coarse(content: &AxisContent, heights: &Heights) -> bool {
    if content.levels.iter().any(|level| heights.offset(level.value) > 0.5) {
        return true;
    }
    let mut rows: Vec<(u16, f64)> =
        content.levels.iter().map(|level| (heights.row(level.value), level.value)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    rows.windows(2).any(|pair| matches!(pair, [a, b] if a.0 == b.0 && a.1 < b.1))
}

/// The most cells that are kept free behind the last figure for what it reads.
const LAST: u16 = 9;

/// The number of columns left free in front of the axis of time, and the axis: what stands beside
/// the first and the last figure must not be cut off, nor what the last one of a line reads.
pub(super) fn room(points: &[Placed<'_>], span: Span, frame: &Frame) -> (u16, Axis) {
    let columns = frame.columns;
    let newest = points.iter().filter(|it| it.has_height() && !it.is_older).rev();
    let newest = newest.map(|it| (it.letter.is_some(), it.reading(frame.several_bases)));
    let text = newest.min_by_key(|(is_lettered, _)| *is_lettered).map(|(_, text)| text);
    let read = text.map_or(0, |(text, _)| cells(&text).min(LAST).min(columns / 4));
    let reserves = [(0, read), (1, read), (1, read + 1), (0, 0), (1, 0), (0, 1), (1, 1), (0, 2)];
    let found = reserves.into_iter().find_map(|(before, after)| {
        let axis = Axis { span, cells: columns.checked_sub(before + after)? };
        let mut all = points.iter().filter_map(|p| p.observation.period.as_ref().map(|at| (p, at)));
        let fits = all.all(|(point, period)| {
            let at = stretch(period, point.day.unwrap_or_default(), axis);
            let (left, right) = ends(period);
            let last = at.last + u16::from(right.is_some());
            at.first + before >= u16::from(left.is_some()) && last + before < columns
        });
        fits.then_some((before, axis))
    });
    found.unwrap_or((0, Axis { span, cells: columns }))
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
    Dot {
        series: point.series(),
        mark: point.mark,
        sign: point.sign,
        status: point.observation.status,
        selected: point.selected,
        is_headline: point.is_headline,
        is_older: point.is_older,
        is_firm: is_firm(point.observation),
        at,
        ends: (None, None),
        height: point.values().map(|(low, high)| (row(high), row(low))),
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
