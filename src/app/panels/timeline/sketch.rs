//! What the dates of a lane look like together: nothing of them vanishes.

use std::ops::Range;

use super::axis::Axis;
use super::day;
use super::track::{Extent, Stretch, TrackCell, extent};
use crate::report::Day;

/// What the cells of a lane hold, before it is decided what stands in them.
pub(super) struct Sketch {
    axis: Axis,
    cells: Vec<Cell>,
    earlier: bool,
    later: bool,
    /// How many events are on the axis.
    pub(super) in_view: usize,
}

#[derive(Clone, Default)]
struct Cell {
    /// How many events begin here.
    begun: usize,
    /// Whether one of them is a day or a month.
    has_point: bool,
    /// By how much the number of periods here differs from that in the cell before; of vague ones.
    change: i32,
    vague_change: i32,
    goes_on: (bool, bool),
}

/// A cell in the making.
#[derive(Clone, Copy)]
struct Draft {
    sign: TrackCell,
    /// The line of the periods here, which a sign may cover.
    line: TrackCell,
    begun: usize,
    /// Whether the number of events that begin here has to be written.
    is_number: bool,
    /// The year in its middle.
    year: i64,
}

impl Draft {
    fn is_digit(&self) -> bool {
        matches!(self.sign, TrackCell::Digit(_))
    }
}

/// In place of a digit: more than there is room for.
const MANY: u8 = 10;

/// The cells of a lane, and where a number counts more than its own cell.
pub(super) type Drawn = (Vec<TrackCell>, Vec<(usize, usize)>);

impl Sketch {
    pub(super) fn new<'d>(
        dates: impl Iterator<Item = &'d Stretch>,
        axis: Axis,
        as_of: Day,
    ) -> Self {
        // One more cell, for what ends in the last one.
        let cells = vec![Cell::default(); usize::from(axis.cells) + 1];
        let mut sketch = Self { axis, cells, earlier: false, later: false, in_view: 0 };
        for date in dates {
            match extent(date, axis, as_of) {
                None => {}
                Some(Extent::Before) => sketch.earlier = true,
                Some(Extent::After) => sketch.later = true,
                Some(Extent::Within { first, last, kind, goes_on, .. }) => {
                    sketch.in_view += 1;
                    sketch.add((first, last), kind, goes_on);
                }
            }
        }
        sketch
    }

    fn add(&mut self, (first, last): (usize, usize), kind: TrackCell, goes_on: (bool, bool)) {
        let is_point = kind == TrackCell::Point;
        let vague = i32::from(kind == TrackCell::About);
        if let Some(cell) = self.cells.get_mut(first) {
            cell.begun += usize::from(is_point || !goes_on.0);
            cell.has_point |= is_point;
            cell.change += i32::from(!is_point);
            cell.vague_change += vague;
            cell.goes_on.0 |= goes_on.0 && !is_point;
        }
        if is_point {
            return;
        }
        if let Some(cell) = self.cells.get_mut(last) {
            cell.goes_on.1 |= goes_on.1;
        }
        if let Some(cell) = self.cells.get_mut(last + 1) {
            cell.change -= 1;
            cell.vague_change -= vague;
        }
    }

    /// What stands in each cell: a number where several events begin, else a day or a month, else
    /// the start of a period that its line does not show, else the line of the periods there.
    pub(super) fn drawn(&self) -> Drawn {
        let mut drafts = self.drafts();
        let numbers = set_numbers(&mut drafts);
        let mut drawn: Vec<_> = drafts.into_iter().map(|draft| draft.sign).collect();
        self.point_on(&mut drawn);
        (drawn, numbers)
    }

    fn drafts(&self) -> Vec<Draft> {
        let (mut periods, mut vague) = (0, 0);
        // The last line that is seen: a mark may stand on it, and hide where it ends.
        let (mut before, mut at_once) = (TrackCell::Empty, 0);
        let length = self.axis.span.length() / f64::from(self.axis.cells);
        let mut middle = self.axis.span.from - length / 2.0;
        let draft = |cell: &Cell| {
            middle += length;
            periods += cell.change;
            vague += cell.vague_change;
            let line = match (periods, vague) {
                (..=0, _) => TrackCell::Empty,
                (1, 0) => TrackCell::Period,
                (1, _) => TrackCell::About,
                _ => TrackCell::Period,
            };
            let is_new = line != before && (periods > at_once || (periods, at_once) == (1, 1));
            let (sign, is_number) = match cell.begun {
                0 => (line, false),
                1 if cell.has_point => (TrackCell::Point, false),
                1 if is_new || before == TrackCell::Empty => (line, false),
                1 if line == TrackCell::Period => (TrackCell::Start, false),
                _ => (line, true),
            };
            if !is_number && sign != TrackCell::Point {
                (before, at_once) = (line, periods);
            }
            let year = day(middle).ymd().0;
            Draft { sign, line, begun: cell.begun, is_number, year }
        };
        self.cells.iter().take(self.cells.len() - 1).map(draft).collect()
    }

    /// Sets the signs of what goes on: where its line ends, or in the free cell behind it.
    fn point_on(&self, drawn: &mut [TrackCell]) {
        let is_line = |cell: &TrackCell| {
            use TrackCell::{About, Period, Start};
            matches!(cell, Period | About | Start)
        };
        let mut set = |at: Option<usize>, beyond: Option<usize>, sign: TrackCell| {
            let has_line = |at: &usize| drawn.get(*at).is_some_and(is_line);
            let is_free = |at: &usize| drawn.get(*at) == Some(&TrackCell::Empty);
            let place = at.filter(has_line).or(beyond.filter(is_free));
            if let Some(slot) = place.and_then(|at| drawn.get_mut(at)) {
                *slot = sign;
            }
        };
        for (at, cell) in self.cells.iter().enumerate() {
            if cell.goes_on.0 {
                set(Some(at), at.checked_sub(1), TrackCell::Before);
            }
            if cell.goes_on.1 {
                set(Some(at), Some(at + 1), TrackCell::After);
            }
        }
        if self.earlier {
            set(None, Some(0), TrackCell::Earlier);
        }
        if self.later {
            set(None, self.cells.len().checked_sub(2), TrackCell::Later);
        }
    }
}

