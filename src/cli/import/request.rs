//! What is asked of an import.

use std::path::PathBuf;

use crate::import::Choice;

/// What the command line says of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The CSV file.
    pub series: PathBuf,
    /// The report. `None` is the default file.
    pub report: Option<PathBuf>,
    /// Which series is meant, and what is said of it.
    pub choice: Choice,
    /// Write without asking.
    pub yes: bool,
}
