//! The ticks of an axis of time.

pub(super) use crate::app::panels::{Axis, SLIVER, cell};
use crate::app::panels::{Step, month_words};
use crate::report::{Day, year_name};
use crate::ui::canvas::cells;

/// The fewest cells from the end of one tick's text to the next.
const TICK_GAP: f64 = 1.5;
/// The same for dates of several words.
const WORDS_GAP: f64 = 2.0;
/// The cells of `Mar 2024` and of `12 Mar 2024`.
const MONTH: f64 = 8.0;
const DAY: f64 = 11.0;

const DAYS_IN_MONTH: f64 = 30.4;
const DAYS_IN_YEAR: f64 = 365.25;

const DAYS: [i64; 7] = [1, 2, 3, 4, 5, 7, 10];

/// More ticks than any terminal has room for.
const MOST: usize = 200;

/// A tick: its cell and its text.
pub(super) type Tick = (u16, String);

impl Axis {
    /// The ticks that fit: their cells and texts, from left to right, each with its year.
    pub(super) fn ticks(self) -> Vec<Tick> {
        let mut ticks = self.regular();
        if ticks.len() < 2 {
            self.name_the_edge(&mut ticks);
        }
        ticks
    }

    /// Where equal steps begin, as ticks do whose texts stand in the middle below them: their cells, and
    /// the texts.
    pub(super) fn steps(self) -> Vec<Tick> {
        let step = self.tick_step();
        let last = day(self.span.to);
        let starts = step.starts(day(self.span.from)).take(MOST).take_while(|start| *start <= last);
        let places = starts.filter_map(|start| {
            let at = Some(self.at(start)).filter(|at| *at >= -SLIVER)?;
            Some((cell(at + SLIVER, self.cells), step.text(start)))
        });
        places.filter(|(at, _)| *at < self.cells).collect()
    }

    fn per_cell(self) -> f64 {
        (self.span.to - self.span.from) / f64::from(self.cells.max(1))
    }

    /// Days, months or years at equal steps, the finest that leave their texts apart.
    fn regular(self) -> Vec<Tick> {
        let step = self.tick_step();
        let starts = step.starts(day(self.span.from));
        self.placed(starts.map(|start| (start, step.text(start))))
    }

    fn tick_step(self) -> Step {
        if let Some(step) = DAYS.into_iter().find(|n| self.length(float(*n)) >= DAY + WORDS_GAP) {
            return Step::Days(step);
        }
        // Over more than two years the months only repeat.
        let few_years = self.span.to - self.span.from < 2.0 * DAYS_IN_YEAR;
        if let Some(step) = self.months(MONTH + WORDS_GAP).filter(|_| few_years) {
            return step;
        }
        let (first, last) = (day(self.span.from).ymd().0, day(self.span.to).ymd().0);
        let text = |year: i64| f64::from(cells(&year_name(year)));
        let text = text(first).max(text(last)).max(text(999.clamp(first, last)));
        self.years(text + TICK_GAP)
    }

    /// The cells of some days.
    fn length(self, days: f64) -> f64 {
        days / self.per_cell()
    }

    /// The finest step of months that takes this many cells.
    fn months(self, room: f64) -> Option<Step> {
        let fits = |n: &u8| self.length(f64::from(*n) * DAYS_IN_MONTH) >= room;
        [1, 2, 3, 6].into_iter().find(fits).map(Step::Months)
    }

    /// The finest step of years that takes this many cells.
    fn years(self, room: f64) -> Step {
        let steps = (0u32..7).flat_map(|power| [1, 2, 5].map(|n| n * 10i64.pow(power)));
        let step = steps.into_iter().find(|n| self.length(float(*n) * DAYS_IN_YEAR) >= room);
        Step::Years(step.unwrap_or(10_000_000))
    }

    /// The ticks that fit of those at the starts of days, months or years.
    fn placed(self, starts: impl Iterator<Item = (Day, String)>) -> Vec<Tick> {
        let last = day(self.span.to);
        let mut ticks = Vec::new();
        for (start, text) in starts.take(MOST).take_while(|(start, _)| *start <= last) {
            self.tick(start, text, &mut ticks);
        }
        ticks
    }

    /// Writes at the first cell which day, month or year it is, if that is clear of the rest:
    /// a single tick says nothing of how much time a cell is, and none says nothing at all.
    fn name_the_edge(self, ticks: &mut Vec<Tick>) {
        let edge = day(self.span.from);
        let text = match self.per_cell() {
            days if days < DAYS_IN_MONTH => edge.words(),
            days if days < DAYS_IN_YEAR => month_words(edge),
            _ => year_name(edge.ymd().0),
        };
        let room = ticks.first().map_or(self.cells, |(at, _)| at.saturating_sub(1));
        if cells(&text) <= room {
            ticks.insert(0, (0, text));
        }
    }

