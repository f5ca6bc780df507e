//! Where the user is: the focused panel, the selection, the filter, what was found, the way back.

mod back;
mod bookmark;
mod filter;
mod found;
mod selection;

pub use back::{Back, CameFrom};
pub(crate) use bookmark::Bookmark;
pub(crate) use filter::FilterQuery;
pub use filter::{Facet, FacetKind, Filter};
pub use found::{Found, Hit};
pub use selection::{Selection, Subject};

use crate::app::keys::Panel;
use crate::app::panels::Panels;
use crate::report::{ItemId, ItemIx};

/// Where the user is.
#[derive(Clone, Debug, Default)]
pub struct Nav {
    /// The panel that keys go to.
    pub focus: Panel,
    /// Whether it covers the whole screen.
    pub zoomed: bool,
    /// What is selected, shared by all panels.
    pub selection: Selection,
    /// Where Enter was pressed; Esc leads back there.
    pub back: Option<Back>,
    /// Which items the panels show.
    pub filter: Filter,
    /// What was found last, while the user goes from one to the next of it.
    pub found: Option<Box<Found>>,
    /// What was selected before it was gone, or is about to be in the file.
    pub(crate) wanted: Option<ItemId>,
}

impl Nav {
    /// Selects an item, if the filter shows it.
    pub(crate) fn select(&mut self, item: ItemIx, panels: &mut Panels) {
        if !self.filter.visible.has(item) {
            return;
        }
        match item {
            ItemIx::Indicator(ix) => {
                self.selection = Selection { indicator: Some(ix), event: None };
            }
            ItemIx::Event(ix) => {
                panels.timeline.select(item);
                self.selection.event = Some(ix);
            }
        }
    }

    /// Selects what is selected in the timeline.
    pub(crate) fn select_row(&mut self, panels: &Panels) {
        match panels.timeline.current() {
            Some(ItemIx::Event(ix)) => self.selection.event = Some(ix),
            Some(ItemIx::Indicator(ix)) => {
                self.selection = Selection { indicator: Some(ix), event: None };
            }
            None => self.selection.event = None,
        }
    }

    /// Stays on an event where one was selected, or where keys go to the timeline: on that of its
    /// row.
    pub(crate) fn settle_event(&mut self, panels: &Panels) {
        let stays = self.selection.event.is_some() || self.focus == Panel::Timeline;
        let event = panels.timeline.current().and_then(ItemIx::event);
        self.selection.event = event.filter(|_| stays);
    }

    /// Goes to a panel. The detail stays on its item.
    pub(crate) fn go(&mut self, panel: Panel, panels: &Panels) {
        self.focus = panel;
        self.back = None;
        self.selection.event = match panel {
            Panel::Timeline => panels.timeline.current().and_then(ItemIx::event),
            Panel::Gauges | Panel::Table => None,
            Panel::Detail => self.selection.event,
        };
    }
}
