use std::fmt;

use crate::report::Text;

/// Why a series cannot be imported, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the CSV file, counted from 1, if it is about one.
    pub line: Option<u64>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The value that may stand for all below it, if that is the question.
    pub lowest: Option<String>,
}

impl Problem {
    /// A problem of the whole file.
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { line: None, message: message.into(), help: help.into(), lowest: None }
    }

    /// A problem of one line.
    pub(super) fn at(line: u64, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::new(message, help) }
    }
}

/// Without the name of the file, which comes first, and the line behind it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", Text::new(&self.message), Text::new(&self.help))
    }
}
