//! The box left of the axis of values: the undated figures, each in a column of its own.

use super::dots::{self, Dot};
use super::label::cells;
use super::placed::Placed;
use super::time::Stretch;
use super::{CellKind, Frame, Label, LabelOf, Plot, PlotCell};

/// The texts that say what the box is, from the longest to the shortest.
const TITLES: [&str; 3] = ["undated, in no order", "undated", "n.d."];
/// The same at its foot, where the title on top is short.
const FOOT: [&str; 2] = ["in no order", "no order"];
/// The fewest cells of a box, for a title that can be read.
const LEAST: u16 = 8;

/// The columns of the box.
pub(super) struct Aside {
    /// Its cells, a blank at its end among them; 0 if there is none.
    pub(super) width: u16,
    /// The column of each figure.
    columns: Vec<u16>,
}

/// The columns for undated figures in a part as wide as the whole plot. They get two fifths of it, or
/// `all` of it where there is nothing else.
pub(super) fn columns(undated: &[Placed<'_>], part: &Frame, all: bool) -> Aside {
    let most = if all { part.columns } else { part.columns * 2 / 5 };
    let drawn = undated.iter().filter(|it| it.has_height());
    let dots: Vec<Dot> = drawn.map(|it| dots::dot(it, Stretch::default(), part)).collect();
    if dots.is_empty() || most < LEAST {
        return Aside { width: 0, columns: Vec::new() };
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
    Aside { width: width.max(LEAST), columns }
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
    /// Draws the undated figures, and says that they are in no order.
    pub(super) fn aside(&mut self, undated: &[Placed<'_>], aside: &Aside, frame: &Frame) {
        let drawn = undated.iter().filter(|it| it.has_height());
        let place = |(figure, column): (&Placed<'_>, &u16)| {
            let at = Stretch { middle: *column, first: *column, last: *column };
            dots::dot(figure, at, frame)
        };
        let dots: Vec<Dot> = drawn.zip(&aside.columns).map(place).collect();
        for column in 0..frame.columns.saturating_sub(1) {
            self.put(frame, column, frame.rows, PlotCell::of(CellKind::Foot));
        }
        self.fill(&dots, frame);
        self.readings(&dots, frame);
        let room = frame.columns.saturating_sub(1);
        let fits = |text: &&str| cells(text) <= room;
        let title = TITLES.into_iter().find(|text| fits(text));
        let foot = FOOT.into_iter().find(|text| fits(text) && title != Some(TITLES[0]));
        for (text, y) in [(title, 0), (foot, frame.flags + 2)] {
            if let Some(text) = text {
                self.labels.push(Label { x: 0, y, text: text.to_owned(), of: LabelOf::Axis });
            }
        }
    }
}
