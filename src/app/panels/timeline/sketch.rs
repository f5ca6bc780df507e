//! What the dates of a lane look like together: nothing of them vanishes.

use super::axis::Axis;
use super::track::{Extent, Stretch, TrackCell, extent};
use crate::report::Day;

/// What the cells of a lane hold, before it is decided what stands in them.
pub(super) struct Sketch {
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
}

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
        let mut sketch = Self { cells, earlier: false, later: false, in_view: 0 };
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
        let draft = |cell: &Cell| {
            periods += cell.change;
            vague += cell.vague_change;
            let line = match (periods, vague) {
                (..=0, _) => TrackCell::Empty,
                (1, 0) => TrackCell::Period,
                (1, _) => TrackCell::About,
                _ => TrackCell::Overlap,
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
            Draft { sign, line, begun: cell.begun, is_number }
        };
        self.cells.iter().take(self.cells.len() - 1).map(draft).collect()
    }

    /// Sets the signs of what goes on: where its line ends, or in the free cell behind it.
    fn point_on(&self, drawn: &mut [TrackCell]) {
        let is_line = |cell: &TrackCell| {
            use TrackCell::{About, Overlap, Period, Start};
            matches!(cell, Period | About | Overlap | Start)
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

/// Writes the numbers. As two of them side by side would be read as one, the first takes in what
/// begins in the next cell; returns the first and last cells of such numbers.
fn set_numbers(drafts: &mut [Draft]) -> Vec<(usize, usize)> {
    let mut wide = Vec::new();
    let mut at = 0;
    while at < drafts.len() {
        if drafts.get(at).is_none_or(|draft| !draft.is_number) {
            at += 1;
            continue;
        }
        let (mut sum, mut end) = (0, at);
        let digits = loop {
            sum += drafts.get(end).map_or(0, |draft| draft.begun);
            end += 1;
            let digits = sum.to_string();
            let meets = drafts.get(end).is_some_and(|draft| draft.is_number);
            if end >= drafts.len() || end - at >= digits.len() + usize::from(meets) {
                break digits;
            }
        };
        if let Some(cells) = drafts.get_mut(at..end) {
            write(&digits, cells);
        }
        if end - at > 1 {
            wide.push((at, end - 1));
        }
        at = end;
    }
    wide
}

/// Writes a number into cells, from the one on in which most begin, as far as there is room. At the
/// end of the axis there may be too little: all that is said then is that there are many.
fn write(digits: &str, cells: &mut [Draft]) {
    let most = (0..cells.len()).rev().max_by_key(|at| cells.get(*at).map(|draft| draft.begun));
    // A free cell before the next number stays.
    let room = cells.len().saturating_sub(digits.len());
    let from = most.unwrap_or(0).min(room.saturating_sub(1));
    for cell in cells.iter_mut() {
        cell.sign = cell.line;
    }
    if digits.len() > cells.len() {
        cells.iter_mut().for_each(|cell| cell.sign = TrackCell::Digit(10));
        return;
    }
    for (cell, digit) in cells.iter_mut().skip(from).zip(digits.bytes()) {
        cell.sign = TrackCell::Digit(digit.saturating_sub(b'0'));
    }
}
