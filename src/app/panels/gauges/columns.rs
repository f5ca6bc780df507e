//! How a line of the gauges is divided.

use std::iter::successors;

use super::{DEEPEST, Gauges, INDENT};
use crate::app::panels::{COLUMNS, ColumnId, Table};
use crate::app::text::{Wish, allocate, width};
use crate::report::{Day, Flags, Indicator, Report};

/// The columns of a row, in cells. A bar or a period of 0 is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The whole line.
    pub line: u16,
    /// Labels.
    pub label: u16,
    /// Whether labels are not the short ones.
    pub full_label: bool,
    /// Figures beside bars. In a row without a bar a figure goes on in the place of the bar.
    pub figure: u16,
    /// Whether figures are operator and number, not words.
    pub as_reading: bool,
    /// Bars.
    pub bar: u16,
    /// Periods beside bars, up to their right edge.
    pub period: u16,
    /// Warning signs, with that of a changed row.
    pub flags: u16,
    /// The cells of each of [`FACTS`]; 0 is left out.
    facts: [u16; FACTS.len()],
}

/// Columns of the table that a wide screen shows behind a row, the most telling first.
const FACTS: [ColumnId; 5] =
    [ColumnId::Target, ColumnId::Source, ColumnId::SaidBy, ColumnId::Others, ColumnId::Of];
/// Cells in front of each of them.
const FACT_GAP: u16 = 3;

/// The cell of the marker of the selected row.
pub const MARKER: u16 = 1;
/// Cells in front of the warning signs.
pub const GAP: u16 = 1;
/// Cells between a label, its figure, its bar and its period.
pub const WIDE_GAP: u16 = 2;

/// The narrowest line with figures in words, beside which labels and bars have their room; in narrower
/// ones they are operator and number.
const WORDED: u16 = 57;
/// The fewest cells of a bar.
pub(super) const LEAST_BAR: u16 = 10;
/// The cells of a bar that is long enough.
const LONG_BAR: u16 = 20;
/// The fewest cells of a label beside a bar.
pub(super) const LEAST_LABEL: u16 = 10;
/// The cells with which labels are told apart, and those with which most are whole.
const FAIR_LABEL: u16 = 18;
const GOOD_LABEL: u16 = 22;
/// Labels are cut to this length before short labels replace them.
const LONG_LABEL: u16 = 56;
const LONGEST_LABEL: u16 = 72;
const LONGEST_SHORT: u16 = 40;
/// The longest figure and the longest period that never need a line below their row.
pub(super) const SHORT_FIGURE: u16 = 20;
pub(super) const SHORT_PERIOD: u16 = 9;
/// Cells that an operator takes more in ASCII.
pub(super) const IN_ASCII: u16 = 1;
/// Cells that "+/-" takes more than "±".
const DISPUTED_ASCII: usize = 2;

/// How wide the texts of the columns are, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Widths {
    /// The widest label in full.
    label: u16,
    /// The widest short label.
    short: u16,
    /// The most warning signs of a row.
    flags: u16,
    /// Whether any row has a bar.
    has_bars: bool,
    /// Figures in words, and as operator and number.
    figures: [Sorted; 2],
    /// Periods.
    periods: Sorted,
}

/// Widths in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sorted(Vec<u16>);

impl Sorted {
    /// What three quarters of all need.
    fn usual(&self) -> u16 {
        self.0.get(self.0.len() * 3 / 4).copied().unwrap_or(0)
    }

    /// The widest up to a limit.
    fn within(&self, most: u16) -> u16 {
        self.0.iter().rfind(|it| **it <= most).copied().unwrap_or(0)
    }
}

impl Widths {
    pub(super) fn new(report: &Report, as_of: Day) -> Self {
        // A figure in a row without a bar has the place of the bar too.
        let has_bar = |it: &Indicator| it.scale.is_some() || it.part_of.is_some();
        let mut widths = Self { has_bars: report.sample().any(has_bar), ..Self::default() };
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let indent = u16::try_from(INDENT).unwrap_or(0);
        for indicator in report.sample() {
            let depth = successors(indicator.part_of, |whole| report.indicator(*whole)?.part_of);
            let indent = (0..).zip(depth.take(DEEPEST)).map(|_: (u8, _)| indent).sum::<u16>();
            widths.label = widths.label.max(indent.saturating_add(cells(&indicator.label)));
            widths.short = widths.short.max(indent.saturating_add(cells(indicator.short_label())));
            let flags = Flags::new(indicator, as_of);
            let ascii = if flags.contradicted { DISPUTED_ASCII } else { 0 };
            widths.flags =
                widths.flags.max(u16::try_from(flags.count() + ascii).unwrap_or(u16::MAX));
            if widths.has_bars && !has_bar(indicator) {
                continue;
            }
            let headline = &indicator.headline;
            let forms = [headline.row_figure(), headline.row_reading()];
            for (form, sorted) in forms.iter().zip(&mut widths.figures) {
                sorted.0.push(cells(form));
            }
            widths.periods.0.push(cells(&headline.period_words()));
        }
        for sorted in widths.figures.iter_mut().chain([&mut widths.periods]) {
            sorted.0.sort_unstable();
        }
        widths
    }
}

