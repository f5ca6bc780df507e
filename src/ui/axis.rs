//! The axis of time: where a day lies, and which ticks to write.

use crate::app::Span;
use crate::report::Day;

/// The fewest cells from one year's tick to the next.
const YEAR_TICK: f64 = 5.5;

/// An axis of so many cells over a span of days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) span: Span,
    pub(super) cells: u16,
}

impl Axis {
    /// Where a day begins, in cells; before 0 or past the last cell where it is not drawn.
    pub(super) fn at(self, day: Day) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
        let day = day.to_epoch() as f64;
        (day - self.span.from) / (self.span.to - self.span.from) * f64::from(self.cells)
    }

    /// The ticks that fit: their cells and texts, from left to right.
    pub(super) fn ticks(self) -> Vec<(u16, String)> {
        let days = self.span.to - self.span.from;
        let per_cell = days / f64::from(self.cells.max(1));
        if days < 2.0 * 365.25 && per_cell * 10.0 < 366.0 {
            let months = [1, 2, 3, 6].into_iter().find(|m| f64::from(*m) * 30.4 / per_cell >= 10.0);
            if let Some(step) = months {
                return self.months(step);
            }
        }
        let step = [1i64, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000, 1_000_000]
            .into_iter()
            .find(|step| years(*step) / per_cell >= YEAR_TICK)
            .unwrap_or(1_000_000);
        self.years(step)
    }

    fn years(self, step: i64) -> Vec<(u16, String)> {
        let (first, last) = (day(self.span.from).ymd().0, day(self.span.to).ymd().0);
        let mut year = first.div_euclid(step) * step;
        let mut ticks = Vec::new();
        while year <= last && ticks.len() < 200 {
            self.tick(Day::new(year, 1, 1), year.to_string(), &mut ticks);
            year += step;
        }
        ticks
    }

    fn months(self, step: u8) -> Vec<(u16, String)> {
        let (mut year, ..) = day(self.span.from).ymd();
        let mut month = 1;
        let mut ticks = Vec::new();
        while Day::new(year, month, 1) <= day(self.span.to) && ticks.len() < 200 {
            let start = Day::new(year, month, 1);
            let words = start.words();
            // Without the day of the month: `Mar 2024`.
            let text = words.split_once(' ').map_or(words.as_str(), |(_, rest)| rest).to_owned();
            self.tick(start, text, &mut ticks);
            month += step;
            if month > 12 {
                (month, year) = (month - 12, year + 1);
            }
        }
        ticks
    }

    /// Adds a tick if all of its text lies on the axis, clear of the one before.
    fn tick(self, at: Day, text: String, ticks: &mut Vec<(u16, String)>) {
        let at = self.at(at);
        if at < -0.5 {
            return;
        }
        let cell = cell(at, self.cells);
        let wide = u16::try_from(text.len()).unwrap_or(u16::MAX);
        let clear = ticks
            .last()
            .is_none_or(|(x, before)| usize::from(*x) + before.len() < usize::from(cell));
        if clear && cell.saturating_add(wide) <= self.cells {
            ticks.push((cell, text));
        }
    }
}

/// The cell that a place lies in, from 0 to `cells`.
pub(super) fn cell(at: f64, cells: u16) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast saturates, and the result is limited to the axis"
    )]
    let cell = at.max(0.0) as u16;
    cell.min(cells)
}

#[expect(clippy::cast_precision_loss, reason = "steps are round numbers far below 2⁵²")]
fn years(n: i64) -> f64 {
    n as f64 * 365.25
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and Day limits it")]
fn day(days: f64) -> Day {
    Day::from_epoch(days as i64)
}
