//! The file as it was last read, the edits made here, and the news about both.

mod articles;
mod claim;
mod committed;
mod edits;
mod history;
mod left_out;
mod news;
mod origin;
mod point;
mod search_index;
mod snapshot;

use std::sync::Arc;

pub use articles::{ArticleName, Articles, Sentence};
pub(crate) use claim::{CLAIM, Measure, measure};
pub use committed::Committed;
pub use edits::Unsaved;
pub(crate) use edits::{AfterCreate, Edits, Pending, SaveKind};
pub(crate) use history::{Edit, History, renamed};
pub use news::{News, NewsLine, Notice, Tone};
pub use origin::{Origin, Phase};
pub(crate) use point::PointName;
pub(crate) use search_index::{Entry, Prepared};
pub use search_index::{Evidence, FoundIn, SearchIndex};
pub use snapshot::{FileStatus, Snapshot};

use crate::app::env::Clock;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::LeftOut;
use crate::passage::{Passages, add, is_of_copies};
use crate::report::Report;
use crate::syntax::NOT_TOML;

/// The file, as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Where the report comes from.
    pub origin: Origin,
    /// Whether the file has been read yet.
    pub phase: Phase,
    /// Whether what is shown is what the file says.
    pub status: FileStatus,
    /// The text that the shown report was read from.
    pub text: Arc<str>,
    /// When that text was read.
    pub read_at: Clock,
    /// The last known text of the file. It is newer than `text` only while an edit made here is
    /// being read.
    pub(crate) disk: Arc<str>,
    /// The report.
    pub report: Report,
    /// The texts of the report that a find searches.
    pub(crate) search_index: SearchIndex,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many of the diagnostics are errors: each of them leaves something out.
    pub faults: usize,
    /// How many indicators the text has, those left out included. `None` if that cannot be told.
    pub(crate) stated: Option<usize>,
    /// The items of the text that are not in the report.
    pub(crate) left_out: Vec<LeftOut>,
    /// How many indicators have no reference period.
    pub undated: usize,
    /// The words of its figures in the copies of their sources.
    pub passages: Passages,
    /// What concerns most of its figures.
    pub caveat: Option<String>,
    /// The articles that are held against it.
    pub articles: Articles,
}

impl Document {
    /// A file that has not been read yet.
    pub(crate) fn new(origin: Origin) -> Self {
        Self { origin, ..Self::default() }
    }

    /// Replaces what is shown, and returns the report shown before.
    pub(crate) fn take(&mut self, snapshot: Snapshot) -> Report {
        let Snapshot { text, loaded, search_index, read_at } = snapshot;
        self.disk = text.clone();
        self.text = text;
        self.read_at = read_at;
        self.phase = Phase::Ready;
        self.faults = loaded.errors();
        self.stated = loaded.stated;
        self.left_out = loaded.left_out;
        self.search_index = search_index;
        self.diagnostics = loaded.diagnostics;
        let old = std::mem::replace(&mut self.report, loaded.report);
        let indicators = || self.report.indicators.iter();
        self.undated = indicators().filter(|i| i.headline.period.is_none()).count();
        self.caveat = self.report.caveat();
        old
    }

    /// Takes what the copies of the sources say of a text of the file. Of another text than the shown one
    /// it says nothing.
    pub(crate) fn take_copies(&mut self, passages: Passages, text: &str) -> bool {
        if text != &*self.text {
            return false;
        }
        self.diagnostics.retain(|it| !is_of_copies(it));
        self.passages = passages;
        let found = self.passages.diagnostics.clone();
        add(&mut self.diagnostics, found);
        true
    }

    /// Whether a source has a copy.
    pub(crate) fn has_copies(&self) -> bool {
        self.report.sources.iter().any(|source| source.copy.is_some())
    }

    /// The diagnostics of the file's current text, and that text.
    pub fn listed_diagnostics(&self) -> (&[Diagnostic], &str) {
        match &self.status {
            FileStatus::Broken { text, diagnostics, .. } => (diagnostics, text),
            FileStatus::Current | FileStatus::Unreadable { .. } => (&self.diagnostics, &self.text),
        }
    }

    /// The diagnostic to show first: the syntax error, as other faults follow from it, or else the
    /// first error.
    pub(crate) fn first_fault(&self) -> Option<usize> {
        let (diagnostics, _) = self.listed_diagnostics();
        let is_error = |d: &Diagnostic| d.rule.severity == Severity::Error;
        let syntax = diagnostics.iter().position(|d| *d.rule == NOT_TOML);
        syntax.or_else(|| diagnostics.iter().position(is_error))
    }

    /// Whether the shown report was read from a text without faults.
    pub(crate) fn is_sound(&self) -> bool {
        self.phase == Phase::Ready && self.faults == 0 && !self.text.is_empty()
    }

    /// Whether a report read from a text with faults has fewer items than the shown one. A fault
    /// hides its item, so a missing item need not have been removed.
    pub(crate) fn loses_items(&self, new: &Report) -> bool {
        new.indicators.len() < self.report.indicators.len()
            || new.events.len() < self.report.events.len()
    }

    /// Whether the file can be edited from here: only if all of it is shown.
    pub(crate) fn is_editable(&self) -> bool {
        let is_current = matches!(self.status, FileStatus::Current);
        is_current && self.phase == Phase::Ready && self.faults == 0
    }
}
