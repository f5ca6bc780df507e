//! What changed about a figure.

use super::{ChangeClass, Changes, source_key};
use crate::report::{AlsoIn, ItemId, Observation, Quantity, Report, StatusSet, Text};

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
        let change = from_to(old, new);
        let class = class(old, new);
        let lead = match (class, lost(old, new)) {
            (ChangeClass::HedgeLost, Some(lost)) => format!("hedge and {lost} lost: "),
            (ChangeClass::HedgeLost, None) => "hedge lost: ".to_owned(),
            (ChangeClass::StatusLost, Some(lost)) => format!("{lost} lost: "),
            _ => String::new(),
        };
        self.add(class, item, format!("{lead}{name}: {change}"));
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
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Whether value, hedge and everything else that limits a figure are the same.
pub(super) fn is_same_figure(old: &Observation, new: &Observation) -> bool {
    (&old.quantity, &old.base, &old.uncertainty, old.status, &old.scenario, &old.derived)
        == (&new.quantity, &new.base, &new.uncertainty, new.status, &new.scenario, &new.derived)
}

/// The other sources of a figure, by their keys.
pub(super) fn also<'r>(
    report: &'r Report,
    figure: &'r Observation,
) -> Vec<(Option<&'r Text>, Option<&'r Text>, Option<&'r Text>)> {
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
    if came_out && (before.value() != after.value() || old.wording != new.wording) {
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
    match (&old.uncertainty, &old.derived) {
        (Some(_), _) if new.uncertainty.is_none() => Some("interval"),
        (_, Some(_)) if new.derived.is_none() => Some("“our own calculation”"),
        _ => None,
    }
}

/// Both figures with their hedges; a shared unit is written once.
fn from_to(old: &Observation, new: &Observation) -> String {
    let (before, after) = (old.words(), new.words());
    let unit = old.quantity.as_ref().map(Quantity::unit);
    let same = new.quantity.as_ref().map(Quantity::unit) == unit && old.is_plain();
    let unit =
        unit.filter(|_| same).map(|u| if u.is_percent() { "%".to_owned() } else { u.long() });
    let unit = unit.map(|unit| format!(" {unit}")).filter(|unit| after.ends_with(unit));
    let short = unit.and_then(|unit| before.strip_suffix(&unit));
    format!("{} → {after}", short.unwrap_or(&before))
}

fn quoted(text: Option<&Text>) -> String {
    text.map_or_else(|| "nothing".to_owned(), |text| format!("“{text}”"))
}
