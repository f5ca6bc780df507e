//! The exit codes of the program.

/// There are no findings, or only warnings.
pub(super) const FINE: u8 = 0;
/// There are findings.
pub(super) const FINDINGS: u8 = 1;
/// It could not run.
pub(super) const COULD_NOT_RUN: u8 = 2;
