//! Which lines of the gauges are drawn and in view.

use super::{Fold, GaugeLine, Gauges};
use crate::report::IndicatorIx;

impl Gauges {
    /// The lines that are drawn from position `offset` on.
    pub fn shown(&self, offset: usize, fold: Fold) -> impl Iterator<Item = &GaugeLine> {
        let lines = self.lines.iter().skip(offset);
        // A figure does not stand without the label above it, and nothing is to be set off at the top.
        let lines = lines.skip_while(|it| matches!(it, GaugeLine::Figure(..) | GaugeLine::Blank));
        lines.filter(move |it| self.is_drawn(it, fold))
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
        let below = self.lines_below(ix, fold.columns);
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
