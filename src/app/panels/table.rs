//! The table panel: one row for each indicator.

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
    /// The order of the rows.
    pub sort: Sort,
    /// The indicators in the order of their rows.
    pub order: Vec<IndicatorIx>,
    /// The first row in view.
    pub offset: usize,
    /// The width of the widest text of each column, in the order of [`COLUMNS`]; 0 if no row states
    /// anything. The text for that is not wider than a heading.
    pub widest: [usize; COLUMNS.len()],
    /// The width of the widest key of a source, which the column of sources never cuts.
    pub widest_key: usize,
    /// For each column, whether at least three rows in four state nothing in it.
    pub sparse: [bool; COLUMNS.len()],
}

impl Table {
    /// The visible rows of a report in the given order.
    pub fn new(report: &Report, sort: Sort, as_of: Day, visible: &VisibleSet) -> Self {
        let mut order = match sort.by {
            Some(column) => column.order(report, as_of, sort.reversed),
            None => report.indexed().map(|(ix, _)| ix).collect(),
        };
        if sort.by.is_none() && sort.reversed {
            order.reverse();
        }
        order.retain(|ix| visible.has(*ix));
        let texts = COLUMNS.map(|column| texts(report, column.id, as_of));
        let (widest, sparse) = (texts.map(|(widest, _)| widest), texts.map(|(_, sparse)| sparse));
        let keys = report.sample().filter_map(|row| ColumnId::never_cut(report, row));
        let widest_key = keys.map(|key| width(&key)).max().unwrap_or(0);
        Self { sort, order, offset: 0, widest, widest_key, sparse }
    }

    /// The row of an indicator; 0 if it has none.
    pub fn place(&self, ix: IndicatorIx) -> usize {
        self.order.iter().position(|other| *other == ix).unwrap_or(0)
    }

    /// Scrolls so that an indicator is in view.
    pub(crate) fn reveal(&mut self, ix: IndicatorIx, view: usize) {
        let row = self.place(ix);
        self.offset = reveal(self.offset, view, self.order.len(), row, row);
    }
}

/// The entries of a column in [`Table::widest`] and [`Table::sparse`].
fn texts(report: &Report, column: ColumnId, as_of: Day) -> (usize, bool) {
    let (mut rows, mut stated, mut widest) = (0, 0, 0);
    for row in report.sample() {
        rows += 1;
        let text = column.text(report, row, as_of);
        if !column.is_absent(&text) {
            stated += 1;
            widest = widest.max(width(&text) + stand_ins(&text));
        }
    }
    (widest, stated * 4 <= rows)
}

/// The cells that operators and paragraph signs take more in ASCII, where a figure has to stay whole,
/// too.
fn stand_ins(text: &str) -> usize {
    let more = |c| match c {
        '≤' | '≥' => 1,
        '¶' => 4,
        _ => 0,
    };
    text.chars().map(more).sum()
}

impl Sort {
    /// Sorted by the next (or the previous) column; the order of the file is one of the steps.
    #[must_use]
    pub fn step(self, forward: bool) -> Self {
        let ids: Vec<_> = std::iter::once(None).chain(COLUMNS.iter().map(|c| Some(c.id))).collect();
        let at = ids.iter().position(|id| *id == self.by).unwrap_or(0);
        let next = if forward { at + 1 } else { at + ids.len() - 1 } % ids.len();
        Self { by: ids.get(next).copied().flatten(), reversed: false }
    }
}
