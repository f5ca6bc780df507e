//! The axis of values: which rows they fall into, and which ticks to write.

use crate::app::{fit, width};
use crate::report::number;

/// The rows of a plot over the values that it holds.
///
/// From one tick to the next is a whole number of rows, so that equal steps look equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heights {
    step: Step,
    /// The lowest tick, in steps from zero.
    first: f64,
    /// How many steps lie between the lowest and the highest tick.
    steps: u16,
    rows_a_step: u16,
    rows: u16,
}

/// The values that an axis must hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reach {
    /// The lowest value; finite.
    pub(super) low: f64,
    /// The highest value; finite and not below the lowest.
    pub(super) high: f64,
    /// Whether the axis begins at zero although the values do not.
    pub(super) from_zero: bool,
}

/// 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    digit: f64,
    power: i32,
}

/// Values closer to zero than this, and steps, are taken for it: their powers of ten are no
/// normal numbers.
const SMALLEST: i32 = -290;
/// Beyond so many steps from zero their numbers are not exact.
const MOST_STEPS: f64 = 1e14;

impl Step {
    fn size(self) -> f64 {
        self.digit * 10f64.powi(self.power)
    }

    /// A value in steps; a whole number where it is one but for rounding.
    fn count(self, value: f64) -> f64 {
        let at = value / 10f64.powi(self.power) / self.digit;
        let whole = at.round();
        if (at - whole).abs() <= 1e-9 * whole.abs().max(1.0) { whole } else { at }
    }

    /// The number that so many steps make, without the noise of binary fractions.
    fn times(self, count: f64) -> f64 {
        let digits = count * self.digit;
        format!("{digits:.0}e{}", self.power).parse().unwrap_or(digits)
    }

    fn next(self) -> Self {
        match self.digit {
            1.5.. => match self.digit {
                4.0.. => Self { digit: 1.0, power: self.power + 1 },
                _ => Self { digit: 5.0, ..self },
            },
            _ => Self { digit: 2.0, ..self },
        }
    }
}

impl Heights {
    /// An axis of so many rows, two at least.
    ///
    /// Of the round steps that fit it takes the one over which the values use the most rows, as
    /// long as ticks are neither crowded nor far between.
    pub(super) fn new(reach: Reach, rows: u16) -> Self {
        let (low, high) = reach.ends();
        let largest = low.abs().max(high.abs());
        // In halves, since the distance of two finite numbers may be none.
        let span = (high / 2.0 - low / 2.0) / f64::from(rows.max(2)) * 2.0;
        let size = span.max(largest / MOST_STEPS);
        #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number")]
        let power = (size.log10().floor() as i32).max(SMALLEST);
        let mut step = Step { digit: 1.0, power };
        let mut best: Option<(f64, Self)> = None;
        // Three powers of ten hold every step from one for each row to one for all.
        for _ in 0..10 {
            if let Some(axis) = Self::with_step(step, low, high, rows) {
                let used = step.count(high) - step.count(low);
                let score = used * f64::from(axis.rows_a_step) - axis.crowding();
                if best.is_none_or(|(before, _)| score > before) {
                    best = Some((score, axis));
                }
            }
            step = step.next();
        }
        best.map_or(Self { step, first: 0.0, steps: 1, rows_a_step: 1, rows }, |(_, axis)| axis)
    }

    fn with_step(step: Step, low: f64, high: f64, rows: u16) -> Option<Self> {
        let first = step.count(low).floor();
        let steps = (step.count(high).ceil() - first).max(1.0);
        let gaps = rows.saturating_sub(1);
        if !step.size().is_finite() || steps > f64::from(gaps) {
            return None;
        }
        let steps = whole(steps);
        Some(Self { step, first, steps, rows_a_step: gaps / steps, rows })
    }

    /// What ticks in every row, or with many rows between them, cost against rows used.
    fn crowding(&self) -> f64 {
        match self.rows_a_step {
            1 if self.steps > 2 => f64::from(self.steps),
            rows => f64::from(rows.saturating_sub(4)) * 1.5,
        }
    }

    /// The row of a value, counted from the top; values beyond the axis lie in its outermost rows.
    pub(super) fn row(&self, value: f64) -> u16 {
        let up = (self.step.count(value) - self.first) * f64::from(self.rows_a_step);
        let last = self.rows.saturating_sub(1);
        last - whole(up.round()).min(last)
    }

    /// The row and text of every tick, from the lowest to the highest, in so many cells at most.
    pub(super) fn ticks(&self, cells: u16) -> Vec<(u16, String)> {
        let last = self.rows.saturating_sub(1);
        let row = |at: u16| last.saturating_sub(at * self.rows_a_step);
        let ticks: Vec<_> =
            (0..=self.steps).map(|at| (row(at), self.text(f64::from(at)))).collect();
        if ticks.iter().all(|(_, text)| width(text) <= usize::from(cells)) {
            return ticks;
        }
        // All in one form, so that they can be compared.
        let short = |at: u16| format!("{:e}", self.step.times(self.first + f64::from(at)));
        let short = |at: u16| fit(&short(at), usize::from(cells)).into_owned();
        (0..=self.steps).map(|at| (row(at), short(at))).collect()
    }

    /// The value of the lowest row as text, if zero is not on the axis.
    pub(super) fn cut(&self) -> Option<String> {
        let holds_zero = self.first <= 0.0 && self.first + f64::from(self.steps) >= 0.0;
        (!holds_zero).then(|| self.text(0.0))
    }

    fn text(&self, at: f64) -> String {
        number(self.step.times(self.first + at))
    }
}

impl Reach {
    /// The ends of the axis before they are made round.
    fn ends(self) -> (f64, f64) {
        let (low, high) = (self.low, self.high);
        let (low, high) = if self.from_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        if low < high { (low, high) } else { (low.min(0.0), high.max(1.0)) }
    }
}

/// A whole number of rows or steps, from 0 on.
fn whole(value: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast saturates, and a screen has fewer rows"
    )]
    let whole = value.max(0.0) as u16;
    whole
}
