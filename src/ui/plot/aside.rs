//! The box left of the axis of values: the undated figures, each in a column of its own.

use super::dots::{self, Dot};
use super::label::cells;
use super::placed::Placed;
use super::time::Stretch;
use super::{Bend, CellKind, Frame, Label, LabelOf, Plot, PlotCell};

/// The texts on top of the box, from the longest to the shortest.
const TITLES: [&str; 2] = [" no date ", " n.d. "];
/// The text at its foot, where there are several figures and it has room.
const FOOT: &str = " in no order ";
/// The cells of a box that are not inside it: its frame, and a blank behind it.
const AROUND: u16 = 3;
/// The fewest cells inside a box, for a title that can be read.
const LEAST: u16 = 6;

/// The columns of the box.
#[derive(Default)]
pub(super) struct Aside {
    /// The cells inside it; 0 if there is none.
    pub(super) inner: u16,
    /// The column of each figure.
    columns: Vec<u16>,
}

impl Aside {
    /// All its cells, a blank at its end among them.
    pub(super) fn width(&self) -> u16 {
        if self.inner > 0 { self.inner + AROUND } else { 0 }
    }
}

/// The columns for undated figures in a part as wide as the whole plot. They get two fifths of it, or
/// `all` of it where there is nothing else.
pub(super) fn columns(undated: &[Placed<'_>], part: &Frame, all: bool) -> Aside {
    let least = (LEAST + AROUND).min(part.columns / 2);
    let most = if all { part.columns } else { (part.columns * 2 / 5).max(least) };
    let most = most.saturating_sub(AROUND);
    let drawn = undated.iter().filter(|it| it.has_height());
    let dots: Vec<Dot> = drawn.map(|it| dots::dot(it, Stretch::default(), part)).collect();
    if dots.is_empty() || most < LEAST {
        return Aside::default();
    }
    let wholly = |dot: &Dot| cells(&dot.reading.0);
    let briefly = |dot: &Dot| cells(dot.reading.1.as_ref().unwrap_or(&dot.reading.0));
    // Where there is no room for all that they read, at least the headline has it.
    let by_rank = |dot: &Dot| if dot.is_headline { wholly(dot) } else { briefly(dot) };
    let packed =
        [pack(&dots, wholly), pack(&dots, by_rank), pack(&dots, briefly), pack(&dots, |_| 0)];
    let found = packed.into_iter().find(|(width, _)| *width <= most);
    let (width, columns) = found.unwrap_or_else(|| {
        let columns = (0..most.saturating_sub(1)).step_by(2).take(dots.len());
        (most, columns.collect())
    });
    let inner = TITLES.map(cells).into_iter().find(|title| *title <= most).unwrap_or(0).max(width);
    Aside { inner, columns }
}

/// Columns from the left on that leave what others read free, and the cells that all of it takes.
fn pack(dots: &[Dot], reads: impl Fn(&Dot) -> u16) -> (u16, Vec<u16>) {
    let mut columns: Vec<u16> = Vec::with_capacity(dots.len());
    let mut width = 0;
    for dot in dots {
        let (top, bottom) = dot.rows().unwrap_or_default();
        let mut x = columns.last().map_or(0, |last| last.saturating_add(2));
        for (other, column) in dots.iter().zip(&columns) {
            let is_crossed = other.mark_row().is_some_and(|row| (top..=bottom).contains(&row));
            if is_crossed {
                x = x.max(column.saturating_add(reads(other)).saturating_add(2));
            }
        }
        columns.push(x);
        width = width.max(x.saturating_add(reads(dot)).saturating_add(2));
    }
    (width, columns)
}

impl Plot {
    /// Draws the undated figures in their frame.
    pub(super) fn aside(&mut self, undated: &[Placed<'_>], aside: &Aside, frame: &Frame) {
        if aside.inner == 0 {
            return;
        }
        let drawn = undated.iter().filter(|it| it.has_height());
        let place = |(figure, column): (&Placed<'_>, &u16)| {
            let at = Stretch { middle: *column, first: *column, last: *column };
            dots::dot(figure, at, frame)
        };
        let dots: Vec<Dot> = drawn.zip(&aside.columns).map(place).collect();
        self.frame(frame);
        self.fill(&dots, frame);
        self.readings(&dots, frame);
        let title = TITLES.into_iter().find(|text| cells(text) <= frame.columns);
        // Signs at the foot of their figures come first.
        let foot = self.rows.get(usize::from(frame.rows) + 1).map_or(&[][..], Vec::as_slice);
        let own = foot.iter().take(usize::from(frame.columns) + 1).skip(1);
        let has_signs = own.into_iter().any(|cell| cell.kind != CellKind::Frame(Bend::Level));
        let foot = Some(FOOT).filter(|_| dots.len() > 1 && !has_signs);
        for (text, y) in [(title, 0), (foot, frame.rows + 1)] {
            if let Some(text) = text.filter(|text| cells(text) <= frame.columns) {
                self.labels.push(Label { x: 1, y, text: text.to_owned(), of: LabelOf::Axis });
            }
        }
    }

    /// Draws the frame around a part.
    fn frame(&mut self, frame: &Frame) {
        let (left, right) = (frame.origin - 1, frame.origin + frame.columns);
        let bottom = frame.rows + 1;
        let mut set = |x, y, bend| self.set(x, y, PlotCell::of(CellKind::Frame(bend)));
        for x in frame.origin..right {
            set(x, 0, Bend::Level);
            set(x, bottom, Bend::Level);
        }
        for y in 1..bottom {
            set(left, y, Bend::Upright);
            set(right, y, Bend::Upright);
        }
        set(left, 0, Bend::DownRight);
        set(right, 0, Bend::LeftDown);
        set(left, bottom, Bend::UpRight);
        set(right, bottom, Bend::LeftUp);
    }
}
