//! The figures of a chart with their places in time, what they allow, and what joins them.

use super::height::{Half, Heights};
use super::scale::{AxisContent, Level, Whisker};
use super::{CellKind, View};
use crate::app::panels::{
    Chart, Drawn, FigureIx, Mark, Marker, chart_day, figures, is_firm, status_flag,
};
use crate::report::{Interval, Observation, Period, Quantity, Status};

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
    pub(super) is_older: bool,
    /// Whether a line leads from the point of its series before to this one.
    pub(super) joined: bool,
}

/// The figures of a chart that is `cells` wide, series by series, from left to right: those that it
/// draws, and the one at the cursor.
pub(super) fn points(view: View<'_>, cells: usize) -> Vec<Placed<'_>> {
    let headline = &view.indicator.headline;
    let all = figures(view.indicator, view.at, view.chart);
    let drawn = Drawn::of(&all, cells);
    let is_repeated = view.chart.has_headline && all.iter().any(|it| it.repeats(headline));
    let mut points: Vec<Placed<'_>> = Vec::with_capacity(all.len());
    for figure in all {
        let is_at_cursor = view.selected == Some(figure.ix);
        if figure.ix == FigureIx::Headline && is_repeated || !(is_at_cursor || drawn.has(&figure)) {
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
            selected: is_at_cursor,
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
    pub(super) fn series(&self) -> Option<usize> {
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

    /// Whether its mark is a square, which may stand in a half of its row.
    pub(super) fn is_square(&self) -> bool {
        self.sign == Marker::Exact && self.mark.is_square(is_firm(self.observation))
    }

    fn quantity(&self) -> Option<&'i Quantity> {
        let has_height = !matches!(self.sign, Marker::InWords | Marker::NoValue);
        self.observation.quantity.as_ref().filter(|_| has_height)
    }

    /// Its signs at the foot: a letter for each status, or that its date is only about right.
    pub(super) fn flags(&self) -> Vec<CellKind> {
        let has_letter = |status: &Status| status_flag((*status).into()).is_some();
        let statuses = self.observation.status.iter().filter(has_letter);
        let letters = statuses.map(|status| CellKind::Flag(status.into()));
        let in_words = (self.sign == Marker::InWords).then_some(CellKind::InWords);
        let mut flags: Vec<CellKind> = in_words.into_iter().chain(letters).collect();
        if flags.is_empty() && self.sign == Marker::NoValue {
            flags.push(CellKind::Flag(Status::Missing.into()));
        }
        let is_vague = self.observation.period.as_ref().is_some_and(Period::is_vague);
        // A letter comes first, and of another measure the list and the record tell it.
        let is_told = flags.is_empty() && !self.mark.is_other();
        flags.extend((is_vague && is_told).then_some(CellKind::AboutThen));
        flags
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
    pub(super) fn uncertainty(&self) -> Option<(f64, f64)> {
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

    /// What stands to the right of its mark, without its unit, and what does with less room: of the
    /// headline its words; of another measure its letter alone, as the list has the figure; of others
    /// the number, with the letter if they are listed and there is room. Empty if the mark says it.
    pub(super) fn reading(&self, several_bases: bool) -> (String, Option<String>) {
        let base = self.observation.base.as_ref().filter(|_| several_bases);
        let base = base.map(|base| format!(" vs {}", base.words())).unwrap_or_default();
        if self.mark.is_other() && !self.is_headline && !self.selected {
            let is_mark = self.sign == Marker::Exact;
            let letter = self.letter.as_deref();
            let name = letter.filter(|letter| !is_mark || self.mark.glyph(true) != *letter);
            return (format!("{}{base}", name.unwrap_or_default()), name.map(ToOwned::to_owned));
        }
        let is_ours = (self.factor - 1.0).abs() < f64::EPSILON;
        let reading = self.observation.quantity.as_ref().map(|quantity| {
            let text =
                if is_ours { quantity.reading_without_unit() } else { quantity.row_reading() };
            // The sign at the value says it already.
            let text = text.strip_prefix("≈ ").unwrap_or(&text);
            text.replacen(' ', "", usize::from(text.starts_with(['≤', '≥', '<', '>', '~'])))
        });
        let reading = format!("{}{base}", reading.unwrap_or_default());
        let words = self.observation.quantity.as_ref().filter(|_| self.is_headline);
        match (words, &self.letter) {
            // Of what has not happened words like "fell" would say that it has.
            (Some(_), _) if !is_firm(self.observation) => (reading, None),
            (Some(quantity), _) => {
                let words = if is_ours { quantity.in_words() } else { quantity.figure() };
                (format!("{words}{base}"), Some(reading))
            }
            (None, Some(letter)) => (format!("{reading} {letter}"), Some(reading)),
            (None, None) => (reading, None),
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

/// Whether the rows hide something: figures of different values stand in one place, or one further
/// from its value than its place is high.
pub(super) fn are_coarse(points: &[Placed<'_>], heights: &Heights, has_halves: bool) -> bool {
    let mut places: Vec<(u16, Option<Half>, f64)> = Vec::new();
    for point in points {
        let Some((low, high)) = point.values() else { continue };
        if has_halves && point.is_square() {
            let (row, half) = heights.half(low);
            places.push((row, half, low));
            continue;
        }
        if heights.offset(low).max(heights.offset(high)) > 0.5 {
            return true;
        }
        places.extend([low, high].map(|value| (heights.row(value), None, value)));
    }
    places.sort_by(|a, b| a.0.cmp(&b.0).then(a.2.total_cmp(&b.2)));
    let is_same = |a: Option<Half>, b: Option<Half>| a == b || a.is_none() || b.is_none();
    places
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.0 == b.0 && is_same(a.1, b.1) && a.2 < b.2))
}
