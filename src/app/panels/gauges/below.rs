//! What of a row stands on lines below it.

use super::columns::{IN_ASCII, LEAST_LABEL, SHORT_FIGURE, SHORT_PERIOD};
use super::{Columns, GAP, Gauges, MARKER};
use crate::app::text::{width, wrap};
use crate::report::{Indicator, IndicatorIx};

/// The most lines below a row.
const MOST_LINES: usize = 3;
/// A line of fewer cells breaks most words.
const LEAST_LINE: usize = 16;

/// What of a row stands below it, as not all of it has room beside the label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Below {
    /// Nothing.
    Nothing,
    /// The lines of its figure in words.
    Figure(Vec<String>),
    /// Its bar.
    Bar,
    /// Its period.
    Period,
}

/// A figure that may be too long to stand beside its bar, with the widths of its row in cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Long {
    words: String,
    reading: String,
    period: u16,
    has_bar: bool,
    /// The most lines that may stand below the row.
    pub(super) lines: usize,
}

impl Long {
    pub(super) fn new(indicator: &Indicator, is_part: bool) -> Option<Self> {
        let headline = &indicator.headline;
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let (words, period) = (headline.row_figure(), cells(&headline.period_words()));
        if cells(&words) <= SHORT_FIGURE && period <= SHORT_PERIOD {
            return None;
        }
        Some(Self {
            lines: wrap(&words, LEAST_LINE).len().min(MOST_LINES),
            reading: headline.row_reading(),
            words,
            period,
            has_bar: indicator.scale.is_some() || is_part,
        })
    }

    /// The cells of its figure.
    fn figure(&self, columns: Columns) -> u16 {
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        if columns.as_reading {
            cells(&self.reading).saturating_add(IN_ASCII)
        } else {
            cells(&self.words)
        }
    }

    /// The lines of its figure, in words, or as operator and number where those alone fit into one line.
    fn wrapped(&self, line: u16) -> Vec<String> {
        let room = usize::from(line.saturating_sub(MARKER + IN_ASCII));
        let is_one = |text: &&String| width(text) <= room;
        let one = [&self.words, &self.reading].into_iter().find(is_one);
        wrap(one.unwrap_or(&self.words), room)
    }

    /// The cells for its figure, and whether its period has room as well.
    fn room(&self, columns: Columns, figure: u16) -> (u16, bool) {
        if columns.bar == 0 && columns.period == 0 {
            // The label makes room.
            return (columns.line.saturating_sub(MARKER + LEAST_LABEL + GAP), true);
        }
        if self.has_bar && columns.bar > 0 {
            return (columns.figure, columns.period == 0 || self.period <= columns.period);
        }
        (columns.figure_without_bar(0), figure <= columns.figure_without_bar(self.period))
    }
}

impl Gauges {
    /// What of a row stands below it in a line that is divided like this.
    pub fn below(&self, ix: IndicatorIx, columns: Columns) -> Below {
        let Some(long) = self.places.get(ix.get()).and_then(|place| place.long.as_deref()) else {
            return Below::Nothing;
        };
        let figure = long.figure(columns);
        let (room, has_period) = long.room(columns, figure);
        if figure <= room {
            if has_period { Below::Nothing } else { Below::Period }
        } else if figure <= columns.figure_without_bar(long.period) {
            Below::Bar
        } else {
            let lines = long.wrapped(columns.line);
            if lines.len() > long.lines { Below::Nothing } else { Below::Figure(lines) }
        }
    }

    /// How many lines stand below a row.
    pub(super) fn lines_below(&self, ix: IndicatorIx, columns: Columns) -> usize {
        match self.below(ix, columns) {
            Below::Nothing => 0,
            Below::Figure(lines) => lines.len(),
            Below::Bar | Below::Period => 1,
        }
    }

    /// How many lines the rows take in a line that is divided like this, with nothing folded but the blank
    /// lines.
    pub(crate) fn height(&self, columns: Columns) -> usize {
        let below = self.order.iter().map(|ix| self.lines_below(*ix, columns)).sum::<usize>();
        let carried = if self.fold(columns, usize::MAX).is_folded { self.folding.lone } else { 0 };
        self.lines.len() - self.folding.figures - self.folding.blanks - carried + below
    }

    /// How many blank lines stand between groups where there is room for them.
    pub(crate) fn blanks(&self) -> usize {
        self.folding.blanks
    }

    /// Whether the figure of a row leaves the place of its bar free.
    pub fn is_beside_bar(&self, ix: IndicatorIx, columns: Columns) -> bool {
        let long = self.places.get(ix.get()).and_then(|place| place.long.as_deref());
        long.is_none_or(|long| {
            long.figure(columns) <= columns.figure && long.period <= columns.period
        })
    }
}
