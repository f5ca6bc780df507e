//! Drilling down with Enter, going from hit to hit of a search, and going back with Esc.

use crate::app::actions::dispatch::go;
use crate::app::keys::Panel;
use crate::app::model::Model;
use crate::app::nav::{Back, CameFrom, Selection};
use crate::report::ItemIx;

impl Model {
    /// Goes from a figure to its detail, or from an event to the indicators that it bears on.
    pub(super) fn follow(&mut self) {
        let Some(from) = self.enter() else { return };
        if let CameFrom::Event { event, nth } = from {
            let event = self.doc.report.event(event);
            let indicator = event.and_then(|event| event.indicators.get(nth)).copied();
            self.nav.selection = Selection { indicator, event: None };
        }
        let zoomed = self.nav.back.map_or(self.nav.zoomed, |back| back.zoomed);
        self.nav.back = Some(Back { from, zoomed });
        self.nav.focus = Panel::Detail;
    }

    /// One step back: out of a zoomed panel, then to where Enter was pressed, then to where a search
    /// began, then to all of the time, then out of the filter, then it clears the news.
    pub(super) fn go_back(&mut self) {
        let found_from_zoomed = || self.nav.found.as_ref().is_some_and(|f| f.before.zoomed);
        let leads_to_zoomed = self.nav.back.map_or_else(found_from_zoomed, |back| back.zoomed);
        if self.nav.zoomed && !leads_to_zoomed {
            self.nav.zoomed = false;
            return;
        }
        match self.nav.back.take().map(|back| back.from) {
            Some(CameFrom::Panel(panel)) => go(self, panel),
            Some(CameFrom::Event { event, .. }) => {
                self.panels.timeline.select(event.into());
                go(self, Panel::Timeline);
            }
            None => self.go_back_from_list(),
        }
    }

    fn go_back_from_list(&mut self) {
        if let Some(found) = self.nav.found.take() {
            found.before.restore(&mut self.nav, &mut self.panels);
        } else if self.nav.focus == Panel::Timeline && self.panels.timeline.is_zoomed() {
            self.panels.timeline.zoom_all();
        } else if self.nav.filter.is_on() {
            self.filter_by(Vec::new());
        } else {
            self.news.clear();
        }
    }

    /// Goes to the next hit of the search, or to the one before.
    pub(super) fn step_found(&mut self, forward: bool) {
        if let Some(found) = &mut self.nav.found {
            found.step(forward);
        }
        self.go_to_found();
    }

    /// Goes to the marked hit of the search, in a panel that shows it.
    pub(super) fn go_to_found(&mut self) {
        let marked = self.nav.found.as_ref().and_then(|found| found.marked());
        let Some(item) = marked.map(|hit| hit.item) else { return };
        self.nav.select(item, &mut self.panels);
        self.nav.back = None;
        self.nav.focus = match (item, self.nav.focus) {
            (ItemIx::Event(_), Panel::Gauges | Panel::Table) => Panel::Timeline,
            (ItemIx::Indicator(_), Panel::Timeline) => Panel::Gauges,
            (_, focus) => focus,
        };
    }
}
