//! What changed about a figure.

use super::lists::pairs;
use super::{Cause, Change, ChangeClass, Changes, source_key};
use crate::report::{AlsoIn, ItemId, Observation, Report, Source, StatusSet, Text, in_words};

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
        let mut add = |class, words: String, between: [String; 2]| {
            let [before, after] = between;
            let change = Change::new(class, item, format!("{name}: {words}")).named(name);
            let figures = Some([old.words(), new.words()]);
            self.list.push(Change { figures, ..change.between(before, after) });
        };
        if old.period != new.period {
            let [before, after] = [old, new].map(Observation::period_words);
            add(ChangeClass::Redated, format!("{before} → {after}"), [before, after]);
        }
        if let Some(words) = origin(self.old, old, self.new, new) {
            let between = [place(self.old, old), place(self.new, new)];
            add(ChangeClass::Resourced, words, between);
        }
        if old.wording != new.wording {
            let [before, after] = [old, new].map(|it| quoted(it.wording.as_ref()));
            add(ChangeClass::Reworded, format!("worded {before} → {after}"), [before, after]);
        }
        if old.note != new.note {
            let words = format!("{name}: note changed");
            self.list.push(Change::new(ChangeClass::Described, item, words).named(name));
        }
    }

    fn figure(&mut self, item: &ItemId, name: &str, old: &Observation, new: &Observation) {
        if is_same_figure(old, new) {
            return;
        }
        let words = in_words(&[old, new]);
        let class = class(old, new);
        let lead = match (class, lost(old, new)) {
            (ChangeClass::HedgeLost, Some(lost)) => format!("hedge and {lost} lost"),
            (ChangeClass::StatusLost, Some(lost)) => format!("{lost} lost"),
            _ => class.word().to_owned(),
        };
        let text = format!("{name}: {words}");
        let text = if class.is_loss() { format!("{lead}: {text}") } else { text };
        let figures = [old.words(), new.words()];
        let change = Change::new(class, item, text).named(name);
        let change = change.between(figures[0].clone(), figures[1].clone());
        let cause = cause((self.old, old), (self.new, new));
        self.list.push(Change { kind: lead, figures: Some(figures), cause, ..change });
    }
}

/// How another number came about. Of figures without a date it is not known whether they are of one
/// period.
fn cause(old: (&Report, &Observation), new: (&Report, &Observation)) -> Option<Cause> {
    let (before, after) = (old.1.quantity.as_ref()?, new.1.quantity.as_ref()?);
    let came_out = !old.1.status.is_observed() && new.1.status.is_observed();
    if (before.value(), before.unit()) == (after.value(), after.unit()) || came_out {
        return None;
    }
    if old.1.period != new.1.period {
        let [before, after] = [old.1, new.1].map(|it| it.period.as_ref()?.start());
        return (before? < after?).then_some(Cause::Updated);
    }
    let edition = |report: &Report, figure: &Observation| {
        let source = report.source(figure.source?)?;
        Some(Source { line: 0, note: None, copy: None, ..source.clone() })
    };
    let (before, after) = (edition(old.0, old.1), edition(new.0, new.1));
    if before == after {
        return before.map(|_| Cause::Corrected);
    }
    old.1.period.as_ref().map(|_| Cause::Restated)
}

/// The other sources that came and went, and what changed of those that stayed.
fn other_sources(before: &[Other<'_>], after: &[Other<'_>]) -> Vec<String> {
    if before == after {
        return Vec::new();
    }
    let pairs = pairs(before, after, |a, b| a == b, |a, b| a.0 == b.0);
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
fn origin(before: &Report, old: &Observation, after: &Report, new: &Observation) -> Option<String> {
    let all = [
        ("source", source_key(before, old.source), source_key(after, new.source)),
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
    let also = other_sources(&also(before, old), &also(after, new));
    let parts: Vec<String> = parts.chain(calculation).chain(also).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Where a figure is taken from: `bank, p. 4, said by the minister, also in fund`.
pub(super) fn place(report: &Report, figure: &Observation) -> String {
    let source = source_key(report, figure.source).map(Text::to_string);
    let locator = figure.locator.as_ref().map(Text::to_string);
    let who = figure.stated_by.as_ref().map(|who| format!("said by {who}"));
    let also = also(report, figure).into_iter().filter_map(|(key, locator, wording)| {
        let locator = locator.map_or_else(String::new, |at| format!(" {at}"));
        let wording = wording.map_or_else(String::new, |words| format!(" “{words}”"));
        Some(format!("also in {}{locator}{wording}", key?))
    });
    let parts = [source, locator, who, figure.calculation()].into_iter().flatten().chain(also);
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() { "no source".to_owned() } else { parts.join(", ") }
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
