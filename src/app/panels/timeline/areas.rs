//! Where the parts of the timeline are while it is drawn as lanes.

use ratatui::layout::Rect;

use super::{Timeline, TimelineColumns};
use crate::app::text::width;
use crate::report::Report;

/// The areas of the lanes and of the list of events; drawing and the mouse share them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaneAreas {
    /// The labels of the lanes, and over them that of the counts.
    pub labels: Rect,
    /// The cells of time: ticks, counts, lanes.
    pub track: Rect,
    /// The numbers at the ends of the lanes.
    pub tallies: Rect,
    /// The heading of the list; empty where there is no room for one.
    pub heading: Rect,
    /// The rows of the list.
    pub list: Rect,
}

/// The lines over the lanes: ticks and counts.
const HEAD: u16 = 2;
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
/// The cells of the label of the counts, "begin each year", and in a narrow panel "each year".
const COUNTS: u16 = 16;
const SHORT_COUNTS: u16 = 11;
/// Below this width a panel is narrow.
const NARROW: u16 = 70;
const GAP: u16 = 2;

impl LaneAreas {
    /// Divides the area inside the border; `None` if it has no room for lanes.
    pub(crate) fn new(timeline: &Timeline, report: &Report, inner: Rect) -> Option<Self> {
        let all = timeline.lanes.len();
        let is_beside = inner.width >= BESIDE;
        // Lanes go before rows, but for the row of the selected event.
        let spare = usize::from(inner.height).saturating_sub(usize::from(HEAD) + all);
        let rows = u16::try_from(spare).unwrap_or(u16::MAX).clamp(1, LEAST_ROWS);
        let under = if is_beside { 0 } else { rows };
        let room = usize::from(inner.height.saturating_sub(HEAD + under)).min(all);
        if all == 0 || inner.width < LEAST || room < timeline.lanes.least() {
            return None;
        }
        let (label, tally) = timeline.label_widths(room, report);
        let counts = if inner.width < NARROW { SHORT_COUNTS } else { COUNTS };
        let label = label.clamp(counts, WIDEST_LABEL);
        let used = 1 + label + GAP + GAP + tally;
        let rest = inner.width.saturating_sub(used);
        // Years of equal width: a zoom to other time does not change the width.
        let years = timeline.years();
        let most =
            if is_beside { rest.saturating_sub(GAP + LEAST_LIST).min(rest * 2 / 3) } else { rest };
        let track = most / years * years;
        let track = if track == 0 { most } else { track };
        if track < LEAST_TRACK {
            return None;
        }
        let room = timeline.lanes.tallies(room).len();
        let lines = HEAD + u16::try_from(room).unwrap_or(u16::MAX);
        let at = |x: u16, width: u16| Rect { x: inner.x + x, width, height: lines, ..inner };
        let list = if is_beside {
            let x = used + track + GAP;
            Rect { x: inner.x + x, width: inner.width - x, ..inner }
        } else {
            Rect { y: inner.y + lines, height: inner.height - lines, ..inner }
        };
        let head = u16::from(is_beside || list.height > LEAST_ROWS + 1);
        Some(Self {
            labels: at(1, label),
            track: at(1 + label + GAP, track),
            tallies: at(1 + label + GAP + track + GAP, tally),
            heading: Rect { height: head, ..list },
            list: Rect { y: list.y + head, height: list.height - head, ..list },
        })
    }

    /// How many lanes have room.
    pub fn lanes(&self) -> usize {
        usize::from(self.track.height.saturating_sub(HEAD))
    }

    /// The line of a lane.
    pub fn lane(&self, lane: usize) -> Option<u16> {
        let y = self.track.y + HEAD + u16::try_from(lane).ok()?;
        (y < self.track.bottom()).then_some(y)
    }

    /// The lane in a line, if it is one.
    pub(crate) fn lane_at(&self, y: u16) -> Option<usize> {
        let lane = y.checked_sub(self.track.y + HEAD)?;
        (y < self.track.bottom()).then_some(usize::from(lane))
    }

    /// The columns of the list.
    pub fn columns(&self, timeline: &Timeline) -> TimelineColumns {
        TimelineColumns::of_list(timeline, self.list.width)
    }
}

impl Timeline {
    /// The cells of the labels of the lanes in `room` lines, and of their numbers.
    fn label_widths(&self, room: usize, report: &Report) -> (u16, u16) {
        let (lanes, all) = (self.lanes.tallies(room), self.lanes.all());
        let labels = lanes.iter().map(|(of, _)| width(&of.label(report)));
        let zoomed = self.is_zoomed();
        // All that could be in view.
        let words = |mut tally: super::Tally| {
            tally.in_view = tally.all;
            width(&tally.words(zoomed))
        };
        let tallies = lanes.iter().map(|(_, tally)| *tally).chain([all]).map(words);
        let cells = |cells: Option<usize>| u16::try_from(cells.unwrap_or(0)).unwrap_or(u16::MAX);
        let heading = if zoomed { "in view" } else { "events" };
        let tally = cells(tallies.max()).max(cells(Some(width(heading))));
        (cells(labels.max()), tally)
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
