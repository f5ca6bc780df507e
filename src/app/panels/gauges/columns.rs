//! How a line of the gauges is divided.

use std::iter::successors;

use super::{DEEPEST, Gauges, INDENT, aimed_at};
use crate::app::panels::{COLUMNS, ColumnId, Table};
use crate::app::text::{Wish, allocate, width};
use crate::report::{Day, Flags, Indicator, Report};

/// The columns of a row, in cells. A bar of 0 is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The whole line.
    pub line: u16,
    /// Labels.
    pub label: u16,
    /// Whether labels are not the short ones.
    pub full_label: bool,
    /// Bars.
    pub bar: u16,
    /// Whether figures are operator and number, not words.
    pub as_reading: bool,
    /// Figure and period together: the figure from its left edge on, the period up to its right.
    pub tail: u16,
    /// Whether there are periods.
    pub has_period: bool,
    /// Warning signs, with that of a changed row.
    pub flags: u16,
    /// The cells of each of [`FACTS`]; 0 is left out.
    facts: [u16; FACTS.len()],
}

/// Columns of the table that a wide screen shows behind a row, the most telling first.
const FACTS: [ColumnId; 4] = [ColumnId::Source, ColumnId::SaidBy, ColumnId::Others, ColumnId::Of];
/// Cells in front of each of them.
const FACT_GAP: u16 = 3;

/// The cell of the marker of the selected row.
pub const MARKER: u16 = 1;
/// Cells between a label and its bar, and in front of the warning signs.
pub const GAP: u16 = 1;
/// Cells in front of a figure and of a period.
pub const WIDE_GAP: u16 = 2;

/// The narrowest line with figures in words; in narrower ones they are operator and number.
const WORDED: u16 = 46;
/// The fewest cells of a bar.
pub(super) const LEAST_BAR: u16 = 10;
/// The cells of a bar that is long enough.
const LONG_BAR: u16 = 20;
/// The fewest cells of a label beside a bar.
pub(super) const LEAST_LABEL: u16 = 10;
/// Labels are cut to this length before short labels replace them.
const LONG_LABEL: u16 = 56;
const LONGEST_LABEL: u16 = 72;
const LONGEST_SHORT: u16 = 40;
/// The longest figure that never needs a line below its row.
pub(super) const SHORT_FIGURE: u16 = 20;
/// The cells of the headings "figure" and "period".
const HEADING: u16 = 6;
/// The cells of "no date".
const NO_DATE: u16 = 7;
/// Cells that "+/-" takes more than "±".
const DISPUTED_ASCII: usize = 2;

/// Cells with which most labels and every bar are easy to read.
const GOOD_LABEL: u16 = 22;
const GOOD_BAR: u16 = 18;
/// What labels and bars get one after the other, each up to a number of cells: rows are told apart by
/// their labels, and a bar can be read at its fewest cells.
const STEPS: [(u16, u16); 3] = [(18, 12), (GOOD_LABEL, GOOD_BAR), (LONGEST_SHORT, LONG_BAR)];

/// How wide the texts of the columns are, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Widths {
    /// The widest label in full.
    label: u16,
    /// The widest short label.
    short: u16,
    /// The most warning signs of a row.
    flags: u16,
    /// Figures in words, and as operator and number.
    figures: [Sorted; 2],
    /// The same with their periods.
    tails: [Sorted; 2],
    /// The widest figure in words with what is aimed at and its period.
    aim: u16,
}

/// Widths in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sorted(Vec<u16>);

impl Sorted {
    /// What three quarters of all need.
    fn usual(&self) -> u16 {
        self.0.get(self.0.len() * 3 / 4).copied().unwrap_or(0)
    }

    /// The widest up to a limit; at least that of a heading.
    fn within(&self, most: u16) -> u16 {
        self.0.iter().rfind(|it| **it <= most).copied().unwrap_or(0).max(HEADING)
    }
}

impl Widths {
    pub(super) fn new(report: &Report, as_of: Day, period: impl Fn(&Indicator) -> String) -> Self {
        let mut widths = Self::default();
        // A figure in a row without a bar has the place of the bar too.
        let has_bar = |it: &Indicator| it.scale.is_some() || it.part_of.is_some();
        let has_bars = report.sample().any(has_bar);
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
            let headline = &indicator.headline;
            let period = cells(&period(indicator)).max(HEADING) + WIDE_GAP;
            if let Some(aim) = aimed_at(indicator) {
                let aim = cells(&headline.row_figure()).saturating_add(cells(&aim) + WIDE_GAP);
                widths.aim = widths.aim.max(aim.saturating_add(period));
            }
            if has_bars && !has_bar(indicator) {
                continue;
            }
            let forms = [headline.row_figure(), headline.row_reading()];
            for (at, form) in forms.iter().enumerate() {
                let form = cells(form).max(HEADING);
                if let (Some(figures), Some(tails)) =
                    (widths.figures.get_mut(at), widths.tails.get_mut(at))
                {
                    figures.0.push(form);
                    tails.0.push(form.saturating_add(period));
                }
            }
        }
        for sorted in widths.figures.iter_mut().chain(&mut widths.tails) {
            sorted.0.sort_unstable();
        }
        widths
    }
}

