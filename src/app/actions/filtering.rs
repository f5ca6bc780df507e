//! The filter: which items the panels show.

use crate::app::model::Model;
use crate::app::nav::{Facet, Filter, FilterQuery};
use crate::app::panels::VisibleSet;
use crate::report::{IndicatorIx, ItemId, Report};

impl Model {
    /// Shows the items that match these facets; without any, all items.
    pub(super) fn filter_by(&mut self, facets: Vec<Facet>) {
        self.nav.filter.facets = facets;
        let before = self.selected_id();
        self.refilter();
        let now = self.selected_id();
        let filter = &mut self.nav.filter;
        filter.moved = match (filter.moved.take(), before, now) {
            (Some((first, then)), Some(before), Some(now)) if then == before => {
                (first != now).then_some((first, now))
            }
            (_, Some(before), Some(now)) if before != now => Some((before, now)),
            (kept, ..) => kept,
        };
    }

    /// Shows all items again, and selects the one that was selected before it was hidden.
    pub(super) fn clear_filter(&mut self) {
        self.nav.filter.facets.clear();
        self.refilter();
        let before = self.nav.filter.hidden_selection(self.selected_id().as_ref()).cloned();
        self.nav.filter.moved = None;
        if let Some(item) = before.and_then(|id| id.find(&self.doc.report)) {
            self.nav.select(item, &mut self.panels);
        }
    }

    /// Works out which items are visible, and fills the panels with them.
    pub(super) fn refilter(&mut self) {
        self.nav.filter.visible = self.visible();
        let item = self.nav.selection.item();
        let visible_set = &self.nav.filter.visible;
        let near = self.nearest(|ix| visible_set.has(ix).then_some(ix));
        let (doc, as_of) = (&self.doc, self.env.as_of);
        let (nav, panels) = (&mut self.nav, &mut self.panels);
        let visible = &nav.filter.visible;
        panels.fill(&doc.report, as_of, visible);
        panels.timeline.show(&doc.report, as_of, visible);
        nav.selection.indicator = near.or_else(|| panels.gauges.order.first().copied());
        panels.timeline.follow(nav.selection.indicator, nav.selection.event.is_some());
        nav.settle_event(panels);
        if nav.selection.item() != item {
            nav.back = None;
        }
        if let Some(found) = &mut nav.found {
            found.refilter(doc, &nav.filter.visible);
        }
    }

    /// Applies the filter to another reading of the report. A facet that is gone is dropped; if the
    /// item that the user waits for would be hidden, the filter is cleared.
    pub(super) fn reload_filter(&mut self, old: &Report) {
        let report = &self.doc.report;
        let facets = std::mem::take(&mut self.nav.filter.facets);
        let reloaded = facets.into_iter().filter_map(|facet| facet.reloaded(old, report));
        self.nav.filter.facets = reloaded.collect();
        self.nav.filter.visible = self.visible();
        let wanted = self.nav.wanted.as_ref().and_then(|id| id.find(&self.doc.report));
        if wanted.is_some_and(|item| !self.nav.filter.visible.has(item)) {
            self.nav.filter = Filter::default();
        }
    }

    fn visible(&self) -> VisibleSet {
        let query = FilterQuery::new(&self.doc, self.env.as_of, &self.news);
        query.visible(&self.nav.filter.facets)
    }

    /// The nearest match to the selected indicator in the order of the gauges: itself, one below or
    /// one above.
    pub(super) fn nearest(
        &self,
        find: impl Fn(IndicatorIx) -> Option<IndicatorIx>,
    ) -> Option<IndicatorIx> {
        let gauges = &self.panels.gauges;
        let place = gauges.place(self.nav.selection.indicator?);
        let (before, after) = gauges.order.split_at_checked(place)?;
        after.iter().chain(before.iter().rev()).find_map(|ix| find(*ix))
    }

    /// The id of the selected item.
    pub(super) fn selected_id(&self) -> Option<ItemId> {
        self.nav.selection.item()?.id(&self.doc.report)
    }
}
