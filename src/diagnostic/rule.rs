//! What a file is held to. The texts of the rules stand with what checks them.

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something of the file is left out.
    Error,
    /// Everything is read, and something of it is doubtful.
    Warning,
}

impl Severity {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One rule that a file is held to.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its code: `E…` leaves something out, `W…` does not, `C…` is about the configuration.
    pub code: &'static str,
    /// How much a breach matters.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// What it means, why it matters, and how to mend it.
    pub explanation: &'static str,
}
