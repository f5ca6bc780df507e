//! The axis of values: which rows they fall into, and which ticks to write.

use crate::app::text::{fit, width};
use crate::report::number;

/// The rows of a plot over the values that it holds.
///
/// From one tick to the next is a whole number of rows, so that equal steps look equal and every
/// tick stands at its own value. A tick need not stand on the first or the last row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heights {
    /// From tick to tick.
    pub(super) tick: Step,
    /// The rows from tick to tick, one at least.
    pub(super) rows_a_tick: u16,
    /// The lowest row, in rows from zero.
    pub(super) base: f64,
    pub(super) rows: u16,
}

/// 1, 2, 2.5 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    /// Ten times that digit, so that it is whole.
    pub(super) digits: f64,
    /// One less than the power, for the same reason.
    pub(super) power: i32,
}

impl Step {
    pub(super) fn size(self) -> f64 {
        self.digits * 10f64.powi(self.power)
    }

    /// `count` thousandths of a step, without the noise of binary fractions.
    fn thousandths(self, count: f64) -> f64 {
        let digits = count * self.digits;
        format!("{digits:.0}e{}", self.power - 3).parse().unwrap_or(digits)
    }
}

/// A half of a cell, in which a square stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    Upper,
    Lower,
}

/// The part of a row on both sides of its middle in which a square stands in the middle.
const MIDDLE: f64 = 0.125;

impl Heights {
    /// A value in rows from zero; a whole number where it is one but for rounding.
    pub(super) fn count(&self, value: f64) -> f64 {
        let steps = value / 10f64.powi(self.tick.power) / self.tick.digits;
        let at = steps * f64::from(self.rows_a_tick);
        let whole = at.round();
        if (at - whole).abs() <= (1e-12 * whole.abs()).max(1e-9) { whole } else { at }
    }

    /// The row of a value, counted from that of zero.
    ///
    /// What is not zero does not stand on zero, however little it is.
    pub(super) fn level(&self, value: f64) -> f64 {
        let at = self.count(value);
        let row = at.round();
        let passes_for_zero = row.abs() < 0.5 && at.abs() > 0.0;
        if passes_for_zero { at.signum() } else { row }
    }

    /// The row that a value is not below, counted from that of zero.
    pub(super) fn whole_below(&self, value: f64) -> f64 {
        self.count(value).floor()
    }

    /// How far a value lies from its row, in rows: half of one at most, on the axis.
    pub(super) fn offset(&self, value: f64) -> f64 {
        let offset = (self.level(value) - self.count(value)).abs();
        if offset.is_finite() { offset } else { 0.0 }
    }

    /// The row of a value, counted from the top; values beyond the axis lie in its outermost rows.
    pub(super) fn row(&self, value: f64) -> u16 {
        let last = self.rows.saturating_sub(1);
        last - whole(self.level(value) - self.base).min(last)
    }

    /// The row of a square, counted from the top, and the half of it that the value lies in; none if it lies
    /// in the middle.
    ///
    /// What is not zero does not stand on the line of zero.
    pub(super) fn half(&self, value: f64) -> (u16, Option<Half>) {
        let at = self.count(value);
        let middle = at.round();
        if (at - middle).abs() <= MIDDLE && (middle.abs() > 0.0 || at.abs() <= 0.0) {
            return (self.row(value), None);
        }
        let nth = (2.0 * at).ceil();
        let level = (nth / 2.0).floor();
        let half = if level * 2.0 < nth { Half::Upper } else { Half::Lower };
        let last = self.rows.saturating_sub(1);
        (last - whole(level - self.base).min(last), Some(half))
    }

    /// The rows that have a tick, from the lowest to the highest: the row, counted from the
    /// bottom, and the tick in steps from zero.
    pub(super) fn ticked(&self) -> impl Iterator<Item = (u16, f64)> {
        let between = f64::from(self.rows_a_tick.max(1));
        let first = (self.base / between).ceil();
        let start = whole(first * between - self.base);
        let rows = (start..self.rows).step_by(usize::from(self.rows_a_tick.max(1)));
        rows.zip(0u16..).map(move |(row, at)| (row, first + f64::from(at)))
    }

    /// The row and text of every tick that can be reached, from the lowest to the highest, in so
    /// many cells at most: nothing is more than all of it.
    pub(super) fn ticks(&self, cells: u16, (low, high): (f64, f64)) -> Vec<(u16, String)> {
        let last = self.rows.saturating_sub(1);
        let value = |tick: f64| self.tick.thousandths(tick * 1_000.0);
        let ticked: Vec<(u16, f64)> = self
            .ticked()
            .map(|(row, tick)| (last - row.min(last), value(tick)))
            .filter(|(_, value)| value.is_finite() && (low..=high).contains(value))
            .collect();
        let ticks: Vec<_> = ticked.iter().map(|(row, value)| (*row, number(*value))).collect();
        if ticks.iter().all(|(_, text)| width(text) <= usize::from(cells)) {
            return ticks;
        }
        // All in one form, so that they can be compared.
        let short = |value: f64| fit(&format!("{value:e}"), usize::from(cells)).into_owned();
        ticked.into_iter().map(|(row, value)| (row, short(value))).collect()
    }

    /// Whether zero is not on the axis.
    pub(super) fn is_cut(&self) -> bool {
        self.base > 0.0 || self.base + f64::from(self.rows) <= 0.0
    }

    /// The value of the lowest row as text, if zero is not on the axis.
    pub(super) fn cut(&self) -> Option<String> {
        self.is_cut().then(|| number(self.part(self.base)))
    }

    /// Whether every row is at a number of few digits.
    pub(super) fn is_plain(&self) -> bool {
        self.rows_a_tick != 3
    }

    /// The value of `rows` rows.
    fn part(&self, rows: f64) -> f64 {
        self.tick.thousandths(rows * 1_000.0 / f64::from(self.rows_a_tick.max(1)))
    }
}

/// A whole number of rows, from 0 on.
fn whole(value: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast saturates, and a screen has fewer rows"
    )]
    let whole = value.max(0.0) as u16;
    whole
}
