//! The readings of points, written beside their marks where there is room.

use super::dots::Dot;
use super::{CellKind, Frame, Label, Plot};
use crate::app::panels::Marker;
use crate::app::text::width;

const LONG: u16 = 1_000;

impl Plot {
    /// Writes the readings of the points: first of the selected one, then of those with a hedge,
    /// whose places on the axis tell least. A reading that has no room is left out.
    pub(super) fn readings(&mut self, dots: &[Dot], frame: &Frame) {
        let axes = self.labels.len();
        let mut in_order: Vec<&Dot> = dots.iter().collect();
        in_order.sort_by_key(|dot| (!dot.selected, dot.is_exact()));
        for dot in in_order {
            let (Some(row), Some(text)) = (self.own_row(dot, frame), &dot.reading) else {
                continue;
            };
            let label = Room { plot: self, frame, dot, row, axes, cells: cells(text) }.find();
            if let Some((x, y)) = label {
                self.labels.push(Label { x, y, text: text.clone() });
            }
        }
    }

    /// The row of its mark; `None` if something else stands there.
    fn own_row(&self, dot: &Dot, frame: &Frame) -> Option<u16> {
        // A range reads at its upper end.
        let row = match dot.sign {
            Marker::Between | Marker::BetweenAbout => dot.height?.0,
            _ => dot.mark_row()?,
        };
        let held = self.at(frame, dot.at.middle, row)?;
        let is_mark = matches!(
            held.kind,
            CellKind::Point { .. } | CellKind::Hedge(_) | CellKind::Up | CellKind::Down
        );
        (is_mark && held.rank == dot.rank && held.selected == dot.selected).then_some(row)
    }
}

/// The search for cells in which a text can stand.
struct Room<'p> {
    plot: &'p Plot,
    frame: &'p Frame,
    dot: &'p Dot,
    /// The row of its mark, counted from 0 between the axes.
    row: u16,
    /// The labels before this one are those of the axes.
    axes: usize,
    /// The cells of the text.
    cells: u16,
}

impl Room<'_> {
    /// The first cell of the text on the screen: above the mark, below it, to its right
    /// or, as at the edge, to its left.
    fn find(&self) -> Option<(u16, u16)> {
        let (middle, half) = (self.dot.at.middle, self.cells.saturating_sub(1) / 2);
        let back = |by: u16| middle.checked_sub(by);
        let over = [back(half), Some(middle), back(self.cells.saturating_sub(1))];
        let above = self.row.checked_sub(1);
        let below = Some(self.row + 1).filter(|row| *row < self.frame.rows);
        for row in [above, below].into_iter().flatten() {
            for column in over.into_iter().flatten() {
                if self.is_free(column, row) && self.stands_alone(column, row) {
                    return Some(self.on_screen(column, row));
                }
            }
        }
        let beside = [Some(self.right_of_mark()), self.left_of_mark()];
        let clear =
            |column: &u16| self.is_free(*column, self.row) && self.stands_alone(*column, self.row);
        let column = beside.into_iter().flatten().find(clear)?;
        Some(self.on_screen(column, self.row))
    }

    fn on_screen(&self, column: u16, row: u16) -> (u16, u16) {
        (self.frame.side + 1 + column, row + 1)
    }

    /// The column after the mark, what stands beside it, and a blank.
    fn right_of_mark(&self) -> u16 {
        let mut column = self.dot.last_column() + 1;
        let held = |column| self.plot.at(self.frame, column, self.row).map(|cell| cell.kind);
        while matches!(held(column), Some(CellKind::Hedge(_) | CellKind::Up | CellKind::Down)) {
            column += 1;
        }
        column + 1
    }

    fn left_of_mark(&self) -> Option<u16> {
        self.dot.first_column().checked_sub(self.cells + 1)
    }

    /// Whether nothing at all is drawn in these cells, nor right before and after them.
    fn is_free(&self, column: u16, row: u16) -> bool {
        let kind = |column| self.plot.at(self.frame, column, row).map(|cell| cell.kind);
        let end = column + self.cells;
        let y = row + 1;
        let (from, to) = (self.frame.side + 1 + column, self.frame.side + 1 + end);
        let taken = self.plot.labels.iter().skip(self.axes).any(|label| {
            let own = (label.x, label.x + cells(&label.text));
            label.y == y && own.0 <= to && from <= own.1
        });
        let beside = |column| matches!(kind(column), None | Some(CellKind::Empty));
        end <= self.frame.columns
            && !taken
            && (column..end).all(|column| kind(column) == Some(CellKind::Empty))
            && (column == 0 || beside(column - 1))
            && (end == self.frame.columns || beside(end))
    }

    /// Whether no mark of another point is so near that the text could be of that one.
    fn stands_alone(&self, column: u16, row: u16) -> bool {
        let (top, bottom) = self.dot.height.unwrap_or((self.row, self.row));
        let own = |column, row| column == self.dot.at.middle && (top..=bottom).contains(&row);
        let rows = row.saturating_sub(1)..=(row + 1).min(self.frame.rows.saturating_sub(1));
        let columns = column.saturating_sub(2)..=column + self.cells + 1;
        !rows.into_iter().any(|row| {
            columns.clone().any(|column| {
                let held = self.plot.at(self.frame, column, row).map(|cell| cell.kind);
                matches!(held, Some(CellKind::Point { .. })) && !own(column, row)
            })
        })
    }
}

/// The cells of a text; in ASCII two of its signs take two.
fn cells(text: &str) -> u16 {
    let signs = text.chars().filter(|c| matches!(c, '≤' | '≥')).count();
    // A text longer than any plot is left out; the limit keeps the sums from overflowing.
    u16::try_from(width(text) + signs).map_or(LONG, |cells| cells.min(LONG))
}
