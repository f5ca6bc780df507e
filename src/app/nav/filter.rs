//! Narrowing: which figures and events are shown, where somebody wants to see only some of them.

mod facet;

pub use facet::{Facet, FacetKind};

use std::collections::HashSet;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{Gauges, Table, VisibleSet};
use crate::report::{Event, EventIx, Indicator, IndicatorIx, ItemId, ItemIx, Report};

/// What the panels are narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    /// What was chosen, in the order of the list; nothing is everything.
    pub facets: Vec<Facet>,
    /// What is shown.
    pub shown: VisibleSet,
    /// What was selected before it was hidden, and what is selected in its place: whoever has not
    /// moved on gets it back.
    pub(in crate::app) moved: Option<(ItemId, ItemId)>,
}

impl Narrow {
    /// Whether only some of the report is shown.
    pub fn is_on(&self) -> bool {
        !self.facets.is_empty()
    }

    /// What was selected before it was hidden, if the selection is still where it went from there.
    pub(in crate::app) fn left(&self, here: Option<&ItemId>) -> Option<&ItemId> {
        self.moved.as_ref().filter(|(_, then)| Some(then) == here).map(|(before, _)| before)
    }

    /// Learns that what was selected is hidden by now, and what is selected in its place.
    pub(in crate::app) fn moved_on(&mut self, before: ItemId, now: Option<ItemId>) {
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

impl Model {
    /// Shows what fits these facets, and nothing else; no facet shows everything.
    pub(in crate::app) fn narrow_to(&mut self, facets: Vec<Facet>) {
        self.narrow.facets = facets;
        let before = self.subject_id();
        self.reshow();
        let now = self.subject_id();
        self.narrow.moved = match (self.narrow.moved.take(), before, now) {
            (Some((first, then)), Some(before), Some(now)) if then == before => {
                (first != now).then_some((first, now))
            }
            (_, Some(before), Some(now)) if before != now => Some((before, now)),
            (kept, ..) => kept,
        };
    }

    /// Shows everything again, and what was selected before it was hidden.
    pub(in crate::app) fn widen(&mut self) {
        self.narrow.facets.clear();
        self.reshow();
        let before = self.narrow.left(self.subject_id().as_ref()).cloned();
        self.narrow.moved = None;
        if let Some(before) = before {
            self.select_item(&before);
        }
    }

    /// Works out what is shown, and puts the panels in order accordingly.
    fn reshow(&mut self) {
        self.narrow.shown = self.fitting();
        let selected = self.selected;
        let about = self.item();
        let near = selected.filter(|ix| self.narrow.shown.has(*ix)).or_else(|| self.nearest());
        let rows = (self.gauges.offset, self.table.offset);
        self.gauges = Gauges::new(&self.report, self.as_of, &self.narrow.shown);
        self.table = Table::new(&self.report, self.table.sort, self.as_of, &self.narrow.shown);
        (self.gauges.offset, self.table.offset) = rows;
        self.timeline.show(&self.report, self.as_of, &self.narrow.shown);
        self.selected = near.or_else(|| self.gauges.order.first().copied());
        self.timeline.see(self.selected, self.on_event);
        let is_event = matches!(self.timeline.current(), Some(ItemIx::Event(_)));
        self.on_event = is_event && (self.on_event || self.focus == Panel::Timeline);
        if self.item() != about {
            self.came_from = None;
        }
        if let Some(mut find) = self.found.take() {
            find.again(self);
            self.found = Some(find);
        }
    }

    /// Narrows another reading of the report as the one before: what is gone is chosen no longer,
    /// and what somebody waits for is not hidden from them.
    pub(in crate::app) fn renew_narrow(&mut self, old: &Report) {
        let facets = std::mem::take(&mut self.narrow.facets);
        let renewed = |facet: Facet| facet.renewed(old, &self.report);
        self.narrow.facets = facets.into_iter().filter_map(renewed).collect();
        self.narrow.shown = self.fitting();
        let wanted = self.wanted.as_ref().and_then(|id| id.find(&self.report));
        let is_hidden = wanted.is_some_and(|item| !self.narrow.shown.has(item));
        if is_hidden {
            self.narrow = Narrow::default();
        }
    }

    /// The shown indicator that is nearest to the selected one in the order of the gauges.
    fn nearest(&self) -> Option<IndicatorIx> {
        let place = self.gauges.place(self.selected?);
        let (before, after) = self.gauges.order.split_at_checked(place)?;
        let is_shown = |ix: &&IndicatorIx| self.narrow.shown.has(**ix);
        after.iter().find(is_shown).or_else(|| before.iter().rev().find(is_shown)).copied()
    }

    /// What fits the chosen facets.
    fn fitting(&self) -> VisibleSet {
        if self.narrow.facets.is_empty() {
            return VisibleSet::default();
        }
        let ask = Ask::new(self);
        let all = self.report.indexed();
        let indicators: Vec<bool> = all.map(|(ix, indicator)| ask.fits(ix, indicator)).collect();
        let bears = |event: &Event| {
            event.indicators.iter().any(|ix| indicators.get(ix.get()).is_some_and(|shown| *shown))
        };
        let events = self.report.indexed_events();
        let events = events.map(|(ix, event)| bears(event) || ask.fits_event(ix, event)).collect();
        VisibleSet::only(indicators, events)
    }

    /// Selects an item by its name, where it is shown.
    pub(in crate::app) fn select_item(&mut self, item: &ItemId) {
        match item.find(&self.report).filter(|item| self.narrow.shown.has(*item)) {
            Some(ItemIx::Indicator(ix)) => {
                self.selected = Some(ix);
                self.on_event = false;
            }
            Some(event) => {
                self.timeline.stand_on(event);
                self.on_event = true;
            }
            None => {}
        }
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

/// Questions about many items, with what they have in common worked out once.
pub(in crate::app) struct Ask<'m> {
    model: &'m Model,
    kinds: Vec<Vec<Facet>>,
    pub(in crate::app) warned: HashSet<IndicatorIx>,
}

impl<'m> Ask<'m> {
    pub(in crate::app) fn new(model: &'m Model) -> Self {
        let kinds = by_kind(&model.narrow.facets);
        let warned = model.diagnostics.iter().filter_map(|d| d.indicator).collect();
        Self { model, kinds, warned }
    }

    fn fits(&self, ix: IndicatorIx, indicator: &Indicator) -> bool {
        let is_warned = self.warned.contains(&ix);
        let fits = |facet: &Facet| facet.fits(self.model, ix, indicator, is_warned);
        self.kinds.iter().all(|kind| kind.iter().any(fits))
    }

    fn fits_event(&self, ix: EventIx, event: &Event) -> bool {
        let fits = |facet: &Facet| facet.fits_event(self.model, ix, event);
        self.kinds.iter().all(|kind| kind.iter().any(fits))
    }
}
