//! The filter, and everything that fills the panels again: each place of the user is found there.

use crate::app::model::Model;
use crate::app::nav::{Away, Bookmark, Facet, Filter, FilterQuery, Selection};
use crate::diff::Matching;
use crate::report::{ItemId, ItemIx};

impl Model {
    /// Shows the items that match these facets; without any, all items.
    pub(super) fn filter_by(&mut self, facets: Vec<Facet>) {
        self.nav.filter.facets = facets;
        self.refill(&Matching::default());
    }

    /// Fills the panels again, from another reading of the report or with other items of it. The item
    /// that the user waits for is selected, or else the same as before, or its neighbour. Returns a
    /// message if the selected item went missing or is hidden now.
    pub(super) fn refill(&mut self, matching: &Matching) -> Option<String> {
        let old = matching.old().unwrap_or(&self.doc.report);
        let before = self.nav.selection.item();
        let name = before.and_then(|item| item.id(old));
        let mut away = std::mem::take(&mut self.nav.away);
        if away.instead != name {
            away.items.clear();
        }
        let is_new = |item: &&ItemId| item.find(old).is_none();
        let new = away.items.iter().find(is_new).and_then(|item| item.find(&self.doc.report));
        self.renew_filter(matching, new);

        let (doc, nav, panels) = (&self.doc, &mut self.nav, &mut self.panels);
        let visible = &nav.filter.visible;
        let is_shown = |item: &ItemIx| visible.has(*item);
        let shown = |item: &ItemId| item.find(&doc.report).filter(is_shown);
        let back = away.items.iter().enumerate().find_map(|(at, id)| Some((at, shown(id)?)));
        let mut here = Bookmark::new(nav, panels);
        here.resolve(matching, &doc.report, panels, is_shown);
        if let Some((_, item)) = back {
            here.lead_to(item);
        }
        if let Some(found) = &mut nav.found {
            found.resolve(matching, doc, visible);
        }
        panels.fill(&doc.report, self.env.as_of, visible);
        nav.selection = Selection { indicator: panels.gauges.order.first().copied(), event: None };
        here.restore(nav, panels);

        let now = nav.selection.item();
        let still = before.and_then(|item| matching.item(item));
        let moved_on = name.filter(|_| back.is_none() && now != still);
        away.items.truncate(back.map_or(away.items.len(), |(at, _)| at));
        away.items.extend(moved_on.clone());
        let now = now.and_then(|item| item.id(&doc.report));
        nav.away = Away { instead: now.clone(), ..away };
        let what = if still.is_some() { "hidden: it no longer matches the filter" } else { "gone" };
        let now_on = now.map_or_else(String::new, |now| format!(", now on {}", now.name()));
        Some(format!("{} is {what}{now_on}", moved_on?.name()))
    }

    /// Applies the filter again. A facet that is gone is dropped; if the item that has just arrived
    /// would be hidden, the filter is cleared.
    fn renew_filter(&mut self, matching: &Matching, arrived: Option<ItemIx>) {
        let facets = std::mem::take(&mut self.nav.filter.facets);
        let facets: Vec<_> = facets.into_iter().filter_map(|f| f.resolve(matching)).collect();
        let query = FilterQuery::new(&self.doc, self.env.as_of, &self.news);
        let visible = query.visible(&facets);
        let hides = arrived.is_some_and(|item| !visible.has(item));
        self.nav.filter = if hides { Filter::default() } else { Filter { facets, visible } };
    }

    /// The id of the selected item.
    pub(super) fn selected_id(&self) -> Option<ItemId> {
        self.nav.selection.item()?.id(&self.doc.report)
    }
}