/// Writes the numbers. As two of them side by side would be read as one, one of them moves into a
/// free cell of the same year, or else the first takes in what begins in the next cell; returns the
/// first and last cells of such numbers.
fn set_numbers(drafts: &mut [Draft]) -> Vec<(usize, usize)> {
    let mut wide = Vec::new();
    let mut at = 0;
    while at < drafts.len() {
        if !is_number(drafts, at) {
            at += 1;
        } else if can_move_back(drafts, at) {
            write(drafts, at - 1..at + 1, 0);
            wide.push((at - 1, at));
            at += 1;
        } else if can_move_on(drafts, at) {
            write(drafts, at..at + 1, 0);
            write(drafts, at + 1..at + 3, 1);
            wide.push((at + 1, at + 2));
            at += 3;
        } else {
            let mut end = at + 1;
            let needs = |drafts: &[Draft], end: usize| {
                number(drafts, at..end).len() + usize::from(is_number(drafts, end))
            };
            while end < drafts.len() && end - at < needs(drafts, end) {
                end += 1;
            }
            let most = (at..end).rev().max_by_key(|at| drafts.get(*at).map(|draft| draft.begun));
            let spare = (end - at).saturating_sub(needs(drafts, end));
            write(drafts, at..end, (most.unwrap_or(at) - at).min(spare));
            if end - at > 1 {
                wide.push((at, end - 1));
            }
            at = end;
        }
    }
    wide
}

/// Whether a number of one digit has to make room for the next one, and can move one cell back.
fn can_move_back(drafts: &[Draft], at: usize) -> bool {
    let is_clear = at < 2 || drafts.get(at - 2).is_none_or(|draft| !draft.is_digit());
    at > 0 && is_number(drafts, at + 1) && is_clear && can_move(drafts, at, at - 1)
}

/// Whether the next number, of one digit, can make room for this one by moving one cell on.
fn can_move_on(drafts: &[Draft], at: usize) -> bool {
    is_number(drafts, at + 1)
        && !is_number(drafts, at + 3)
        && drafts.get(at).is_some_and(|draft| draft.begun < 10)
        && can_move(drafts, at + 1, at + 2)
}

fn can_move(drafts: &[Draft], from: usize, to: usize) -> bool {
    drafts.get(from).zip(drafts.get(to)).is_some_and(|(from, to)| {
        from.begun < 10 && to.begun == 0 && !to.is_digit() && from.year == to.year
    })
}

fn is_number(drafts: &[Draft], at: usize) -> bool {
    drafts.get(at).is_some_and(|draft| draft.is_number)
}

/// How many events begin in some cells.
fn number(drafts: &[Draft], cells: Range<usize>) -> String {
    let cells = drafts.get(cells).unwrap_or_default();
    cells.iter().map(|draft| draft.begun).sum::<usize>().to_string()
}