impl Gauges {
    /// Divides a line. A few long figures and periods narrow no other row: they stand below theirs.
    pub fn columns(&self, line: u16) -> Columns {
        let widths = &self.widths;
        let as_reading = line < WORDED;
        let flags = widths.flags + 1;
        let [worded, readings] = &widths.figures;
        let figures = if as_reading { readings } else { worded };
        // The last column has a gap after it as well.
        let room = (line + WIDE_GAP).saturating_sub(MARKER + GAP + flags);
        let short = widths.short;
        let ascii = if as_reading { IN_ASCII } else { 0 };
        let figure = figures.within(SHORT_FIGURE) + ascii;
        let period = widths.periods.within(SHORT_PERIOD).max(widths.periods.usual());
        let label = LEAST_LABEL.min(short).min(room.saturating_sub(figure + 2 * WIDE_GAP));
        let bar = if widths.has_bars { LEAST_BAR } else { 0 };
        let fixed = |want: u16, rank| Wish { min: want, want, grow: 0, rank };
        let wishes = [
            Wish { min: label, want: FAIR_LABEL.min(short), grow: GOOD_LABEL.min(short), rank: 1 },
            fixed(figure, 0),
            Wish { grow: if bar > 0 { LONG_BAR } else { 0 }, ..fixed(bar, 2) },
            fixed(period, 3),
        ];
        let cells = allocate(&wishes, WIDE_GAP, room);
        let [label, figure, bar, period] = cells.try_into().unwrap_or_default();
        let mut columns =
            Columns { line, label, figure, as_reading, bar, period, flags, ..Columns::default() };
        columns.take_the_rest(widths, figures);
        columns
    }
}

fn grow(column: &mut u16, to: u16, room: &mut u16) {
    let more = to.saturating_sub(*column).min(*room);
    *column += more;
    *room -= more;
}

impl Columns {
    /// Gives labels what is left, then figures and periods.
    fn take_the_rest(&mut self, widths: &Widths, figures: &Sorted) {
        let mut room = self.line.saturating_sub(self.total());
        let is_long = self.bar == LONG_BAR || !widths.has_bars;
        self.full_label = is_long
            && self.period > 0
            && self.label + room >= widths.label.min(LONGEST_LABEL).min(LONG_LABEL);
        let label = if self.full_label { LONGEST_LABEL } else { LONGEST_SHORT };
        let widest = if self.full_label { widths.label } else { widths.short };
        grow(&mut self.label, widest.min(label), &mut room);
        let figure = figures.within(self.figure + room);
        grow(&mut self.figure, figure, &mut room);
        if self.period > 0 {
            let period = widths.periods.within(self.period + room);
            grow(&mut self.period, period, &mut room);
        }
    }

    /// With the cells that are left for longer bars.
    #[must_use]
    pub fn with_long_bars(mut self) -> Self {
        if self.full_label {
            self.lengthen_bars(self.line.saturating_sub(self.total()));
        }
        self
    }

    /// With the cells that are left for columns of the table first, then for longer bars.
    #[must_use]
    pub(crate) fn with_facts(mut self, table: &Table) -> Self {
        if !self.full_label {
            return self;
        }
        let mut room = self.line.saturating_sub(self.total());
        let wishes = (0..).zip(FACTS).map(|(at, id)| {
            let mut all = COLUMNS.iter().zip(table.widest).zip(table.sparse);
            let found = all.find(|((column, widest), _)| column.id == id && *widest > 0);
            let Some(((column, widest), is_sparse)) = found else { return Wish::default() };
            let needed = u16::try_from(widest.max(column.title.len())).unwrap_or(u16::MAX);
            // Facts that most rows lack come last.
            let rank = if is_sparse { at + 8 } else { at };
            Wish { min: needed.min(column.most), rank, ..Wish::default() }
        });
        let wishes: Vec<_> = wishes.collect();
        for (fact, cells) in self.facts.iter_mut().zip(allocate(&wishes, FACT_GAP, room)) {
            *fact = cells;
            room -= if cells > 0 { cells + FACT_GAP } else { 0 };
        }
        self.lengthen_bars(room);
        self
    }

    /// By tens, so that the ticks of most scales stand between cells.
    fn lengthen_bars(&mut self, room: u16) {
        if self.bar > 0 {
            self.bar += room.min(LONG_BAR) / 10 * 10;
        }
    }

    /// The first cell of the figures.
    pub fn figure_x(self) -> u16 {
        MARKER + self.label + WIDE_GAP
    }

    /// The first cell of the bars.
    pub fn bar_x(self) -> u16 {
        self.figure_x() + self.figure + WIDE_GAP
    }

    /// The cell after the periods, or after the last column in front of them.
    pub fn end(self) -> u16 {
        let column = |cells: u16| if cells > 0 { WIDE_GAP + cells } else { 0 };
        self.figure_x() + self.figure + column(self.bar) + column(self.period)
    }

    /// The cells of a figure that has the place of a missing bar, too, in front of a period.
    pub fn figure_without_bar(self, period: u16) -> u16 {
        let period = if self.period > 0 { WIDE_GAP + period } else { 0 };
        self.end().saturating_sub(self.figure_x() + period)
    }

    fn total(self) -> u16 {
        self.end() + GAP + self.flags
    }

    /// Whether the columns need headings: what a period or a figure is, a row says itself.
    pub fn has_facts(self) -> bool {
        self.facts.iter().any(|cells| *cells > 0)
    }

    /// The facts behind a row, with their first cells in the line and how many they take.
    pub fn facts(self) -> impl Iterator<Item = (ColumnId, u16, u16)> {
        let mut x = self.total();
        FACTS.into_iter().zip(self.facts).filter(|(_, cells)| *cells > 0).map(move |(id, cells)| {
            let at = x + FACT_GAP;
            x = at + cells;
            (id, at, cells)
        })
    }
}
