//! The cells that dates take on an axis.

use super::axis::{Axis, SLIVER, cell};
use crate::report::{Day, Period};

/// A cell of a track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TrackCell {
    /// Nothing here.
    #[default]
    Empty,
    /// A day or a month.
    Point,
    /// Inside a stated period.
    Period,
    /// Inside a period that the source calls approximate or doubts.
    About,
    /// It goes on to the left, as the source says or beyond the axis.
    Before,
    /// It goes on to the right.
    After,
    /// All of it lies before the axis.
    Earlier,
    /// All of it lies after the axis.
    Later,
    /// The as-of day.
    AsOf,
    /// Inside the reference period of the selected indicator.
    Band,
}

/// The days of a date and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) start: Option<Day>,
    pub(super) end: Option<Day>,
    /// Whether the start, or the end, is unknown, rather than open.
    unknown: (bool, bool),
    is_vague: bool,
    is_point: bool,
}

impl Stretch {
    pub(super) fn new(date: &Period) -> Self {
        let (start, end) = date.days();
        Self {
            start,
            end,
            unknown: (date.is_start_unknown(), date.is_end_unknown()),
            is_vague: date.is_vague(),
            is_point: date.is_point(),
        }
    }
}

/// Where a date lies on an axis.
enum Extent {
    /// Before the first cell.
    Before,
    /// After the last one.
    After,
    /// In the cells from `first` to `last`.
    Within {
        first: usize,
        last: usize,
        kind: TrackCell,
        /// Whether it goes on in front of its first cell, and behind its last one.
        goes_on: (bool, bool),
        /// The first and last cell that the source states: none of the arrows to an unknown end.
        stated: (usize, usize),
    },
}

/// The cells of a date on an axis, over the band of the selected period: stated time only. A period
/// without an end is drawn up to the as-of day and ends in an arrow there.
pub fn track(
    date: &Period,
    band: Option<(usize, usize)>,
    axis: Axis,
    as_of: Day,
) -> Vec<TrackCell> {
    let mut cells = vec![TrackCell::Empty; usize::from(axis.cells)];
    let mut set = |at: usize, kind: TrackCell| {
        if let Some(slot) = cells.get_mut(at) {
            *slot = kind;
        }
    };
    if let Some((first, last)) = band {
        (first..=last).for_each(|at| set(at, TrackCell::Band));
    }
    let now = axis.at(as_of);
    if now >= 0.0 {
        set(usize::from(cell(now, axis.cells)), TrackCell::AsOf);
    }
    match extent(&Stretch::new(date), axis, as_of) {
        None => {}
        Some(Extent::Before) => set(0, TrackCell::Earlier),
        Some(Extent::After) => set(usize::from(axis.cells).saturating_sub(1), TrackCell::Later),
        Some(Extent::Within { first, last, kind, goes_on, .. }) => {
            (first..=last).for_each(|at| set(at, kind));
            if goes_on.0 {
                set(first, TrackCell::Before);
            }
            if goes_on.1 {
                set(last, TrackCell::After);
            }
        }
    }
    cells
}

/// The first and the last cell of a period as a band: what is stated of it, in the same cells as
/// its own track; `None` where it is not on the axis.
pub fn band(date: &Period, axis: Axis, as_of: Day) -> Option<(usize, usize)> {
    match extent(&Stretch::new(date), axis, as_of)? {
        Extent::Within { stated, .. } => Some(stated),
        Extent::Before | Extent::After => None,
    }
}

