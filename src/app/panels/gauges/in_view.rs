//! Which lines of the gauges are drawn and in view.

use super::{GaugeLine, Gauges, MOST_LINES};
use crate::app::text::{reveal, width, wrap};
use crate::report::IndicatorIx;

/// The cells of a line besides its label, its figure and its warning signs: the narrowest bar, the
/// gaps, and the marker of the selected row.
const BESIDES: usize = 1 + 1 + 10 + 2 + 1;
/// The cell of the marker of the selected row.
const MARKER: usize = 1;
/// The fewest cells of a label beside a bar.
const LEAST_LABEL: usize = 10;
/// The longest figure that has room of its own; a longer one covers its bar.
const LONG_FIGURE: usize = 30;
/// Cells that "+/-" takes more than "±".
const CONTRADICTED_ASCII: usize = 2;
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

    /// The lines that are drawn from position `offset` on, at a width of `line`. Without bars there
    /// are no rulers, and no empty lines above them.
    pub fn shown(&self, offset: usize, line: u16) -> impl Iterator<Item = &GaugeLine> {
        let bars = self.has_bars(line);
        let lines = self.lines.iter().skip(offset);
        // A figure does not stand without the label above it.
        let lines = lines.skip_while(|it| matches!(it, GaugeLine::Figure(..)));
        lines.filter(move |it| self.is_drawn(it, bars, line))
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
    pub(crate) fn page(&self, view: usize, line: u16) -> usize {
        let shown = self.shown(self.offset, line).take(view);
        shown.filter(|line| matches!(line, GaugeLine::Row(_))).count().max(1)
    }

    /// Scrolls to an indicator, and to the heading right above it if that fits.
    pub(crate) fn reveal(&mut self, ix: IndicatorIx, view: usize, line: u16) {
        let bars = self.has_bars(line);
        let all = bars && !self.has_long_figures;
        let is_drawn = |it: &GaugeLine| self.is_drawn(it, bars, line);
        let lines = |to: usize| self.lines.get(..to).unwrap_or_default();
        let drawn =
            |to: usize| if all { to } else { lines(to).iter().filter(|it| is_drawn(it)).count() };
        let row = self.line(ix);
        let is_pressed = self.pressed == Some(ix);
        let above = lines(row).iter().rev();
        let above = above.take_while(|l| !matches!(l, GaugeLine::Row(_) | GaugeLine::Figure(..)));
        let above = above.filter(|it| is_drawn(it) && !is_pressed).count();
        let below = self.below(ix, line).len();
        let below = if below < view { below } else { 0 };
        let (offset, last, len) = (drawn(self.offset), drawn(row), drawn(self.lines.len()));
        let offset = reveal(offset, view, len, last - above, last + below);
        self.offset = if all {
            offset
        } else {
            let mut at = self.lines.iter().enumerate().filter(|(_, it)| is_drawn(it));
            at.nth(offset).map_or(0, |(at, _)| at)
        };
        self.pressed = self.pressed.filter(|_| is_pressed);
    }

    /// Whether a line is drawn in cells of `line`, with bars or without.
    fn is_drawn(&self, it: &GaugeLine, bars: bool, line: u16) -> bool {
        match it {
            GaugeLine::Ruler(_) | GaugeLine::Blank => bars,
            GaugeLine::Figure(ix, nth) => *nth < self.below(*ix, line).len(),
            GaugeLine::Heading(..) | GaugeLine::Row(_) => true,
        }
    }
}
