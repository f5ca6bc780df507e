//! Where the parts of the timeline are while it is drawn as lanes.

use ratatui::layout::Rect;

use super::{Span, Step, Tally, Timeline, TimelineColumns};
use crate::app::text::width;
use crate::report::Report;

/// The areas of the lanes and of the list of events; drawing and the mouse share them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneAreas {
    /// The labels of the rows.
    pub labels: Rect,
    /// The columns of time: heads, bars, the row of all groups, lanes.
    pub track: Rect,
    /// The time that a column is.
    pub step: Step,
    /// The cells of a column.
    pub column: u16,
    /// The bars over the row of all groups, under the heads; empty where there is no room.
    pub bars: Rect,
    /// How many dated events the rows have.
    pub tallies: Rect,
    /// How many undated ones; without cells if all have a date.
    pub undated: Rect,
    /// The heading of the list; empty where there is no room for one.
    pub heading: Rect,
    /// The rows of the list.
    pub list: Rect,
}

/// The lines over the lanes besides bars: heads and the row of all groups.
const HEAD: u16 = 2;
/// The most lines of the bars, which get a third of those that the lanes leave.
const MOST_BARS: u16 = 3;
/// The fewest events for a line of bars: of a few the numbers say enough.
const EVENTS_PER_LINE: usize = 4;
/// From this width on the list stands beside the lanes.
const BESIDE: u16 = 140;
/// The least width of lanes.
const LEAST: u16 = 44;
/// The fewest cells of the list beside the lanes, and of all columns.
const LEAST_LIST: u16 = 34;
const LEAST_TRACK: u16 = 12;
/// The fewest cells of a column: numbers of one digit stand apart.
const LEAST_COLUMN: u16 = 3;
/// The most cells of a column, but for larger numbers: a row is read across.
const MOST_COLUMN: u16 = 8;
/// The fewest rows of the list under the lanes.
const LEAST_ROWS: u16 = 3;
/// The widest label of a lane.
const WIDEST_LABEL: u16 = 20;
/// The label of the row of all groups.
pub const ALL_GROUPS: &str = "all groups";
const GAP: u16 = 2;
const MARGIN: u16 = 1;

impl LaneAreas {
    /// Divides the area inside the border; `None` if it has no room for lanes.
    pub(crate) fn new(timeline: &Timeline, report: &Report, inner: Rect) -> Option<Self> {
        let all = timeline.lanes.len();
        let is_beside = inner.width >= BESIDE;
        let spare = usize::from(inner.height).saturating_sub(usize::from(HEAD) + all);
        let spare = u16::try_from(spare).unwrap_or(u16::MAX);
        let events = timeline.lanes.all().dated / EVENTS_PER_LINE;
        let most_bars = u16::try_from(events).unwrap_or(u16::MAX).min(MOST_BARS);
        let has_list = !is_beside && spare > LEAST_ROWS;
        let bars = if has_list { spare / 3 } else { spare }.min(most_bars);
        let head = HEAD + bars;
        let room = usize::from(inner.height.saturating_sub(head)).min(all);
        if all == 0 || inner.width < LEAST || room < timeline.lanes.least() {
            return None;
        }
        let [label, tally, undated] = timeline.label_widths(room, report);
        let used = MARGIN + label + GAP + GAP + tally + undated + MARGIN;
        let rest = inner.width.saturating_sub(used);
        let most =
            if is_beside { rest.saturating_sub(GAP + LEAST_LIST).min(rest * 2 / 3) } else { rest };
        let (step, columns, column) = timeline.grid(most)?;
        let track = columns * column;
        // The last head may reach beyond its column.
        let used = used + (most - track).min(GAP);
        let room = timeline.lanes.tallies(room).len();
        let lines = head + u16::try_from(room).unwrap_or(u16::MAX);
        let at = |x: u16, width: u16| Rect { x: inner.x + x, width, height: lines, ..inner };
        let list = if is_beside {
            let x = used + track + GAP;
            Rect { x: inner.x + x, width: inner.width - x, ..inner }
        } else {
            Rect { y: inner.y + lines, height: inner.height - lines, ..inner }
        };
        let has_room = is_beside || list.height >= LEAST_ROWS;
        let list = if has_room { list } else { Rect { height: 0, ..list } };
        let heading = u16::from(is_beside || list.height > LEAST_ROWS + 1);
        let track = at(MARGIN + label + GAP, track);
        let tallies = at(used - MARGIN - undated - tally + track.width, tally);
        Some(Self {
            labels: at(MARGIN, label),
            track,
            step,
            column,
            bars: Rect { y: track.y + 1, height: bars, ..track },
            tallies,
            undated: Rect { x: tallies.right(), width: undated, ..tallies },
            heading: Rect { height: heading, ..list },
            list: Rect { y: list.y + heading, height: list.height - heading, ..list },
        })
    }

