//! What figures read, beside their marks where there is room.

use std::ops::RangeInclusive;

use super::dots::Dot;
use super::height::Half;
use super::label::cells;
use super::{CellKind, Frame, Label, LabelOf, Plot};

impl Plot {
    /// Writes what figures read: the one at the cursor, the headline, the first and the last, the lowest and
    /// the highest, those with a letter, the others. What has no room is left out; a letter alone may still have some.
    pub(super) fn readings(&mut self, dots: &[Dot], frame: &Frame) {
        let axes = self.labels.len();
        let plain = || dots.iter().enumerate().filter(|(_, dot)| !dot.is_lettered());
        let place = |dot: &Dot| Some((dot.mark_row()?, dot.half == Some(Half::Lower)));
        let placed = || plain().filter_map(|(at, dot)| Some((at, place(dot)?)));
        let ends = [placed().next(), placed().next_back()];
        let extremes = [placed().min_by_key(|it| it.1), placed().max_by_key(|it| it.1)];
        let is_in = |at, some: &[Option<(usize, _)>]| some.iter().flatten().any(|it| it.0 == at);
        let mut in_order: Vec<(usize, &Dot)> = dots.iter().enumerate().collect();
        in_order.sort_by_key(|(at, dot)| {
            let (is_end, is_extreme) = (is_in(*at, &ends), is_in(*at, &extremes));
            (!dot.selected, !dot.is_headline, !is_end, !is_extreme, !dot.is_lettered())
        });
        for (_, dot) in in_order {
            let Some(row) = self.own_row(dot, frame) else { continue };
            let (whole, short) = &dot.reading;
            let texts = [Some(whole), short.as_ref()].into_iter().flatten();
            let spot = texts
                .filter(|text| !text.is_empty())
                .find_map(|text| Some((self.beside(dot, row, cells(text), frame, axes)?, text)));
            let Some((column, text)) = spot else { continue };
            let is_claim = dot.is_headline || dot.selected;
            let of = if is_claim { LabelOf::Claim } else { LabelOf::Figure(dot.mark) };
            let (x, y) = (frame.origin + column, row + 1);
            self.labels.push(Label { x, y, text: text.clone(), of });
        }
    }

    /// The column of a text of this length at the right of its mark, or else at the left.
    fn beside(&self, dot: &Dot, row: u16, length: u16, frame: &Frame, axes: usize) -> Option<u16> {
        let own = dot.first_column()..=dot.last_column();
        // At the left only a plain number can be told from the text of a neighbour.
        let left = own.start().checked_sub(length);
        let left = left.filter(|_| dot.is_exact() && !dot.mark.is_other());
        let is_free = |column: &u16| self.is_free(frame, (*column, row), length, axes, &own);
        [Some(own.end() + 1), left].into_iter().flatten().find(is_free)
    }

    /// The row of its mark; `None` if it has none, or if something else stands there.
    fn own_row(&self, dot: &Dot, frame: &Frame) -> Option<u16> {
        let row = dot.mark_row()?;
        let held = self.at(frame, dot.at.middle, row)?;
        let is_mark = matches!(held.kind, CellKind::Figure { .. });
        (is_mark && held.mark == dot.mark && held.selected == dot.selected).then_some(row)
    }

    /// Whether nothing but faint lines is drawn in these cells, and beside them nothing but its own mark.
    fn is_free(
        &self,
        frame: &Frame,
        (column, row): (u16, u16),
        length: u16,
        axes: usize,
        own: &RangeInclusive<u16>,
    ) -> bool {
        let end = column.saturating_add(length);
        let (from, to) = (frame.origin + column, frame.origin.saturating_add(end));
        let is_taken = self.labels.iter().skip(axes).any(|label| {
            let (start, end) = (label.x, label.x + cells(&label.text));
            // With one cell between them two numbers would read as a pair.
            label.y == row + 1 && start <= to + 1 && from <= end + 1
        });
        let is_blank = |column| {
            let kind = self.at(frame, column, row).map(|cell| cell.kind);
            matches!(kind, Some(CellKind::Empty | CellKind::Grid | CellKind::Zero))
        };
        let is_clear = |column| is_blank(column) || own.contains(&column);
        end <= frame.columns
            && !is_taken
            && (column..end).all(is_blank)
            && column.checked_sub(1).is_none_or(is_clear)
            && (end == frame.columns || is_clear(end))
    }
}

impl Dot {
    fn is_lettered(&self) -> bool {
        (self.mark.is_other() || self.reading.1.is_some()) && !self.is_headline
    }
}
