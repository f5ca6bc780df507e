//! The gauges panel: bars under the headings of their groups.

mod in_view;

use crate::app::panels::VisibleSet;
use crate::app::text::width;
use crate::report::{Day, Flags, GroupIx, Indicator, IndicatorIx, Report, Scale, Unit};

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
    /// Another ruler inside a group.
    Ruler(Ruler),
    /// The empty line above another ruler.
    Blank,
    /// An indicator.
    Row(IndicatorIx),
}

/// The widest text of each column, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widest {
    /// Labels in full.
    pub label: usize,
    /// Short labels.
    pub short: usize,
    /// Figures in words.
    pub figure: usize,
    /// Figures as operator and number.
    pub reading: usize,
    /// Figures in words with their reference periods, two cells apart.
    pub figure_period: usize,
    /// Figures as operator and number with their reference periods, two cells apart.
    pub reading_period: usize,
    /// Warning signs.
    pub flags: usize,
}

/// The gauges panel: its lines, and which of them are in view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gauges {
    /// Every line in order.
    pub lines: Vec<GaugeLine>,
    /// The indicators in the order of their rows.
    pub order: Vec<IndicatorIx>,
    /// The widest text of each column.
    pub widest: Widest,
    /// The first line in view.
    pub offset: usize,
    /// The indicator whose row the mouse pressed. The panel does not scroll to show its heading,
    /// as the row would move away from the pointer.
    pub(crate) pressed: Option<IndicatorIx>,
    /// For each indicator its places in `order` and in `lines`.
    places: Vec<(usize, usize)>,
}

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
        let mut gauges = Self {
            places: vec![(0, 0); report.indicators.len()],
            widest: widest(report, as_of),
            ..Self::default()
        };
        for (at, members) in (0u32..).zip(groups).filter(|(_, members)| !members.is_empty()) {
            let heading = Some(GroupIx(at)).filter(|ix| report.group(*ix).is_some());
            gauges.add_group(report, heading, &members);
        }
        gauges
    }

    /// The position of an indicator among the rows.
    pub fn place(&self, ix: IndicatorIx) -> usize {
        self.places.get(ix.get()).map_or(0, |place| place.0)
    }

    /// The position of an indicator's row in `lines`.
    pub(crate) fn line(&self, ix: IndicatorIx) -> usize {
        self.places.get(ix.get()).map_or(0, |place| place.1)
    }

    fn add_group(&mut self, report: &Report, heading: Option<GroupIx>, members: &[IndicatorIx]) {
        let mut blocks: Vec<(Option<Ruler>, Vec<IndicatorIx>)> = Vec::new();
        for &ix in members {
            let ruler = report.indicator(ix).and_then(Ruler::of);
            match blocks.iter_mut().find(|block| block.0 == ruler) {
                Some(block) => block.1.push(ix),
                None => blocks.push((ruler, vec![ix])),
            }
        }
        // Rows without a bar come last, where no ruler can be mistaken for theirs.
        blocks.sort_by_key(|block| block.0.is_none());
        for (at, (ruler, rows)) in blocks.into_iter().enumerate() {
            if at == 0 {
                self.lines.push(GaugeLine::Heading(heading, ruler));
            } else if let Some(ruler) = ruler {
                self.lines.extend([GaugeLine::Blank, GaugeLine::Ruler(ruler)]);
            }
            for ix in rows {
                if let Some(place) = self.places.get_mut(ix.get()) {
                    *place = (self.order.len(), self.lines.len());
                }
                self.order.push(ix);
                self.lines.push(GaugeLine::Row(ix));
            }
        }
    }
}

/// The cells of the heading "figure".
const HEADING: usize = 6;

fn widest(report: &Report, as_of: Day) -> Widest {
    let flags = report.indicators.iter().map(|i| Flags::new(i, as_of).count()).max();
    let mut widest = Widest {
        figure: HEADING,
        reading: HEADING,
        // The heading "period" has as many cells.
        figure_period: 2 * HEADING + 2,
        reading_period: 2 * HEADING + 2,
        flags: flags.unwrap_or(0),
        ..Widest::default()
    };
    for indicator in report.sample() {
        widest.label = widest.label.max(width(&indicator.label));
        widest.short = widest.short.max(width(indicator.short_label()));
        let headline = &indicator.headline;
        let (figure, reading) = (width(&headline.row_figure()), width(&headline.row_reading()));
        let period = width(&headline.period_words()) + 2;
        widest.figure = widest.figure.max(figure);
        widest.reading = widest.reading.max(reading);
        widest.figure_period = widest.figure_period.max(figure.max(HEADING) + period);
        widest.reading_period = widest.reading_period.max(reading.max(HEADING) + period);
    }
    widest
}
