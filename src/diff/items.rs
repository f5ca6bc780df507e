//! What changed about items that have a name: which came, which went, which say something else.

use std::collections::HashMap;

use super::{ChangeClass, Changes};
use crate::report::{Event, Group, Indicator, IndicatorIx, ItemId, Report, Source, Text};

/// An item with a name of its own.
trait Named {
    fn name(&self) -> &Text;
    fn item(&self) -> ItemId;
    /// Whether another item says the same of itself, so that only the names differ.
    fn is_like(&self, other: &Self) -> bool;
    /// What is said of it when it comes or goes; never a figure without its hedge.
    fn words(&self) -> String;
}

impl Named for Indicator {
    fn name(&self) -> &Text {
        &self.id
    }

    fn item(&self) -> ItemId {
        ItemId::Indicator(self.id.clone())
    }

    fn is_like(&self, other: &Self) -> bool {
        self.label == other.label
    }

    fn words(&self) -> String {
        format!("{} ({})", self.id, self.headline.words())
    }
}

impl Named for Event {
    fn name(&self) -> &Text {
        &self.id
    }

    fn item(&self) -> ItemId {
        ItemId::Event(self.id.clone())
    }

    fn is_like(&self, other: &Self) -> bool {
        self.title == other.title
    }

    fn words(&self) -> String {
        format!("{} ({})", self.id, self.date_words())
    }
}

impl Named for Source {
    fn name(&self) -> &Text {
        &self.key
    }

    fn item(&self) -> ItemId {
        ItemId::Source(self.key.clone())
    }

    fn is_like(&self, other: &Self) -> bool {
        self.title == other.title
    }

    fn words(&self) -> String {
        format!("source {}", self.key)
    }
}

impl Named for Group {
    fn name(&self) -> &Text {
        &self.id
    }

    fn item(&self) -> ItemId {
        ItemId::Group(self.id.clone())
    }

    fn is_like(&self, other: &Self) -> bool {
        self.title == other.title
    }

    fn words(&self) -> String {
        format!("group {}", self.id)
    }
}

impl Changes<'_> {
    /// Tells which items came, which went and which have another name; gives those that stayed,
    /// as old and new.
    fn stayed<'r, T: Named>(&mut self, old: &'r [T], new: &'r [T]) -> Vec<(&'r T, &'r T)> {
        let mut left: HashMap<&str, &T> = old.iter().map(|item| (&**item.name(), item)).collect();
        let (mut stayed, mut came) = (Vec::with_capacity(new.len()), Vec::new());
        for (at, item) in new.iter().enumerate() {
            match left.remove(&**item.name()) {
                Some(before) => stayed.push((before, item)),
                None => came.push((at, item)),
            }
        }
        for (at, item) in came {
            // In its place stands what says the same of itself: it has got another name.
            let renamed = old.get(at).filter(|before| before.is_like(item));
            let renamed = renamed.filter(|_| old.len() == new.len());
            if let Some(before) = renamed.and_then(|before| left.remove(&**before.name())) {
                let words = format!("renamed: {} → {}", before.name(), item.name());
                self.add(ChangeClass::Described, &item.item(), words);
                stayed.push((before, item));
            } else {
                let words = format!("added: {}", item.words());
                self.add(ChangeClass::Added, &item.item(), words);
            }
        }
        for item in old.iter().filter(|item| left.contains_key(&**item.name())) {
            let words = format!("removed: {}", item.words());
            self.add(ChangeClass::Removed, &item.item(), words);
        }
        stayed
    }

    pub(super) fn indicators(&mut self) {
        for (before, after) in self.stayed(&self.old.indicators, &self.new.indicators) {
            self.indicator(before, after);
        }
    }

    pub(super) fn events(&mut self) {
        for (before, after) in self.stayed(&self.old.events, &self.new.events) {
            self.event(before, after);
        }
    }

    fn event(&mut self, before: &Event, after: &Event) {
        let item = ItemId::Event(after.id.clone());
        if before.date != after.date {
            let words = format!("{}: {} → {}", after.id, before.date_words(), after.date_words());
            self.add(ChangeClass::Redated, &item, words);
        }
        let key = |report: &Report, event: &Event| {
            event.source.and_then(|ix| report.source(ix)).map(|source| source.key.clone())
        };
        let group = |report: &Report, event: &Event| {
            event.group.and_then(|ix| report.group(ix)).map(|group| group.id.clone())
        };
        let (old, new) = (self.old, self.new);
        if key(old, before) != key(new, after) || before.locator != after.locator {
            self.add(ChangeClass::Resourced, &item, format!("{}: source changed", after.id));
        }
        let said = [
            ("title", before.title != after.title),
            ("group", group(old, before) != group(new, after)),
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
        ];
        self.described(&ItemId::Report, "the report", &said);
    }

    /// What else is said of an item, by the names of what changed.
    pub(super) fn described(&mut self, item: &ItemId, name: &str, said: &[(&str, bool)]) {
        let changed: Vec<&str> =
            said.iter().filter(|(_, changed)| *changed).map(|(what, _)| *what).collect();
        if !changed.is_empty() {
            let words = format!("{name}: {} changed", changed.join(", "));
            self.add(ChangeClass::Described, item, words);
        }
    }
}

pub(super) fn ids(report: &Report, list: &[IndicatorIx]) -> Vec<Text> {
    list.iter().filter_map(|ix| report.indicator(*ix)).map(|i| i.id.clone()).collect()
}
