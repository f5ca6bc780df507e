//! From TOML text to a checked [`Report`] and all diagnostics.
//!
//! The text is parsed with positions, each table is read by the tables of keys
//! ([`schema`](crate::schema)), raw values are turned into checked ones, and values that are valid
//! but doubtful are reported as warnings. A broken item is left out, and the rest is kept.

mod lint;
mod lower;
mod parts;
mod reader;
mod rule;

use toml::de::DeTable;

pub use rule::rules;

use crate::diagnostic::{Diagnostic, Faults, Severity};
use crate::report::{Day, Report};
use crate::syntax::{self, Skipped};

/// What can be read of a file, and everything that is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The sound items.
    pub report: Report,
    /// Errors and warnings, in file order.
    pub diagnostics: Vec<Diagnostic>,
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
    let sound_depth = !syntax::is_too_deep(text);
    if sound_depth && let Some(loaded) = parts::load(text, as_of, parts::SIZE) {
        return loaded;
    }
    let mut faults = Faults::default();
    let parsed = sound_depth.then(|| DeTable::parse_recoverable(text));
    let report = match parsed {
        Some((tree, errors)) if errors.is_empty() => {
            lower::lower(tree.into_inner(), text, as_of, Skipped::default(), &mut faults)
        }
        _ => recovered(text, as_of, &mut faults),
    };
    Loaded { report, diagnostics: faults.finish(text) }
}

fn recovered(text: &str, as_of: Day, faults: &mut Faults) -> Report {
    let (sound, skipped) = syntax::recover(text, faults);
    let (tree, _) = DeTable::parse_recoverable(&sound);
    lower::lower(tree.into_inner(), &sound, as_of, skipped, faults)
}

#[cfg(test)]
mod tests;
