//! What changed from one reading of a report to the next, by meaning.
//!
//! Items are held against one another by their ids, so that moving a table or a line is no
//! change. The words of a change always carry both hedges: a number that has lost its limit is
//! told first of all, since that is the one change that makes a report claim more than before.

mod indicator;
mod items;
mod lists;
mod observation;

use crate::report::{GroupIx, ItemId, Report, SourceIx, Text};

/// What kind of change it is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeClass {
    /// A figure that was limited by a hedge is not any more.
    HedgeLost,
    /// Another hedge limits the figure.
    HedgeChanged,
    /// The value, its unit or its status is another.
    Revised,
    /// The item is gone.
    Removed,
    /// The item is new.
    Added,
    /// The reference period or the date is another.
    Redated,
    /// It is taken from elsewhere, or said by somebody else.
    Resourced,
    /// The wording as printed is another.
    Reworded,
    /// Something is said of it in other words: a label, a note, a link.
    Described,
}

impl ChangeClass {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::HedgeLost => "hedge lost",
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
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind it is.
    pub class: ChangeClass,
    /// What changed.
    pub item: ItemId,
    /// In words: `debt-to-russia: nearly 8 → nearly 7.6 billion USD`.
    pub words: String,
    /// The same without any figure: `hedge lost: debt-to-russia`.
    pub short: String,
}

/// Every change between two readings, the gravest first, otherwise in the order of the new one.
pub fn diff(old: &Report, new: &Report) -> Vec<Change> {
    let mut changes = Changes { old, new, list: Vec::new() };
    changes.indicators();
    changes.events();
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
