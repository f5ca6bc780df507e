//! What gives way in the gauges so that more rows are in view.

use super::{GaugeLine, Gauges, Ruler};
use crate::app::text::width;
use crate::report::{IndicatorIx, number};

/// The cells of a line besides its label, its figure and its warning signs: the narrowest bar, the
/// gaps, and the marker of the selected row.
pub(super) const BESIDES: usize = 1 + 1 + NARROWEST_BAR + 2 + 1;
/// The fewest cells of a bar.
const NARROWEST_BAR: usize = 10;
/// Cells that "+/-" takes more than "±".
pub(super) const CONTRADICTED_ASCII: usize = 2;
/// The cells of a bar that is long enough.
const LONG_BAR: usize = 20;
/// The most cells that the ends of a scale take beside a bar.
const MOST_ENDS: usize = 9;

/// Which lines besides the rows and the headings of groups are drawn in a panel of a certain size.
///
/// Where not all rows fit, blank lines go first, then the rulers of single rows, which carry the ends of
/// their scales themselves, and the headings of the columns last, if that brings all rows into view.
#[expect(clippy::struct_excessive_bools, reason = "each kind of line stays or goes")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The cells of a line.
    pub line: u16,
    /// Whether rows have bars, and bars rulers.
    pub bars: bool,
    /// Whether rulers are set off by blank lines.
    pub blanks: bool,
    /// Whether a single row carries the ends of its scale.
    pub is_folded: bool,
    /// Whether the columns have headings.
    pub headings: bool,
}

/// How many lines may give way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folding {
    /// The rulers besides those of headings, each with a blank line.
    pub(super) rulers: usize,
    /// Those of them that single rows may carry.
    lone: usize,
    /// The most cells that the ends of such a scale take.
    ends: usize,
    /// The lines that long figures may take.
    pub(super) figures: usize,
}

impl Folding {
    /// Whether a row has room for the ends of its scale; counts its ruler if so.
    pub(super) fn may_fold(&mut self, ruler: &Ruler) -> bool {
        let [low, high] = ruler.ends();
        let ends = width(&low) + width(&high);
        if ends > MOST_ENDS {
            return false;
        }
        self.lone += 1;
        self.ends = self.ends.max(ends);
        true
    }
}

impl Fold {
    /// With all lines in a line of this width.
    pub fn none(gauges: &Gauges, line: u16) -> Self {
        let bars = gauges.has_bars(line);
        Self { line, bars, blanks: bars, is_folded: false, headings: true }
    }

    /// The lines below the headings of the columns in a panel of this height.
    pub fn view(self, height: usize) -> usize {
        height.saturating_sub(usize::from(self.headings))
    }
}

impl Ruler {
    /// The two ends of the scale as they stand at a bar.
    pub(crate) fn ends(&self) -> [String; 2] {
        let high = self.scale.high();
        let plus = if self.change && high > 0.0 { "+" } else { "" };
        [number(self.scale.low()), format!("{plus}{}", number(high))]
    }
}

impl Gauges {
    /// What gives way in lines of this width in a panel of this height.
    pub fn fold(&self, line: u16, height: usize) -> Fold {
        let all = Fold::none(self, line);
        let tight = Fold { blanks: false, is_folded: self.can_fold(line), ..all };
        let bare = self.lines.len() - 2 * self.folding.rulers - self.folding.figures;
        // With more rows than lines nothing needs to be counted.
        if bare > height {
            return tight;
        }
        let figures = if self.has_long_figures {
            self.order.iter().map(|ix| self.below(*ix, line).len()).sum()
        } else {
            0
        };
        let lines = |fold: &Fold| {
            let carried = if fold.is_folded { self.folding.lone } else { 0 };
            let rulers = if fold.bars { self.folding.rulers - carried } else { 0 };
            let blanks = if fold.blanks { self.folding.rulers } else { 0 };
            bare + figures + rulers + blanks + usize::from(fold.headings)
        };
        let steps = [all, Fold { blanks: false, ..all }, tight, Fold { headings: false, ..tight }];
        steps.into_iter().find(|fold| lines(fold) <= height).unwrap_or(tight)
    }

    /// Whether bars are long enough to have the ends of their scales beside them.
    fn can_fold(&self, line: u16) -> bool {
        let widest = self.widest;
        let tail = if Self::has_words(line) { widest.figure_period } else { widest.reading_period };
        let flags = widest.flags + 1 + CONTRADICTED_ASCII;
        // One more cell for the sign of a changed row.
        let others = BESIDES - NARROWEST_BAR + widest.short + tail + flags + 1;
        let bar = usize::from(line).saturating_sub(others).min(LONG_BAR);
        self.has_bars(line) && bar >= NARROWEST_BAR + self.folding.ends
    }

    /// Whether a row carries the ends of its scale.
    pub fn carries_ends(&self, ix: IndicatorIx, fold: Fold) -> bool {
        fold.is_folded && self.places.get(ix.get()).is_some_and(|place| place.is_lone)
    }

    /// Whether a line is drawn.
    pub(super) fn is_drawn(&self, it: &GaugeLine, fold: Fold) -> bool {
        match it {
            GaugeLine::Ruler(_) => fold.bars,
            GaugeLine::LoneRuler(_) => fold.bars && !fold.is_folded,
            GaugeLine::Blank => fold.blanks,
            GaugeLine::Figure(ix, nth) => *nth < self.below(*ix, fold.line).len(),
            GaugeLine::Heading(..) | GaugeLine::Row(_) => true,
        }
    }
}
