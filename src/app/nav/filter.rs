//! Narrowing: which figures and events are shown, where somebody wants to see only some of them.

mod facet;

pub use facet::{Facet, FacetKind};

use std::collections::HashSet;

use crate::app::document::{Document, News};
use crate::app::panels::VisibleSet;
use crate::report::{Day, Event, IndicatorIx, ItemId, Report};

/// What the panels are narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What was chosen, in the order of the list; nothing is everything.
    pub facets: Vec<Facet>,
    /// What they show.
    pub visible: VisibleSet,
    /// What was selected before it was hidden, and what is selected in its place: whoever has not
    /// moved on gets it back.
    pub(crate) moved: Option<(ItemId, ItemId)>,
}

impl Filter {
    /// Whether only some of the report is shown.
    pub fn is_on(&self) -> bool {
        !self.facets.is_empty()
    }

    /// What was selected before it was hidden, if the selection is still where it went from there.
    pub(crate) fn left(&self, here: Option<&ItemId>) -> Option<&ItemId> {
        self.moved.as_ref().filter(|(_, then)| Some(then) == here).map(|(before, _)| before)
    }

    /// Learns that what was selected is hidden by now, and what is selected in its place.
    pub(crate) fn moved_on(&mut self, before: ItemId, now: Option<ItemId>) {
        self.moved = now.map(|now| (before, now));
    }

    /// What the panels are narrowed to, in words: `undated and (Economy or Security)`.
    pub fn words(&self, report: &Report) -> String {
        let kinds = by_kind(&self.facets);
        let several = kinds.len() > 1;
        let words = kinds.into_iter().map(|kind| {
            let names: Vec<_> = kind.iter().map(|facet| facet.short(report)).collect();
            let any = names.join(" or ");
            if several && names.len() > 1 { format!("({any})") } else { any }
        });
        words.collect::<Vec<_>>().join(" and ")
    }
}

/// Facets by their kinds: of one kind any has to fit, of each kind one.
fn by_kind(facets: &[Facet]) -> Vec<Vec<Facet>> {
    let mut kinds: Vec<Vec<Facet>> = Vec::new();
    for facet in facets {
        let of_kind =
            |kind: &&mut Vec<Facet>| kind.first().is_some_and(|f| f.kind() == facet.kind());
        match kinds.iter_mut().find(of_kind) {
            Some(kind) => kind.push(*facet),
            None => kinds.push(vec![*facet]),
        }
    }
    kinds
}

/// Asks of many items whether facets fit them; what they have in common is worked out once.
pub(crate) struct FilterQuery<'m> {
    pub(crate) report: &'m Report,
    as_of: Day,
    news: &'m News,
    warned: HashSet<IndicatorIx>,
}

impl<'m> FilterQuery<'m> {
    pub(crate) fn new(doc: &'m Document, as_of: Day, news: &'m News) -> Self {
        let warned = doc.diagnostics.iter().filter_map(|d| d.indicator).collect();
        Self { report: &doc.report, as_of, news, warned }
    }

    /// What fits these facets: of each kind that is chosen, one of them.
    pub(crate) fn visible(&self, facets: &[Facet]) -> VisibleSet {
        if facets.is_empty() {
            return VisibleSet::default();
        }
        let kinds = by_kind(facets);
        let all = |fits: &dyn Fn(&Facet) -> bool| kinds.iter().all(|kind| kind.iter().any(fits));
        let indicators = self.report.indexed();
        let indicators: Vec<bool> =
            indicators.map(|(ix, i)| all(&|facet| facet.fits(self, ix, i))).collect();
        let bears = |event: &Event| {
            event.indicators.iter().any(|ix| indicators.get(ix.get()).is_some_and(|shown| *shown))
        };
        let events = self.report.indexed_events();
        let events = events
            .map(|(ix, event)| bears(event) || all(&|facet| facet.fits_event(self, ix, event)))
            .collect();
        VisibleSet::only(indicators, events)
    }
}
