use crate::app::keys::Panel;
use crate::app::panels::in_reading;
use crate::app::{Model, Subject};
use crate::report::{Event, EventIx, ItemIx, Report};

/// Where Enter was pressed: Esc leads back there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameFrom {
    /// In a panel.
    Panel(Panel),
    /// On an event, which led to one of its indicators.
    Event {
        /// Which event.
        event: EventIx,
        /// Which of its indicators, from 0.
        nth: usize,
    },
}

impl CameFrom {
    /// The same in another reading of the report.
    pub(in crate::app) fn renewed(self, old: &Report, new: &Report) -> Self {
        let Self::Event { event, nth } = self else {
            return self;
        };
        let still = in_reading(event.into(), old, new).and_then(ItemIx::event);
        still.map_or(Self::Panel(Panel::Timeline), |event| Self::Event { event, nth })
    }
}

impl Model {
    /// Where Enter leads on from: `None` if it leads nowhere.
    ///
    /// From a row it leads to its detail, from an event to the first of its indicators, and from
    /// there to the next of them, round and round.
    pub fn enter(&self) -> Option<CameFrom> {
        if let (Subject::Event(event), Some(ItemIx::Event(at))) =
            (self.subject(), self.timeline.current())
            && matches!(self.focus, Panel::Timeline | Panel::Detail)
            && let Some(nth) = self.shown_of(event).next()
        {
            return Some(CameFrom::Event { event: at, nth });
        }
        match (self.focus, self.came_from) {
            (Panel::Detail, Some(CameFrom::Event { event, nth })) => {
                let of = self.report.event(event)?;
                let next = self.shown_of(of).find(|other| *other > nth);
                let next = next.or_else(|| self.shown_of(of).next())?;
                (next != nth).then_some(CameFrom::Event { event, nth: next })
            }
            (Panel::Detail, _) => None,
            (panel, _) => Some(CameFrom::Panel(panel)),
        }
    }

    /// Which of the indicators that an event bears on are shown, by their places among them.
    pub fn shown_of<'e>(&'e self, event: &'e Event) -> impl Iterator<Item = usize> + 'e {
        let all = event.indicators.iter().enumerate();
        all.filter(|(_, ix)| self.narrow.shown.has(**ix)).map(|(nth, _)| nth)
    }

    /// The event that Enter has led away from.
    pub fn came_from_event(&self) -> Option<EventIx> {
        match self.came_from {
            Some(CameFrom::Event { event, .. }) => Some(event),
            _ => None,
        }
    }
}
