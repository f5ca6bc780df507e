//! The columns of the timeline.

use super::Timeline;

/// The columns of a row of the timeline, in cells: the date, the track, the title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimelineColumns {
    /// Whether they are those of the list beside or under lanes.
    pub is_list: bool,
    /// The cells of the date.
    pub date: u16,
    /// The cells of the track; 0 if there is no room for one.
    pub track: u16,
    /// The cells of the group's name at the end; 0 if there is no room for it.
    pub group: u16,
}

/// The cells before the date, for the marker of the selected row.
const MARKER: u16 = 1;
const GAP: u16 = 2;
/// The cells of "12 Mar 2024".
const DAY: u16 = 11;
/// The sign of an event that names the selected indicator, with a space on each side.
const LINK: u16 = 3;
/// The fewest cells of a track: with fewer it says nothing.
const LEAST_TRACK: u16 = 12;
/// The cells of the name of a group.
const GROUP: u16 = 20;

impl TimelineColumns {
    /// The width of a line, in cells, from which each row names its group.
    pub const NAMES_GROUPS: u16 = 148;

    /// Divides a line of cells; `has_groups` says whether the report has any.
    pub fn new(timeline: &Timeline, has_groups: bool, line: u16) -> Self {
        let names_groups = line >= Self::NAMES_GROUPS && has_groups;
        let group = if names_groups { GROUP } else { 0 };
        let line = line - group;
        let date = u16::try_from(timeline.widest_date()).unwrap_or(u16::MAX);
        let date = date.min((line / 3).max(11)).min(line.saturating_sub(MARKER));
        let rest = line.saturating_sub(MARKER + date + GAP + LINK);
        let title = u16::try_from(timeline.shown().widest_title).unwrap_or(u16::MAX);
        let track = match rest {
            // A figure is shown with its hedge, and so needs more room than a title.
            ..60 if timeline.periods => rest * 2 / 5,
            ..100 => rest / 2,
            // The track gets what the titles do not need.
            _ => rest - title.clamp(50, 90).min(rest / 2),
        };
        Self { is_list: false, date, track: if track < LEAST_TRACK { 0 } else { track }, group }
    }

    /// The columns of the list beside or under lanes, which has no tracks.
    pub(super) fn of_list(timeline: &Timeline) -> Self {
        let date = u16::try_from(timeline.widest_date()).unwrap_or(u16::MAX);
        // Most dates are days; one that is longer moves the title of its row.
        Self { is_list: true, date: date.min(DAY), track: 0, group: 0 }
    }

    /// The first cell of the date.
    pub fn date_x(self) -> u16 {
        MARKER
    }

    /// The first cell of the track.
    pub fn track_x(self) -> u16 {
        self.date_x() + self.date + GAP
    }

    /// The cell of the sign of an event that names the selected indicator.
    pub fn link_x(self) -> u16 {
        self.track_x() + self.track + u16::from(self.track > 0)
    }

    /// The first cell of the title.
    pub fn title_x(self) -> u16 {
        self.link_x() + GAP
    }
}
