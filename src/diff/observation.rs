//! What changed about a figure.

use super::lists::pairs;
use super::{ChangeClass, Changes, source_key};
use crate::report::{AlsoIn, ItemId, Observation, Report, StatusSet, Text, in_words};

impl Changes<'_> {
    /// Compares two readings of a figure. `name` says which figure it is.
    pub(super) fn observation(
        &mut self,
        item: &ItemId,
        name: &str,
        old: &Observation,
        new: &Observation,
    ) {
        self.figure(item, name, old, new);
        if old.period != new.period {
            let words = format!("{name}: {} → {}", old.period_words(), new.period_words());
            self.add(ChangeClass::Redated, item, words);
        }
        if let Some(words) = self.origin(old, new) {
            self.add(ChangeClass::Resourced, item, format!("{name}: {words}"));
        }
        if old.wording != new.wording {
            let (before, after) = (quoted(old.wording.as_ref()), quoted(new.wording.as_ref()));
            let words = format!("{name}: worded {before} → {after}");
            self.add(ChangeClass::Reworded, item, words);
        }
        if old.note != new.note {
            self.add(ChangeClass::Described, item, format!("{name}: note changed"));
        }
    }

    fn figure(&mut self, item: &ItemId, name: &str, old: &Observation, new: &Observation) {
        if is_same_figure(old, new) {
            return;
        }
        let change = in_words(&[old, new]);
        let class = class(old, new);
        let lead = match (class, lost(old, new)) {
            (ChangeClass::HedgeLost, Some(lost)) => format!("hedge and {lost} lost: "),
            (ChangeClass::HedgeLost, None) => "hedge lost: ".to_owned(),
            (ChangeClass::StatusLost, Some(lost)) => format!("{lost} lost: "),
            _ => String::new(),
        };
        self.add(class, item, format!("{lead}{name}: {change}"));
    }

    /// The other sources that came and went, and what changed of those that stayed.
    fn other_sources(&self, old: &Observation, new: &Observation) -> Vec<String> {
        let (before, after) = (also(self.old, old), also(self.new, new));
        if before == after {
            return Vec::new();
        }
        let pairs = pairs(&before, &after, |a, b| a == b, |a, b| a.0 == b.0);
        let key = |other: &Other<'_>| other.0.map(Text::to_string).unwrap_or_default();
        let mut words = Vec::new();
        for pair in pairs {
            match pair {
                (Some(a), Some(b)) if a.0 == b.0 => {
                    let changed = [("at", a.1, b.1), ("worded", a.2, b.2)];
                    let name = key(b);
                    for (what, a, b) in changed.into_iter().filter(|(_, a, b)| a != b) {
                        words.push(format!("{} {what} {} → {}", name, quoted(a), quoted(b)));
                    }
                }
                (a, b) => {
                    words.extend(a.map(|gone| format!("no longer also in {}", key(gone))));
                    words.extend(b.map(|new| format!("now also in {}", key(new))));
                }
            }
        }
        words
    }

    /// The changes of the source, the place in it, and who says it.
    fn origin(&self, old: &Observation, new: &Observation) -> Option<String> {
        let all = [
            ("source", source_key(self.old, old.source), source_key(self.new, new.source)),
            ("at", old.locator.as_ref(), new.locator.as_ref()),
            ("said by", old.stated_by.as_ref(), new.stated_by.as_ref()),
        ];
        let changed = all.into_iter().filter(|(_, before, after)| before != after);
        let parts = changed.map(|(what, before, after)| {
            let words = |text: Option<&Text>| text.map_or("nothing".to_owned(), Text::to_string);
            format!("{what} {} → {}", words(before), words(after))
        });
        let calculation = match (&old.derived, &new.derived) {
            (Some(before), Some(after)) if before != after => {
                Some(format!("calculation {before} → {after}"))
            }
            _ => None,
        };
        let parts: Vec<String> =
            parts.chain(calculation).chain(self.other_sources(old, new)).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Whether value, hedge and everything else that limits a figure are the same. The margin of a poll is
/// told as a change of the poll, and how a figure was worked out with its sources.
pub(super) fn is_same_figure(old: &Observation, new: &Observation) -> bool {
    let stated = |figure: &'_ Observation| {
        figure.uncertainty.as_deref().filter(|own| !own.is_of_poll).cloned()
    };
    old.derived.is_some() == new.derived.is_some()
        && (&old.quantity, &old.base, stated(old), old.status, &old.scenario)
            == (&new.quantity, &new.base, stated(new), new.status, &new.scenario)
}

/// Another source of a figure: its key, the place in it, and its words.
type Other<'r> = (Option<&'r Text>, Option<&'r Text>, Option<&'r Text>);

/// The other sources of a figure, by their keys.
pub(super) fn also<'r>(report: &'r Report, figure: &'r Observation) -> Vec<Other<'r>> {
    let of = |it: &'r AlsoIn| {
        (source_key(report, Some(it.source)), it.locator.as_ref(), it.wording.as_ref())
    };
    figure.also.iter().map(of).collect()
}

/// What the change of a figure is.
fn class(old: &Observation, new: &Observation) -> ChangeClass {
    // Without a number there is no hedge and no status to lose.
    let (Some(before), Some(after)) = (&old.quantity, &new.quantity) else {
        return ChangeClass::Revised;
    };
    let came_out = !old.status.is_observed() && new.status.is_observed();
    // A source may have been found that prints what was worked out here.
    let was_derived = old.derived.is_some() && new.derived.is_none();
    if (came_out || was_derived) && (before.value() != after.value() || old.wording != new.wording)
    {
        return ChangeClass::Revised;
    }
    match (before.hedge(), after.hedge()) {
        (Some(_), None) => ChangeClass::HedgeLost,
        (a, b) if a != b => ChangeClass::HedgeChanged,
        _ if lost(old, new).is_some() && before == after => ChangeClass::StatusLost,
        _ => ChangeClass::Revised,
    }
}

/// What no longer limits the figure, besides its hedge. A status that gives way to another one is not
/// lost.
fn lost(old: &Observation, new: &Observation) -> Option<&'static str> {
    let has_all = |a: StatusSet, b: StatusSet| b.iter().all(|status| a.has(status));
    if old.status != new.status && has_all(old.status, new.status) {
        return Some("status");
    }
    // The margin of a poll is told with the poll.
    let has_interval = old.uncertainty.as_ref().is_some_and(|it| !it.is_of_poll);
    match (has_interval, &old.derived) {
        (true, _) if new.uncertainty.is_none() => Some("interval"),
        (_, Some(_)) if new.derived.is_none() => Some("“our own calculation”"),
        _ => None,
    }
}

fn quoted(text: Option<&Text>) -> String {
    text.map_or_else(|| "nothing".to_owned(), |text| format!("“{text}”"))
}
