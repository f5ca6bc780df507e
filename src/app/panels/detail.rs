//! The detail panel: the card of the selected item, the cursor in it, and what is in view.

use crate::app::panels::card::CardInput;
use crate::app::panels::{Card, Cursor, DetailColumns, Reads, Sheet, cursors};
use crate::app::text::reveal;
use crate::report::{Indicator, ItemIx};

/// Lines that the chart leaves to its legend and to the point that is read out.
const BELOW_CHART: usize = 10;
/// A chart has at least this many cells to a line: a steep one would exaggerate.
const FLAT: usize = 3;
/// The fewest lines of a chart.
const LEAST_CHART: usize = 10;

/// The detail panel.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// What it says.
    pub card: Card,
    /// The first line in view.
    pub offset: usize,
    /// The figure beside the headline that the cursor is on.
    pub cursor: Option<Cursor>,
    /// The same, as long as some of it is in view.
    pub(crate) seen: Option<Cursor>,
}

impl Detail {
    /// Shows an item again as it was shown before; the card is written anew.
    pub(crate) fn restore(&mut self, item: Option<ItemIx>, offset: usize, cursor: Option<Cursor>) {
        (self.card, self.offset, self.cursor) = (Card::stale(item), offset, cursor);
    }

    /// Forgets the item: the next one is shown from its top.
    pub(crate) fn forget(&mut self) {
        self.card = Card::default();
    }

    /// Writes the card anew where it is about another item, or for another sheet, than before.
    pub(crate) fn settle(
        &mut self,
        input: &CardInput<'_>,
        item: Option<ItemIx>,
        zoomed: bool,
        columns: DetailColumns,
    ) {
        let (cells, lines) = (usize::from(columns.cells), usize::from(columns.lines));
        let before = self.card.written_for.map(|(item, _)| item);
        let is_other = before != Some(item);
        if is_other {
            self.cursor = None;
        }
        let lines = if zoomed { lines.saturating_sub(BELOW_CHART) } else { lines / 2 };
        let lines = lines.min(cells / FLAT).max(LEAST_CHART);
        let chart = u16::try_from(lines).unwrap_or(u16::MAX);
        let sheet = Sheet { cells, chart, reads: Reads::One(self.cursor) };
        let is_new = self.card.written_for != Some((item, sheet));
        if is_new {
            self.card = Card::new(input, item, sheet);
            self.offset = if is_other { 0 } else { self.offset };
        }
        self.offset = self.offset.min(self.card.end(columns));
        // The user may scroll it away; other lines or another size must not take it out of sight.
        if is_new && self.seen.is_some() && !self.sees_cursor(columns) {
            self.reveal_cursor(columns);
        }
        self.seen = self.cursor.filter(|_| self.sees_cursor(columns));
    }

    /// Whether some of what the cursor is on is in view.
    fn sees_cursor(&self, columns: DetailColumns) -> bool {
        let stop = self.cursor.and_then(|cursor| self.card.stop(cursor));
        let mut lines = stop.map_or(0..0, |stop| stop.lines.clone());
        lines.any(|line| self.card.shows(line, self.offset, columns))
    }

    /// Brings what the cursor is on into view; where all of it does not fit, from its top.
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

    /// Where a step of the cursor leads to; `None` is the headline, in front of all others.
    ///
    /// Where it is on nothing yet, it begins with the first figure in the card or, on the way back,
    /// with the last; where that is the point that is read out anyway, it is on that. Where it is
    /// out of view, the step only brings it back: nothing moves that is not seen.
    pub(crate) fn step(
        &self,
        indicator: &Indicator,
        forward: bool,
        columns: DetailColumns,
    ) -> Option<Cursor> {
        let stops = &self.card.stops;
        let stands = match self.cursor {
            Some(cursor) => self.card.stop(cursor),
            None => stops.first().filter(|stop| matches!(stop.cursor, Cursor::Point(_))),
        };
        let Some(stop) = stands else {
            return if forward { stops.first() } else { stops.last() }.map(|stop| stop.cursor);
        };
        if !self.card.shows(stop.lines.start, self.offset, columns) {
            return Some(stop.cursor);
        }
        let all = cursors(indicator);
        let at = all.iter().position(|cursor| *cursor == stop.cursor);
        let next = match (at, forward) {
            (Some(0), false)
                if self.cursor.is_some() && matches!(stop.cursor, Cursor::Rival(_)) =>
            {
                return None;
            }
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
            (None, _) => return self.cursor,
        };
        all.get(next).copied().or(Some(stop.cursor))
    }
}
