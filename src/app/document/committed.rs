//! The file as the last commit has it.

use crate::load::load;
use crate::report::{Day, Report};

/// The file as the last commit has it.
#[derive(Clone, Debug)]
pub struct Committed {
    /// The commit: its name, its day and its message.
    pub name: String,
    /// The report.
    pub report: Report,
    /// How many faults the text has.
    pub faults: usize,
}

impl Committed {
    /// Reads the text of a commit.
    pub fn new(name: String, text: &str, as_of: Day) -> Self {
        let loaded = load(text, as_of);
        Self { name, faults: loaded.errors(), report: loaded.report }
    }
}
