//! How the height of the screen is divided among the panels.

use std::collections::HashSet;

use super::part;
use crate::app::keys::Panel;
use crate::app::panels::{Gauges, VisibleSet};
use crate::report::{Day, Report};

/// How many lines of content the panels have, between their borders.
///
/// A filter does not change them, as panels that grow and shrink with it would make the screen jump.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentHeights {
    /// The lines of the gauges without the blank ones.
    pub gauges: u16,
    /// The blank lines between groups, for which there may be room.
    pub blanks: u16,
    /// The rows of the table, and the headings of its columns.
    pub table: u16,
    /// The lanes of the timeline and the counts over them.
    pub timeline: u16,
}

/// The borders of a panel.
const FRAME: u16 = 2;
/// The smallest height of a panel, so that a few rows are visible.
const LEAST: u16 = 7;
/// The cells of a line of the gauges on a screen of 120 columns.
const LINE: u16 = 73;
/// This many indicators fill every screen, so the lines that they take are not counted.
const MANY: usize = 300;

impl ContentHeights {
    /// The heights of a report's content.
    pub fn of(report: &Report, as_of: Day) -> Self {
        let lines = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let gauges = if report.indicators.len() < MANY {
            let gauges = Gauges::new(report, as_of, &VisibleSet::default());
            (gauges.height(gauges.columns(LINE)), gauges.blanks())
        } else {
            (usize::MAX, 0)
        };
        let (gauges, blanks) = gauges;
        Self {
            gauges: lines(gauges),
            blanks: lines(blanks),
            table: lines(report.indicators.len() + 1),
            timeline: lines(lanes(report)),
        }
    }

    /// Divides a height among gauges, table and timeline; `only` is the one of the first two that is
    /// shown, else both are.
    ///
    /// The timeline gets what its lanes need, up to a third of the height, and lines that no list needs:
    /// its events have rows there. Without events it is a line that says so. Of two lists the gauges get what they need, up to two thirds.
    pub(super) fn allocate(self, height: u16, only: Option<Panel>) -> [u16; 3] {
        let high = |rows: u16| rows.saturating_add(FRAME).max(LEAST);
        let lanes = match self.timeline {
            0 => (FRAME + 1).min(height),
            lanes => high(lanes).min(height / 3).max(LEAST.min(height)),
        };
        let upper = height - lanes;
        let airy = self.gauges.saturating_add(self.blanks);
        let table = if only.is_none() { high(self.table) } else { 0 };
        let has_room = high(airy).saturating_add(table) <= upper;
        let gauges = if has_room { airy } else { self.gauges };
        let [gauges, table] = if let Some(list) = only {
            // The same height for either list, so that the screen does not jump.
            let rows = high(gauges.max(self.table)).min(upper);
            let rows = if self.timeline == 0 { upper } else { rows };
            if list == Panel::Table { [0, rows] } else { [rows, 0] }
        } else {
            let table = high(self.table).min(upper);
            let gauges = high(gauges).min((upper - table).max(part(upper, 2, 3)));
            [gauges, table.min(upper - gauges)]
        };
        [gauges, table, height - gauges - table]
    }
}

/// A lane for each group with events, the ticks, and the counts with their bars; 0 without events.
fn lanes(report: &Report) -> usize {
    let groups: HashSet<_> = report.events.iter().map(|event| event.group).collect();
    if report.events.is_empty() { 0 } else { groups.len() + 3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_panel_takes_lines_that_another_needs() {
        let small = ContentHeights { gauges: 21, blanks: 4, table: 16, timeline: 9 };
        assert_eq!(small.allocate(28, Some(Panel::Gauges)), [19, 0, 9]);
        assert_eq!(small.allocate(38, Some(Panel::Gauges)), [27, 0, 11]);
        assert_eq!(small.allocate(38, Some(Panel::Table)), [0, 27, 11]);
        assert_eq!(small.allocate(58, None), [27, 18, 13]);
        assert_eq!(small.allocate(98, None), [27, 18, 53]);
        let large = ContentHeights { gauges: u16::MAX, blanks: 0, table: u16::MAX, timeline: 0 };
        assert_eq!(large.allocate(98, None), [63, 32, 3]);
        for height in 0..200 {
            for heights in [small, large, ContentHeights::default()] {
                for only in [None, Some(Panel::Gauges), Some(Panel::Table)] {
                    assert_eq!(heights.allocate(height, only).iter().sum::<u16>(), height);
                }
            }
        }
    }
}
