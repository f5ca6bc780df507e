//! The axis of time: in which cell a day lies.

use super::Span;
use crate::report::Day;

/// The part of a cell that is too little to be drawn.
///
/// Years differ by a day, and no date should take a cell for that.
pub(crate) const SLIVER: f64 = 0.05;

/// A span of days and the number of cells that it is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The time that is drawn.
    pub span: Span,
    /// The cells that it takes.
    pub cells: u16,
}

impl Axis {
    /// The start of a day, in cells; below 0 or past the last cell if it is not on the axis.
    pub(crate) fn at(self, day: Day) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
        let days = day.to_epoch() as f64;
        self.at_moment(days)
    }

    /// The place of a moment in cells, given in days since 1970-01-01.
    pub(crate) fn at_moment(self, days: f64) -> f64 {
        (days - self.span.from) / (self.span.to - self.span.from) * f64::from(self.cells)
    }
}

/// The cell that a place lies in, from 0 to `cells`.
pub(crate) fn cell(at: f64, cells: u16) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast saturates, and the result is limited to the axis"
    )]
    let cell = at.max(0.0) as u16;
    cell.min(cells)
}
