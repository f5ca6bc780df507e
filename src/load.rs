//! TOML text in, a checked [`Report`] and every diagnostic out.
//!
//! The text is parsed with its places, each table is read by the one key table
//! ([`schema`](crate::schema)), raw values are lowered to checked ones, and what is sound but
//! doubtful is linted on the way. A broken item is left out and the rest is kept.

mod lint;
mod lower;
mod parts;
mod reader;
pub mod rule;

use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Faults, Severity};
use crate::report::{Day, Report};
use crate::syntax::{self, Lost};

/// A file as far as it can be read, and all that is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What is sound.
    pub report: Report,
    /// What is not, in file order, errors and warnings mixed.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.rule.severity == severity).count()
    }
}

/// Reads any text. `as_of` is the day by which figures are due for review.
pub fn load(text: &str, as_of: Day) -> Loaded {
    let sound_depth = !syntax::is_too_deep(text);
    if sound_depth && let Some(loaded) = parts::load(text, as_of, parts::SIZE) {
        return loaded;
    }
    let mut faults = Faults::default();
    let parsed = sound_depth.then(|| DeTable::parse_recoverable(text));
    let report = match parsed {
        Some((tree, errors)) if errors.is_empty() => {
            lower::lower(tree.into_inner(), text, as_of, Lost::default(), &mut faults)
        }
        _ => mended(text, as_of, &mut faults),
    };
    Loaded { report, diagnostics: faults.finish(text) }
}

fn mended(text: &str, as_of: Day, faults: &mut Faults) -> Report {
    let (sound, lost) = syntax::mend(text, faults);
    let (tree, _) = DeTable::parse_recoverable(&sound);
    lower::lower(tree.into_inner(), &sound, as_of, lost, faults)
}
