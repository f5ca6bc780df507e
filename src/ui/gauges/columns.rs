use super::{GAP, MARKER, WIDE_GAP};
use crate::app::Model;
use crate::app::panels::{COLUMNS, ColumnId, Gauges};
use crate::app::text::{Wish, allocate};
use crate::ui::{Glyphs, Theme};

/// The columns of a row, in cells. Figures are never cut; a bar of 0 is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) label: u16,
    /// The widest short label.
    short: u16,
    pub(super) full_label: bool,
    pub(super) bar: u16,
    pub(super) figure: u16,
    pub(super) as_reading: bool,
    /// Figure and period together: the figure from its left edge on, the period up to its right.
    pub(super) tail: u16,
    pub(super) flags: u16,
    /// The cells of each of [`FACTS`]; 0 is left out.
    facts: [u16; FACTS.len()],
}

/// Columns of the table that a wide screen shows behind a row, the most telling first.
const FACTS: [ColumnId; 4] = [ColumnId::Source, ColumnId::SaidBy, ColumnId::Others, ColumnId::Of];
/// Cells in front of each of them.
const FACT_GAP: u16 = 3;

/// Cells left free in front of the right border, if nothing has to give way for them.
const PAD: u16 = 1;
/// Cells that "+/-" takes more than "±".
const CONTRADICTED_ASCII: u16 = 2;
/// Labels are cut to this length before short labels replace them.
const LONG_LABEL: u16 = 56;
const LONGEST_LABEL: u16 = 72;
/// The fewest cells of a bar for which labels are not cut yet.
const SHORT_BAR: u16 = 12;
/// The cells of a label before its bar gets more than its fewest, if it needs as many.
const GOOD_LABEL: u16 = 26;
/// The same before periods stand beside the longest figures.
const SHORT_LABEL: u16 = 14;
const LONG_FIGURE: u16 = 30;
/// Cells beside a figure that does not stand below its row.
const BESIDE: u16 = 13;
/// The column of figures is not narrowed below this for their sake.
const LEAST_FIGURE: u16 = 20;
const LONG_PERIOD: u16 = 22;

impl Columns {
    /// Divides a line: long labels give way first, then period and bar, then the cells that make
    /// labels easy to tell apart; the figure never does.
    pub(super) fn new(model: &Model, theme: &Theme, line: u16) -> Self {
        let mut columns = Self::wanted(model, theme, line);
        let (full, short) = (columns.label, columns.short);
        let cut = full.min(LONG_LABEL);
        let choices = [(40, full), (30, full), (20, full), (20, cut), (20, short)];
        for (bar, label) in choices {
            (columns.bar, columns.label) = (bar, label);
            columns.full_label = label >= cut;
            if columns.total() + PAD <= line {
                columns.lengthen(model, line);
                return columns;
            }
        }
        // Rows are told apart by their labels; a bar can be read at some cells less.
        columns.give(line, |columns| &mut columns.bar, SHORT_BAR);
        if columns.total() > line {
            columns.bar = 20;
            columns.shrink(line, model.panels.gauges.has_bars(line));
        }
        columns
    }

    /// The same, but cells that are left go to more facts before bars get longer than reading them
    /// needs.
    pub(super) fn with_facts(model: &Model, theme: &Theme, line: u16) -> Self {
        let mut columns = Self::new(model, theme, line);
        if columns.bar < 20 || !columns.full_label {
            return columns;
        }
        columns.bar = 20;
        let mut room = line.saturating_sub(columns.total() + PAD);
        // What is aimed at stands between figure and period.
        let aims = u16::try_from(model.panels.gauges.widest.figure_aim_period).unwrap_or(u16::MAX);
        let aims = aims.saturating_sub(columns.tail).min(room);
        columns.tail += aims;
        room -= aims;
        let table = &model.panels.table;
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
        for (fact, cells) in columns.facts.iter_mut().zip(allocate(&wishes, FACT_GAP, room)) {
            *fact = cells;
            room -= if cells > 0 { cells + FACT_GAP } else { 0 };
        }
        columns.bar += room.min(20) / 10 * 10;
        columns
    }

