//! How the table divides a line among its columns.

use super::Table;
use crate::app::panels::{COLUMNS, Column, ColumnId};

/// A column of the table and its place in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// The column.
    pub id: ColumnId,
    /// Its first cell in the line.
    pub x: u16,
    /// Its width.
    pub cells: u16,
}

/// The cells before the first column, for the marker of the selected row.
const MARKER: u16 = 1;
/// The cells between two columns.
const GAP: u16 = 2;

/// The cells that labels keep, if they need them, beside a sorted column that gets less than it
/// wants.
const COMFORTABLE: u16 = 24;

/// Columns up to this rank, source and period, are shown even if no row has a text in them, as users
/// should see that.
const SHOWN_EMPTY: u8 = 2;

/// The columns that a line of cells shows, from left to right.
///
/// Rows are told apart by their labels, so label and reading get what they need before any other
/// column. Next comes the column that the rows are sorted by; if it does not fit, no other is shown.
/// The others get room by rank, sparse ones last. A column whose texts are shown whole gets the width
/// of its widest text, or is left out.
pub fn column_places(table: &Table, line: u16) -> Vec<ColumnPlace> {
    // The last column needs no gap after it.
    let mut room = (line + GAP).saturating_sub(MARKER);
    let (mut shown, mut others): (Vec<_>, Vec<_>) =
        slots(table, line).partition(|slot| slot.column.rank == 0);
    for slot in &mut shown {
        slot.take(slot.least(), &mut room);
    }
    let mut has_sorted = true;
    let sort = table.sort.by;
    if let Some(at) = others.iter().position(|slot| Some(slot.column.id) == sort) {
        let mut sorted = others.swap_remove(at);
        let labels = shown.iter().filter(|slot| slot.is_label());
        let labels = labels.map(|label| label.wanted().min(COMFORTABLE) - label.cells).sum();
        let cells = sorted.beside(room, labels);
        has_sorted = cells > 0;
        if has_sorted {
            sorted.take(cells, &mut room);
            shown.push(sorted);
        }
    }
    for label in shown.iter_mut().filter(|slot| slot.is_label()) {
        label.grow(label.wanted(), &mut room);
    }
    let stays_empty = |slot: &Slot| slot.column.rank <= SHOWN_EMPTY;
    others.retain(|slot| has_sorted && (!slot.is_empty || stays_empty(slot)));
    others.sort_by_key(|slot| (slot.is_sparse && !stays_empty(slot), slot.column.rank));
    for mut slot in others {
        if slot.least() + GAP <= room {
            // The source is shown first, and may get more of what the others leave.
            let cells = if slot.column.rank == 1 { slot.least() } else { slot.wanted() };
            slot.take(cells.min(room - GAP), &mut room);
            shown.push(slot);
        }
    }
    for slot in &mut shown {
        slot.grow(slot.wanted(), &mut room);
    }
    for slot in shown.iter_mut().filter(|slot| !slot.column.whole && !slot.is_label()) {
        slot.grow(slot.needed, &mut room);
    }
    places(&shown)
}

/// A column, the cells that it wants, and the cells that it has.
struct Slot {
    column: &'static Column,
    /// The width of its widest text or of its heading with the sort arrow.
    needed: u16,
    /// The fewest cells that it is shown with.
    least: u16,
    /// The most cells that it takes before the others have what they want.
    most: u16,
    /// Whether no row states anything in it.
    is_empty: bool,
    /// Whether most rows state nothing in it.
    is_sparse: bool,
    cells: u16,
}

fn slots(table: &Table, line: u16) -> impl Iterator<Item = Slot> {
    let columns = COLUMNS.iter().zip(table.widest).zip(table.sparse);
    let cells = |width| u16::try_from(width).unwrap_or(u16::MAX);
    columns.map(move |((column, widest), is_sparse)| Slot {
        column,
        needed: cells(widest).max(heading(column)),
        least: if column.id == ColumnId::Source {
            column.least.max(cells(table.widest_key))
        } else {
            column.least
        },
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

/// The width of a heading with the sort arrow.
fn heading(column: &Column) -> u16 {
    u16::try_from(column.title.len() + 2).unwrap_or(u16::MAX)
}

impl Slot {
    fn is_label(&self) -> bool {
        self.column.id == ColumnId::Indicator
    }

    /// The cells that it wants. A longer reading runs over the columns after it.
    fn wanted(&self) -> u16 {
        let is_all_or_nothing = self.column.whole && self.column.rank > 0;
        if is_all_or_nothing { self.needed } else { self.needed.min(self.most.max(self.least)) }
    }

    fn least(&self) -> u16 {
        if self.column.whole { self.wanted() } else { self.least.min(self.wanted()) }
    }

    /// The cells that it gets as the sorted column; 0 if it does not fit. If not even its least does,
    /// its heading still shows the order, and its texts are cut to what `labels` more cells for the
    /// labels leave.
    fn beside(&self, room: u16, labels: u16) -> u16 {
        let room = room.saturating_sub(GAP);
        let heading = heading(self.column);
        match () {
            () if self.least() <= room => self.least(),
            // A key that is cut would name no source.
            () if self.column.id == ColumnId::Source => 0,
            () if heading <= room => room.saturating_sub(labels).min(self.most).max(heading),
            () => 0,
        }
    }

    fn take(&mut self, cells: u16, room: &mut u16) {
        self.cells = cells;
        *room = room.saturating_sub(cells + GAP);
    }

    /// Gives it up to this many cells, as far as there are any.
    fn grow(&mut self, cells: u16, room: &mut u16) {
        let more = cells.saturating_sub(self.cells).min(*room);
        self.cells += more;
        *room -= more;
    }
}

/// The places of columns with their cells.
fn places(shown: &[Slot]) -> Vec<ColumnPlace> {
    let mut x = MARKER;
    let in_order = COLUMNS.iter().filter_map(|column| {
        let slot = shown.iter().find(|slot| slot.column.id == column.id)?;
        let place = ColumnPlace { id: column.id, x, cells: slot.cells };
        x = x.saturating_add(slot.cells + GAP);
        Some(place)
    });
    in_order.collect()
}
