//! What another reading of the file changes, and what stays as it was: everything that somebody
//! has looked for, by id.

use std::collections::HashMap;

use crate::app::document::{Phase, Standing, Version};
use crate::app::env::Clock;
use crate::app::keys::{Action, Panel};
use crate::app::overlays::{Offered, Overlay};
use crate::app::panels::{Card, Gauges, Spot, SpotName, Table};
use crate::app::{Model, Subject};
use crate::diff::{ChangeClass, diff};
use crate::report::{IndicatorIx, ItemId, ItemIx, Report, Text};

impl Model {
    /// Takes in another reading of the file. One with faults does not replace a sound one.
    pub(in crate::app) fn arrive(&mut self, version: Version) {
        let errors = version.loaded.errors();
        if errors > 0 && (self.is_sound() || self.loses_items(&version.loaded.report)) {
            let since = self.standing.since().unwrap_or(version.read_at);
            let Version { text, loaded, .. } = version;
            self.news.worry();
            self.standing = Standing::Broken { since, text, diagnostics: loaded.diagnostics };
            return;
        }
        let is_first = self.text.is_empty();
        let was_stale = self.standing.since().is_some();
        self.standing = Standing::Current;
        if is_first || version.text != self.text {
            self.take(version, is_first);
        } else {
            self.read_at = version.read_at;
            self.disk = version.text;
            if was_stale {
                let short = if errors > 0 { "the file is back" } else { "the file is whole again" };
                let long = format!("{short}, and as it is shown here");
                self.news.relieve(vec![long, short.to_owned()]);
                self.renew_form();
            }
        }
        match &self.overlay {
            // Whoever starts on a broken file is told first of all what is wrong with it.
            None if is_first && errors > 0 => self.open_diagnostics(true),
            Some(Overlay::Diagnostics(list)) if list.waits && errors == 0 => self.overlay = None,
            // Nobody has to write back what is there.
            Some(Overlay::Offer(offer)) if offer.what == Offered::WriteBack => self.overlay = None,
            _ => {}
        }
    }

    /// Learns that the file cannot be read, and why; what is shown stays.
    pub(in crate::app) fn lose(&mut self, why: String, gone: bool, at: Clock) {
        let since = self.standing.since().unwrap_or(at);
        self.news.worry();
        self.phase = Phase::Ready;
        self.standing = Standing::Lost { since, why, gone };
    }

    /// Whether a reading with faults has less to show than what is shown: what a fault has taken
    /// out of it has not been removed by anybody.
    fn loses_items(&self, new: &Report) -> bool {
        new.indicators.len() < self.report.indicators.len()
            || new.events.len() < self.report.events.len()
    }

    /// Whether what is shown was read without a fault.
    pub(in crate::app) fn is_sound(&self) -> bool {
        self.phase == Phase::Ready && self.faults == 0 && !self.text.is_empty()
    }

