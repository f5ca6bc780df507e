use crate::report::{Day, Period};
use crate::ui::axis::{Axis, cell};

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
    /// It goes on, or lies, before the axis.
    Before,
    /// It goes on, or lies, after the axis.
    After,
    /// The as-of day.
    AsOf,
}

/// The part of a cell that is too little to be drawn.
///
/// Years differ by a day, and no date should take a cell for that.
const SLIVER: f64 = 0.05;

/// Draws a date on an axis: stated time only. What is open on one side is drawn up to the as-of
/// day and ends in an arrow there.
pub(super) fn track(date: Option<&Period>, axis: Axis, as_of: Day) -> Vec<Mark> {
    let mut marks = vec![Mark::Empty; usize::from(axis.cells)];
    let now = axis.at(as_of);
    if now >= 0.0
        && let Some(slot) = marks.get_mut(usize::from(cell(now, axis.cells)))
    {
        *slot = Mark::AsOf;
    }
    let Some(date) = date else { return marks };
    let start = date.start().map(|day| axis.at(day));
    let end = date.end().map(|day| axis.at(Day::from_epoch(day.to_epoch() + 1)));
    let width = f64::from(axis.cells);
    let (from, to) = match (start, end) {
        // Nobody knows how far it goes: one cell at the end that is stated, and an arrow.
        (Some(start), None) if date.is_end_unknown() => (start, (start + SLIVER).floor() + 2.0),
        (None, Some(end)) if date.is_start_unknown() => ((end - SLIVER).ceil() - 2.0, end),
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, if now > start { now } else { width }),
        (None, Some(end)) => (0f64.min(end), end),
        (None, None) => return marks,
    };
    let last = marks.len().saturating_sub(1);
    let mut set = |at: usize, mark: Mark| {
        if let Some(slot) = marks.get_mut(at) {
            *slot = mark;
        }
    };
    if from >= width {
        set(last, Mark::After);
        return marks;
    }
    if to <= 0.0 {
        set(0, Mark::Before);
        return marks;
    }
    let first = usize::from(cell(from + SLIVER, axis.cells));
    let end_cell = usize::from(cell((to - SLIVER).ceil(), axis.cells));
    let end_cell = end_cell.saturating_sub(1).max(first);
    let mark = if date.is_approximate() || date.is_uncertain() || date.is_unspecified() {
        Mark::About
    } else if date.is_point() && end_cell <= first + 1 {
        Mark::Point
    } else {
        Mark::Period
    };
    // A point is one mark, even where its days fall into two cells.
    let end_cell = if mark == Mark::Point { first } else { end_cell };
    for at in first..=end_cell {
        set(at, mark);
    }
    if start.is_none() || from < 0.0 {
        set(first, Mark::Before);
    }
    if end.is_none() {
        set(end_cell, Mark::After);
    } else if to > width {
        set(last, Mark::After);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Span;

    fn drawn(date: &str) -> String {
        let period = Period::parse(date).expect("EDTF");
        let day = |y| f64::from(i32::try_from(Day::new(y, 1, 1).to_epoch()).expect("near"));
        let axis = Axis { span: Span { from: day(2014), to: day(2026) }, cells: 24 };
        let glyph = |mark: Mark| match mark {
            Mark::Empty => '·',
            Mark::Point => '◆',
            Mark::Period => '━',
            Mark::About => '▒',
            Mark::Before => '◂',
            Mark::After => '▸',
            Mark::AsOf => '╎',
        };
        track(Some(&period), axis, Day::new(2025, 3, 1)).into_iter().map(glyph).collect()
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
            ("1999", "◂·····················╎·"),
            ("2030-01-01", "······················╎▸"),
            ("2024/2031", "····················━━━▸"),
        ] {
            assert_eq!(drawn(date), track, "{date}");
        }
    }
}
