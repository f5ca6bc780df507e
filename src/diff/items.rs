//! What changed about items that have a name: which came, which went, which say something else.

use std::collections::HashMap;

use super::lists::pairs;
use super::{ChangeClass, Changes, ItemId};
use crate::report::{
    Event, Group, Indicator, IndicatorIx, Observation, Period, Report, Rival, Series, Source, Text,
};

/// An item with an id.
trait Named {
    fn id(&self) -> &Text;
}

impl Named for Indicator {
    fn id(&self) -> &Text {
        &self.id
    }
}

impl Named for Event {
    fn id(&self) -> &Text {
        &self.id
    }
}

impl Named for Source {
    fn id(&self) -> &Text {
        &self.key
    }
}

impl Named for Group {
    fn id(&self) -> &Text {
        &self.id
    }
}

/// Items that came, that stayed (as old and new), and that went.
struct Matched<'r, T> {
    stayed: Vec<(&'r T, &'r T)>,
    came: Vec<&'r T>,
    went: Vec<&'r T>,
}

fn matched<'r, T: Named>(old: &'r [T], new: &'r [T]) -> Matched<'r, T> {
    let mut left: HashMap<&str, &T> = old.iter().map(|item| (&**item.id(), item)).collect();
    let (mut stayed, mut came) = (Vec::new(), Vec::new());
    for item in new {
        match left.remove(&**item.id()) {
            Some(before) => stayed.push((before, item)),
            None => came.push(item),
        }
    }
    let went = old.iter().filter(|item| left.contains_key(&**item.id())).collect();
    Matched { stayed, came, went }
}

