//! What changed from one reading of a report to the next, by meaning.
//!
//! Items are compared by their ids, so moving a table or a line is not a change. The words of a
//! change always have both hedges. A lost hedge and a lost status come first, because they make a
//! report claim more than before.

mod edition;
mod history;
mod indicator;
mod items;
mod lists;
mod matching;
mod observation;

pub use history::{Entry, Reading, Step, history};
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

    /// Its name for programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::HedgeLost => "hedge-lost",
            Self::StatusLost => "status-lost",
            Self::HedgeChanged => "hedge-changed",
            Self::Resourced => "resourced",
            Self::Revised
            | Self::Removed
            | Self::Added
            | Self::Redated
            | Self::Reworded
            | Self::Described => self.word(),
        }
    }

    /// Whether words that limited a figure are gone, so that it claims more than before.
    pub fn is_loss(self) -> bool {
        matches!(self, Self::HedgeLost | Self::StatusLost)
    }
}

/// How another number came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Another source, or another edition of the same one, says so of the same period.
    Restated,
    /// The same source says so of the same period: the file had it wrong.
    Corrected,
    /// It is of a later period.
    Updated,
}

impl Cause {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Restated => "restated by its source",
            Self::Corrected => "the entry was corrected",
            Self::Updated => "of a later period",
        }
    }

    /// Its name for programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Restated => "restated",
            Self::Corrected => "corrected",
            Self::Updated => "updated",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its kind.
    pub class: ChangeClass,
    /// What changed.
    pub item: ItemId,
    /// Which part of the item: `debt-to-russia, “By year”, 2022`.
    pub name: String,
    /// The kind in words; what else was lost with a hedge is named too.
    pub kind: String,
    /// The figure before and after, where it is one that changed or something about it.
    pub figures: Option<[String; 2]>,
    /// What was there before, such as a figure, a date or a source.
    pub before: Option<String>,
    /// What is there now.
    pub after: Option<String>,
    /// How another number came about, where that can be told.
    pub cause: Option<Cause>,
    /// In words: `debt-to-russia: nearly 8 → nearly 7.6 billion USD`.
    pub words: String,
    /// The same without a figure: `hedge lost: debt-to-russia`.
    pub short: String,
}

impl Change {
    fn new(class: ChangeClass, item: &ItemId, words: String) -> Self {
        let short = format!("{}: {}", class.word(), item.name());
        Self {
            class,
            item: item.clone(),
            name: item.name().to_owned(),
            kind: class.word().to_owned(),
            figures: None,
            before: None,
            after: None,
            cause: None,
            words,
            short,
        }
    }

    fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }

    fn between(self, before: impl Into<Option<String>>, after: impl Into<Option<String>>) -> Self {
        Self { before: before.into(), after: after.into(), ..self }
    }
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
    changes.sorted()
}

/// The changes between two readings, of which either may have faults. What a fault hides on one side was
/// neither added nor removed, and what refers to it has not changed.
pub fn diff_of_partial(old: (&Report, bool), new: (&Report, bool)) -> Vec<Change> {
    let mut changes = diff(old.0, new.0);
    let (is_old_partial, is_new_partial) = (old.1, new.1);
    changes.retain(|change| match change.class {
        ChangeClass::Added => !is_old_partial,
        ChangeClass::Removed => !is_new_partial,
        ChangeClass::Described => !is_old_partial && !is_new_partial,
        _ => true,
    });
    changes
}

/// Collects the changes between two readings.
struct Changes<'r> {
    old: &'r Report,
    new: &'r Report,
    list: Vec<Change>,
}

impl Changes<'_> {
    fn add(&mut self, class: ChangeClass, item: &ItemId, words: String) {
        self.list.push(Change::new(class, item, words));
    }

    fn sorted(self) -> Vec<Change> {
        let mut list = self.list;
        list.sort_by_key(|change| change.class);
        list
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
