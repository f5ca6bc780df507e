//! One reading of the file, and whether the file still says the same.

use std::sync::Arc;

use crate::app::document::SearchIndex;
use crate::app::env::Clock;
use crate::diagnostic::Diagnostic;
use crate::load::Loaded;
use crate::load::load;
use crate::report::Day;

/// One reading of the file.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The text, byte for byte.
    pub text: Arc<str>,
    /// The report and the diagnostics.
    pub loaded: Loaded,
    /// The texts that a find searches.
    pub search_index: SearchIndex,
    /// When it was read.
    pub read_at: Clock,
}

impl Snapshot {
    /// Reads a text. `as_of` is the day by which figures are due for review.
    pub fn new(text: impl Into<Arc<str>>, as_of: Day, read_at: Clock) -> Self {
        let text = text.into();
        let loaded = load(&text, as_of);
        let search_index = SearchIndex::new(&loaded.report);
        Self { text, loaded, search_index, read_at }
    }
}

/// Whether what is shown is what the file says.
#[derive(Clone, Debug, Default)]
pub enum FileStatus {
    /// It is.
    #[default]
    Current,
    /// The file has faults; what is shown is the reading before.
    Broken {
        /// Since when.
        since: Clock,
        /// The text with the faults.
        text: Arc<str>,
        /// What is wrong with it, errors and warnings in file order.
        diagnostics: Vec<Diagnostic>,
    },
    /// The file cannot be read; what is shown is the reading before.
    Unreadable {
        /// Since when.
        since: Clock,
        /// Why, and what to do, in words for users.
        why: String,
        /// Whether the file is missing.
        gone: bool,
    },
}

impl FileStatus {
    /// Since when that has not been so; `None` if it is so.
    pub fn since(&self) -> Option<Clock> {
        match self {
            Self::Current => None,
            Self::Broken { since, .. } | Self::Unreadable { since, .. } => Some(*since),
        }
    }
}
