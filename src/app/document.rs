//! The file as it was read, what was edited in it here, and the news about it.

mod claim;
mod edits;
mod history;
mod news;
mod origin;
mod point;
mod search_index;
mod snapshot;

use std::sync::Arc;

pub(crate) use claim::{CLAIM, Claim, Measure, claim, measure};
pub use edits::Unsaved;
pub(crate) use edits::{AfterCreate, Edits, Pending, SaveKind};
pub(crate) use history::{Done, History, renamed};
pub use news::{News, NewsLine, Notice, Tone};
pub use origin::{Origin, Phase};
pub(crate) use point::{PointName, period_of};
pub(crate) use search_index::own_texts;
pub use search_index::{FoundIn, SearchIndex};
pub use snapshot::{FileStatus, Snapshot};

use crate::app::env::Clock;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::Report;
use crate::syntax::NOT_TOML;

/// The file: what it says as it is shown, and what is known of it besides.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where the report comes from.
    pub origin: Origin,
    /// Whether there is a report to show yet.
    pub phase: Phase,
    /// Whether the file says what is shown.
    pub status: FileStatus,
    /// The text that what is shown was read from.
    pub text: Arc<str>,
    /// When it was read.
    pub read_at: Clock,
    /// The last known text of the file. It is ahead of what is shown only while an edit made here
    /// is being read.
    pub(crate) disk: Arc<str>,
    /// The report.
    pub report: Report,
    /// Its texts as they are searched.
    pub(crate) search_index: SearchIndex,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many of them are errors: something was left out.
    pub faults: usize,
    /// How many indicators have no reference period.
    pub undated: usize,
    /// How many indicators have rivals.
    pub disputed: usize,
}

/// Why the file cannot be edited from here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotEditable {
    /// It is still being read.
    Loading,
    /// It has never been read.
    NothingYet,
    /// It cannot be read any more, for this reason.
    Lost(String),
    /// It has faults: a part of it is not shown.
    Faults,
}

impl Document {
    /// A file that is still to be read.
    pub(crate) fn new(origin: Origin) -> Self {
        Self {
            origin,
            phase: Phase::Loading,
            status: FileStatus::default(),
            text: Arc::from(""),
            read_at: Clock::default(),
            disk: Arc::from(""),
            report: Report::default(),
            search_index: SearchIndex::default(),
            diagnostics: Vec::new(),
            faults: 0,
            undated: 0,
            disputed: 0,
        }
    }

    /// Takes in a sound reading; gives the report before.
    pub(crate) fn take(&mut self, snapshot: Snapshot) -> Report {
        let Snapshot { text, loaded, search_index, read_at } = snapshot;
        self.disk = text.clone();
        self.text = text;
        self.read_at = read_at;
        self.phase = Phase::Ready;
        self.faults = loaded.errors();
        self.search_index = search_index;
        self.diagnostics = loaded.diagnostics;
        let old = std::mem::replace(&mut self.report, loaded.report);
        let indicators = || self.report.indicators.iter();
        self.undated = indicators().filter(|i| i.headline.period.is_none()).count();
        self.disputed = indicators().filter(|i| !i.rivals.is_empty()).count();
        old
    }

    /// The diagnostics of the file as it is now, with the text that they are about.
    pub fn listed_diagnostics(&self) -> (&[Diagnostic], &str) {
        match &self.status {
            FileStatus::Broken { text, diagnostics, .. } => (diagnostics, text),
            FileStatus::Current | FileStatus::Lost { .. } => (&self.diagnostics, &self.text),
        }
    }

    /// The fault to begin with: where the text is not TOML, other faults follow from that.
    pub(crate) fn first_fault(&self) -> Option<usize> {
        let (diagnostics, _) = self.listed_diagnostics();
        let is_error = |d: &Diagnostic| d.rule.severity == Severity::Error;
        let syntax = diagnostics.iter().position(|d| *d.rule == NOT_TOML);
        syntax.or_else(|| diagnostics.iter().position(is_error))
    }

    /// Whether what is shown was read without a fault.
    pub(crate) fn is_sound(&self) -> bool {
        self.phase == Phase::Ready && self.faults == 0 && !self.text.is_empty()
    }

    /// Whether a reading with faults shows less than what is shown now: an item that a fault hides
    /// has not been removed.
    pub(crate) fn loses_items(&self, new: &Report) -> bool {
        new.indicators.len() < self.report.indicators.len()
            || new.events.len() < self.report.events.len()
    }

    /// Whether the file can be edited from here: only where all of it is shown.
    pub(crate) fn can_edit(&self) -> Result<(), NotEditable> {
        match (&self.status, self.phase) {
            (_, Phase::Loading) => Err(NotEditable::Loading),
            (FileStatus::Lost { .. }, _) if self.text.is_empty() => Err(NotEditable::NothingYet),
            (FileStatus::Lost { why, .. }, _) => Err(NotEditable::Lost(why.clone())),
            (FileStatus::Broken { .. }, _) => Err(NotEditable::Faults),
            (FileStatus::Current, _) if self.faults > 0 => Err(NotEditable::Faults),
            (FileStatus::Current, _) => Ok(()),
        }
    }
}
