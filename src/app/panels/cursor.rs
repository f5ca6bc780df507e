//! The cursor of the detail panel. It visits the figures besides the headline, each of which can be
//! cited, opened and edited on its own.

mod name;
mod statement;

use crate::app::panels::{ChartPoint, chart_points, charts};
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
    /// The figure at the cursor; `None` if the indicator has none at this position.
    pub fn observation(self, indicator: &Indicator) -> Option<&Observation> {
        match self {
            Self::Rival(at) => Some(&indicator.rivals.get(at)?.observation),
            Self::Target(at) => Some(&indicator.targets.get(at)?.observation),
            Self::Point(at) => indicator.series.get(at.series)?.points.get(at.point),
        }
    }
}

/// Every figure that the cursor visits, in the order of the card: the targets, the rivals on the
/// headline's scale, the other rivals, the points of the charts.
pub fn cursors(indicator: &Indicator) -> Vec<Cursor> {
    let (beside, apart) = rivals(indicator);
    let targets = (0..indicator.targets.len()).map(Cursor::Target);
    let rivals = beside.iter().chain(&apart).map(|(at, _)| Cursor::Rival(*at));
    let points = chart_points(indicator, &charts(indicator));
    targets.chain(rivals).chain(points.into_iter().map(Cursor::Point)).collect()
}

/// A rival with its position in [`Indicator::rivals`].
pub(crate) type PlacedRival<'i> = (usize, &'i Rival);

/// The rivals that share the axis of the headline, and those that do not.
pub(crate) fn rivals(indicator: &Indicator) -> (Vec<PlacedRival<'_>>, Vec<PlacedRival<'_>>) {
    indicator.rivals.iter().enumerate().partition(|(_, rival)| rival.shares_axis(indicator))
}
