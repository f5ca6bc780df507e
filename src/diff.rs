//! What changed from one reading of a report to the next, by meaning.
//!
//! Items are compared by their ids, so moving a table or a line is not a change. The words of a
//! change always have both hedges. A lost hedge and a lost status come first, because they make a
//! report claim more than before.

mod edition;
mod indicator;
mod items;
mod lists;
mod matching;
mod observation;

pub use matching::Matching;

use crate::report::{GroupIx, ItemId, Report, SourceIx, Text};

/// The kinds of change, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeClass {
    /// A figure has lost its hedge.
    HedgeLost,
    /// A figure has lost its status, such as forecast or provisional, and is otherwise the same.
    StatusLost,
    /// A figure has another hedge.
    HedgeChanged,
    /// The value, its unit or its status has changed.
    Revised,
    /// The item is missing.
    Removed,
    /// The item is new.
    Added,
    /// The reference period or the date has changed.
    Redated,
    /// The source, the place in it, or who says it has changed.
    Resourced,
    /// The wording has changed.
    Reworded,
    /// A description has changed: a label, a note, a link.
    Described,
}

impl ChangeClass {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::HedgeLost => "hedge lost",
            Self::StatusLost => "status lost",
            Self::HedgeChanged => "hedge changed",
            Self::Revised => "revised",
            Self::Removed => "removed",
            Self::Added => "added",
            Self::Redated => "redated",
            Self::Resourced => "source changed",
            Self::Reworded => "reworded",
            Self::Described => "changed",
        }
    }

    /// Whether words that limited a figure are gone, so that it claims more than before.
    pub fn is_loss(self) -> bool {
        matches!(self, Self::HedgeLost | Self::StatusLost)
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its kind.
    pub class: ChangeClass,
    /// What changed.
    pub item: ItemId,
    /// In words: `debt-to-russia: nearly 8 → nearly 7.6 billion USD`.
    pub words: String,
    /// The same without a figure: `hedge lost: debt-to-russia`.
    pub short: String,
}

/// Every change between two readings, the gravest first, then in the order of the new reading.
pub fn diff(old: &Report, new: &Report) -> Vec<Change> {
    let mut changes = Changes { old, new, list: Vec::new() };
    for (before, after) in changes.stayed(&old.indicators, &new.indicators) {
        changes.indicator(before, after);
    }
    for (before, after) in changes.stayed(&old.events, &new.events) {
        changes.event(before, after);
    }
    changes.sources();
    changes.groups();
    changes.report();
    let mut list = changes.list;
    list.sort_by_key(|change| change.class);
    list
}

/// Collects the changes between two readings.
struct Changes<'r> {
    old: &'r Report,
    new: &'r Report,
    list: Vec<Change>,
}

impl Changes<'_> {
    fn add(&mut self, class: ChangeClass, item: &ItemId, words: String) {
        let short = format!("{}: {}", class.word(), item.name());
        self.list.push(Change { class, item: item.clone(), words, short });
    }
}

fn source_key(report: &Report, ix: Option<SourceIx>) -> Option<&Text> {
    Some(&report.source(ix?)?.key)
}

fn group_id(report: &Report, ix: Option<GroupIx>) -> Option<&Text> {
    Some(&report.group(ix?)?.id)
}

#[cfg(test)]
mod tests;
