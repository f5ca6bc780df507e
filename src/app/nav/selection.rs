//! The selection, which all panels share.

use crate::report::{Event, EventIx, Indicator, IndicatorIx, ItemIx, Report};

/// The selection.
///
/// Gauges and table mark the indicator even while an event is selected in the timeline, so that
/// the way back to them leads to the same row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The indicator that gauges and table mark; `None` if they are empty.
    pub indicator: Option<IndicatorIx>,
    /// The event that is selected instead, if one is.
    pub event: Option<EventIx>,
}

impl Selection {
    /// The selected item: the event if there is one, else the indicator.
    pub fn item(self) -> Option<ItemIx> {
        self.event.map(ItemIx::Event).or(self.indicator.map(ItemIx::Indicator))
    }

    /// The selected item in a report.
    pub fn subject(self, report: &Report) -> Subject<'_> {
        let event = self.event.and_then(|ix| report.event(ix)).map(Subject::Event);
        let indicator = || self.indicator.and_then(|ix| report.indicator(ix));
        event.or_else(|| indicator().map(Subject::Indicator)).unwrap_or(Subject::Nothing)
    }
}

/// The selected item, which the detail panel shows.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'r> {
    /// An indicator.
    Indicator(&'r Indicator),
    /// An event.
    Event(&'r Event),
    /// No item: the report is empty.
    Nothing,
}
