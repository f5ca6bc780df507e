//! The cursor of the detail panel. It visits the figures besides the headline, each of which can be
//! cited, opened and edited on its own.

mod name;
mod statement;

use crate::app::panels::{Chart, ChartPoint, FigureIx, charts, figures};
use crate::report::{Indicator, Observation, Rival};

pub(crate) use name::CursorName;

/// A figure besides the headline, by its position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The figure of a rival, by its position in [`Indicator::rivals`].
    Rival(usize),
    /// What is aimed at, by its position in [`Indicator::targets`].
    Target(usize),
    /// A point of a chart.
    Point(ChartPoint),
}

impl Cursor {
    /// The cursor on a figure; `None` for the headline, which it is on when it is on no other.
    pub fn of(ix: FigureIx) -> Option<Self> {
        match ix {
            FigureIx::Headline => None,
            FigureIx::Rival(at) => Some(Self::Rival(at)),
            FigureIx::Target(at) => Some(Self::Target(at)),
            FigureIx::Point(at) => Some(Self::Point(at)),
        }
    }

    /// The figure that it is on.
    pub fn figure(self) -> FigureIx {
        match self {
            Self::Rival(at) => FigureIx::Rival(at),
            Self::Target(at) => FigureIx::Target(at),
            Self::Point(at) => FigureIx::Point(at),
        }
    }

    /// The figure at the cursor; `None` if the indicator has none at this position.
    pub fn observation(self, indicator: &Indicator) -> Option<&Observation> {
        match self {
            Self::Rival(at) => Some(&indicator.rivals.get(at)?.observation),
            Self::Target(at) => Some(&indicator.targets.get(at)?.observation),
            Self::Point(at) => indicator.series.get(at.series)?.points.get(at.point),
        }
    }
}

/// Every figure that the cursor visits: those of the chart of the evidence as they are read there, then
/// targets and rivals without a place on it, then the points of the other charts.
pub fn cursors(indicator: &Indicator) -> Vec<Cursor> {
    let charts = charts(indicator);
    let of = |(at, chart)| figures(indicator, at, chart).into_iter().map(|it| it.ix);
    let is_evidence = |(_, chart): &(usize, &Chart)| chart.has_headline;
    let all = || charts.iter().enumerate();
    let evidence: Vec<FigureIx> = all().filter(is_evidence).flat_map(of).collect();
    let targets = (0..indicator.targets.len()).map(FigureIx::Target);
    let (beside, apart) = rivals(indicator);
    let rivals = beside.iter().chain(&apart).map(|(at, _)| FigureIx::Rival(*at));
    let without: Vec<FigureIx> =
        targets.chain(rivals).filter(|ix| !evidence.contains(ix)).collect();
    let others = all().filter(|it| !is_evidence(it)).flat_map(of);
    evidence.into_iter().chain(without).chain(others).filter_map(Cursor::of).collect()
}

/// Whether there is a figure that the cursor visits.
pub(crate) fn has_cursor(indicator: &Indicator) -> bool {
    !indicator.rivals.is_empty()
        || !indicator.targets.is_empty()
        || charts(indicator).iter().any(|chart| !chart.series.is_empty())
}

/// A rival with its position in [`Indicator::rivals`].
pub(crate) type PlacedRival<'i> = (usize, &'i Rival);

/// The rivals that share the axis of the headline, and those that do not.
pub(crate) fn rivals(indicator: &Indicator) -> (Vec<PlacedRival<'_>>, Vec<PlacedRival<'_>>) {
    indicator.rivals.iter().enumerate().partition(|(_, rival)| rival.shares_axis(indicator))
}
