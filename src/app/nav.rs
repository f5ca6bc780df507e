//! Where the user is: the focused panel, the selection, the filter, the search, the way back.

mod back;
mod bookmark;
mod filter;
mod found;
mod selection;

pub use back::{Back, CameFrom};
pub(crate) use bookmark::Bookmark;
pub(crate) use filter::FilterQuery;
pub use filter::{Facet, Filter};
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
    /// The list that is shown where there is room for one, gauges or table: the one that had the focus
    /// last.
    pub list: Panel,
    /// Whether the focused panel covers the whole screen.
    pub zoomed: bool,
    /// The selection, which all panels share.
    pub selection: Selection,
    /// Where Enter was pressed; Esc goes back there.
    pub back: Option<Back>,
    /// The filter.
    pub filter: Filter,
    /// The last search, while the user goes from hit to hit.
    pub found: Option<Box<Found>>,
    /// The items to select once they are shown.
    pub(crate) away: Away,
}

/// The items to select once they are shown: those that went missing or were hidden while they were
/// selected, the first one first, or a new one. A user who has moved on meanwhile stays there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Away {
    pub(crate) items: Vec<ItemId>,
    /// The item that is selected until then.
    pub(crate) instead: Option<ItemId>,
}

impl Nav {
    /// Selects an item, unless the filter hides it.
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

    /// Selects the item of the timeline's row.
    pub(crate) fn select_row(&mut self, panels: &mut Panels) {
        match panels.timeline.current() {
            Some(item) => self.select(item, panels),
            None => self.selection.event = None,
        }
    }

    /// Selects the event of the timeline's row, if an event was selected or the timeline is
    /// focused; else no event.
    pub(crate) fn settle_event(&mut self, panels: &Panels) {
        let stays = self.selection.event.is_some() || self.focus == Panel::Timeline;
        let event = panels.timeline.current().and_then(ItemIx::event);
        self.selection.event = event.filter(|_| stays);
    }

    /// Focuses a panel. The detail stays on its item.
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
