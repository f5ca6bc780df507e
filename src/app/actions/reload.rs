//! Reloading the file. The selection, the view and the cursor stay, found again by id.

use std::collections::HashMap;

use crate::app::document::{FileStatus, Notice, Phase, Snapshot};
use crate::app::env::Clock;
use crate::app::keys::Action;
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::nav::Subject;
use crate::app::overlays::{DiagnosticsList, Overlay};
use crate::app::panels::{ContentHeights, CursorName};
use crate::diff::{ChangeClass, diff};
use crate::report::{Day, IndicatorIx, ItemId, ItemIx, Report, Text};

impl Model {
    /// Takes in another reading of the file. One with errors does not replace a sound one.
    pub(crate) fn reload(&mut self, snapshot: Snapshot) {
        let doc = &mut self.doc;
        let errors = snapshot.loaded.errors();
        if errors > 0 && (doc.is_sound() || doc.loses_items(&snapshot.loaded.report)) {
            let since = doc.status.since().unwrap_or(snapshot.read_at);
            let Snapshot { text, loaded, .. } = snapshot;
            self.news.forget_recovery();
            doc.status = FileStatus::Broken { since, text, diagnostics: loaded.diagnostics };
            return;
        }
        let is_first = doc.text.is_empty();
        let was_stale = doc.status.since().is_some();
        doc.status = FileStatus::Current;
        if is_first || snapshot.text != doc.text {
            self.replace_report(snapshot, is_first);
        } else {
            doc.read_at = snapshot.read_at;
            doc.disk = snapshot.text;
            // The same text may be at fault in another way on another day.
            doc.diagnostics = snapshot.loaded.diagnostics;
            if was_stale {
                let short = if errors > 0 { "the file is back" } else { "the file is whole again" };
                let long = format!("{short}, and as it is shown here");
                self.news.say_recovered(Notice::new(long, short));
            }
            self.refresh();
        }
        if self.overlay.as_ref().is_some_and(|o| o.layer().is_over(&self.context())) {
            self.overlay = None;
        }
        // At the start, a broken file shows its faults first.
        if self.overlay.is_none() && is_first && errors > 0 {
            self.overlay = Some(Overlay::Diagnostics(DiagnosticsList::new(&self.doc, true)));
        }
    }

    /// Measures ages from another date. What is wrong with the file on that date is known when it has
    /// been read again.
    pub(crate) fn turn_day(&mut self, day: Day) -> Effect {
        self.env.as_of = day;
        self.refresh();
        Effect::Recheck
    }

    /// Works out what is shown again, of the same report.
    fn refresh(&mut self) {
        let kept = Kept::new(self);
        self.refilter();
        self.panels.heights = ContentHeights::of(&self.doc.report, self.env.as_of);
        kept.restore(self, false);
        self.reload_overlay(None);
    }

    /// Learns that the file cannot be read, and why; the report stays on the screen.
    pub(crate) fn file_unreadable(&mut self, why: String, gone: bool, at: Clock) {
        let since = self.doc.status.since().unwrap_or(at);
        self.news.forget_recovery();
        self.doc.phase = Phase::Ready;
        self.doc.status = FileStatus::Unreadable { since, why, gone };
    }

    fn replace_report(&mut self, snapshot: Snapshot, is_first: bool) {
        let kept = Kept::new(self);
        let was_partial = self.doc.faults > 0;
        let old = self.doc.take(snapshot);
        let mut changes = if is_first { Vec::new() } else { diff(&old, &self.doc.report) };
        let is_fixed = was_partial && self.doc.faults == 0;
        if is_fixed {
            // Items that a fault had hidden were not added by this change.
            let of_fix = [ChangeClass::Added, ChangeClass::Described];
            changes.retain(|change| !of_fix.contains(&change.class));
        }
        self.news.mark(&changes, &old, &self.doc.report);
        self.reload_filter(&old);
        self.reload_panels(&old);
        let renamed = kept.renamed(self, &old);
        let moved_on = kept.restore(self, renamed.is_some());
        if !is_first {
            let text = &self.doc.text;
            let written = self.edits.written.take_if(|(written, _)| written == text);
            let did = written.map(|(_, did)| did);
            let mut ahead: Vec<String> = did.into_iter().chain(moved_on).collect();
            if is_fixed {
                let whole = "the file is whole";
                let long = format!("{whole}: nothing is left out any more");
                self.news.say_recovered(Notice::new(long, whole));
                ahead.insert(0, whole.to_owned());
            }
            let changes_key = self.with_key(Action::Changes, |key| key.to_string());
            self.news.changed(changes, &ahead, &changes_key);
        }
        if let Some((before, now)) = &renamed {
            self.edits.history.rename(before, now);
            if let Some(overlay) = &mut self.overlay {
                overlay.layer_mut().rename(before, now);
            }
        }
        if let Some(found) = &mut self.nav.found {
            found.reload(&old, &self.doc, &self.nav.filter.visible);
        }
        self.reload_overlay(Some(&old));
    }

    fn reload_panels(&mut self, old: &Report) {
        let as_of = self.env.as_of;
        let report = &self.doc.report;
        let visible = &self.nav.filter.visible;
        let timeline = self.panels.timeline.reloaded(old, report, as_of, visible);
        self.panels.timeline = timeline;
        self.nav.back = self.nav.back.map(|back| back.reloaded(old, report));
        let wanted = self.nav.wanted.as_ref().and_then(|id| id.find(report));
        if let Some(event @ ItemIx::Event(_)) = wanted {
            self.panels.timeline.select(event);
        }
        self.panels.heights = ContentHeights::of(report, as_of);
        let selected = self.reselected(old);
        let (nav, panels) = (&mut self.nav, &mut self.panels);
        panels.fill(&self.doc.report, as_of, &nav.filter.visible);
        nav.selection.indicator = selected.or_else(|| panels.gauges.order.first().copied());
        panels.timeline.follow(nav.selection.indicator, true);
        nav.settle_event(panels);
    }

