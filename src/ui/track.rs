use crate::report::{Day, Period};
use crate::ui::axis::{Axis, SLIVER, cell};

/// What one cell of a track says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing here.
    Empty,
    /// A day or a month.
    Point,
    /// Inside a stated period.
    Period,
    /// Inside a period that the source calls approximate or doubts.
    About,
    /// It goes on to this side, as far as the source says or further than the axis.
    Before,
    /// The same to the other side.
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

/// Where a date lies on an axis.
enum Place {
    /// Before the first cell.
    Before,
    /// After the last one.
    After,
    /// In these cells.
    Cells(Stretch),
}

/// The cells of a date that is drawn.
struct Stretch {
    first: usize,
    last: usize,
    mark: Mark,
    /// Whether it goes on in front of its first cell, and behind its last one.
    goes_on: (bool, bool),
    /// The cells that the source states, without those of arrows to where nobody knows.
    stated: (usize, usize),
}

/// Draws a date on an axis, over the band of the selected period: stated time only. What is open
/// on one side is drawn up to the as-of day and ends in an arrow there.
pub(super) fn track(
    date: &Period,
    band: Option<(usize, usize)>,
    axis: Axis,
    as_of: Day,
) -> Vec<Mark> {
    let mut marks = vec![Mark::Empty; usize::from(axis.cells)];
    let mut set = |at: usize, mark: Mark| {
        if let Some(slot) = marks.get_mut(at) {
            *slot = mark;
        }
    };
    if let Some((first, last)) = band {
        (first..=last).for_each(|at| set(at, Mark::Band));
    }
    let now = axis.at(as_of);
    if now >= 0.0 {
        set(usize::from(cell(now, axis.cells)), Mark::AsOf);
    }
    match place(date, axis, as_of) {
        None => {}
        Some(Place::Before) => set(0, Mark::Earlier),
        Some(Place::After) => set(usize::from(axis.cells).saturating_sub(1), Mark::Later),
        Some(Place::Cells(stretch)) => {
            (stretch.first..=stretch.last).for_each(|at| set(at, stretch.mark));
            if stretch.goes_on.0 {
                set(stretch.first, Mark::Before);
            }
            if stretch.goes_on.1 {
                set(stretch.last, Mark::After);
            }
        }
    }
    marks
}

/// The first and the last cell of a period as a band: what is stated of it, in the same cells as
/// its own track; `None` where it is not on the axis.
pub(super) fn band(date: &Period, axis: Axis, as_of: Day) -> Option<(usize, usize)> {
    match place(date, axis, as_of)? {
        Place::Cells(stretch) => Some(stretch.stated),
        Place::Before | Place::After => None,
    }
}

fn place(date: &Period, axis: Axis, as_of: Day) -> Option<Place> {
    let now = axis.at(as_of);
    let start = date.start().map(|day| axis.at(day));
    let end = date.end().map(|day| axis.at(Day::from_epoch(day.to_epoch() + 1)));
    let width = f64::from(axis.cells);
    let (no_start, no_end) = (date.is_start_unknown(), date.is_end_unknown());
    let (from, to) = match (start, end) {
        // Nobody knows how far it goes: one cell at the end that is stated, and an arrow.
        (Some(start), None) if no_end => (start, (start + SLIVER).floor() + 2.0),
        (None, Some(end)) if no_start => ((end - SLIVER).ceil() - 2.0, end),
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, if now > start { now } else { width }),
        (None, Some(end)) => (0f64.min(end), end),
        (None, None) => return None,
    };
    if from >= width {
        return Some(Place::After);
    }
    if to <= 0.0 {
        return Some(Place::Before);
    }
    // What begins at the very end is still on the axis.
    let first = usize::from(cell(from + SLIVER, axis.cells.saturating_sub(1)));
    let last = usize::from(cell((to - SLIVER).ceil(), axis.cells)).saturating_sub(1).max(first);
    let mark = if date.is_vague() {
        Mark::About
    } else if date.is_point() && last <= first + 1 {
        Mark::Point
    } else {
        Mark::Period
    };
    // A point is one mark, even where its days fall into two cells.
    let last = if mark == Mark::Point { first } else { last };
    let is_cut = to > width && mark != Mark::Point;
    let goes_on = (start.is_none() || from < 0.0, end.is_none() || is_cut);
    let stated = (if no_start { last } else { first }, if no_end { first } else { last });
    Some(Place::Cells(Stretch { first, last, mark, goes_on, stated }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::panels::Span;

    fn drawn(date: &str, selected: Option<&str>) -> String {
        let period = |date: &str| Period::parse(date).expect("EDTF");
        let day = |y| f64::from(i32::try_from(Day::new(y, 1, 1).to_epoch()).expect("near"));
        let axis = Axis { span: Span { from: day(2014), to: day(2026) }, cells: 24 };
        let as_of = Day::new(2025, 3, 1);
        let band = selected.and_then(|date| band(&period(date), axis, as_of));
        let glyph = |mark: Mark| match mark {
            Mark::Empty => '·',
            Mark::Point => '◆',
            Mark::Period => '━',
            Mark::About => '▒',
            Mark::Before => '◂',
            Mark::After => '▸',
            Mark::Earlier => '«',
            Mark::Later => '»',
            Mark::AsOf => '╎',
            Mark::Band => '░',
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
            ("2014~", "▒▒····················╎·"),
            ("2014?", "▒▒····················╎·"),
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
