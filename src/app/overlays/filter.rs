//! The list of filters: what the panels can be limited to.

use ratatui::layout::Position;

use crate::app::keys::Action;
use crate::app::nav::{Facet, FilterQuery};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, row_at};
use crate::app::panels::list_rows;
use crate::app::text::Picker;
use crate::diff::Matching;
use crate::report::{GroupIx, Report, STATUSES, SourceIx, Status};

/// The list of filters.
#[derive(Clone, Debug)]
pub struct FilterList {
    /// The typed words and the lines that match them.
    pub picker: Picker,
    /// The lines of the list, in the order of the picker's texts.
    pub lines: Vec<FacetLine>,
    /// The facets of the filter when the list was opened.
    before: Vec<Facet>,
    /// Whether the user chooses several facets, one after the other.
    several: bool,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetLine {
    /// The facet that it chooses.
    pub facet: Facet,
    /// How many indicators of the whole report match.
    pub count: usize,
}

/// The ages that the list offers, in years.
const YEARS: [u8; 4] = [1, 2, 5, 10];

impl FilterList {
    /// The facets of a report. One that nothing matches is left out, unless it is chosen.
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        let query = FilterQuery::new(cx.doc, cx.env.as_of, cx.news);
        let report = &cx.doc.report;
        let chosen = &cx.nav.filter.facets;
        let mut lines: Vec<_> =
            facets(report).into_iter().map(|facet| FacetLine { facet, count: 0 }).collect();
        for (ix, indicator) in report.indexed() {
            for line in &mut lines {
                line.count += usize::from(line.facet.fits(&query, ix, indicator));
            }
        }
        lines.retain(|line| line.count > 0 || chosen.contains(&line.facet));
        let texts = lines.iter().map(|line| line.facet.name(report)).collect();
        Self { picker: Picker::new(texts), lines, before: chosen.clone(), several: false }
    }

    /// Whether the user is done: several facets are chosen and nothing has been typed since.
    pub fn is_done(&self) -> bool {
        self.several && self.picker.field.line().is_empty()
    }

    /// The chosen facets with the marked one added, or removed if it was chosen, in the order of
    /// the list.
    fn toggled(&self, cx: &Context<'_>) -> Option<Request> {
        let marked = self.lines.get(self.picker.marked()?)?.facet;
        let chosen = &cx.nav.filter.facets;
        let has = |facet: &Facet| chosen.contains(facet) != (*facet == marked);
        let facets = self.lines.iter().map(|line| line.facet).filter(has).collect();
        Some(Request::Filter(facets))
    }

    /// Chooses the marked facet, or removes it if it was chosen, and stays open for more.
    fn choose_more(&mut self, cx: &Context<'_>) -> Outcome {
        let request = self.toggled(cx);
        if request.is_some() {
            self.several = true;
            // The next facet is searched among all of them.
            self.picker.clear();
        }
        Outcome { stays: true, request }
    }
}

impl Layer for FilterList {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) if self.is_done() => Outcome::CLOSES,
            Some(Action::Accept) => self.toggled(cx).map_or(Outcome::STAYS, Outcome::closes_and),
            Some(Action::ChooseMore) => self.choose_more(cx),
            Some(Action::Back) if cx.nav.filter.facets == self.before => Outcome::CLOSES,
            Some(Action::Back) => {
                Outcome::closes_and(Request::Filter(std::mem::take(&mut self.before)))
            }
            _ => {
                self.picker.press(press.key, press.action, cx.layout.list_height());
                Outcome::STAYS
            }
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept && self.is_done()).then_some("done")
    }

    fn paste(&mut self, text: &str, _: &Context<'_>) -> Outcome {
        self.picker.paste(text);
        Outcome::STAYS
    }

    /// A click chooses a line and stays, as several can be chosen.
    fn click(&mut self, at: Position, cx: &Context<'_>) -> Outcome {
        let rows = list_rows(cx.layout.short_list());
        let picker = &mut self.picker;
        let Some(row) = row_at(rows, picker.offset, picker.matches.len(), at) else {
            return Outcome::STAYS;
        };
        picker.at = row;
        self.choose_more(cx)
    }

    fn settle(&mut self, cx: &Context<'_>) {
        self.picker.settle(cx.layout.list_height());
    }

    /// Keeps the typed words and the facets from before, as far as the report still has them.
    fn reload(&mut self, matching: &Matching, cx: &Context<'_>) {
        let mut list = Self::new(cx);
        list.before = self.before.iter().filter_map(|facet| facet.resolve(matching)).collect();
        list.picker.paste(self.picker.field.line());
        list.picker.at = self.picker.at;
        list.several = self.several;
        *self = list;
    }
}

/// Every facet of a report, in the order of the list.
fn facets(report: &Report) -> Vec<Facet> {
    let places = |count: usize| (0u32..).take(count);
    let statuses = STATUSES.iter().map(|(status, ..)| *status);
    let mut facets = vec![Facet::Undated];
    facets.extend(YEARS.map(Facet::OlderThan));
    facets.extend([Facet::Hedged, Facet::Exact, Facet::Estimated, Facet::Derived]);
    facets.extend([Facet::Disputed, Facet::Restated, Facet::Overdue]);
    facets.extend([Facet::Due, Facet::Rivals, Facet::Changed, Facet::Warned]);
    facets.extend(places(report.groups.len()).map(|at| Facet::Group(Some(GroupIx(at)))));
    facets.push(Facet::Group(None));
    facets.extend(statuses.filter(|status| *status != Status::Normal).map(Facet::Status));
    facets.extend(places(report.sources.len()).map(|at| Facet::Source(Some(SourceIx(at)))));
    facets.push(Facet::Source(None));
    facets
}
