//! What of a row stands on lines below it.

use super::columns::{LEAST_LABEL, SHORT_FIGURE};
use super::{Columns, GAP, Gauges, INDENT, MARKER, WIDE_GAP};
use crate::app::text::{width, wrap};
use crate::report::{Indicator, IndicatorIx};

/// The most lines below a row.
const MOST_LINES: usize = 3;
/// A line of fewer cells breaks most words.
const LEAST_LINE: usize = 16;
/// Cells that an operator takes more in ASCII.
const IN_ASCII: u16 = 1;

/// What of a row stands below it, as it has no room beside the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Below {
    /// Nothing.
    Nothing,
    /// The lines of its figure in words.
    Figure(Vec<String>),
    /// Its period.
    Period,
}

/// A figure that may be too long to stand beside its bar, with the widths of its row in cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Long {
    words: String,
    reading: String,
    period: u16,
    /// The short label and the full one, indented.
    labels: [u16; 2],
    has_bar: bool,
    /// The most lines that may stand below the row.
    pub(super) lines: usize,
}

impl Long {
    pub(super) fn new(
        indicator: &Indicator,
        period: &str,
        depth: usize,
        is_part: bool,
    ) -> Option<Self> {
        let headline = &indicator.headline;
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let (words, period) = (headline.row_figure(), cells(period));
        if cells(&words).saturating_add(period) <= SHORT_FIGURE {
            return None;
        }
        let indent = INDENT * depth;
        let label = |text: &str| u16::try_from(indent).unwrap_or(0).saturating_add(cells(text));
        Some(Self {
            lines: wrap(&words, LEAST_LINE).len().min(MOST_LINES),
            reading: headline.row_reading(),
            words,
            period,
            labels: [label(indicator.short_label()), label(&indicator.label)],
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

    fn period(&self, columns: Columns) -> u16 {
        if columns.has_period { WIDE_GAP + self.period } else { 0 }
    }

    /// The cells for its figure and its period.
    fn room(&self, columns: Columns) -> u16 {
        let Columns { bar, tail, .. } = columns;
        if bar == 0 {
            // The label makes room.
            return columns.line.saturating_sub(MARKER + LEAST_LABEL + GAP);
        }
        if self.has_bar {
            return tail;
        }
        let [short, full] = self.labels;
        let label = if columns.full_label { full } else { short };
        let from = columns.bar_x().max(MARKER + label + WIDE_GAP);
        (columns.figure_x() + tail).saturating_sub(from).max(tail)
    }
}

impl Gauges {
    /// What of a row stands below it in a line that is divided like this.
    pub fn below(&self, ix: IndicatorIx, columns: Columns) -> Below {
        let Some(long) = self.places.get(ix.get()).and_then(|place| place.long.as_deref()) else {
            return Below::Nothing;
        };
        let (figure, period, room) =
            (long.figure(columns), long.period(columns), long.room(columns));
        if figure.saturating_add(period) <= room {
            Below::Nothing
        } else if figure <= room {
            Below::Period
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
            Below::Period => 1,
        }
    }

    /// How many lines the rows take in a line that is divided like this, with nothing folded but the blank
    /// lines.
    pub(crate) fn height(&self, columns: Columns) -> usize {
        let below = self.order.iter().map(|ix| self.lines_below(*ix, columns)).sum::<usize>();
        self.lines.len() - self.folding.figures - self.folding.blanks + below
    }

    /// How many blank lines stand between groups where there is room for them.
    pub(crate) fn blanks(&self) -> usize {
        self.folding.blanks
    }

    /// Whether the figure of a row has room beside a bar.
    pub fn is_beside_bar(&self, ix: IndicatorIx, columns: Columns) -> bool {
        let long = self.places.get(ix.get()).and_then(|place| place.long.as_deref());
        long.is_none_or(|long| long.figure(columns) + long.period(columns) <= columns.tail)
    }
}
