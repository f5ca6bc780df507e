//! The two ways to refer to a part of the report: by its position in this reading of the file, and
//! by its id, which stays the same across readings.

use super::{EventIx, GroupIx, IndicatorIx, Period, Report, Text};

/// An indicator or an event by its position in this reading of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemIx {
    /// An event.
    Event(EventIx),
    /// An indicator.
    Indicator(IndicatorIx),
}

impl From<EventIx> for ItemIx {
    fn from(ix: EventIx) -> Self {
        Self::Event(ix)
    }
}

impl From<IndicatorIx> for ItemIx {
    fn from(ix: IndicatorIx) -> Self {
        Self::Indicator(ix)
    }
}

impl ItemIx {
    /// The event, if it is one.
    pub fn event(self) -> Option<EventIx> {
        let Self::Event(ix) = self else { return None };
        Some(ix)
    }

    /// The indicator, if it is one.
    pub fn indicator(self) -> Option<IndicatorIx> {
        let Self::Indicator(ix) = self else { return None };
        Some(ix)
    }

    /// Its id.
    pub fn id(self, report: &Report) -> Option<ItemId> {
        match self {
            Self::Event(ix) => report.event(ix).map(|event| ItemId::Event(event.id.clone())),
            Self::Indicator(ix) => report.indicator(ix).map(|i| ItemId::Indicator(i.id.clone())),
        }
    }

    /// The title of an event, the label of an indicator.
    pub fn title(self, report: &Report) -> Option<&Text> {
        match self {
            Self::Event(ix) => report.event(ix).map(|event| &event.title),
            Self::Indicator(ix) => report.indicator(ix).map(|indicator| &indicator.label),
        }
    }

    /// The date of an event, the reference period of an indicator; `None` where it is undated.
    pub fn date(self, report: &Report) -> Option<&Period> {
        match self {
            Self::Event(ix) => report.event(ix)?.date.as_ref(),
            Self::Indicator(ix) => report.indicator(ix)?.headline.period.as_ref(),
        }
    }

    /// Its group.
    pub fn group(self, report: &Report) -> Option<GroupIx> {
        match self {
            Self::Event(ix) => report.event(ix)?.group,
            Self::Indicator(ix) => report.indicator(ix)?.group,
        }
    }
}

/// A point of a series by its position in an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PointIx {
    /// Position in [`Indicator::series`](super::Indicator::series).
    pub series: usize,
    /// Position in [`Series::points`](super::Series::points).
    pub point: usize,
}

/// A part of the report by its id, which stays the same across readings of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ItemId {
    /// The report itself.
    Report,
    /// A group, by its id.
    Group(Text),
    /// A source, by its key.
    Source(Text),
    /// An indicator, by its id.
    Indicator(Text),
    /// An event, by its id.
    Event(Text),
}

impl ItemId {
    /// The id as the file writes it.
    pub fn name(&self) -> &str {
        match self {
            Self::Report => "the report",
            Self::Group(name) | Self::Source(name) | Self::Indicator(name) | Self::Event(name) => {
                name
            }
        }
    }

    /// The indicator or event of this id in a report.
    pub fn find(&self, report: &Report) -> Option<ItemIx> {
        match self {
            Self::Indicator(id) => report.find(id).map(ItemIx::Indicator),
            Self::Event(id) => report.find_event(id).map(ItemIx::Event),
            Self::Report | Self::Group(_) | Self::Source(_) => None,
        }
    }
}
