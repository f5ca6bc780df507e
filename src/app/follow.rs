use crate::app::timeline::renewed_event;
use crate::app::{Model, Panel, Subject, TimelineRow};
use crate::report::Report;

/// Where Enter was pressed: Esc leads back there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameFrom {
    /// In a panel.
    Panel(Panel),
    /// On an event, which led to one of its indicators.
    Event {
        /// Its position in [`Report::events`].
        event: usize,
        /// Which of its indicators, from 0.
        nth: usize,
    },
}

impl CameFrom {
    /// The same in another reading of the report.
    pub(super) fn renewed(self, old: &Report, new: &Report) -> Self {
        let Self::Event { event, nth } = self else {
            return self;
        };
        let still = renewed_event(event, old, new);
        still.map_or(Self::Panel(Panel::Timeline), |event| Self::Event { event, nth })
    }
}

impl Model {
    /// Where Enter leads on from: `None` if it leads nowhere.
    ///
    /// From a row it leads to its detail, from an event to the first of its indicators, and from
    /// there to the next of them, round and round.
    pub fn enter(&self) -> Option<CameFrom> {
        if let (Subject::Event(event), Some(TimelineRow::Event(at))) =
            (self.subject(), self.timeline.current())
            && matches!(self.focus, Panel::Timeline | Panel::Detail)
            && !event.indicators.is_empty()
        {
            return Some(CameFrom::Event { event: at, nth: 0 });
        }
        match (self.focus, self.came_from) {
            (Panel::Detail, Some(CameFrom::Event { event, nth })) => {
                let all = self.report.events.get(event)?.indicators.len();
                (all > 1).then(|| CameFrom::Event { event, nth: (nth + 1) % all })
            }
            (Panel::Detail, _) => None,
            (panel, _) => Some(CameFrom::Panel(panel)),
        }
    }

    /// The event, by its position, that Enter has led away from.
    pub fn came_from_event(&self) -> Option<usize> {
        match self.came_from {
            Some(CameFrom::Event { event, .. }) => Some(event),
            _ => None,
        }
    }
}
