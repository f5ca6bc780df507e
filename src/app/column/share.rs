//! How the table shares out a line among its columns.

use super::{COLUMNS, Column, ColumnId};
use crate::app::Model;

/// A column of the table and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// Which.
    pub id: ColumnId,
    /// Its first cell in the line.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
}

/// The cells in front of the first column: the sign of the selected row.
const MARKER: u16 = 1;
/// The cells between two columns.
const GAP: u16 = 2;

/// The cells of labels, if they need as many, before there is room for more than the source.
const COMFORTABLE: u16 = 24;

/// That there is no source and no date is worth a column even where no row has any.
const SAID_ANYWAY: u8 = 2;

/// The columns that a line of so many cells shows, from left to right.
///
/// Those of the first ranks and the one that it is sorted by get what they are least shown with,
/// then labels of some length, then every other by its rank what it would like to have; one whose
/// texts are shown whole, or none of whose rows says anything, gets that or is left out.
pub fn column_places(model: &Model, line: u16) -> Vec<ColumnPlace> {
    // The last column needs no gap behind it.
    let mut room = (line + GAP).saturating_sub(MARKER);
    let mut columns: Vec<_> = COLUMNS.iter().zip(model.table.widest).collect();
    let is_sorted = |column: &Column| model.table.sort.by == Some(column.id);
    // Nobody reads an order whose column is not there.
    let rank = |column: &Column| if is_sorted(column) { column.rank.min(1) } else { column.rank };
    columns.sort_by_key(|(column, _)| (rank(column), !is_sorted(column)));
    let mut shown: Vec<(&Column, u16)> = Vec::new();
    for (column, widest) in columns {
        let wanted = wanted(column, widest);
        let least = if column.whole { wanted } else { column.least.min(wanted) };
        let rank = rank(column);
        if rank == 2 {
            let labels = shown.iter_mut().filter(|(column, _)| column.id == ColumnId::Indicator);
            grow(labels, &mut room, model, COMFORTABLE);
        }
        let is_worth_it = widest > 0 || rank <= SAID_ANYWAY;
        if rank == 0 || (is_worth_it && least + GAP <= room) {
            let first = if rank < 2 { least } else { wanted.min(room.saturating_sub(GAP)) };
            shown.push((column, first));
            room = room.saturating_sub(first + GAP);
        }
    }
    grow(shown.iter_mut(), &mut room, model, u16::MAX);
    let mut x = MARKER;
    let in_order = COLUMNS.iter().filter_map(|column| {
        let (_, cells) = shown.iter().find(|(shown, _)| shown.id == column.id)?;
        let place = ColumnPlace { id: column.id, x, cells: *cells };
        x = x.saturating_add(cells + GAP);
        Some(place)
    });
    in_order.collect()
}

/// Gives columns in the order of their ranks what they would like to have, up to so many cells.
fn grow<'s, 'c: 's>(
    shown: impl Iterator<Item = &'s mut (&'c Column, u16)>,
    room: &mut u16,
    model: &Model,
    most: u16,
) {
    let widest = |id| COLUMNS.iter().zip(model.table.widest).find(|(column, _)| column.id == id);
    for (column, cells) in shown {
        let wanted = widest(column.id).map_or(0, |(_, widest)| wanted(column, widest));
        let more = wanted.min(most).saturating_sub(*cells).min(*room);
        *cells += more;
        *room -= more;
    }
}

/// The cells that the texts of a column and its heading take, with room for the arrow of the
/// sorted one.
fn wanted(column: &Column, widest: usize) -> u16 {
    let cells = widest.max(column.title.len() + 2);
    u16::try_from(cells).unwrap_or(u16::MAX).min(column.most)
}
