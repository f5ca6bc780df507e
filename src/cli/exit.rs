//! What the program says by ending.

/// All is well, or there are warnings only.
pub(super) const FINE: u8 = 0;
/// Something was found.
pub(super) const FINDINGS: u8 = 1;
/// It could not run at all.
pub(super) const COULD_NOT_RUN: u8 = 2;
