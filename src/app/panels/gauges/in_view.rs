use super::{GaugeLine, Gauges};
use crate::app::text::reveal;
use crate::report::IndicatorIx;

/// The cells of a line without its label, its figure and the signs of what it warns of: a bar of
/// the fewest cells, what sets the parts off, and the mark of the selected row.
const BESIDES: usize = 1 + 1 + 10 + 2 + 1;
/// The fewest cells of a label beside a bar.
const LEAST_LABEL: usize = 10;
/// A longer figure takes the room of its bar.
const LONG_FIGURE: usize = 30;
/// Cells that "+/-" takes more than "±".
const CONTRADICTED_ASCII: usize = 2;
/// Below so many cells figures are shown as operator and number.
const WORDED: u16 = 46;

impl Gauges {
    /// Whether figures stand in words in a line of so many cells, or as operator and number.
    pub fn has_words(line: u16) -> bool {
        line >= WORDED
    }

    /// Whether there is room for bars in a line of so many cells, the same in ASCII as in Unicode,
    /// and whether the last change has marked a row or not.
    pub fn has_bars(&self, line: u16) -> bool {
        let widest = self.widest;
        let figure = if Self::has_words(line) { widest.figure } else { widest.reading };
        let flags = widest.flags + 1 + CONTRADICTED_ASCII;
        let label = widest.short.min(LEAST_LABEL);
        label + figure.min(LONG_FIGURE) + flags + BESIDES <= usize::from(line)
    }

    /// The lines that are drawn, from that one on, in so many cells: without bars there is
    /// nothing to set off, and no ruler.
    pub fn shown(&self, offset: usize, line: u16) -> impl Iterator<Item = &GaugeLine> {
        let bars = self.has_bars(line);
        self.lines.iter().skip(offset).filter(move |line| is_drawn(line, bars))
    }

    /// How many rows of indicators the lines in view hold: what a page is.
    pub(crate) fn page(&self, view: usize, line: u16) -> usize {
        let shown = self.shown(self.offset, line).take(view);
        shown.filter(|line| matches!(line, GaugeLine::Row(_))).count().max(1)
    }

    /// Scrolls so that an indicator is in view, with the heading right above it if there is room.
    pub(crate) fn reveal(&mut self, ix: IndicatorIx, view: usize, line: u16) {
        let bars = self.has_bars(line);
        let lines = |to: usize| self.lines.get(..to).unwrap_or_default();
        let drawn = |to: usize| {
            if bars { to } else { lines(to).iter().filter(|line| is_drawn(line, bars)).count() }
        };
        let row = self.line(ix);
        let is_pressed = self.pressed == Some(ix);
        let above = lines(row).iter().rev().take_while(|l| !matches!(l, GaugeLine::Row(_)));
        let above = above.filter(|line| is_drawn(line, bars) && !is_pressed).count();
        let (offset, last, len) = (drawn(self.offset), drawn(row), drawn(self.lines.len()));
        let offset = reveal(offset, view, len, last - above, last);
        self.offset = if bars {
            offset
        } else {
            let mut at = self.lines.iter().enumerate().filter(|(_, line)| is_drawn(line, bars));
            at.nth(offset).map_or(0, |(at, _)| at)
        };
        self.pressed = self.pressed.filter(|_| is_pressed);
    }
}

/// Whether a line is drawn where there are bars, or where there are none.
fn is_drawn(line: &GaugeLine, bars: bool) -> bool {
    bars || !matches!(line, GaugeLine::Ruler(_) | GaugeLine::Blank)
}
