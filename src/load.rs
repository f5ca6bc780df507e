//! From TOML text to a checked [`Report`] and all diagnostics.
//!
//! The text is parsed block by block with positions, each table is read by the tables of keys
//! ([`schema`](crate::schema)), raw values are turned into checked ones, and values that are valid
//! but doubtful are reported as warnings. A broken item is left out, and the rest is kept.

mod blocks;
mod lint;
mod lower;
mod reader;
mod rule;

pub use rule::rules;

use crate::diagnostic::{Diagnostic, Severity};
use crate::passage::Quoted;
use crate::report::{Day, Report};

/// What can be read of a file, and everything that is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The sound items.
    pub report: Report,
    /// Errors and warnings, in file order.
    pub diagnostics: Vec<Diagnostic>,
    /// How many indicators the text has, those left out included. `None` if that cannot be told: an
    /// item without a readable heading may be one.
    pub stated: Option<usize>,
    /// The items that are in the text and not in the report.
    pub left_out: Vec<LeftOut>,
    /// The words that can be looked up in copies of sources.
    pub quoted: Quoted,
}

/// An item that has a fault and is left out with everything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The name of its table, such as "indicator" or "point".
    pub kind: &'static str,
    /// Its id or key; empty if it has none, or none that can be read.
    pub name: String,
    /// The line of its fault, counted from 1; 0 if that is not known.
    pub line: u32,
}

impl Loaded {
    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.rule.severity == severity).count()
    }
}

/// Reads any text. A figure is due for review if its date is before `as_of`.
pub fn load(text: &str, as_of: Day) -> Loaded {
    blocks::load(text, as_of)
}

#[cfg(test)]
mod tests;
