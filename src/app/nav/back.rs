//! The way back from where Enter led.

use crate::app::keys::Panel;
use crate::diff::Matching;
use crate::report::EventIx;

/// The way back from where Enter led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// Where Enter was pressed.
    pub from: CameFrom,
    /// Whether the panel covered the whole screen there.
    pub zoomed: bool,
}

/// Where Enter was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameFrom {
    /// In a panel.
    Panel(Panel),
    /// On an event, from which Enter led to one of its indicators.
    Event {
        /// The event.
        event: EventIx,
        /// The place of the indicator among those of the event, counted from 0.
        nth: usize,
    },
}

impl CameFrom {
    /// The event on which Enter was pressed.
    pub fn event(self) -> Option<EventIx> {
        match self {
            Self::Event { event, .. } => Some(event),
            Self::Panel(_) => None,
        }
    }
}

impl Back {
    /// The same place in another reading of the report.
    pub(crate) fn resolve(self, matching: &Matching) -> Self {
        let CameFrom::Event { event, nth } = self.from else { return self };
        let event = matching.event(event).map(|event| CameFrom::Event { event, nth });
        Self { from: event.unwrap_or(CameFrom::Panel(Panel::Timeline)), ..self }
    }
}
