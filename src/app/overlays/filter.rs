//! The list of what panels can be narrowed to, and what keys do in it.

use crate::app::keys::{Action, Key, Scope, TextPress, text_press};
use crate::app::nav::{Ask, Facet};
use crate::app::overlays::Overlay;
use crate::app::text::Picker;
use crate::app::{Effect, Model};
use crate::report::{GroupIx, Report, STATUSES, SourceIx, Status};

/// The list, over the panels.
#[derive(Clone, Debug)]
pub struct NarrowList {
    /// What is typed, and what is left of the list.
    pub picker: Picker,
    /// The lines of the list, in the order of the picker's texts.
    pub lines: Vec<FacetLine>,
    /// What was chosen before.
    before: Vec<Facet>,
    /// Whether they are chosen one after the other.
    several: bool,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetLine {
    /// What it is about.
    pub facet: Facet,
    /// How many indicators of the whole report it fits.
    pub count: usize,
}

/// The ages that the list offers, in years.
const YEARS: [u8; 4] = [1, 2, 5, 10];

impl NarrowList {
    /// The list for a report: what fits nothing is left out, unless it is chosen.
    pub(in crate::app) fn new(model: &Model) -> Self {
        let report = &model.report;
        let all = facets(report);
        let mut lines: Vec<_> =
            all.into_iter().map(|facet| FacetLine { facet, count: 0 }).collect();
        let ask = Ask::new(model);
        for (ix, indicator) in report.indexed() {
            let is_warned = ask.warned.contains(&ix);
            for line in &mut lines {
                line.count += usize::from(line.facet.fits(model, ix, indicator, is_warned));
            }
        }
        lines.retain(|line| line.count > 0 || model.narrow.facets.contains(&line.facet));
        let texts = lines.iter().map(|line| line.facet.name(report)).collect();
        let before = model.narrow.facets.clone();
        Self { picker: Picker::new(texts), lines, before, several: false }
    }

    /// The list for another reading of the report; what was typed stays, and so does what was
    /// chosen before, as far as it is there still.
    pub(in crate::app) fn renewed(&self, old: &Report, model: &Model) -> Self {
        let mut list = Self::new(model);
        let renewed = |facet: &Facet| facet.renewed(old, &model.report);
        list.before = self.before.iter().filter_map(renewed).collect();
        list.picker.paste(self.picker.input.line());
        list.picker.at = self.picker.at;
        list.several = self.several;
        list
    }

    /// Whether what was chosen one after the other is all: nothing has been typed since.
    pub fn is_done(&self) -> bool {
        self.several && self.picker.input.line().is_empty()
    }

    /// The marked facet.
    fn marked(&self) -> Option<Facet> {
        self.lines.get(self.picker.marked()?).map(|line| line.facet)
    }

    /// The chosen facets with that one more, or one less, in the order of the list.
    fn toggled(&self, chosen: &[Facet], facet: Facet) -> Vec<Facet> {
        let has = |f: &Facet| chosen.contains(f) != (*f == facet);
        self.lines.iter().map(|line| line.facet).filter(has).collect()
    }
}

/// Every facet of a report, in the order of the list.
fn facets(report: &Report) -> Vec<Facet> {
    let places = |count: usize| (0u32..).take(count);
    let statuses = STATUSES.iter().map(|(status, ..)| *status);
    let mut facets = vec![Facet::Undated];
    facets.extend(YEARS.map(Facet::OlderThan));
    facets.extend([Facet::Due, Facet::Rivals, Facet::Changed, Facet::Warned]);
    facets.extend(places(report.groups.len()).map(|at| Facet::Group(Some(GroupIx(at)))));
    facets.push(Facet::Group(None));
    facets.extend(statuses.filter(|status| *status != Status::Normal).map(Facet::Status));
    facets.extend(places(report.sources.len()).map(|at| Facet::Source(Some(SourceIx(at)))));
    facets.push(Facet::Source(None));
    facets
}

/// A key in the list. What is chosen is seen at once behind it.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    match text_press(&model.keymap, Scope::Narrow, key) {
        TextPress::Effect(effect) => return Some(effect),
        TextPress::Do(action) => obey(model, action),
        TextPress::Text => {
            if let Some(Overlay::Narrow(list)) = &mut model.overlay {
                list.picker.press(key);
            }
        }
    }
    None
}

/// Leaves the list, chooses in it, or moves the mark.
pub(in crate::app) fn obey(model: &mut Model, action: Action) {
    let Some(Overlay::Narrow(mut list)) = model.overlay.take() else { return };
    let mut stays = true;
    match action {
        Action::Accept => {
            // Whoever has chosen one after the other is done; else the marked one is meant.
            stays = match list.marked() {
                _ if list.is_done() => false,
                Some(facet) => {
                    let facets = list.toggled(&model.narrow.facets, facet);
                    model.narrow_to(facets);
                    false
                }
                None => true,
            };
        }
        Action::ChooseMore => {
            if let Some(facet) = list.marked() {
                let facets = list.toggled(&model.narrow.facets, facet);
                model.narrow_to(facets);
                list.several = true;
                // The next one is looked for among all.
                list.picker.clear();
            }
        }
        Action::Back => {
            if model.narrow.facets != list.before {
                model.narrow_to(std::mem::take(&mut list.before));
            }
            stays = false;
        }
        action => {
            let view = model.layout().list_height();
            list.picker.travel(view, action);
        }
    }
    if stays {
        model.overlay = Some(Overlay::Narrow(list));
    }
}