impl Changes<'_> {
    pub(super) fn indicators(&mut self) {
        let Matched { stayed, came, went } = matched(&self.old.indicators, &self.new.indicators);
        for indicator in came {
            let item = ItemId::Indicator(indicator.id.clone());
            let words = format!("added: {} ({})", indicator.id, indicator.headline.words());
            self.add(ChangeClass::Added, &item, words);
        }
        for indicator in went {
            let item = ItemId::Indicator(indicator.id.clone());
            let words = format!("removed: {} ({})", indicator.id, indicator.headline.words());
            self.add(ChangeClass::Removed, &item, words);
        }
        for (before, after) in stayed {
            self.indicator(before, after);
        }
    }

    fn indicator(&mut self, before: &Indicator, after: &Indicator) {
        let item = ItemId::Indicator(after.id.clone());
        let id = &after.id;
        self.observation(&item, id, &before.headline, &after.headline);
        if before.review_by != after.review_by {
            let words = |i: &Indicator| {
                i.review_by.as_ref().map_or_else(|| "no day".to_owned(), Period::words)
            };
            let words = format!("{id}: review by {} → {}", words(before), words(after));
            self.add(ChangeClass::Redated, &item, words);
        }
        self.rivals(&item, before, after);
        self.series(&item, before, after);
        let group = |report: &Report, i: &Indicator| {
            i.group.and_then(|ix| report.group(ix)).map(|group| group.id.clone())
        };
        let (old, new) = (self.old, self.new);
        let said = [
            ("label", before.label != after.label),
            ("short label", before.short != after.short),
            ("group", group(old, before) != group(new, after)),
            ("what it is of", before.of != after.of),
            ("area", before.area != after.area),
            ("scale", before.scale != after.scale),
            ("poll", before.poll != after.poll),
            ("related", ids(old, &before.related) != ids(new, &after.related)),
        ];
        self.described(&item, id, &said);
    }

    fn rivals(&mut self, item: &ItemId, before: &Indicator, after: &Indicator) {
        let (old, new) = (self.old, self.new);
        let origin = |report: &Report, o: &Observation| {
            o.source.and_then(|ix| report.source(ix)).map(|source| source.key.clone())
        };
        let equal = |a: &Rival, b: &Rival| {
            a.differs == b.differs && is_same(old, &a.observation, new, &b.observation)
        };
        let same = |a: &Rival, b: &Rival| {
            a.observation.period == b.observation.period
                && origin(old, &a.observation) == origin(new, &b.observation)
        };
        for pair in pairs(&before.rivals, &after.rivals, equal, same) {
            let name = format!("{}, another figure", after.id);
            match pair {
                (Some(a), Some(b)) => {
                    self.observation(item, &name, &a.observation, &b.observation);
                    self.described(item, &name, &[("what differs", a.differs != b.differs)]);
                }
                (a, b) => self.came_or_went(
                    item,
                    &name,
                    a.map(|rival| &rival.observation),
                    b.map(|rival| &rival.observation),
                ),
            }
        }
    }

    fn series(&mut self, item: &ItemId, before: &Indicator, after: &Indicator) {
        let (old, new) = (self.old, self.new);
        let equal = |a: &Series, b: &Series| is_same_series(old, a, new, b);
        let same = |a: &Series, b: &Series| a.label == b.label;
        for pair in pairs(&before.series, &after.series, equal, same) {
            let named = |series: &Series| match &series.label {
                Some(label) => format!("{}, “{label}”", after.id),
                None => format!("{}, its series", after.id),
            };
            match pair {
                (Some(a), Some(b)) => self.points(item, &named(b), a, b),
                (None, Some(b)) => {
                    let words = format!("added: {} ({} points)", named(b), b.points.len());
                    self.add(ChangeClass::Added, item, words);
                }
                (Some(a), None) => {
                    let words = format!("removed: {} ({} points)", named(a), a.points.len());
                    self.add(ChangeClass::Removed, item, words);
                }
                (None, None) => {}
            }
        }
    }

    fn points(&mut self, item: &ItemId, name: &str, before: &Series, after: &Series) {
        let (old, new) = (self.old, self.new);
        let equal = |a: &Observation, b: &Observation| is_same(old, a, new, b);
        let same = |a: &Observation, b: &Observation| a.period == b.period;
        for pair in pairs(&before.points, &after.points, equal, same) {
            let named = |point: &Observation| format!("{name}, {}", point.period_words());
            match pair {
                (Some(a), Some(b)) => self.observation(item, &named(b), a, b),
                (a, b) => {
                    let name = b.or(a).map_or_else(String::new, named);
                    self.came_or_went(item, &name, a, b);
                }
            }
        }
        let said = [
            ("label", before.label != after.label),
            ("unit", before.unit != after.unit),
            ("what differs", before.differs != after.differs),
            ("note", before.note != after.note),
            ("poll", before.poll != after.poll),
        ];
        self.described(item, name, &said);
    }

    fn came_or_went(
        &mut self,
        item: &ItemId,
        name: &str,
        before: Option<&Observation>,
        after: Option<&Observation>,
    ) {
        if let Some(figure) = after {
            self.add(ChangeClass::Added, item, format!("added: {name} ({})", figure.words()));
        } else if let Some(figure) = before {
            self.add(ChangeClass::Removed, item, format!("removed: {name} ({})", figure.words()));
        }
    }

    pub(super) fn events(&mut self) {
        let Matched { stayed, came, went } = matched(&self.old.events, &self.new.events);
        for event in came {
            let words = format!("added: {} ({})", event.id, event.date_words());
            self.add(ChangeClass::Added, &ItemId::Event(event.id.clone()), words);
        }
        for event in went {
            let words = format!("removed: {} ({})", event.id, event.date_words());
            self.add(ChangeClass::Removed, &ItemId::Event(event.id.clone()), words);
        }
        for (before, after) in stayed {
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
        let Matched { stayed, came, went } = matched(&self.old.sources, &self.new.sources);
        for source in came {
            let words = format!("added: source {}", source.key);
            self.add(ChangeClass::Added, &ItemId::Source(source.key.clone()), words);
        }
        for source in went {
            let words = format!("removed: source {}", source.key);
            self.add(ChangeClass::Removed, &ItemId::Source(source.key.clone()), words);
        }
        for (before, after) in stayed {
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
        let Matched { stayed, came, went } = matched(&self.old.groups, &self.new.groups);
        for group in came {
            let words = format!("added: group {}", group.id);
            self.add(ChangeClass::Added, &ItemId::Group(group.id.clone()), words);
        }
        for group in went {
            let words = format!("removed: group {}", group.id);
            self.add(ChangeClass::Removed, &ItemId::Group(group.id.clone()), words);
        }
        for (before, after) in stayed {
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
    fn described(&mut self, item: &ItemId, name: &str, said: &[(&str, bool)]) {
        let changed: Vec<&str> =
            said.iter().filter(|(_, changed)| *changed).map(|(what, _)| *what).collect();
        if !changed.is_empty() {
            let words = format!("{name}: {} changed", changed.join(", "));
            self.add(ChangeClass::Described, item, words);
        }
    }
}

fn ids(report: &Report, list: &[IndicatorIx]) -> Vec<Text> {
    list.iter().filter_map(|ix| report.indicator(*ix)).map(|i| i.id.clone()).collect()
}

/// Whether two readings of a figure say the same; positions of sources may have moved.
fn is_same(old: &Report, a: &Observation, new: &Report, b: &Observation) -> bool {
    let key = |report: &Report, o: &Observation| {
        o.source.and_then(|ix| report.source(ix)).map(|source| source.key.clone())
    };
    let a_key = key(old, a);
    let b_key = key(new, b);
    a_key == b_key
        && (&a.quantity, &a.wording, &a.period, a.status, &a.locator, &a.stated_by, &a.note)
            == (&b.quantity, &b.wording, &b.period, b.status, &b.locator, &b.stated_by, &b.note)
}

fn is_same_series(old: &Report, a: &Series, new: &Report, b: &Series) -> bool {
    (&a.label, &a.unit, &a.differs, &a.note, &a.poll)
        == (&b.label, &b.unit, &b.differs, &b.note, &b.poll)
        && a.points.len() == b.points.len()
        && a.points.iter().zip(&b.points).all(|(a, b)| is_same(old, a, new, b))
}
