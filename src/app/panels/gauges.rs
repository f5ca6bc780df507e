//! The gauges panel: bars under the headings of their groups.

mod aims;
mod below;
mod columns;
mod fold;
mod in_view;
mod parts;
mod trend;

pub use aims::aimed_at;
pub use below::Below;
pub use columns::{Columns, GAP, MARKER, WIDE_GAP};
pub use fold::Fold;
pub use trend::{STEPS as TREND_STEPS, Trend};

use below::Long;
use columns::Widths;
use fold::Folding;
use parts::{Branch, trees};

use crate::app::panels::VisibleSet;
use crate::report::{Day, GroupIx, Indicator, IndicatorIx, Report, Scale, Unit};

/// The scale of the bars below a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// Its two ends.
    pub scale: Scale,
    /// Whether zero is in the middle.
    pub change: bool,
    /// The unit of its ticks.
    pub unit: Unit,
}

impl Ruler {
    /// The ruler of an indicator's bar; `None` if it has no bar.
    pub(crate) fn of(indicator: &Indicator) -> Option<Self> {
        let scale = indicator.scale?;
        Some(Self { scale, change: indicator.change, unit: indicator.unit.clone() })
    }
}

/// One line of the gauges panel.
#[derive(Clone, Debug, PartialEq)]
pub enum GaugeLine {
    /// A group's heading, or that of the rows without a group, with the ruler of the rows below it
    /// if they have bars.
    Heading(Option<GroupIx>, Option<Ruler>),
    /// The empty line above another group.
    Blank,
    /// Another ruler inside a group.
    Ruler(Ruler),
    /// The ruler of a single row, which may carry the ends of its scale itself.
    LoneRuler(Ruler),
    /// An indicator.
    Row(IndicatorIx),
    /// A line of the figure of the row above, where it is too long to stand beside its bar.
    Figure(IndicatorIx, usize),
}

/// The gauges panel: its lines, and which of them are in view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gauges {
    /// Every line in order.
    pub lines: Vec<GaugeLine>,
    /// The indicators in the order of their rows.
    pub order: Vec<IndicatorIx>,
    /// How wide the texts of the columns are.
    widths: Widths,
    /// The first line in view.
    pub offset: usize,
    /// The indicator whose row the mouse pressed. The panel does not scroll to show its heading,
    /// as the row would move away from the pointer.
    pub(crate) pressed: Option<IndicatorIx>,
    /// What may give way.
    folding: Folding,
    /// Where each indicator stands.
    places: Vec<Place>,
}

/// Where an indicator stands.
#[derive(Clone, Debug, Default, PartialEq)]
struct Place {
    /// Its place in `order`.
    row: usize,
    /// Its place in `lines`.
    line: usize,
    /// How deep it stands under the whole that it is a part of.
    depth: usize,
    /// The whole whose ruler it is drawn on, if it stands under one.
    whole: Option<IndicatorIx>,
    /// Whether it is the single row below a [`GaugeLine::LoneRuler`].
    is_lone: bool,
    /// Its figure, if that may be too long to stand beside its bar.
    long: Option<Box<Long>>,
}

/// The deepest that a part stands under its whole.
const DEEPEST: usize = 3;
/// The cells by which a part is indented.
pub const INDENT: usize = 2;

impl Gauges {
    /// Puts the visible indicators under their groups, with the rows of one scale together.
    pub fn new(report: &Report, as_of: Day, visible: &VisibleSet) -> Self {
        let mut groups: Vec<Vec<IndicatorIx>> = vec![Vec::new(); report.groups.len() + 1];
        for (ix, indicator) in report.indexed().filter(|(ix, _)| visible.has(*ix)) {
            let place = indicator.group.map_or(report.groups.len(), |g| g.0 as usize);
            if let Some(members) = groups.get_mut(place) {
                members.push(ix);
            }
        }
        let mut gauges =
            Self { places: vec![Place::default(); report.indicators.len()], ..Self::default() };
        for (at, members) in (0u32..).zip(groups).filter(|(_, members)| !members.is_empty()) {
            let heading = Some(GroupIx(at)).filter(|ix| report.group(*ix).is_some());
            gauges.add_group(report, heading, &members);
        }
        gauges.widths = Widths::new(report, as_of);
        gauges
    }

