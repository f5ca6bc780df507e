//! How the table shares out a line among its columns.

use super::Table;
use crate::app::panels::{COLUMNS, Column, ColumnId};

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

/// The cells that labels keep, if they need as many, beside a sorted column that cannot have all it
/// would like to have.
const COMFORTABLE: u16 = 24;

/// That there is no source and no date is worth a column even where no row has any.
const SAID_ANYWAY: u8 = 2;

/// The columns that a line of so many cells shows, from left to right.
///
/// Rows are told apart by their labels: label and reading get what they need before any other column
/// stands at all, but for the one that it is sorted by, without which there is none. The others
/// get room by rank, those in which most rows say nothing after all that say more. One whose texts are
/// shown whole gets what its widest needs, or is left out.
pub fn column_places(table: &Table, line: u16) -> Vec<ColumnPlace> {
    // The last column needs no gap behind it.
    let mut room = (line + GAP).saturating_sub(MARKER);
    let (mut shown, mut others): (Vec<_>, Vec<_>) =
        shares(table, line).partition(|share| share.column.rank == 0);
    for share in &mut shown {
        share.take(share.least(), &mut room);
    }
    let mut has_sorted = true;
    let sort = table.sort.by;
    if let Some(at) = others.iter().position(|share| Some(share.column.id) == sort) {
        let mut sorted = others.swap_remove(at);
        let labels = shown.iter().filter(|share| share.is_label());
        let labels = labels.map(|label| label.wanted().min(COMFORTABLE) - label.cells).sum();
        let cells = sorted.beside(room, labels);
        has_sorted = cells > 0;
        if has_sorted {
            sorted.take(cells, &mut room);
            shown.push(sorted);
        }
    }
    for label in shown.iter_mut().filter(|share| share.is_label()) {
        label.grow(label.wanted(), &mut room);
    }
    others.retain(|share| has_sorted && share.is_worth_it());
    others.sort_by_key(|share| (share.is_late(), share.column.rank));
    for mut share in others {
        if share.least() + GAP <= room {
            // The source is there first, and has more of what the others leave.
            let cells = if share.column.rank == 1 { share.least() } else { share.wanted() };
            share.take(cells.min(room - GAP), &mut room);
            shown.push(share);
        }
    }
    for share in &mut shown {
        share.grow(share.wanted(), &mut room);
    }
    for share in shown.iter_mut().filter(|share| !share.column.whole && !share.is_label()) {
        share.grow(share.needed, &mut room);
    }
    places(&shown)
}

/// A column, what it would like to have of a line, and what it has.
struct Share {
    column: &'static Column,
    /// The cells of its widest text and of its heading, with room for the arrow of the sorted one.
    needed: u16,
    /// The most that it takes before others have what they would like to have.
    most: u16,
    /// Whether no row says anything in it.
    is_empty: bool,
    /// Whether most rows say nothing in it.
    is_sparse: bool,
    cells: u16,
}

fn shares(table: &Table, line: u16) -> impl Iterator<Item = Share> {
    let columns = COLUMNS.iter().zip(table.widest).zip(table.sparse);
    columns.map(move |((column, widest), is_sparse)| Share {
        column,
        needed: u16::try_from(widest).unwrap_or(u16::MAX).max(heading(column)),
        most: if column.id == ColumnId::Indicator {
            column.most.max(line / 3)
        } else {
            column.most
        },
        is_empty: widest == 0,
        is_sparse,
        cells: 0,
    })
}

/// The cells of a heading with an arrow.
fn heading(column: &Column) -> u16 {
    u16::try_from(column.title.len() + 2).unwrap_or(u16::MAX)
}

impl Share {
    fn is_label(&self) -> bool {
        self.column.id == ColumnId::Indicator
    }

    fn is_worth_it(&self) -> bool {
        !self.is_empty || self.column.rank <= SAID_ANYWAY
    }

    /// Whether it comes after all columns that say more.
    fn is_late(&self) -> bool {
        self.is_sparse && self.column.rank > SAID_ANYWAY
    }

    /// A reading of more cells runs over what stands behind it.
    fn wanted(&self) -> u16 {
        let is_all_or_nothing = self.column.whole && self.column.rank > 0;
        if is_all_or_nothing { self.needed } else { self.needed.min(self.most) }
    }

    fn least(&self) -> u16 {
        if self.column.whole { self.wanted() } else { self.column.least.min(self.wanted()) }
    }

    /// What it gets as the column that it is sorted by: where it has no room as a whole, the heading
    /// says so, over as many of its texts as fit into what labels leave that have so many cells more.
    fn beside(&self, room: u16, labels: u16) -> u16 {
        let room = room.saturating_sub(GAP);
        let heading = heading(self.column);
        match () {
            () if self.least() <= room => self.least(),
            () if heading <= room => room.saturating_sub(labels).min(self.most).max(heading),
            () => 0,
        }
    }

    fn take(&mut self, cells: u16, room: &mut u16) {
        self.cells = cells;
        *room = room.saturating_sub(cells + GAP);
    }

    /// Gives it so many cells, or as many of them as there are.
    fn grow(&mut self, cells: u16, room: &mut u16) {
        let more = cells.saturating_sub(self.cells).min(*room);
        self.cells += more;
        *room -= more;
    }
}

/// Where columns stand that have so many cells each.
fn places(shown: &[Share]) -> Vec<ColumnPlace> {
    let mut x = MARKER;
    let in_order = COLUMNS.iter().filter_map(|column| {
        let share = shown.iter().find(|share| share.column.id == column.id)?;
        let place = ColumnPlace { id: column.id, x, cells: share.cells };
        x = x.saturating_add(share.cells + GAP);
        Some(place)
    });
    in_order.collect()
}
