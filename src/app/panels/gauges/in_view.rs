//! Which lines of the gauges are drawn and in view.

use super::fold::{BESIDES, CONTRADICTED_ASCII};
use super::{Fold, GaugeLine, Gauges, MOST_LINES};
use crate::app::text::{width, wrap};
use crate::report::IndicatorIx;

/// The cell of the marker of the selected row.
const MARKER: usize = 1;
/// The fewest cells of a label beside a bar.
const LEAST_LABEL: usize = 10;
/// The longest figure that has room of its own; a longer one covers its bar.
const LONG_FIGURE: usize = 30;
/// Cells that an operator takes more in ASCII.
const IN_ASCII: usize = 1;
/// The narrowest line with figures in words; in narrower ones they are operator and number.
const WORDED: u16 = 46;

impl Gauges {
    /// Whether a line of this width shows figures in words, or as operator and number.
    pub fn has_words(line: u16) -> bool {
        line >= WORDED
    }

    /// Whether a line of this width has room for bars. The answer is the same in ASCII and Unicode,
    /// and with and without marks of changed rows.
    pub fn has_bars(&self, line: u16) -> bool {
        let widest = self.widest;
        let figure = if Self::has_words(line) { widest.figure } else { widest.reading };
        let flags = widest.flags + 1 + CONTRADICTED_ASCII;
        let label = widest.short.min(LEAST_LABEL);
        label + figure.min(LONG_FIGURE) + flags + BESIDES <= usize::from(line)
    }

    /// The lines that are drawn from position `offset` on.
    pub fn shown(&self, offset: usize, fold: Fold) -> impl Iterator<Item = &GaugeLine> {
        let lines = self.lines.iter().skip(offset);
        // A figure does not stand without the label above it.
        let lines = lines.skip_while(|it| matches!(it, GaugeLine::Figure(..)));
        lines.filter(move |it| self.is_drawn(it, fold))
    }

    /// The lines of a figure below its row, in a line of this width; none where there is room beside
    /// its label, or not enough below either.
    pub fn below(&self, ix: IndicatorIx, line: u16) -> Vec<String> {
        let reading = self.places.get(ix.get()).and_then(|place| place.long_reading.as_deref());
        let room = usize::from(line).saturating_sub(MARKER + IN_ASCII);
        let is_beside = |reading: &&str| LEAST_LABEL + 1 + width(reading) <= room;
        match reading.filter(|reading| room > 0 && !is_beside(reading)) {
            Some(reading) => {
                let lines = wrap(reading, room);
                if lines.len() > MOST_LINES { Vec::new() } else { lines }
            }
            None => Vec::new(),
        }
    }

    /// The size of a page: how many indicators are in view.
    pub(crate) fn page(&self, view: usize, fold: Fold) -> usize {
        let shown = self.shown(self.offset, fold).take(view);
        shown.filter(|line| matches!(line, GaugeLine::Row(_))).count().max(1)
    }

    /// Scrolls to an indicator, and to the heading right above it if that fits.
    ///
    /// It looks at no more lines than a few panels have.
    pub(crate) fn reveal(&mut self, ix: IndicatorIx, view: usize, fold: Fold) {
        let row = self.line(ix);
        let is_pressed = self.pressed == Some(ix);
        let below = self.below(ix, fold.line).len();
        let last = row + if below < view { below } else { 0 };
        let above = self.lines.get(..row).unwrap_or_default().iter().enumerate().rev();
        let above =
            above.take_while(|(_, l)| !matches!(l, GaugeLine::Row(_) | GaugeLine::Figure(..)));
        let above = above.filter(|(_, it)| !is_pressed && self.is_drawn(it, fold)).last();
        let first = above.map_or(row, |(at, _)| at);
        let offset = self.offset.min(first);
        // The first line from which a panel reaches a line, and that from which it reaches the end.
        let from = |to: usize| self.drawn_before(to, view, fold);
        let offset = offset.max(from(last + 1));
        self.offset = offset.min(from(self.lines.len()));
        self.pressed = self.pressed.filter(|_| is_pressed);
    }

    /// The place of the first of the `view` drawn lines before a place.
    fn drawn_before(&self, to: usize, view: usize, fold: Fold) -> usize {
        let before = self.lines.get(..to).unwrap_or_default().iter().enumerate().rev();
        let drawn = before.filter(|(_, it)| self.is_drawn(it, fold));
        drawn.take(view.max(1)).last().map_or(0, |(at, _)| at)
    }
}