    /// How deep an indicator stands under the whole that it is a part of, at most three.
    pub fn depth(&self, ix: IndicatorIx) -> usize {
        self.places.get(ix.get()).map_or(0, |place| place.depth)
    }

    /// The scale of an indicator's bar here: its own, or that of the whole that it stands under.
    pub fn scale(&self, report: &Report, ix: IndicatorIx) -> Option<Scale> {
        let whole = self.places.get(ix.get()).and_then(|place| place.whole);
        report.indicator(whole.unwrap_or(ix))?.scale
    }

    /// The position of an indicator among the rows.
    pub fn place(&self, ix: IndicatorIx) -> usize {
        self.places.get(ix.get()).map_or(0, |place| place.row)
    }

    /// The position of an indicator's row in `lines`.
    pub(crate) fn line(&self, ix: IndicatorIx) -> usize {
        self.places.get(ix.get()).map_or(0, |place| place.line)
    }

    fn add_group(&mut self, report: &Report, heading: Option<GroupIx>, members: &[IndicatorIx]) {
        let mut blocks: Vec<(Option<Ruler>, Vec<Branch>)> = Vec::new();
        let mut block = 0;
        for (ix, depth) in trees(report, members) {
            if depth == 0 {
                let ruler = report.indicator(ix).and_then(Ruler::of);
                let found = blocks.iter().position(|block| block.0 == ruler);
                block = found.unwrap_or(blocks.len());
                if found.is_none() {
                    blocks.push((ruler, Vec::new()));
                }
            }
            if let Some((_, rows)) = blocks.get_mut(block) {
                rows.push((ix, depth));
            }
        }
        // Rows without a bar come last, where no ruler can be mistaken for theirs.
        blocks.sort_by_key(|block| block.0.is_none());
        for (at, (ruler, rows)) in blocks.into_iter().enumerate() {
            let mut is_lone = false;
            if at == 0 {
                if !self.lines.is_empty() {
                    self.lines.push(GaugeLine::Blank);
                    self.folding.blanks += 1;
                }
                self.lines.push(GaugeLine::Heading(heading, ruler));
            } else if let Some(ruler) = ruler {
                is_lone = rows.len() == 1 && self.folding.may_fold(&ruler);
                self.folding.rulers += 1;
                let ruler =
                    if is_lone { GaugeLine::LoneRuler(ruler) } else { GaugeLine::Ruler(ruler) };
                self.lines.push(ruler);
            }
            let mut root = None;
            for (ix, depth) in rows {
                root = if depth == 0 { Some(ix) } else { root };
                let whole = root.filter(|root| *root != ix);
                self.add_row(report, ix, depth.min(DEEPEST), whole, is_lone);
            }
        }
    }

    fn add_row(
        &mut self,
        report: &Report,
        ix: IndicatorIx,
        depth: usize,
        whole: Option<IndicatorIx>,
        is_lone: bool,
    ) {
        let long = report.indicator(ix).and_then(|indicator| Long::new(indicator, whole.is_some()));
        let lines = long.as_ref().map_or(0, |long| long.lines);
        let long = long.map(Box::new);
        let (row, line) = (self.order.len(), self.lines.len());
        let place = Place { row, line, depth, whole, is_lone, long };
        if let Some(own) = self.places.get_mut(ix.get()) {
            *own = place;
        }
        self.order.push(ix);
        self.lines.push(GaugeLine::Row(ix));
        self.lines.extend((0..lines).map(|nth| GaugeLine::Figure(ix, nth)));
        self.folding.figures += lines;
    }
}

#[cfg(test)]
mod tests;
