mod places;

pub use places::{ColumnPlace, column_places};

use crate::app::panels::{COLUMNS, ColumnId, VisibleSet};
use crate::app::text::{reveal, width};
use crate::report::{Day, IndicatorIx, Report};

/// The order of the table's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By this column; `None` is the order of the file.
    pub by: Option<ColumnId>,
    /// From the last to the first.
    pub reversed: bool,
}

/// The table panel: its rows in order, and which of them are in view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// How the rows are put in order.
    pub sort: Sort,
    /// The indicators in the order of their rows.
    pub order: Vec<IndicatorIx>,
    /// The first row in view.
    pub offset: usize,
    /// The widest text of each column, in cells, in the order of [`COLUMNS`]; 0 where no row says
    /// anything. What is said instead is no wider than a heading.
    pub widest: [usize; COLUMNS.len()],
    /// Of each column, whether three rows in four, or more, have nothing to say in it.
    pub sparse: [bool; COLUMNS.len()],
    /// The row of each indicator.
    rows: Vec<u32>,
}

impl Table {
    /// The shown rows of a report in the given order.
    pub fn new(report: &Report, sort: Sort, as_of: Day, shown: &VisibleSet) -> Self {
        let in_file = || report.indexed().map(|(ix, _)| ix);
        let mut order: Vec<_> = match sort.by {
            Some(column) => column.order(report, as_of, sort.reversed),
            None if sort.reversed => {
                let mut order: Vec<_> = in_file().collect();
                order.reverse();
                order
            }
            None => in_file().collect(),
        };
        order.retain(|ix| shown.has(*ix));
        let mut rows = vec![0; report.indicators.len()];
        for (row, ix) in (0u32..).zip(&order) {
            if let Some(place) = rows.get_mut(ix.get()) {
                *place = row;
            }
        }
        let texts = COLUMNS.map(|column| texts(report, column.id, as_of));
        let (widest, sparse) = (texts.map(|(widest, _)| widest), texts.map(|(_, sparse)| sparse));
        Self { sort, order, offset: 0, widest, sparse, rows }
    }

    /// The row of an indicator.
    pub fn place(&self, ix: IndicatorIx) -> usize {
        self.rows.get(ix.get()).map_or(0, |row| *row as usize)
    }

    /// Scrolls so that an indicator is in view.
    pub(crate) fn reveal(&mut self, ix: IndicatorIx, view: usize) {
        let row = self.place(ix);
        self.offset = reveal(self.offset, view, self.order.len(), row, row);
    }
}

/// The widest text of a column, in cells, and whether three rows in four have none.
fn texts(report: &Report, column: ColumnId, as_of: Day) -> (usize, bool) {
    let (mut rows, mut said, mut widest) = (0, 0, 0);
    for row in report.sample() {
        rows += 1;
        let text = column.text(report, row, as_of);
        if !column.is_absent(&text) {
            said += 1;
            widest = widest.max(width(&text) + stand_ins(&text));
        }
    }
    (widest, said * 4 <= rows)
}

/// The cells that operators and paragraph signs take more where they are written in ASCII: a
/// figure has to stay whole there, too.
fn stand_ins(text: &str) -> usize {
    let more = |c| match c {
        '≤' | '≥' => 1,
        '¶' => 4,
        _ => 0,
    };
    text.chars().map(more).sum()
}

impl Sort {
    /// The next (or previous) column to sort by; the order of the file is one of them.
    #[must_use]
    pub fn step(self, forward: bool) -> Self {
        let ids: Vec<_> = std::iter::once(None).chain(COLUMNS.iter().map(|c| Some(c.id))).collect();
        let at = ids.iter().position(|id| *id == self.by).unwrap_or(0);
        let next = if forward { at + 1 } else { at + ids.len() - 1 } % ids.len();
        Self { by: ids.get(next).copied().flatten(), reversed: false }
    }
}