    fn take(&mut self, version: Version, is_first: bool) {
        let kept = Kept::of(self);
        let was_partial = self.faults > 0;
        let Version { text, loaded, figures, read_at } = version;
        self.disk = text.clone();
        self.text = text;
        self.read_at = read_at;
        self.phase = Phase::Ready;
        self.faults = loaded.errors();
        let old = std::mem::replace(&mut self.report, loaded.report);
        self.figures = figures;
        self.diagnostics = loaded.diagnostics;
        let mut changes = if is_first { Vec::new() } else { diff(&old, &self.report) };
        let is_mended = was_partial && self.faults == 0;
        if is_mended {
            // What a fault had taken out was added by nobody.
            let of_mend = [ChangeClass::Added, ChangeClass::Described];
            changes.retain(|change| !of_mend.contains(&change.class));
        }
        self.news.mark(&changes, &old, &self.report);
        self.renew_narrow(&old);
        let shown = &self.narrow.shown;
        self.timeline = self.timeline.renewed(&old, &self.report, self.as_of, shown);
        self.came_from = self.came_from.map(|from| from.renewed(&old, &self.report));
        if let Some(event @ ItemIx::Event(_)) =
            self.wanted.as_ref().and_then(|id| id.find(&self.report))
        {
            self.timeline.stand_on(event);
        }
        self.count();
        self.selected = self.reselected(&old);
        self.gauges = Gauges::new(&self.report, self.as_of, &self.narrow.shown);
        self.table = Table::new(&self.report, self.table.sort, self.as_of, &self.narrow.shown);
        self.selected = self.selected.or_else(|| self.gauges.order.first().copied());
        self.timeline.see(self.selected, true);
        let in_timeline = self.on_event || self.focus == Panel::Timeline;
        let is_event = matches!(self.timeline.current(), Some(ItemIx::Event(_)));
        self.on_event = in_timeline && is_event;
        self.renamed = kept.renamed(self, &old);
        let moved_on = kept.restore(self);
        if !is_first {
            let did = self.did.take_if(|(text, _)| *text == self.text).map(|(_, did)| did);
            let mut ahead: Vec<String> = did.into_iter().chain(moved_on).collect();
            if is_mended {
                let whole = "the file is whole";
                let long = format!("{whole}: nothing is left out any more");
                self.news.relieve(vec![long, whole.to_owned()]);
                ahead.insert(0, whole.to_owned());
            }
            let changes_key = self.with_key(Action::Changes, |key| key.to_string());
            self.news.changed(changes, &ahead, &changes_key);
        }
        self.renew_form();
        self.renew_lists(&old);
    }

    /// Brings what was found, and lists that are open, into line with the file.
    fn renew_lists(&mut self, old: &Report) {
        if let Some(mut find) = self.found.take() {
            find.renew(old, self);
            self.found = Some(find);
        }
        self.overlay = match self.overlay.take() {
            Some(Overlay::Find(mut find)) => {
                find.renew(old, self);
                Some(Overlay::Find(find))
            }
            Some(Overlay::Narrow(list)) => Some(Overlay::Narrow(Box::new(list.renewed(old, self)))),
            other => other,
        };
    }

    /// Brings an open form into line with the file.
    pub(in crate::app) fn renew_form(&mut self) {
        let renamed = self.renamed.take();
        if let Some((before, now)) = &renamed {
            self.history.rename(before, now);
        }
        self.overlay = match self.overlay.take() {
            Some(Overlay::Form(mut form)) => {
                if let Some((before, now)) = &renamed {
                    form.rename(before, now);
                }
                form.renew(self);
                Some(Overlay::Form(form))
            }
            other => other,
        };
    }

    /// The selected indicator in the new reading: the same by id, one that was selected before it
    /// was gone for a while, one that stands in its place under another id, or the nearest that is
    /// still there.
    fn reselected(&self, old: &Report) -> Option<IndicatorIx> {
        let shown = self.report.indexed().filter(|(ix, _)| self.narrow.shown.has(*ix));
        let ids: HashMap<&str, IndicatorIx> =
            shown.map(|(ix, indicator)| (&*indicator.id, ix)).collect();
        if let Some(ItemId::Indicator(id)) = &self.wanted
            && let Some(ix) = ids.get(&**id)
        {
            return Some(*ix);
        }
        let ix = self.selected?;
        let here = old.indicator(ix).map(|indicator| ItemId::Indicator(indicator.id.clone()));
        if let Some(ItemId::Indicator(id)) = self.narrow.left(here.as_ref())
            && let Some(ix) = ids.get(&**id)
        {
            return Some(*ix);
        }
        let still = |ix: &IndicatorIx| ids.get(&*old.indicator(*ix)?.id).copied();
        if still(&ix).is_none() && self.report.indicators.len() == old.indicators.len() {
            let instead = self.report.indicator(ix).filter(|i| old.find(&i.id).is_none());
            let instead = instead.filter(|_| self.narrow.shown.has(ix));
            if instead.is_some() {
                return Some(ix);
            }
        }
        let place = self.gauges.place(ix);
        let (before, after) = self.gauges.order.split_at_checked(place)?;
        after.iter().find_map(still).or_else(|| before.iter().rev().find_map(still))
    }

