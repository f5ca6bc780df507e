use super::rival::RivalName;
use super::{Spot, spots};
use crate::app::document::PointName;
use crate::report::{Indicator, Report};

/// A figure beside the headline by what stays the same when others come and go.
#[derive(Clone, Debug)]
pub(in crate::app) enum SpotName {
    Rival(RivalName),
    Point(PointName),
}

impl SpotName {
    pub(in crate::app) fn of(report: &Report, indicator: &Indicator, spot: Spot) -> Option<Self> {
        match spot {
            Spot::Rival(at) => RivalName::of(report, indicator, at).map(Self::Rival),
            Spot::Point(point) => PointName::of(indicator, point).map(Self::Point),
        }
    }

    /// Where that figure is in another reading; `None` where it is gone, or where nobody can tell.
    pub(in crate::app) fn find(&self, report: &Report, indicator: &Indicator) -> Option<Spot> {
        match self {
            Self::Rival(name) => name.find(report, indicator).map(Spot::Rival),
            Self::Point(name) => spots(indicator).into_iter().find(|spot| match spot {
                Spot::Point(point) => name.is(indicator, *point),
                Spot::Rival(_) => false,
            }),
        }
    }
}
