//! How the height of the screen is divided among the panels.

use std::collections::HashSet;

use super::part;
use crate::app::panels::{Gauges, VisibleSet};
use crate::report::{Day, Report};

/// How many lines of content the panels have, without the headings of their columns.
///
/// A filter does not change them, as panels that grow and shrink with it would make the screen jump.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentHeights {
    /// The lines of the gauges.
    pub gauges: u16,
    /// The rows of the table.
    pub table: u16,
    /// The lanes of the timeline and the line of counts over them.
    pub timeline: u16,
}

/// The lines of a panel besides its rows: two borders and the headings of its columns.
const FRAME: u16 = 3;
/// The smallest height of a panel, so that a few rows are visible.
const LEAST: u16 = 7;
/// This many indicators fill every screen, so the lines that they take are not counted.
const MANY: usize = 300;

impl ContentHeights {
    /// The heights of a report's content.
    pub fn of(report: &Report, as_of: Day) -> Self {
        let lines = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let gauges = match report.indicators.len() {
            MANY.. => usize::MAX,
            _ => Gauges::new(report, as_of, &VisibleSet::default()).lines.len(),
        };
        Self {
            gauges: lines(gauges),
            table: lines(report.indicators.len()),
            timeline: lines(lanes(report)),
        }
    }

    /// Divides a height among gauges, table and timeline.
    ///
    /// The timeline gets a quarter, and the gauges get two thirds of the rest. Lines that one of them
    /// does not need go to the others; lines that none needs go to the table, and so to the detail.
    pub(super) fn allocate(self, height: u16) -> [u16; 3] {
        let high = |rows: u16| rows.saturating_add(FRAME).max(LEAST);
        let (most, least) = (high(self.timeline), LEAST.min(height));
        let mut timeline = (height / 4).clamp(least, most.max(least)).min(height);
        let upper = height - timeline;
        let mut gauges = part(upper, 2, 3).min(high(self.gauges));
        let mut table = (upper - gauges).min(high(self.table));
        gauges += (upper - gauges - table).min(high(self.gauges) - gauges);
        timeline += (height - gauges - table - timeline).min(most - timeline.min(most));
        table = height - gauges - timeline;
        [gauges, table, timeline]
    }
}

/// The lanes that dated events need, and the line of counts; 0 without events.
fn lanes(report: &Report) -> usize {
    let dated = report.events.iter().filter(|event| event.date.is_some());
    let groups: HashSet<_> = dated.map(|event| event.group).collect();
    if report.events.is_empty() { 0 } else { groups.len().max(1) + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_panel_takes_lines_that_another_needs() {
        let small = ContentHeights { gauges: 23, table: 15, timeline: 37 };
        assert_eq!(small.allocate(28), [14, 7, 7]);
        assert_eq!(small.allocate(38), [19, 10, 9]);
        assert_eq!(small.allocate(58), [26, 18, 14]);
        // All rows are in view, and the detail gets the rest.
        assert_eq!(small.allocate(98), [26, 32, 40]);
        let large = ContentHeights { gauges: u16::MAX, table: u16::MAX, timeline: 0 };
        assert_eq!(large.allocate(98), [60, 31, 7]);
        for height in 0..200 {
            for heights in [small, large, ContentHeights::default()] {
                assert_eq!(heights.allocate(height).iter().sum::<u16>(), height);
            }
        }
    }
}
