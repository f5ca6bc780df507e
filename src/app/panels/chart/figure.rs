//! The figures of a chart: their marks and letters, and the order in which they are read.

use super::{Chart, ChartPoint, Mark, Marker, chart_day, has_height, is_superseded};
use crate::report::{Indicator, Observation, Period};

/// A figure of an indicator, by its position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureIx {
    /// The figure that the report gives.
    Headline,
    /// By its position in [`Indicator::rivals`].
    Rival(usize),
    /// By its position in [`Indicator::targets`].
    Target(usize),
    /// A point of a series.
    Point(ChartPoint),
}

/// A figure of a chart.
#[derive(Clone, Debug)]
pub struct Figure<'i> {
    /// Which one it is.
    pub ix: FigureIx,
    /// What it states.
    pub observation: &'i Observation,
    /// Its mark.
    pub mark: Mark,
    /// The letter that it, or its line, is listed under below the chart.
    pub letter: Option<String>,
    /// Whether it belongs to an earlier edition of its line.
    pub is_older: bool,
}

/// The figures of a chart in the order in which they are read: the undated ones, then the others from
/// left to right, and within a time by line, of editions the latest last.
///
/// Dated figures without a value are among them, so that users can read that it is missing.
pub fn figures<'i>(indicator: &'i Indicator, at: usize, chart: &Chart) -> Vec<Figure<'i>> {
    let mut all = points(indicator, at, chart);
    if chart.has_headline {
        let plain =
            |ix, observation, mark| Figure { ix, observation, mark, letter: None, is_older: false };
        let same = |is_same| if is_same { Mark::Same(0) } else { Mark::Other(0) };
        let rivals = indicator.rivals.iter().enumerate();
        let rivals = rivals.filter(|(_, rival)| indicator.shares_axis(&rival.observation));
        all.extend(rivals.map(|(at, rival)| {
            let o = &rival.observation;
            let is_same = rival.differs.is_none() && indicator.has_base_of(o);
            plain(FigureIx::Rival(at), o, same(is_same))
        }));
        let targets = indicator.targets.iter().enumerate();
        let targets = targets.filter(|(_, target)| indicator.shares_axis(&target.observation));
        all.extend(targets.map(|(at, target)| {
            let o = &target.observation;
            plain(FigureIx::Target(at), o, same(indicator.has_base_of(o)))
        }));
        if indicator.headline.quantity.is_some() {
            all.push(plain(FigureIx::Headline, &indicator.headline, Mark::Same(0)));
        }
    }
    // A day is worked out once for each figure, and not at each comparison.
    let place = |it: Figure<'i>| {
        let day = chart_day(it.observation);
        (day.unwrap_or(f64::NEG_INFINITY), aside(&it, day.is_some()), place(&it), it)
    };
    let mut placed: Vec<_> = all.into_iter().map(place).collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut all: Vec<_> = placed.into_iter().map(|(.., figure)| figure).collect();
    letter(&mut all);
    all
}

/// Where an undated figure stands beside the others: in no order of time, but so that what it reads has
/// room to its right. First those with a limit from above, whose lines lead down, from the highest on;
/// last those with one from below, whose lines lead up, from the lowest on.
fn aside(figure: &Figure<'_>, is_dated: bool) -> f64 {
    let Some(quantity) = &figure.observation.quantity else { return f64::INFINITY };
    if is_dated {
        return 0.0;
    }
    let value = quantity.unit().ones(quantity.stated());
    // A number between 0 and 1 that grows with the value.
    let share = 0.5 + value.atan() / std::f64::consts::TAU;
    match Marker::of(figure.observation) {
        Marker::OrLower | Marker::JustBelow => 0.0 - share,
        Marker::OrHigher | Marker::JustAbove => 2.0 + share,
        _ => 2.0 - share,
    }
}

/// Where a figure stands among those of its time: the headline, others, lines.
fn place(figure: &Figure<'_>) -> (u8, bool, usize) {
    match figure.ix {
        FigureIx::Headline => (0, false, 0),
        FigureIx::Target(at) => (1, false, at),
        FigureIx::Rival(at) => (2, false, at),
        FigureIx::Point(at) => (3, !figure.is_older, at.series),
    }
}

fn points<'i>(indicator: &'i Indicator, at: usize, chart: &Chart) -> Vec<Figure<'i>> {
    let mut all = Vec::new();
    let mut same = 0;
    for &series in &chart.series {
        let Some(line) = indicator.series.get(series) else { continue };
        let is_same = !chart.has_headline || line.measures_the_same(indicator);
        let mark = if is_same { Mark::Same(same) } else { Mark::Other(0) };
        same += usize::from(is_same);
        let is_older = is_superseded(indicator, series);
        let own = line.points.iter().enumerate();
        let own = own.filter(|(_, o)| has_height(o) || chart_day(o).is_some());
        all.extend(own.map(|(point, observation)| {
            let ix = FigureIx::Point(ChartPoint { chart: at, series, point });
            Figure { ix, observation, mark, letter: None, is_older }
        }));
    }
    all
}

/// Letters for those that the list below the chart has to name: rivals, targets, lines of another
/// measure. Those for the same thing come first, then the others, as they are read; a line has one letter
/// for all of its points.
fn letter(figures: &mut [Figure<'_>]) {
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut count = 0;
    for is_other in [false, true] {
        for figure in figures.iter_mut().filter(|it| it.mark.is_other() == is_other) {
            let line = match figure.ix {
                FigureIx::Headline => continue,
                FigureIx::Point(_) if !is_other => continue,
                FigureIx::Point(at) => Some(at.series),
                FigureIx::Rival(_) | FigureIx::Target(_) => None,
            };
            let named = lines.iter().find(|(own, _)| Some(*own) == line).map(|(_, nth)| *nth);
            let nth = named.unwrap_or_else(|| {
                lines.extend(line.map(|line| (line, count)));
                count += 1;
                count - 1
            });
            figure.letter = Some(nth_letter(nth));
            if is_other {
                figure.mark = Mark::Other(nth);
            }
        }
    }
}

/// `a` to `z`, then `aa`, `ab`.
fn nth_letter(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    match n / 26 {
        0 => letter(n).to_string(),
        round => format!("{}{}", letter(round - 1), letter(n)),
    }
}

impl Figure<'_> {
    /// Whether it says the same as the headline of the same time: one mark serves both.
    pub fn repeats(&self, headline: &Observation) -> bool {
        let is_same = |a: &Period, b: &Period| a.is_same(b);
        let periods = (&self.observation.period, &headline.period);
        matches!(self.ix, FigureIx::Point(_))
            && !self.mark.is_other()
            && self.observation.quantity == headline.quantity
            && self.observation.status.is_normal() == headline.status.is_normal()
            && matches!(periods, (Some(a), Some(b)) if is_same(a, b))
    }

    /// Whether it is aimed at.
    pub fn is_target(&self) -> bool {
        matches!(self.ix, FigureIx::Target(_))
    }

    /// Whether it has a height on the chart.
    pub fn has_height(&self) -> bool {
        has_height(self.observation)
    }
}
