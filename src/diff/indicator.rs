//! What changed about an indicator: its headline, its rivals, its series and its descriptions.

use super::edition::{edition, restated_by};
use super::items::ids;
use super::lists::pairs;
use super::observation::{also, is_same_figure};
use super::{Cause, Change, ChangeClass, Changes, group_id, source_key};
use crate::report::{Indicator, ItemId, Observation, Period, Report, Rival, Series, Target};

impl Changes<'_> {
    pub(super) fn indicator(&mut self, before: &Indicator, after: &Indicator) {
        let item = ItemId::Indicator(after.id.clone());
        let id = &after.id;
        self.observation(&item, id, &before.headline, &after.headline);
        if before.review_by != after.review_by {
            let words = |i: &Indicator| {
                i.review_by.as_ref().map_or_else(|| "no day".to_owned(), Period::words)
            };
            let [old, new] = [before, after].map(|it| format!("review by {}", words(it)));
            let words = format!("{id}: {old} → {}", words(after));
            self.list.push(Change::new(ChangeClass::Redated, &item, words).between(old, new));
        }
        self.part_of(&item, before, after);
        self.rivals(&item, before, after);
        self.targets(&item, before, after);
        self.series(&item, before, after);
        let (old, new) = (self.old, self.new);
        let said = [
            ("label", before.label != after.label),
            ("short label", before.short != after.short),
            ("group", group_id(old, before.group) != group_id(new, after.group)),
            ("what it is of", before.of != after.of),
            ("area", before.area != after.area),
            ("unit", before.unit != after.unit && after.headline.quantity.is_none()),
            ("scale", before.scale != after.scale),
            ("poll", before.poll != after.poll),
            ("related", ids(old, &before.related) != ids(new, &after.related)),
        ];
        self.described(&item, id, &said);
    }

    /// What it is a part of, if that changed.
    fn part_of(&mut self, item: &ItemId, before: &Indicator, after: &Indicator) {
        let whole = |report: &Report, of: &Indicator| {
            of.part_of.and_then(|ix| report.indicator(ix)).map(|whole| whole.id.to_string())
        };
        let id = &after.id;
        let words = match (whole(self.old, before), whole(self.new, after)) {
            (None, Some(whole)) => format!("{id}: now a part of {whole}"),
            (Some(whole), None) => format!("{id}: no longer a part of {whole}"),
            (Some(old), Some(new)) if old != new => {
                format!("{id}: a part of {old} → a part of {new}")
            }
            _ => return,
        };
        self.add(ChangeClass::Described, item, words);
    }

    fn rivals(&mut self, item: &ItemId, before: &Indicator, after: &Indicator) {
        let (old, new) = (self.old, self.new);
        let equal = |a: &Rival, b: &Rival| {
            a.differs == b.differs && is_same(old, &a.observation, new, &b.observation)
        };
        let same = |a: &Rival, b: &Rival| {
            a.observation.period == b.observation.period
                && source_key(old, a.observation.source) == source_key(new, b.observation.source)
        };
        for pair in pairs(&before.rivals, &after.rivals, equal, same) {
            let name = format!("{}, another figure", after.id);
            match pair {
                (Some(a), Some(b)) => {
                    self.observation(item, &name, &a.observation, &b.observation);
                    self.described(item, &name, &[("what differs", a.differs != b.differs)]);
                }
                (a, b) => {
                    let figure = |rival: &Rival| rival.observation.words();
                    self.added_or_removed(item, &name, a.map(figure), b.map(figure));
                }
            }
        }
    }

    fn targets(&mut self, item: &ItemId, before: &Indicator, after: &Indicator) {
        let (old, new) = (self.old, self.new);
        let equal = |a: &Target, b: &Target| {
            a.judgement == b.judgement && is_same(old, &a.observation, new, &b.observation)
        };
        let same = |a: &Target, b: &Target| {
            a.observation.period == b.observation.period
                && source_key(old, a.observation.source) == source_key(new, b.observation.source)
        };
        for pair in pairs(&before.targets, &after.targets, equal, same) {
            let name = format!("{}, its target", after.id);
            match pair {
                (Some(a), Some(b)) => {
                    self.observation(item, &name, &a.observation, &b.observation);
                    self.described(item, &name, &[("its chances", a.judgement != b.judgement)]);
                }
                (a, b) => {
                    let figure = |target: &Target| {
                        let aim = &target.observation;
                        format!("{}, {}", aim.words(), aim.due_words())
                    };
                    self.added_or_removed(item, &name, a.map(figure), b.map(figure));
                }
            }
        }
    }

    fn series(&mut self, item: &ItemId, before: &Indicator, after: &Indicator) {
        let (old, new) = (self.old, self.new);
        let equal = |a: &Series, b: &Series| is_same_series(old, a, new, b);
        let same = |a: &Series, b: &Series| a.label == b.label && edition(a) == edition(b);
        for pair in pairs(&before.series, &after.series, equal, same) {
            let named = |series: &Series| {
                let label = series.label.as_ref().map(|label| format!("“{label}”"));
                let edition = edition(series).map(|name| format!(", edition {name}"));
                let label = label.as_deref().unwrap_or("its series");
                format!("{}, {label}{}", after.id, edition.unwrap_or_default())
            };
            match pair {
                (None, Some(b)) if let Some(words) = restated_by(before, after, b) => {
                    let words = format!("{}: {words}", after.id);
                    let change = Change::new(ChangeClass::Revised, item, words).named(&named(b));
                    self.list.push(Change { cause: Some(Cause::Restated), ..change });
                }
                (Some(a), Some(b)) => self.points(item, &named(b), a, b),
                (a, b) => {
                    let name = b.or(a).map_or_else(String::new, named);
                    let points = |series: &Series| format!("{} points", series.points.len());
                    self.added_or_removed(item, &name, a.map(points), b.map(points));
                }
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
                    let figure = Observation::words;
                    self.added_or_removed(item, &name, a.map(figure), b.map(figure));
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
        if edition(before) != edition(after) {
            let word = |series| edition(series).map_or("none", |name| name.as_str());
            let words = format!("{name}: edition {} → {}", word(before), word(after));
            self.list.push(Change::new(ChangeClass::Described, item, words).named(name));
        }
    }

    fn added_or_removed(
        &mut self,
        item: &ItemId,
        name: &str,
        before: Option<String>,
        after: Option<String>,
    ) {
        let (class, figure) = match (&before, &after) {
            (_, Some(figure)) => (ChangeClass::Added, figure),
            (Some(figure), None) => (ChangeClass::Removed, figure),
            (None, None) => return,
        };
        let words = format!("{}: {name} ({figure})", class.word());
        self.list.push(Change::new(class, item, words).named(name).between(before, after));
    }
}

/// Whether two readings of a figure are the same; positions of sources may differ.
fn is_same(old: &Report, a: &Observation, new: &Report, b: &Observation) -> bool {
    source_key(old, a.source) == source_key(new, b.source)
        && is_same_figure(a, b)
        && also(old, a) == also(new, b)
        && (&a.wording, &a.period, &a.locator, &a.derived, &a.stated_by, &a.note)
            == (&b.wording, &b.period, &b.locator, &b.derived, &b.stated_by, &b.note)
}

fn is_same_series(old: &Report, a: &Series, new: &Report, b: &Series) -> bool {
    (&a.label, edition(a), &a.unit, &a.differs, &a.note, &a.poll)
        == (&b.label, edition(b), &b.unit, &b.differs, &b.note, &b.poll)
        && a.points.len() == b.points.len()
        && a.points.iter().zip(&b.points).all(|(a, b)| is_same(old, a, new, b))
}
