//! The box left of the axis of values: the undated figures, each in a column of its own.

use super::dots::{self, Dot, Placed};
use super::readings::cells;
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
    let drawn: Vec<&Placed<'_>> = undated.iter().filter(|it| it.has_height()).collect();
    let most = if all { part.columns } else { part.columns / 5 * 2 };
    if drawn.is_empty() || most < LEAST {
        return Aside { width: 0, columns: Vec::new() };
    }
    let wide = |figure: &&Placed<'_>| cells(&figure.reading(part.several_bases).0) + 2;
    let needed: u16 = drawn.iter().map(wide).fold(0, u16::saturating_add);
    let count = u16::try_from(drawn.len()).unwrap_or(u16::MAX);
    let mut columns = Vec::new();
    if needed <= most {
        let mut x = 0;
        for figure in &drawn {
            columns.push(x);
            x += wide(figure);
        }
        let width = needed.max(if all { LEAST } else { LEAST.min(most) });
        return Aside { width, columns };
    }
    // What they read may reach over the columns of others, in rows where these are empty.
    let last = drawn.last().map_or(1, wide).min(most / 2);
    let step = (most.saturating_sub(last) / count.saturating_sub(1).max(1)).max(1);
    columns.extend((0..count).map(|at| at.saturating_mul(step)).take_while(|x| *x + 1 < most));
    Aside { width: most, columns }
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
        for (text, y) in [(title, 0), (foot, frame.rows + 2)] {
            if let Some(text) = text {
                self.labels.push(Label { x: 0, y, text: text.to_owned(), of: LabelOf::Axis });
            }
        }
    }
}
