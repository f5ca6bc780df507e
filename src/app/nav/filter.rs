//! The filter: which figures and events the panels show.

mod facet;

pub use facet::Facet;

use std::collections::HashSet;

use crate::app::document::{Document, News};
use crate::app::panels::VisibleSet;
use crate::report::{Day, Event, IndicatorIx, Report};

/// The filter of the panels.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The chosen facets, in the order of the list; without any, the panels show everything.
    pub facets: Vec<Facet>,
    /// The items that match.
    pub visible: VisibleSet,
}

impl Filter {
    /// Whether any facet is chosen.
    pub fn is_on(&self) -> bool {
        !self.facets.is_empty()
    }

    /// The filter in words: `undated and (Economy or Security)`.
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

/// Facets by their kinds. An item has to match one facet of each kind.
fn by_kind(facets: &[Facet]) -> Vec<Vec<Facet>> {
    let mut kinds: Vec<Vec<Facet>> = Vec::new();
    for facet in facets {
        let is_of_kind = |other: &Facet| other.kind() == facet.kind();
        match kinds.iter_mut().find(|kind| kind.iter().any(is_of_kind)) {
            Some(kind) => kind.push(*facet),
            None => kinds.push(vec![*facet]),
        }
    }
    kinds
}

/// What facets are matched with; what many items share is worked out once.
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

    /// The items that match: one facet of each chosen kind. An event is also shown if it bears on
    /// an indicator that is.
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
