use std::sync::Arc;

use crate::app::document::SearchIndex;
use crate::app::env::Clock;
use crate::diagnostic::Diagnostic;
use crate::load::Loaded;
use crate::load::load;
use crate::report::Day;

/// One reading of the file: its text, what it says, and when it was read.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The text, with every byte as it stood in the file.
    pub text: Arc<str>,
    /// What it says, and what is wrong with it.
    pub loaded: Loaded,
    /// What it says, as it is looked for.
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

/// How what is shown stands to the file.
#[derive(Clone, Debug, Default)]
pub enum FileStatus {
    /// It is what the file says.
    #[default]
    Current,
    /// The file has faults; what is shown is what it said before.
    Broken {
        /// Since when.
        since: Clock,
        /// The text with the faults.
        text: Arc<str>,
        /// What is wrong with it, errors and warnings in file order.
        diagnostics: Vec<Diagnostic>,
    },
    /// The file cannot be read; what is shown is what it said before.
    Lost {
        /// Since when.
        since: Clock,
        /// Why, and what to do, for people.
        why: String,
        /// Whether it is not there at all.
        gone: bool,
    },
}

impl FileStatus {
    /// Since when what is shown is not what the file says.
    pub fn since(&self) -> Option<Clock> {
        match self {
            Self::Current => None,
            Self::Broken { since, .. } | Self::Lost { since, .. } => Some(*since),
        }
    }
}