    /// The item that the detail panel speaks of, by its name in the file.
    pub(in crate::app) fn subject_id(&self) -> Option<ItemId> {
        self.item()?.id(&self.report)
    }
}

/// What is remembered by name while a report gives way to another.
struct Kept {
    subject: Option<ItemId>,
    /// The lines of the panels that the selected indicator stands on.
    gauges: usize,
    table: usize,
    spot: Option<SpotName>,
}

impl Kept {
    fn of(model: &Model) -> Self {
        let row = |row: usize, offset: usize| row.saturating_sub(offset);
        let selected = model.selected;
        Self {
            subject: model.subject_id(),
            gauges: selected.map_or(0, |ix| row(model.gauges.line(ix), model.gauges.offset)),
            table: selected.map_or(0, |ix| row(model.table.place(ix), model.table.offset)),
            spot: model.spot.and_then(|spot| spot_name(model, spot)),
        }
    }

    /// The old and the new name of the subject, if it has got another one: the old name is gone,
    /// the new one was not there, and it says the same of itself. Another item in its place is not
    /// the same one.
    fn renamed(&self, model: &Model, old: &Report) -> Option<(ItemId, ItemId)> {
        let (before, now) = (self.subject.clone()?, model.subject_id()?);
        let new = &model.report;
        let is_renamed = said_of_itself(old, &now).is_none()
            && said_of_itself(new, &before).is_none()
            && said_of_itself(old, &before) == said_of_itself(new, &now);
        is_renamed.then_some((before, now))
    }

    /// Puts everything back to where it was; says so where the subject is another now.
    fn restore(self, model: &mut Model) -> Option<String> {
        if let Some(ix) = model.selected {
            model.gauges.offset = model.gauges.line(ix).saturating_sub(self.gauges);
            model.table.offset = model.table.place(ix).saturating_sub(self.table);
        }
        let now = model.subject_id();
        let fits_again =
            model.narrow.left(self.subject.as_ref()).is_some_and(|left| Some(left) == now.as_ref());
        if fits_again {
            model.narrow.moved = None;
        }
        let back = fits_again || (model.wanted.is_some() && model.wanted == now);
        if back {
            model.wanted = None;
        }
        if self.subject == now || model.renamed.is_some() {
            model.card = Card::stale(model.item());
            model.spot = self.spot.and_then(|name| spot_of(model, &name));
            return None;
        }
        model.card = Card::default();
        let before = self.subject?;
        if back {
            return None;
        }
        let gone = before.name().to_owned();
        let now = now.as_ref().map(ItemId::name);
        if model.narrow.is_on() && said_of_itself(&model.report, &before).is_some() {
            let left = format!("{gone} is hidden: it fits no longer");
            let here = model.subject_id();
            model.narrow.moved_on(before, here);
            return Some(now.map_or_else(|| left.clone(), |now| format!("{left}, now on {now}")));
        }
        model.wanted.get_or_insert(before);
        Some(now.map_or_else(
            || format!("{gone} is gone"),
            |now| format!("{gone} is gone, now on {now}"),
        ))
    }
}

/// The label or the title of an item; `None` where it is not in a report.
fn said_of_itself<'r>(report: &'r Report, item: &ItemId) -> Option<&'r Text> {
    item.find(report)?.title(report)
}

fn spot_name(model: &Model, spot: Spot) -> Option<SpotName> {
    let Subject::Indicator(indicator) = model.subject() else { return None };
    SpotName::of(&model.report, indicator, spot)
}

fn spot_of(model: &Model, name: &SpotName) -> Option<Spot> {
    let Subject::Indicator(indicator) = model.subject() else { return None };
    name.find(&model.report, indicator)
}
