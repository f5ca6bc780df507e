//! Which item of a new reading is which of the old one.

use std::collections::HashMap;

use crate::report::{
    Event, EventIx, Group, GroupIx, Indicator, IndicatorIx, ItemId, ItemIx, Report, Source,
    SourceIx, Text,
};

/// Which item of a new reading is which of the old one: the one of the same id or, if that is
/// missing, the only new one of the same title, which was renamed; of several the one at its position.
#[derive(Debug, Default)]
pub struct Matching(Option<Readings>);

#[derive(Debug)]
struct Readings {
    old: Report,
    groups: Vec<Match>,
    sources: Vec<Match>,
    indicators: Vec<Match>,
    events: Vec<Match>,
}

impl Matching {
    /// Between two readings. The default is between a reading and itself.
    pub fn new(old: Report, new: &Report) -> Self {
        Self(Some(Readings {
            groups: matches(&old.groups, &new.groups),
            sources: matches(&old.sources, &new.sources),
            indicators: matches(&old.indicators, &new.indicators),
            events: matches(&old.events, &new.events),
            old,
        }))
    }

    /// The old reading; `None` if it is the same as the new one.
    pub fn old(&self) -> Option<&Report> {
        self.0.as_ref().map(|readings| &readings.old)
    }

    /// The position of an item in the new reading; `None` if it is missing there.
    pub fn item(&self, item: ItemIx) -> Option<ItemIx> {
        match item {
            ItemIx::Indicator(ix) => self.indicator(ix).map(ItemIx::Indicator),
            ItemIx::Event(ix) => self.event(ix).map(ItemIx::Event),
        }
    }

    /// The same of an indicator.
    pub fn indicator(&self, ix: IndicatorIx) -> Option<IndicatorIx> {
        self.at(ix.0, |all| &all.indicators).map(IndicatorIx)
    }

    /// The same of an event.
    pub fn event(&self, ix: EventIx) -> Option<EventIx> {
        self.at(ix.0, |all| &all.events).map(EventIx)
    }

    /// The same of a group.
    pub fn group(&self, ix: GroupIx) -> Option<GroupIx> {
        self.at(ix.0, |all| &all.groups).map(GroupIx)
    }

    /// The same of a source.
    pub fn source(&self, ix: SourceIx) -> Option<SourceIx> {
        self.at(ix.0, |all| &all.sources).map(SourceIx)
    }

    /// The new item at the position of one that is missing.
    pub fn instead(&self, item: ItemIx) -> Option<ItemIx> {
        let readings = self.0.as_ref()?;
        let became = match item {
            ItemIx::Indicator(ix) => readings.indicators.get(ix.get()),
            ItemIx::Event(ix) => readings.events.get(ix.get()),
        };
        became.filter(|became| **became == Match::Instead).map(|_| item)
    }

    /// The indicators and events that were renamed, by their old and their new ids.
    pub fn renamed(&self, new: &Report) -> Vec<(ItemId, ItemId)> {
        let Some(old) = self.old() else { return Vec::new() };
        let indicators = old.indexed().map(|(ix, _)| ItemIx::Indicator(ix));
        let items = indicators.chain(old.indexed_events().map(|(ix, _)| ItemIx::Event(ix)));
        let ids = items.filter_map(|item| Some((item.id(old)?, self.item(item)?.id(new)?)));
        ids.filter(|(before, now)| before != now).collect()
    }

    fn at(&self, at: u32, all: impl Fn(&Readings) -> &Vec<Match>) -> Option<u32> {
        let Some(readings) = &self.0 else { return Some(at) };
        match all(readings).get(usize::try_from(at).ok()?)? {
            Match::Same(now) => u32::try_from(*now).ok(),
            Match::Instead | Match::Missing => None,
        }
    }
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// It is at this position.
    Same(usize),
    /// A new item is at its position.
    Instead,
    Missing,
}

/// An item with an id.
pub(super) trait Named {
    fn id(&self) -> &Text;
    fn item(&self) -> ItemId;
    /// What people call it: an item of the same title has only got another id.
    fn title(&self) -> &Text;
    /// What it says, such as a figure with its hedge.
    fn said(&self) -> Option<String>;
    /// Itself in words, for when it is added or removed; never a figure without its hedge.
    fn words(&self) -> String;
}

macro_rules! named {
    ($kind:ident, $id:ident, $title:ident, $what:literal, $said:expr) => {
        impl Named for $kind {
            fn id(&self) -> &Text {
                &self.$id
            }

            fn item(&self) -> ItemId {
                ItemId::$kind(self.$id.clone())
            }

            fn title(&self) -> &Text {
                &self.$title
            }

            fn said(&self) -> Option<String> {
                let said: fn(&Self) -> Option<String> = $said;
                said(self)
            }

            fn words(&self) -> String {
                let said = self.said().map_or_else(String::new, |said| format!(" ({said})"));
                format!("{}{}{said}", $what, self.id())
            }
        }
    };
}