    /// Adds a tick if all of its text lies on the axis, clear of the one before.
    fn tick(self, at: Day, text: String, ticks: &mut Vec<Tick>) {
        let at = self.at(at);
        if at < -SLIVER {
            return;
        }
        let cell = cell(at + SLIVER, self.cells);
        let clear = ticks.last().is_none_or(|(x, before)| x + cells(before) < cell);
        if clear && cell.saturating_add(cells(&text)) <= self.cells {
            ticks.push((cell, text));
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps are round numbers far below 2⁵²")]
fn float(n: i64) -> f64 {
    n as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and Day limits it")]
fn day(days: f64) -> Day {
    Day::from_epoch(days.floor() as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::panels::Span;
    use crate::app::text::width;

    /// The year that a tick names alone: `2024`, `44 BC`, `AD 14`.
    fn year_of(tick: &str) -> Option<i64> {
        match tick.strip_suffix(" BC") {
            Some(before) => before.parse::<i64>().ok().map(|year| 1 - year),
            None => tick.strip_prefix("AD ").unwrap_or(tick).parse().ok(),
        }
    }

    fn axis(from: Day, days: f64, cells: u16) -> Axis {
        let from = float(from.to_epoch());
        Axis { span: Span { from, to: from + days }, cells }
    }

    fn line(axis: Axis) -> String {
        let mut line = String::new();
        for (at, text) in axis.ticks() {
            line.push_str(&" ".repeat(usize::from(at) - line.len()));
            line.push_str(&text);
        }
        line
    }

    #[test]
    fn years_then_months_then_days() {
        let from = Day::new(2024, 3, 12);
        for (days, ticks) in [
            (7.0, "12 Mar 2024      15 Mar 2024"),
            (30.0, "        18 Mar 2024  28 Mar 2024"),
            (90.0, "         Apr 2024     May 2024"),
            (400.0, "           Jul 2024           Jan 2025"),
            (1_500.0, "        2025      2026      2027"),
            (20_000.0, "    2030   2040    2050   2060    2070"),
            (4_000_000.0, "       4000   6000    8000   10000"),
        ] {
            assert_eq!(line(axis(from, days, 41)), ticks, "{days}");
        }
    }

    #[test]
    fn years_before_our_era_are_round_as_people_count_them() {
        for (year, days, ticks) in [
            (-99, 100_000.0, "100 BC         AD 1          AD 100"),
            (-1, 1_600.0, "2 BC     1 BC     AD 1      AD 2     AD 3"),
            (-12, 10_000.0, "    10 BC   5 BC   AD 1  AD 5   AD 10"),
            (-4_000, 2_000_000.0, "4000 BC        2000 BC        AD 1"),
            (800, 400_000.0, "       1000               1500"),
        ] {
            assert_eq!(line(axis(Day::new(year, 1, 1), days, 41)), ticks, "{year}");
        }
    }

    proptest! {
        #[test]
        fn a_year_can_be_read_at_every_zoom(
            year in -400_000i64..400_000,
            day in 0i64..366,
            // From a week to a million years, as evenly as zooming goes.
            zoom in 0.0f64..1.0,
            cells in 20u16..300,
        ) {
            let days = 7.0 * (DAYS_IN_YEAR * 1e6 / 7.0).powf(zoom);
            let from = Day::from_epoch(Day::new(year, 1, 1).to_epoch() + day);
            let axis = axis(from, days, cells);
            let ticks = axis.ticks();
            prop_assert!(!ticks.is_empty(), "{axis:?}");
            let mut free = 0;
            for (at, text) in &ticks {
                prop_assert!(usize::from(*at) >= free, "{text} overlaps in {ticks:?}");
                free = usize::from(*at) + width(text) + 1;
                prop_assert!(free <= usize::from(cells) + 1, "{text} is cut in {ticks:?}");
                // "Mar 2024", "12 Mar 44 BC"
                let named = (1..=4).find_map(|n| year_of(text.splitn(n, ' ').last()?));
                let named = named.expect("a year");
                let last = super::day(axis.span.to).ymd().0;
                let first = super::day(axis.span.from - SLIVER * axis.per_cell()).ymd().0;
                prop_assert!((first..=last).contains(&named), "{text} is not in {axis:?}");
            }
        }
    }
}