fn extent(date: &Stretch, axis: Axis, as_of: Day) -> Option<Extent> {
    let now = axis.at(as_of);
    let start = date.start.map(|day| axis.at(day));
    let end = date.end.map(|day| axis.at(Day::from_epoch(day.to_epoch() + 1)));
    let width = f64::from(axis.cells);
    let (no_start, no_end) = date.unknown;
    let (from, to) = match (start, end) {
        // How far it goes is unknown: one cell at the stated end, and an arrow.
        (Some(start), None) if no_end => (start, (start + SLIVER).floor() + 2.0),
        (None, Some(end)) if no_start => ((end - SLIVER).ceil() - 2.0, end),
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, if now > start { now } else { width }),
        (None, Some(end)) => (0f64.min(end), end),
        (None, None) => return None,
    };
    if from >= width {
        return Some(Extent::After);
    }
    if to <= 0.0 {
        return Some(Extent::Before);
    }
    // What begins at the very end is still on the axis.
    let first = usize::from(cell(from + SLIVER, axis.cells.saturating_sub(1)));
    let last = usize::from(cell((to - SLIVER).ceil(), axis.cells)).saturating_sub(1).max(first);
    let kind = if date.is_vague {
        TrackCell::About
    } else if date.is_point && last <= first + 1 {
        TrackCell::Point
    } else {
        TrackCell::Period
    };
    // A point takes one cell, even where its days fall into two cells.
    let last = if kind == TrackCell::Point { first } else { last };
    let is_cut = to > width && kind != TrackCell::Point;
    let goes_on = (start.is_none() || from < 0.0, end.is_none() || is_cut);
    let stated = (if no_start { last } else { first }, if no_end { first } else { last });
    Some(Extent::Within { first, last, kind, goes_on, stated })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::panels::timeline::Span;

    fn drawn(date: &str, selected: Option<&str>) -> String {
        let period = |date: &str| Period::parse(date).expect("EDTF");
        let day = |y| f64::from(i32::try_from(Day::new(y, 1, 1).to_epoch()).expect("near"));
        let axis = Axis { span: Span { from: day(2014), to: day(2026) }, cells: 24 };
        let as_of = Day::new(2025, 3, 1);
        let band = selected.and_then(|date| band(&period(date), axis, as_of));
        let glyph = |cell: TrackCell| match cell {
            TrackCell::Empty => '·',
            TrackCell::Point => '◆',
            TrackCell::Period => '━',
            TrackCell::About => '≈',
            TrackCell::Before => '◂',
            TrackCell::After => '▸',
            TrackCell::Earlier => '«',
            TrackCell::Later => '»',
            TrackCell::AsOf => '╎',
            TrackCell::Band => '░',
        };
        track(&period(date), band, axis, as_of).into_iter().map(glyph).collect()
    }

    #[test]
    fn dates_are_drawn_as_wide_as_they_are_stated() {
        for (date, track) in [
            ("2021-11-04", "···············◆······╎·"),
            ("2021-11", "···············◆······╎·"),
            ("2021/2023", "··············━━━━━━··╎·"),
            ("2014", "━━····················╎·"),
            ("2014~", "≈≈····················╎·"),
            ("2014?", "≈≈····················╎·"),
            ("2020/..", "············━━━━━━━━━━▸·"),
            ("../2016", "◂━━━━━················╎·"),
            ("2020/", "············━▸········╎·"),
            ("/2016", "····◂━················╎·"),
            ("2020-01-10/2020-02-05", "············━·········╎·"),
            ("1999", "«·····················╎·"),
            ("2030-01-01", "······················╎»"),
            ("2024/2031", "····················━━━▸"),
            ("2025-12-31", "······················╎◆"),
        ] {
            assert_eq!(drawn(date, None), track, "{date}");
        }
    }

    #[test]
    fn the_band_lies_under_the_marks_and_is_no_wider_than_what_is_stated() {
        for (selected, track) in [
            ("2021/2023", "··············░◆░░░░··╎·"),
            ("2021-11", "···············◆······╎·"),
            ("2022-03-04", "···············◆░·····╎·"),
            ("2014~", "░░·············◆······╎·"),
            ("2020/..", "············░░░◆░░░░░░╎·"),
            ("../2016", "░░░░░░·········◆······╎·"),
            ("2020/", "············░··◆······╎·"),
            ("/2016", "·····░·········◆······╎·"),
            ("2024/2031", "···············◆····░░╎░"),
            ("1999", "···············◆······╎·"),
            ("2030", "···············◆······╎·"),
        ] {
            assert_eq!(drawn("2021-11-04", Some(selected)), track, "{selected}");
        }
    }
}