    /// The widths that show everything in full, without a bar.
    fn wanted(model: &Model, theme: &Theme, line: u16) -> Self {
        let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let widest = model.panels.gauges.widest;
        let as_reading = !Gauges::has_words(line);
        let (figure, tail) = if as_reading {
            (widest.reading, widest.reading_period)
        } else {
            (widest.figure, widest.figure_period)
        };
        Self {
            label: cells(widest.label).min(LONGEST_LABEL),
            short: cells(widest.short).min(40),
            // A longer figure runs over its period rather than narrow every row.
            figure: cells(figure)
                .min(LONG_FIGURE)
                .min(line.saturating_sub(BESIDE).max(LEAST_FIGURE)),
            as_reading,
            tail: cells(tail).min(LONG_FIGURE + WIDE_GAP + LONG_PERIOD),
            flags: match (widest.flags + usize::from(model.news.has_indicators()), theme.glyphs()) {
                (flags @ 1.., Glyphs::Ascii) => cells(flags) + CONTRADICTED_ASCII,
                (flags, _) => cells(flags),
            },
            ..Self::default()
        }
    }

    /// Narrows the columns one after the other, each down to a limit. They give way cell by cell:
    /// if a period went as a whole, a label would have more cells in a line without it than in a
    /// wider one that has it.
    fn shrink(&mut self, line: u16, has_bars: bool) {
        let period = (self.figure + WIDE_GAP + 9).min(self.tail);
        let figure = self.figure;
        self.give(line, |columns| &mut columns.label, GOOD_LABEL);
        self.give(line, |columns| &mut columns.tail, period);
        self.give(line, |columns| &mut columns.bar, 10);
        self.give(line, |columns| &mut columns.label, SHORT_LABEL);
        self.give(line, |columns| &mut columns.tail, figure);
        self.give(line, |columns| &mut columns.label, 10);
        if !has_bars {
            (self.tail, self.bar) = (self.figure, 0);
            // The label gets the cells of the bar back.
            self.label = self.short;
        }
        self.give(line, |columns| &mut columns.label, 4);
    }

    /// Gives labels that are cut the cells that are left.
    fn lengthen(&mut self, model: &Model, line: u16) {
        let widest = model.panels.gauges.widest;
        let needed = if self.full_label { widest.label } else { widest.short };
        let most = u16::try_from(needed).unwrap_or(u16::MAX).min(LONGEST_LABEL);
        let more = line.saturating_sub(self.total() + PAD);
        self.label += most.saturating_sub(self.label).min(more);
    }

    fn give(&mut self, line: u16, field: fn(&mut Self) -> &mut u16, least: u16) {
        let over = self.total().saturating_sub(line);
        let field = field(self);
        *field = field.saturating_sub(over).max(least.min(*field));
    }

    pub(super) fn has_period(self) -> bool {
        self.tail > self.figure
    }

    pub(super) fn bar_x(self) -> u16 {
        MARKER + self.label + GAP
    }

    pub(super) fn figure_x(self) -> u16 {
        let bar = if self.bar > 0 { self.bar + WIDE_GAP } else { 0 };
        self.bar_x() + bar
    }

    fn total(self) -> u16 {
        let flags = if self.flags > 0 { self.flags + GAP } else { 0 };
        self.figure_x() + self.tail + flags
    }

    /// The cells of a label in a row without a bar: a long label runs on into the place of the bar.
    pub(super) fn label_without_bar(self) -> u16 {
        let bar = if self.bar > 0 { GAP + self.bar } else { 0 };
        (self.label + bar).min(LONGEST_LABEL.max(self.label))
    }

    /// The facts behind a row, with their first cells in the line and how many they take.
    pub(super) fn facts(self) -> impl Iterator<Item = (ColumnId, u16, u16)> {
        let mut x = self.total();
        FACTS.into_iter().zip(self.facts).filter(|(_, cells)| *cells > 0).map(move |(id, cells)| {
            let at = x + FACT_GAP;
            x = at + cells;
            (id, at, cells)
        })
    }
}
