//! The list of what is wrong with the file.

use crate::app::Model;
use crate::app::document::Standing;
use crate::app::overlays::Overlay;
use crate::diagnostic::{Diagnostic, Severity};
use crate::syntax::NOT_TOML;

/// The list of what is wrong with the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DiagnosticsList {
    /// The selected line.
    pub at: usize,
    /// The first line in view.
    pub offset: usize,
    /// Whether it came by itself and goes away once the file is whole.
    pub waits: bool,
}

/// The widest that the list of diagnostics is drawn.
pub const DIAGNOSTICS_WIDEST: u16 = 120;
/// The most lines of the list of diagnostics; the rest is the selected one in full.
const LISTED: usize = 8;

/// The lines that a list of so many diagnostics takes of so many.
pub fn listed(view: usize, count: usize) -> usize {
    count.min((view / 3).clamp(1, LISTED))
}

impl Model {
    /// The diagnostics of the file as it is now, with the text that they are about.
    pub fn listed_diagnostics(&self) -> (&[Diagnostic], &str) {
        match &self.standing {
            Standing::Broken { text, diagnostics, .. } => (diagnostics, text),
            Standing::Current | Standing::Lost { .. } => (&self.diagnostics, &self.text),
        }
    }

    /// Opens the list of what is wrong with the file; one that waits goes away by itself.
    pub(in crate::app) fn open_diagnostics(&mut self, waits: bool) {
        let at = first_fault(self.listed_diagnostics().0).unwrap_or(0);
        let list = DiagnosticsList { at, offset: 0, waits };
        self.overlay = Some(Overlay::Diagnostics(list));
    }
}

/// The fault to begin with: what is no TOML has more faults behind it.
pub(in crate::app) fn first_fault(diagnostics: &[Diagnostic]) -> Option<usize> {
    let is_error = |d: &Diagnostic| d.rule.severity == Severity::Error;
    let is_syntax = |d: &Diagnostic| *d.rule == NOT_TOML;
    let faults = || diagnostics.iter();
    faults().position(is_syntax).or_else(|| faults().position(is_error))
}