/// Writes how many events begin in some cells into them, from one of them on. At the end of the
/// axis there may be too little room: all that is said then is that there are many.
fn write(drafts: &mut [Draft], cells: Range<usize>, from: usize) {
    let digits = number(drafts, cells.clone());
    let cells = drafts.get_mut(cells).unwrap_or_default();
    let fits = digits.len() <= cells.len();
    for cell in cells.iter_mut() {
        // A sign of what the number counts would count it again.
        let is_counted = cell.begun > 0 && cell.line == TrackCell::About;
        let line = if is_counted { TrackCell::Empty } else { cell.line };
        cell.sign = if fits { line } else { TrackCell::Digit(MANY) };
    }
    for (cell, digit) in cells.iter_mut().skip(from).zip(digits.bytes()).filter(|_| fits) {
        cell.sign = TrackCell::Digit(digit.saturating_sub(b'0'));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::panels::timeline::Span;
    use crate::report::Period;

    const YEARS: u16 = 12;

    /// Twelve years from 2014 on, each of this many cells, up to March 2025.
    fn sketch(dates: &[&str], cells: u16) -> Sketch {
        let day = |y| f64::from(i32::try_from(Day::new(y, 1, 1).to_epoch()).expect("near"));
        let axis = Axis { span: Span { from: day(2014), to: day(2026) }, cells: YEARS * cells };
        let dates: Vec<_> = dates.iter().map(|date| Period::parse(date).expect("EDTF")).collect();
        let dates: Vec<_> = dates.iter().map(Stretch::new).collect();
        Sketch::new(dates.iter(), axis, Day::new(2025, 3, 1))
    }

    fn drawn(dates: &[&str], cells: u16) -> String {
        let glyph = |cell: TrackCell| match cell {
            TrackCell::Empty => '·',
            TrackCell::Point => '◆',
            TrackCell::Period => '━',
            TrackCell::About => '≈',
            TrackCell::Before => '◂',
            TrackCell::After => '▸',
            TrackCell::Earlier => '«',
            TrackCell::Later => '»',
            TrackCell::Start => '╺',
            TrackCell::Digit(n) => char::from_digit(u32::from(n), 10).unwrap_or('+'),
            TrackCell::AsOf | TrackCell::Band => '?',
        };
        sketch(dates, cells).drawn().0.into_iter().map(glyph).collect()
    }

    #[test]
    fn nothing_in_a_lane_hides_another_thing() {
        for (dates, lane) in [
            (&["2016", "2021-11-04"][..], "····━━·········◆········"),
            // A day on a period, and two days in one cell of it.
            (&["2015/2018", "2016-03"], "··━━◆━━━━━··············"),
            (&["2015/2018", "2016-03", "2016-04-01"], "··━━2━━━━━··············"),
            // A year right behind another year, in which it would vanish.
            (&["2015", "2016"], "··━━╺━··················"),
            (&["2015~", "2016~"], "··≈≈1≈··················"),
            (&["2015", "2016~"], "··━━≈≈··················"),
            // Periods that overlap, and a third one in them.
            (&["2015/2018", "2017/2020"], "··━━━━╺━━━━━━━··········"),
            (&["2015/2020", "2016/2020", "2018"], "··━━╺━━━╺━━━━━··········"),
            // What goes on, and a day where its sign would stand.
            (&["../2016", "2020/.."], "◂━━━━━······━━━━━━━━━━▸·"),
            (&["2020/..", "2025-02"], "············━━━━━━━━━━◆▸"),
            (&["1999", "2030"], "«······················»"),
        ] {
            assert_eq!(drawn(dates, 2), lane, "{dates:?}");
        }
    }

    #[test]
    fn numbers_stand_apart_and_stay_in_their_year() {
        let twice = |days: &[&'static str]| -> Vec<&'static str> {
            days.iter().flat_map(|day| [*day, *day]).collect()
        };
        for (days, lane) in [
            (&["2016-02"][..], "······2·····························"),
            // The first moves back, the second moves on, or one number counts both.
            (&["2016-06", "2016-10"], "······2·2···························"),
            (&["2016-02", "2016-06"], "······2·2···························"),
            (&["2016-10", "2017-02"], "·······2·2··························"),
            (&["2016-02", "2016-06", "2016-10", "2017-02"], "······4·2·2·························"),
        ] {
            assert_eq!(drawn(&twice(days), 3), lane, "{days:?}");
        }
        let many = ["2016-06-01"; 12];
        assert_eq!(drawn(&many, 3), "·······12···························");
    }

    proptest! {
        #[test]
        fn days_and_numbers_count_every_event(
            days in proptest::collection::vec((2014i64..2026, 1u8..13), 0..80),
            cells in 1u16..9,
        ) {
            let dates: Vec<_> = days.iter().map(|(y, m)| format!("{y}-{m:02}")).collect();
            let dates: Vec<_> = dates.iter().map(String::as_str).collect();
            let lane = drawn(&dates, cells);
            prop_assume!(!lane.contains('+'));
            let points = lane.chars().filter(|c| *c == '◆').count();
            let numbers = lane.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
            let counted: usize = numbers.map(|n| n.parse::<usize>().unwrap()).sum();
            prop_assert_eq!(points + counted, days.len(), "{}", lane);
            prop_assert_eq!(sketch(&dates, cells).in_view, days.len());
        }
    }
}
