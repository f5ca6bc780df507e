//! The filter: which items the panels show.

use crate::app::model::Model;
use crate::app::nav::{Facet, Filter, FilterQuery};
use crate::app::panels::VisibleSet;
use crate::report::{IndicatorIx, ItemId, Report};

impl Model {
    /// Shows what fits these facets, and nothing else; no facet shows everything.
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

    /// Shows everything again, and selects what was selected before it was hidden.
    pub(super) fn widen(&mut self) {
        self.nav.filter.facets.clear();
        self.refilter();
        let before = self.nav.filter.left(self.selected_id().as_ref()).cloned();
        self.nav.filter.moved = None;
        if let Some(item) = before.and_then(|id| id.find(&self.doc.report)) {
            self.nav.select(item, &mut self.panels);
        }
    }

    /// Works out what is shown, and fills the panels with it.
    fn refilter(&mut self) {
        self.nav.filter.visible = self.visible();
        let item = self.nav.selection.item();
        let near = self.nearest_visible();
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

    /// Filters another reading of the report as the one before: a facet that is gone is dropped,
    /// and what the user waits for is not hidden.
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

    /// The visible indicator that is nearest to the selected one in the order of the gauges.
    fn nearest_visible(&self) -> Option<IndicatorIx> {
        let gauges = &self.panels.gauges;
        let (before, after) =
            gauges.order.split_at_checked(gauges.place(self.nav.selection.indicator?))?;
        let is_visible = |ix: &&IndicatorIx| self.nav.filter.visible.has(**ix);
        after.iter().find(is_visible).or_else(|| before.iter().rev().find(is_visible)).copied()
    }

    /// The selected item by its id.
    pub(super) fn selected_id(&self) -> Option<ItemId> {
        self.nav.selection.item()?.id(&self.doc.report)
    }
}
