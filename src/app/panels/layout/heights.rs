use super::part;
use crate::app::panels::{Gauges, VisibleSet};
use crate::report::{Day, Report};

/// How many lines the panels have to show, the headings of their columns left out.
///
/// They are those of the whole report: panels that grew and shrank while one narrows their rows
/// would make everything jump.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentHeights {
    /// The lines of the gauges.
    pub gauges: u16,
    /// The rows of the table.
    pub table: u16,
    /// The rows of the timeline.
    pub timeline: u16,
}

/// Lines of a panel that are not its rows: two borders and the headings of its columns.
const FRAME: u16 = 3;
/// No panel is lower: a few rows have to be seen.
const LEAST: u16 = 7;
/// More indicators than this fill every screen; nobody has to count how many lines they take.
const MANY: usize = 300;

impl ContentHeights {
    /// What a report needs.
    pub fn of(report: &Report, as_of: Day) -> Self {
        let lines = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let gauges = match report.indicators.len() {
            MANY.. => usize::MAX,
            _ => Gauges::new(report, as_of, &VisibleSet::default()).lines.len(),
        };
        Self {
            gauges: lines(gauges),
            table: lines(report.indicators.len()),
            timeline: lines(report.events.len()),
        }
    }

    /// Shares out so many lines among gauges, table and timeline.
    ///
    /// A quarter is the timeline's, two thirds of the rest the gauges'. What one of them does not
    /// need goes to the others; what none of them needs, to the table and so to the detail.
    pub(super) fn share(self, height: u16) -> [u16; 3] {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_panel_takes_lines_that_another_needs() {
        let shipped = ContentHeights { gauges: 23, table: 15, timeline: 37 };
        assert_eq!(shipped.share(28), [14, 7, 7]);
        assert_eq!(shipped.share(38), [19, 10, 9]);
        assert_eq!(shipped.share(58), [26, 18, 14]);
        // Everything is in view, and the detail has the rest.
        assert_eq!(shipped.share(98), [26, 32, 40]);
        let large = ContentHeights { gauges: u16::MAX, table: u16::MAX, timeline: 0 };
        assert_eq!(large.share(98), [60, 31, 7]);
        for height in 0..200 {
            for needs in [shipped, large, ContentHeights::default()] {
                assert_eq!(needs.share(height).iter().sum::<u16>(), height);
            }
        }
    }
}
