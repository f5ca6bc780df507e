//! What gives way in the gauges so that more rows are in view.

use super::columns::LEAST_BAR;
use super::{Columns, GaugeLine, Gauges, Ruler};
use crate::app::text::width;
use crate::report::{IndicatorIx, number};

/// The most cells that the ends of a scale take beside a bar.
const MOST_ENDS: usize = 9;

/// Which lines besides the rows and the headings of groups are drawn in a panel of a certain size.
///
/// A single row carries the ends of its scale itself where its bar is long enough. Where not all rows fit,
/// blank lines go first, and then the headings of the columns, if that brings all rows into view.
#[expect(clippy::struct_excessive_bools, reason = "each kind of line stays or goes")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// How a line is divided.
    pub columns: Columns,
    /// Whether rows have bars, and bars rulers.
    pub bars: bool,
    /// Whether groups are set off by blank lines.
    pub blanks: bool,
    /// Whether a single row carries the ends of its scale.
    pub is_folded: bool,
    /// Whether the columns have headings.
    pub headings: bool,
}

/// How many lines may give way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folding {
    /// The blank lines.
    pub(super) blanks: usize,
    /// The rulers besides those of headings.
    pub(super) rulers: usize,
    /// Those of them that single rows may carry.
    pub(super) lone: usize,
    /// The most cells that the ends of such a scale take.
    ends: usize,
    /// The lines that long figures may take.
    pub(super) figures: usize,
}

impl Folding {
    /// Whether a row has room for the ends of its scale; counts its ruler if so.
    pub(super) fn may_fold(&mut self, ruler: &Ruler) -> bool {
        let [low, _, high] = ruler.ticks();
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
    /// With all lines.
    pub fn none(columns: Columns) -> Self {
        Self {
            columns,
            bars: columns.bar > 0,
            blanks: true,
            is_folded: false,
            headings: columns.has_facts(),
        }
    }

    /// The lines below the headings of the columns in a panel of this height.
    pub fn view(self, height: usize) -> usize {
        height.saturating_sub(usize::from(self.headings))
    }
}

impl Ruler {
    /// Both ends of the scale as they stand at a bar, and the number between them.
    pub(crate) fn ticks(&self) -> [String; 3] {
        let (low, high) = (self.scale.low(), self.scale.high());
        [low, f64::midpoint(low, high), high].map(|value| {
            let plus = if self.change && value > 0.0 { "+" } else { "" };
            format!("{plus}{}", number(value))
        })
    }
}

impl Gauges {
    /// What gives way in a panel of this height.
    pub fn fold(&self, columns: Columns, height: usize) -> Fold {
        let is_folded = usize::from(columns.bar) >= usize::from(LEAST_BAR) + self.folding.ends;
        let all = Fold { is_folded, ..Fold::none(columns) };
        let dense = Fold { blanks: false, ..all };
        let Folding { blanks, rulers, figures, .. } = self.folding;
        let bare = self.lines.len() - blanks - rulers - figures;
        // With more rows than lines nothing needs to be counted.
        if bare > height {
            return dense;
        }
        let figures = if figures > 0 {
            self.order.iter().map(|ix| self.lines_below(*ix, columns)).sum()
        } else {
            0
        };
        let lines = |fold: &Fold| {
            let carried = if fold.is_folded { self.folding.lone } else { 0 };
            let rulers = if fold.bars { rulers - carried } else { 0 };
            let blanks = if fold.blanks { blanks } else { 0 };
            bare + figures + rulers + blanks + usize::from(fold.headings)
        };
        let steps = [all, dense, Fold { headings: false, ..dense }];
        steps.into_iter().find(|fold| lines(fold) <= height).unwrap_or(dense)
    }

    /// Whether a row carries the ends of its scale.
    pub fn carries_ends(&self, ix: IndicatorIx, fold: Fold) -> bool {
        fold.is_folded && self.places.get(ix.get()).is_some_and(|place| place.is_lone)
    }

    /// Whether a line is drawn.
    pub(super) fn is_drawn(&self, it: &GaugeLine, fold: Fold) -> bool {
        match it {
            GaugeLine::Blank => fold.blanks,
            GaugeLine::Ruler(_) => fold.bars,
            GaugeLine::LoneRuler(_) => fold.bars && !fold.is_folded,
            GaugeLine::Figure(ix, nth) => *nth < self.lines_below(*ix, fold.columns),
            GaugeLine::Heading(..) | GaugeLine::Row(_) => true,
        }
    }
}