    /// The cells that a span of time takes.
    pub(crate) fn cells(&self, span: Span) -> f64 {
        f64::from(self.column) * self.step.count(span)
    }

    /// How many lanes have room.
    pub fn lanes(&self) -> usize {
        usize::from(self.track.height.saturating_sub(self.head()))
    }

    /// The lines over the lanes.
    fn head(&self) -> u16 {
        HEAD + self.bars.height
    }

    /// The line of a lane.
    pub fn lane(&self, lane: usize) -> Option<u16> {
        let y = self.track.y + self.head() + u16::try_from(lane).ok()?;
        (y < self.track.bottom()).then_some(y)
    }

    /// The lane in a line, if it is one.
    pub(crate) fn lane_at(&self, y: u16) -> Option<usize> {
        let lane = y.checked_sub(self.track.y + self.head())?;
        (y < self.track.bottom()).then_some(usize::from(lane))
    }

    /// The columns of the list.
    pub fn columns(&self, timeline: &Timeline) -> TimelineColumns {
        TimelineColumns::of_list(timeline)
    }
}

impl Timeline {
    /// The cells of the labels of the lanes in `room` lines, of their numbers of events, and of those
    /// of undated ones with the gap before them.
    fn label_widths(&self, room: usize, report: &Report) -> [u16; 3] {
        let (lanes, all) = (self.lanes.tallies(room), self.lanes.all());
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let labels = lanes.iter().map(|(of, _)| cells(&of.label(report)));
        let label = labels.max().unwrap_or(0).max(cells(ALL_GROUPS)).min(WIDEST_LABEL);
        let zoomed = self.is_zoomed();
        // All of them could be in view.
        let most = Tally { in_view: all.dated, ..all }.words(zoomed);
        let undated = if all.undated > 0 { GAP + cells(Tally::UNDATED) } else { 0 };
        let tally = cells(&most).max(cells(Tally::heading(zoomed)));
        [label, tally, undated]
    }

    /// The finest step whose columns fit into `room` cells with a gap after each number, the number of
    /// these columns, and the cells of each.
    fn grid(&self, room: u16) -> Option<(Step, u16, u16)> {
        if room < LEAST_TRACK {
            return None;
        }
        Step::of_counts(self.span).find_map(|step| {
            let columns = step.stretches(self.span, usize::from(room / LEAST_COLUMN))?;
            let most = columns.iter().map(|column| self.lanes.begun(column)).max().unwrap_or(0);
            // A sign may stand before a number.
            let least = width(&most.to_string()) + 2;
            let least = u16::try_from(least).unwrap_or(u16::MAX).max(LEAST_COLUMN);
            let columns = u16::try_from(columns.len()).ok()?;
            // Columns keep their width while time moves through them.
            let most = if self.is_zoomed() { step.most(self.span).max(columns) } else { columns };
            let cells = room / most.max(1);
            (cells >= least).then_some((step, columns, cells.min(MOST_COLUMN).max(least)))
        })
    }
}
