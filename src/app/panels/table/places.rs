//! How the table divides a line among its columns.

use super::Table;
use crate::app::panels::{COLUMNS, Column, ColumnId};
use crate::app::text::{Wish, allocate};

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

/// What sparse columns have more of rank than the others.
const SPARSE: u8 = 32;

/// The columns that a line of cells shows, from left to right.
///
/// Rows are told apart by their labels, so label and reading get what they need before any other
/// column. Next comes the column that the rows are sorted by; if it does not fit, no other is shown.
/// The others get room by rank, sparse ones last. A column whose texts are shown whole gets the width
/// of its widest text, or is left out.
pub fn column_places(table: &Table, line: u16) -> Vec<ColumnPlace> {
    // The last column needs no gap after it.
    let room = (line + GAP).saturating_sub(MARKER);
    let slots = slots(table, line);
    // A reading is drawn whole in any case: where it needs the room, over what stands beside it.
    let always = slots.iter().filter(|slot| slot.column.rank == 0);
    let always = always.map(|slot| slot.least() + GAP).sum::<u16>();
    let (room, left) = (room.max(always), room.saturating_sub(always));
    let label = slots.iter().find(|slot| slot.is_label());
    let more = label.map_or(0, |label| label.wanted().min(COMFORTABLE) - label.least());
    let sorted = slots.iter().find(|slot| slot.is_sorted).map(|slot| slot.beside(left, more));
    let left = left.saturating_sub(sorted.map_or(0, |cells| cells + GAP));
    let wish = |slot: &Slot| {
        let (min, want, rank) = (slot.least(), slot.wanted(), slot.rank());
        let grow = if slot.column.whole || slot.is_label() { want } else { slot.needed };
        let is_told = !slot.is_empty || slot.stays_empty();
        match (slot.column.rank, sorted) {
            _ if slot.is_label() => Wish { min, want: want.min(min + left), grow, rank },
            (0, _) => Wish { min, want, grow, rank },
            (_, Some(cells @ 1..)) if slot.is_sorted => Wish { min: cells, want: 0, grow, rank },
            (_, Some(0)) => Wish::default(),
            _ if !is_told => Wish::default(),
            // The source is shown first, and may get more of what the others leave.
            (1, _) => Wish { min, want: 0, grow, rank },
            _ => Wish { min, want, grow, rank },
        }
    };
    let mut wishes: Vec<Wish> = slots.iter().map(wish).collect();
    let mut cells = allocate(&wishes, GAP, room);
    // An age says little without the period that it is counted from.
    let dated = slots.iter().zip(&cells).find(|(slot, _)| slot.column.id == ColumnId::Period);
    if dated.is_some_and(|(_, cells)| *cells == 0) {
        let ages = slots.iter().zip(&mut wishes);
        let ages = ages.filter(|(slot, _)| slot.column.id == ColumnId::Age && !slot.is_sorted);
        ages.for_each(|(_, wish)| *wish = Wish::default());
        cells = allocate(&wishes, GAP, room);
    }
    let mut x = MARKER;
    let shown = slots.iter().zip(cells).filter(|(_, cells)| *cells > 0);
    let places = shown.map(|(slot, cells)| {
        let place = ColumnPlace { id: slot.column.id, x, cells };
        x = x.saturating_add(cells + GAP);
        place
    });
    places.collect()
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
    /// Whether the rows are sorted by it, and it is not always shown.
    is_sorted: bool,
}

fn slots(table: &Table, line: u16) -> Vec<Slot> {
    let columns = COLUMNS.iter().zip(table.widest).zip(table.sparse);
    let cells = |width| u16::try_from(width).unwrap_or(u16::MAX);
    let slot = |((column, widest), is_sparse): ((&'static Column, usize), bool)| Slot {
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
        is_sorted: column.rank > 0 && table.sort.by == Some(column.id),
    };
    columns.map(slot).collect()
}

/// The width of a heading with the sort arrow.
fn heading(column: &Column) -> u16 {
    u16::try_from(column.title.len() + 2).unwrap_or(u16::MAX)
}

impl Slot {
    fn is_label(&self) -> bool {
        self.column.id == ColumnId::Indicator
    }

    /// Whether it is shown even if no row has a text in it.
    fn stays_empty(&self) -> bool {
        self.column.rank <= SHOWN_EMPTY
    }

    /// The order in which columns get room; sparse ones come last.
    fn rank(&self) -> u8 {
        let is_late = self.is_sparse && !self.stays_empty();
        let late = if is_late { SPARSE } else { 0 };
        if self.is_sorted { 0 } else { self.column.rank + late }
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
}
