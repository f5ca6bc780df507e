//! The width of what figures read.

use crate::app::text::width;

const LONG: u16 = 1_000;

/// The cells of a text; in ASCII two of its signs take two.
pub(super) fn cells(text: &str) -> u16 {
    let signs = text.chars().filter(|c| matches!(c, '≤' | '≥')).count();
    // A text longer than any plot is left out; the limit keeps the sums from overflowing.
    u16::try_from(width(text) + signs).map_or(LONG, |cells| cells.min(LONG))
}
