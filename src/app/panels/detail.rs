//! The detail panel: the card of the selected item, its cursor and its scroll offset.

use crate::app::panels::card::CardInput;
use crate::app::panels::{Card, CardFormat, Cursor, DetailColumns, WrittenPoints, cursors};
use crate::app::text::reveal;
use crate::report::{Indicator, ItemIx};

/// The lines below a chart, for its legend and the words about a point.
const BELOW_CHART: usize = 10;
/// The fewest cells of a chart's width for each line of its height, as a steep chart exaggerates.
const FLAT: usize = 3;
/// The fewest lines of a chart where there is room for it with the words of a figure, and anywhere.
const LEAST_CHART: usize = 10;
const FEWEST: usize = 5;
/// The lines of the words of a figure, at least.
const WORDS: usize = 4;

/// The detail panel.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// What it shows.
    pub card: Card,
    /// The first line in view.
    pub offset: usize,
    /// The figure besides the headline that the cursor is on.
    pub cursor: Option<Cursor>,
    /// The same while some of it is in view, else `None`.
    pub(crate) seen: Option<Cursor>,
}

impl Detail {
    /// Shows an item as it was shown before; its card is to be written again.
    pub(crate) fn restore(&mut self, item: Option<ItemIx>, offset: usize, cursor: Option<Cursor>) {
        (self.card, self.offset, self.cursor) = (Card::stale(item), offset, cursor);
    }

    /// Writes the card again if the item or the format has changed.
    pub(crate) fn settle(
        &mut self,
        input: &CardInput<'_>,
        item: Option<ItemIx>,
        is_whole: bool,
        columns: DetailColumns,
    ) {
        let (cells, lines) = (usize::from(columns.cells), usize::from(columns.lines));
        let before = self.card.written_for.map(|(item, _)| item);
        let is_other = before != Some(item);
        if is_other {
            self.cursor = None;
        }
        let lines = lines.saturating_sub(if is_whole { BELOW_CHART } else { lines / 2 });
        // The words of the figure at the cursor stand below the chart.
        let least = LEAST_CHART.min(usize::from(columns.lines).saturating_sub(WORDS)).max(FEWEST);
        let lines = lines.min(cells / FLAT).max(least);
        let chart = u16::try_from(lines).unwrap_or(u16::MAX);
        let points = WrittenPoints::One(self.cursor);
        let format = CardFormat { cells, lines: columns.lines, chart, points, is_whole };
        let is_new = self.card.written_for != Some((item, format));
        if is_new {
            self.card = Card::new(input, item, format);
            self.offset = if is_other { 0 } else { self.offset };
        }
        self.offset = self.offset.min(self.card.end(columns));
        // The user may scroll the cursor out of view; a new card or another size must not.
        if is_new && self.seen.is_some() && !self.sees_cursor(columns) {
            self.reveal_cursor(columns);
        }
        self.seen = self.cursor.filter(|_| self.sees_cursor(columns));
    }

    /// Whether some of the figure at the cursor is in view.
    fn sees_cursor(&self, columns: DetailColumns) -> bool {
        let stop = self.cursor.and_then(|cursor| self.card.stop(cursor));
        let mut lines = stop.map_or(0..0, |stop| stop.lines.clone());
        lines.any(|line| self.card.shows(line, self.offset, columns))
    }

    /// Scrolls to the figure at the cursor; if not all of it fits, to its top.
    pub(crate) fn reveal_cursor(&mut self, columns: DetailColumns) {
        let Some(stop) = self.cursor.and_then(|cursor| self.card.stop(cursor)) else { return };
        let first = stop.lines.start;
        let view = usize::from(columns.lines);
        let last = stop.lines.end.min(first + view).saturating_sub(1);
        let is_in_view = |line| self.card.shows(line, self.offset, columns);
        if columns.count > 1 && is_in_view(first) && is_in_view(last) {
            return;
        }
        self.offset = reveal(self.offset, view, self.card.lines.len(), first, last);
    }

    /// The cursor after a step; `None` is the headline, before all other figures.
    ///
    /// From the headline a step leads to the first figure, or backwards to the last. If the cursor is
    /// out of view, the step only scrolls back to it.
    pub(crate) fn step(
        &self,
        indicator: &Indicator,
        forward: bool,
        columns: DetailColumns,
    ) -> Option<Cursor> {
        let all = cursors(indicator);
        let Some(cursor) = self.cursor else {
            return if forward { all.first() } else { all.last() }.copied();
        };
        let stop = self.card.stop(cursor);
        if stop.is_some_and(|it| !self.card.shows(it.lines.start, self.offset, columns)) {
            return Some(cursor);
        }
        let at = all.iter().position(|it| *it == cursor)?;
        let next = if forward { Some(at + 1) } else { at.checked_sub(1) };
        next.and_then(|at| all.get(at).copied().or(Some(cursor)))
    }
}
