//! Where the parts of the timeline are while it is drawn as lanes.

use ratatui::layout::Rect;

use super::{Tally, Timeline, TimelineColumns};
use crate::app::text::width;
use crate::report::Report;

/// The areas of the lanes and of the list of events; drawing and the mouse share them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaneAreas {
    /// The labels of the lanes, and over them that of the counts.
    pub labels: Rect,
    /// The cells of time: ticks, bars, counts, lanes.
    pub track: Rect,
    /// The bars of the counts, between the ticks and the counts; empty where there is no room.
    pub bars: Rect,
    /// How many events the lanes have.
    pub tallies: Rect,
    /// How many of them have no date; without cells if all have one.
    pub undated: Rect,
    /// The heading of the list; empty where there is no room for one.
    pub heading: Rect,
    /// The rows of the list.
    pub list: Rect,
}

/// The lines over the lanes besides bars: ticks and counts.
const HEAD: u16 = 2;
/// The most lines of the bars, which get a third of those that the lanes leave.
const MOST_BARS: u16 = 3;
/// The fewest events for a line of bars: of a few the numbers say enough.
const EVENTS_PER_LINE: usize = 4;
/// From this width on the list stands beside the lanes.
const BESIDE: u16 = 140;
/// The least width of lanes with a list under them.
const LEAST: u16 = 44;
/// The fewest cells of the list beside the lanes, and of the track.
const LEAST_LIST: u16 = 34;
const LEAST_TRACK: u16 = 12;
/// The fewest rows of the list under the lanes.
const LEAST_ROWS: u16 = 3;
/// The widest label of a lane.
const WIDEST_LABEL: u16 = 20;
/// The cells of the label of the counts, "new per year", and in a narrow panel "per 2 years".
const COUNTS: u16 = 12;
const SHORT_COUNTS: u16 = 11;
/// Below this width a panel is narrow.
const NARROW: u16 = 70;
const GAP: u16 = 2;
const MARGIN: u16 = 1;

impl LaneAreas {
    /// Divides the area inside the border; `None` if it has no room for lanes.
    pub(crate) fn new(timeline: &Timeline, report: &Report, inner: Rect) -> Option<Self> {
        let all = timeline.lanes.len();
        let is_beside = inner.width >= BESIDE;
        // Lanes go before rows, but for the row of the selected event.
        let spare = usize::from(inner.height).saturating_sub(usize::from(HEAD) + all);
        let spare = u16::try_from(spare).unwrap_or(u16::MAX);
        let events = timeline.lanes.all().all / EVENTS_PER_LINE;
        let most_bars = u16::try_from(events).unwrap_or(u16::MAX).min(MOST_BARS);
        let bars = if is_beside { spare } else { spare / 3 }.min(most_bars);
        let rows = (spare - bars).clamp(1, LEAST_ROWS);
        let under = if is_beside { 0 } else { rows };
        let head = HEAD + bars;
        let room = usize::from(inner.height.saturating_sub(head + under)).min(all);
        if all == 0 || inner.width < LEAST || room < timeline.lanes.least() {
            return None;
        }
        let [label, tally, undated] = timeline.label_widths(room, report);
        let counts = if inner.width < NARROW { SHORT_COUNTS } else { COUNTS };
        let label = label.clamp(counts, WIDEST_LABEL);
        let used = MARGIN + label + GAP + GAP + tally + undated + MARGIN;
        let rest = inner.width.saturating_sub(used);
        // Years of equal width: a zoom to other time does not change the width.
        let years = timeline.years();
        let most =
            if is_beside { rest.saturating_sub(GAP + LEAST_LIST).min(rest * 2 / 3) } else { rest };
        let track = most / years * years;
        let track = if track == 0 { most } else { track };
        // The last tick may reach beyond the track.
        let used = used + (most - track).min(GAP);
        if track < LEAST_TRACK {
            return None;
        }
        let room = timeline.lanes.tallies(room).len();
        let lines = head + u16::try_from(room).unwrap_or(u16::MAX);
        let at = |x: u16, width: u16| Rect { x: inner.x + x, width, height: lines, ..inner };
        let list = if is_beside {
            let x = used + track + GAP;
            Rect { x: inner.x + x, width: inner.width - x, ..inner }
        } else {
            Rect { y: inner.y + lines, height: inner.height - lines, ..inner }
        };
        let heading = u16::from(is_beside || list.height > LEAST_ROWS + 1);
        let track = at(MARGIN + label + GAP, track);
        let tallies = at(used - MARGIN - undated - tally + track.width, tally);
        Some(Self {
            labels: at(MARGIN, label),
            track,
            bars: Rect { y: track.y + 1, height: bars, ..track },
            tallies,
            undated: Rect { x: tallies.right(), width: undated, ..tallies },
            heading: Rect { height: heading, ..list },
            list: Rect { y: list.y + heading, height: list.height - heading, ..list },
        })
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
        let zoomed = self.is_zoomed();
        // All of them could be in view.
        let most = Tally { in_view: all.all, ..all }.words(zoomed);
        let undated = if all.undated > 0 { GAP + cells(Tally::UNDATED) } else { 0 };
        let tally = cells(&most).max(cells(Tally::heading(zoomed)));
        [labels.max().unwrap_or(0), tally, undated]
    }

    /// How many years all of the time has.
    fn years(&self) -> u16 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast saturates, and a length is above zero"
        )]
        let years = (self.whole.length() / 365.2425).round() as u16;
        years.max(1)
    }
}
