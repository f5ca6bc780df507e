//! What changed about items with ids: which were added, removed, renamed or changed.

use super::matching::{Match, Named, matches};
use super::{Change, ChangeClass, Changes, group_id, source_key};
use crate::report::{Event, IndicatorIx, ItemId, Report, Text};

impl Changes<'_> {
    /// Reports the items that were added, removed or renamed; returns those in both readings, as
    /// old and new.
    pub(super) fn stayed<'r, T: Named>(
        &mut self,
        old: &'r [T],
        new: &'r [T],
    ) -> Vec<(&'r T, &'r T)> {
        let matched = matches(old, new);
        let mut before = vec![None; new.len()];
        for (item, became) in old.iter().zip(&matched) {
            if let Match::Same(at) = became
                && let Some(before) = before.get_mut(*at)
            {
                *before = Some(item);
            }
        }
        let mut stayed = Vec::with_capacity(new.len());
        for (before, item) in before.into_iter().zip(new) {
            let Some(before) = before else {
                let words = format!("added: {}", item.words());
                let added = Change::new(ChangeClass::Added, &item.item(), words);
                self.list.push(added.between(None, item.said()));
                continue;
            };
            self.renamed(before, item);
            stayed.push((before, item));
        }
        for (item, became) in old.iter().zip(&matched) {
            if !matches!(became, Match::Same(_)) {
                let words = format!("removed: {}", item.words());
                let removed = Change::new(ChangeClass::Removed, &item.item(), words);
                self.list.push(removed.between(item.said(), None));
            }
        }
        stayed
    }

    /// Reports an item that has another id.
    pub(super) fn renamed<T: Named>(&mut self, before: &T, after: &T) {
        let (old, new) = (before.id(), after.id());
        if old != new {
            let words = format!("renamed: {old} → {new}");
            let change = Change::new(ChangeClass::Described, &after.item(), words);
            let ids = change.between(old.to_string(), new.to_string());
            self.list.push(Change { kind: "renamed".to_owned(), ..ids });
        }
    }

    pub(super) fn event(&mut self, before: &Event, after: &Event) {
        let item = ItemId::Event(after.id.clone());
        if before.date != after.date {
            let (old, new) = (before.date_words(), after.date_words());
            let words = format!("{}: {old} → {new}", after.id);
            self.list.push(Change::new(ChangeClass::Redated, &item, words).between(old, new));
        }
        let (old, new) = (self.old, self.new);
        let is_elsewhere = source_key(old, before.source) != source_key(new, after.source);
        if is_elsewhere || before.locator != after.locator {
            self.add(ChangeClass::Resourced, &item, format!("{}: source changed", after.id));
        }
        let said = [
            ("title", before.title != after.title),
            ("group", group_id(old, before.group) != group_id(new, after.group)),
            ("note", before.note != after.note),
            ("indicators", ids(old, &before.indicators) != ids(new, &after.indicators)),
        ];
        self.described(&item, &after.id, &said);
    }

    pub(super) fn sources(&mut self) {
        for (before, after) in self.stayed(&self.old.sources, &self.new.sources) {
            let said = [
                ("title", before.title != after.title),
                ("publisher", before.publisher != after.publisher),
                ("published", before.published != after.published),
                ("accessed", before.accessed != after.accessed),
                ("address", before.url != after.url),
                ("kind", before.kind != after.kind),
                ("copy", before.copy != after.copy),
                ("note", before.note != after.note),
            ];
            let item = ItemId::Source(after.key.clone());
            self.described(&item, &format!("source {}", after.key), &said);
        }
    }

    pub(super) fn groups(&mut self) {
        for (before, after) in self.stayed(&self.old.groups, &self.new.groups) {
            let item = ItemId::Group(after.id.clone());
            let name = format!("group {}", after.id);
            self.described(&item, &name, &[("title", before.title != after.title)]);
        }
    }

    pub(super) fn report(&mut self) {
        let (old, new) = (self.old, self.new);
        let said = [
            ("title", old.title != new.title),
            ("area", old.area != new.area),
            ("authors", old.authors != new.authors),
            ("publisher", old.publisher != new.publisher),
            ("published", old.published != new.published),
            ("address", old.url != new.url),
            ("about", old.about != new.about),
            ("articles", old.texts != new.texts),
        ];
        self.described(&ItemId::Report, "the report", &said);
    }

    /// Reports the descriptions of an item that changed.
    pub(super) fn described(&mut self, item: &ItemId, name: &str, said: &[(&str, bool)]) {
        let changed: Vec<&str> =
            said.iter().filter(|(_, changed)| *changed).map(|(what, _)| *what).collect();
        if !changed.is_empty() {
            let words = format!("{name}: {} changed", changed.join(", "));
            self.list.push(Change::new(ChangeClass::Described, item, words).named(name));
        }
    }
}

pub(super) fn ids(report: &Report, list: &[IndicatorIx]) -> Vec<Text> {
    list.iter().filter_map(|ix| report.indicator(*ix)).map(|i| i.id.clone()).collect()
}