    /// Reloads an open overlay; `old` is the report before, if it changed.
    pub(super) fn reload_overlay(&mut self, old: Option<&Report>) {
        let Some(mut overlay) = self.overlay.take() else { return };
        overlay.layer_mut().reload(old.unwrap_or(&self.doc.report), &self.context());
        self.overlay = Some(overlay);
    }

    /// The indicator to select in the new reading: the one that the user waits for, the one that the
    /// filter had hidden, the same by id, one in its place under another id, or the nearest one that
    /// is still there.
    fn reselected(&self, old: &Report) -> Option<IndicatorIx> {
        let (report, nav) = (&self.doc.report, &self.nav);
        let visible = report.indexed().filter(|(ix, _)| nav.filter.visible.has(*ix));
        let ids: HashMap<&str, IndicatorIx> =
            visible.map(|(ix, indicator)| (&*indicator.id, ix)).collect();
        if let Some(ItemId::Indicator(id)) = &nav.wanted
            && let Some(ix) = ids.get(&**id)
        {
            return Some(*ix);
        }
        let ix = nav.selection.indicator?;
        let here = ItemIx::Indicator(ix).id(old);
        if let Some(ItemId::Indicator(id)) = nav.filter.hidden_selection(here.as_ref())
            && let Some(ix) = ids.get(&**id)
        {
            return Some(*ix);
        }
        let still = |ix: IndicatorIx| ids.get(&*old.indicator(ix)?.id).copied();
        if still(ix).is_none() && report.indicators.len() == old.indicators.len() {
            let instead = report.indicator(ix).filter(|i| old.find(&i.id).is_none());
            if instead.is_some() && nav.filter.visible.has(ix) {
                return Some(ix);
            }
        }
        self.nearest(still)
    }
}

/// The selection and the view, kept by id while one report replaces another.
struct Kept {
    item: Option<ItemId>,
    /// The line of the selected indicator in the view of the gauges.
    gauges: usize,
    /// The line of the selected indicator in the view of the table.
    table: usize,
    cursor: Option<CursorName>,
}

impl Kept {
    fn new(model: &Model) -> Self {
        let row = |row: usize, offset: usize| row.saturating_sub(offset);
        let panels = &model.panels;
        let indicator = model.nav.selection.indicator;
        let cursor = match (panels.detail.cursor, model.subject()) {
            (Some(cursor), Subject::Indicator(indicator)) => {
                CursorName::of(&model.doc.report, indicator, cursor)
            }
            _ => None,
        };
        Self {
            item: model.selected_id(),
            gauges: indicator.map_or(0, |ix| row(panels.gauges.line(ix), panels.gauges.offset)),
            table: indicator.map_or(0, |ix| row(panels.table.place(ix), panels.table.offset)),
            cursor,
        }
    }

    /// The old and the new id of the selected item, if it was renamed: the old id is gone, the new
    /// one was not there, and the title is the same. With another title it is another item.
    fn renamed(&self, model: &Model, old: &Report) -> Option<(ItemId, ItemId)> {
        let (before, now) = (self.item.clone()?, model.selected_id()?);
        let new = &model.doc.report;
        let is_renamed = title(old, &now).is_none()
            && title(new, &before).is_none()
            && title(old, &before) == title(new, &now);
        is_renamed.then_some((before, now))
    }

    /// Restores the view; returns a message if another item is selected now.
    fn restore(self, model: &mut Model, is_renamed: bool) -> Option<String> {
        let now = model.selected_id();
        let (nav, panels) = (&mut model.nav, &mut model.panels);
        if let Some(ix) = nav.selection.indicator {
            panels.gauges.offset = panels.gauges.line(ix).saturating_sub(self.gauges);
            panels.table.offset = panels.table.place(ix).saturating_sub(self.table);
        }
        let left = nav.filter.hidden_selection(self.item.as_ref());
        let fits_again = left.is_some_and(|left| Some(left) == now.as_ref());
        if fits_again {
            nav.filter.moved = None;
        }
        let is_back = fits_again || (nav.wanted.is_some() && nav.wanted == now);
        if is_back {
            nav.wanted = None;
        }
        if self.item == now || is_renamed {
            let cursor = match nav.selection.subject(&model.doc.report) {
                Subject::Indicator(indicator) => {
                    self.cursor.and_then(|name| name.find(&model.doc.report, indicator))
                }
                Subject::Event(_) | Subject::Nothing => None,
            };
            panels.detail.restore(nav.selection.item(), panels.detail.offset, cursor);
            return None;
        }
        panels.detail.forget();
        let before = self.item.filter(|_| !is_back)?;
        let gone = before.name().to_owned();
        let now_on =
            now.as_ref().map_or_else(String::new, |now| format!(", now on {}", now.name()));
        if nav.filter.is_on() && title(&model.doc.report, &before).is_some() {
            nav.filter.moved_on(before, now);
            return Some(format!("{gone} is hidden: it no longer matches the filter{now_on}"));
        }
        nav.wanted.get_or_insert(before);
        Some(format!("{gone} is gone{now_on}"))
    }
}

/// The label or the title of an item; `None` if it is not in the report.
fn title<'r>(report: &'r Report, item: &ItemId) -> Option<&'r Text> {
    item.find(report)?.title(report)
}