impl Gauges {
    /// Divides a line. A few long figures narrow no other row: they stand below theirs. A wider line never
    /// has less of a column, so that a label is never cut where a narrower line shows it.
    pub fn columns(&self, line: u16) -> Columns {
        let widths = &self.widths;
        let as_reading = line < WORDED;
        let flags = widths.flags + 1;
        let rest = line.saturating_sub(MARKER + GAP + flags + GAP);
        let form = usize::from(as_reading);
        let (Some(figures), Some(tails)) = (widths.figures.get(form), widths.tails.get(form))
        else {
            return Columns::default();
        };
        let figure = figures.within(SHORT_FIGURE);
        let mut columns = Columns { line, as_reading, flags, ..Columns::default() };
        let beside = WIDE_GAP + figure + widths.short.min(LEAST_LABEL) + LEAST_BAR;
        let Some(mut room) = rest.checked_sub(beside) else {
            columns.tail = figure.min(rest.saturating_sub(widths.short.min(LEAST_LABEL)));
            columns.label = rest.saturating_sub(columns.tail).min(widths.short);
            return columns;
        };
        (columns.tail, columns.bar) = (figure, LEAST_BAR);
        columns.label = widths.short.min(LEAST_LABEL);
        let most = rest.saturating_sub(WIDE_GAP + widths.short.min(GOOD_LABEL) + GOOD_BAR);
        let tail = tails.within(SHORT_FIGURE + WIDE_GAP + NO_DATE).max(tails.usual().min(most));
        let tail = tail.max(HEADING + WIDE_GAP + HEADING);
        grow(&mut columns.tail, tail, &mut room);
        columns.has_period = columns.tail >= tail.min(tails.usual());
        for (label, bar) in STEPS {
            grow(&mut columns.label, label.min(widths.short), &mut room);
            grow(&mut columns.bar, bar, &mut room);
        }
        let full = widths.label.min(LONGEST_LABEL);
        columns.full_label =
            columns.bar == LONG_BAR && columns.label + room >= full.min(LONG_LABEL);
        if columns.full_label {
            grow(&mut columns.label, full, &mut room);
        }
        let wider = if columns.has_period { tails } else { figures };
        let wider = wider.within(columns.tail + room);
        grow(&mut columns.tail, wider, &mut room);
        columns
    }
}

fn grow(column: &mut u16, to: u16, room: &mut u16) {
    let more = to.saturating_sub(*column).min(*room);
    *column += more;
    *room -= more;
}

impl Columns {
    /// With the cells that are left for longer bars.
    #[must_use]
    pub fn with_long_bars(mut self) -> Self {
        if self.full_label {
            let room = self.line.saturating_sub(self.total());
            self.bar += room.min(LONG_BAR) / 10 * 10;
        }
        self
    }

    /// With the cells that are left for what is aimed at and for columns of the table first, then for
    /// longer bars.
    #[must_use]
    pub(crate) fn with_facts(mut self, gauges: &Gauges, table: &Table) -> Self {
        if !self.full_label {
            return self;
        }
        let mut room = self.line.saturating_sub(self.total());
        // What is aimed at stands between figure and period.
        grow(&mut self.tail, gauges.widths.aim, &mut room);
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
        self.bar += room.min(LONG_BAR) / 10 * 10;
        self
    }

    /// The first cell of the bars.
    pub fn bar_x(self) -> u16 {
        MARKER + self.label + GAP
    }

    /// The first cell of the figures beside bars.
    pub fn figure_x(self) -> u16 {
        let bar = if self.bar > 0 { self.bar + WIDE_GAP } else { 0 };
        self.bar_x() + bar
    }

    fn total(self) -> u16 {
        self.figure_x() + self.tail + GAP + self.flags
    }

    /// The cells of a label in a row without a bar: a long label runs on into the place of the bar.
    pub fn label_without_bar(self) -> u16 {
        let bar = if self.bar > 0 { GAP + self.bar } else { 0 };
        (self.label + bar).min(LONGEST_LABEL.max(self.label))
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