named!(Indicator, id, label, "", |i| Some(i.headline.words()));
named!(Event, id, title, "", |e| Some(e.date_words()));
named!(Source, key, title, "source ", |_| None);
named!(Group, id, title, "group ", |_| None);

/// What became of each item of a list. One that has lost its id is the only new one of its title, else
/// the new one of its title at its place.
pub(super) fn matches<T: Named>(old: &[T], new: &[T]) -> Vec<Match> {
    let is_same = old.len() == new.len();
    if is_same && old.iter().zip(new).all(|(old, new)| old.id() == new.id()) {
        return (0..old.len()).map(Match::Same).collect();
    }
    let places = |list| -> HashMap<&str, usize> {
        <[T]>::iter(list).enumerate().map(|(at, item)| (&**item.id(), at)).collect()
    };
    let (places_before, places_now) = (places(old), places(new));
    let instead = |at: usize| {
        let now = new.get(at).filter(|_| old.len() == new.len())?;
        (!places_before.contains_key(&**now.id())).then_some(now)
    };
    let mut new_of: HashMap<&str, Vec<usize>> = HashMap::new();
    let is_new = |item: &T| !places_before.contains_key(&**item.id());
    for (at, item) in new.iter().enumerate().filter(|(_, item)| is_new(item)) {
        new_of.entry(item.title()).or_default().push(at);
    }
    let mut gone_of: HashMap<&str, usize> = HashMap::new();
    for item in old.iter().filter(|item| !places_now.contains_key(&**item.id())) {
        *gone_of.entry(item.title()).or_default() += 1;
    }
    let only = |item: &T| {
        let [at] = **new_of.get(&**item.title())? else { return None };
        (gone_of.get(&**item.title()) == Some(&1)).then_some(at)
    };
    let find = |(at, item): (usize, &T)| match (places_now.get(&**item.id()), instead(at)) {
        (Some(now), _) => Match::Same(*now),
        (None, _) if let Some(now) = only(item) => Match::Same(now),
        (None, Some(now)) if now.title() == item.title() => Match::Same(at),
        (None, Some(_)) => Match::Instead,
        (None, None) => Match::Missing,
    };
    old.iter().enumerate().map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::report::Day;

    fn report(items: &[(&str, &str)]) -> Report {
        let indicators = items.iter().map(|(id, label)| {
            format!("[[indicator]]\nid = \"{id}\"\nlabel = \"{label}\"\nunit = \"%\"\nvalue = 1\n")
        });
        let text = format!("[report]\ntitle = \"T\"\n{}", indicators.collect::<String>());
        load(&text, Day::new(2026, 11, 23)).report
    }

    #[test]
    fn an_item_is_found_by_its_id_or_else_by_its_title_in_its_place() {
        let before = [("a", "A"), ("b", "B"), ("c", "C")];
        for (after, same, instead) in [
            (&[("c", "C"), ("b", "B"), ("a", "A")][..], [Some(2), Some(1), Some(0)], [None; 3]),
            (&[("a", "A"), ("c", "C")], [Some(0), None, Some(1)], [None; 3]),
            (&[("a", "A"), ("x", "B"), ("c", "C")], [Some(0), Some(1), Some(2)], [None; 3]),
            (
                &[("a", "A"), ("x", "X"), ("c", "C")],
                [Some(0), None, Some(2)],
                [None, Some(1), None],
            ),
            (&[("b", "B"), ("x", "X"), ("c", "C")], [None, Some(0), Some(2)], [None; 3]),
            (
                &[("x", "C"), ("y", "Y"), ("a", "A"), ("b", "B")],
                [Some(2), Some(3), Some(0)],
                [None; 3],
            ),
            (
                &[("a", "A"), ("x", "B"), ("y", "B"), ("c", "C")],
                [Some(0), None, Some(3)],
                [None; 3],
            ),
        ] {
            let matching = Matching::new(report(&before), &report(after));
            let all = |find: &dyn Fn(ItemIx) -> Option<ItemIx>| {
                [0, 1, 2].map(|at| find(IndicatorIx(at).into())?.indicator().map(|ix| ix.0))
            };
            assert_eq!(all(&|item| matching.item(item)), same, "{after:?}");
            assert_eq!(all(&|item| matching.instead(item)), instead, "{after:?}");
        }
    }
}
