//! What figures read, to the right of their marks where there is room.

use super::dots::Dot;
use super::label::cells;
use super::{CellKind, Frame, Label, LabelOf, Plot};

impl Plot {
    /// Writes what figures read: the one at the cursor, the headline, the last, the first, those with a
    /// letter, the others. What has no room is left out; a letter alone may still have some. A narrow
    /// chart has no room for others that neither a hedge nor a status limits, if their marks are to be seen.
    pub(super) fn readings(&mut self, dots: &[Dot], frame: &Frame) {
        let axes = self.labels.len();
        let last = dots.iter().rposition(|dot| !dot.is_lettered() && dot.height.is_some());
        let first = dots.iter().position(|dot| !dot.is_lettered() && dot.height.is_some());
        let mut in_order: Vec<(usize, &Dot)> = dots.iter().enumerate().collect();
        in_order.sort_by_key(|(at, dot)| {
            let (is_last, is_first) = (last == Some(*at), first == Some(*at));
            (!dot.selected, !dot.is_headline, !is_last, !is_first, !dot.is_lettered())
        });
        for (at, dot) in in_order {
            let Some(row) = self.own_row(dot, frame) else { continue };
            let (whole, short) = &dot.reading;
            let is_an_end = last == Some(at) || first == Some(at);
            let is_plain = dot.is_exact() && dot.is_firm;
            let is_named =
                !is_plain || dot.is_lettered() || dot.is_headline || dot.selected || is_an_end;
            if !is_named && !frame.is_wide {
                continue;
            }
            let column = dot.last_column() + 1;
            let mut texts = [Some(whole), short.as_ref()].into_iter().flatten();
            let text = texts.find(|text| {
                !text.is_empty() && self.is_free(frame, (column, row), cells(text), axes)
            });
            let is_claim = dot.is_headline || dot.selected;
            let of = if is_claim { LabelOf::Claim } else { LabelOf::Figure(dot.mark) };
            let (x, y) = (frame.origin + column, row + 1);
            self.labels.extend(text.map(|text| Label { x, y, text: text.clone(), of }));
        }
    }

    /// The row of its mark; `None` if it has none, or if something else stands there.
    fn own_row(&self, dot: &Dot, frame: &Frame) -> Option<u16> {
        let row = dot.mark_row()?;
        let held = self.at(frame, dot.at.middle, row)?;
        let is_mark = matches!(held.kind, CellKind::Figure { .. });
        (is_mark && held.mark == dot.mark && held.selected == dot.selected).then_some(row)
    }

    /// Whether nothing but faint lines is drawn in these cells, and nothing right behind them.
    fn is_free(&self, frame: &Frame, (column, row): (u16, u16), cells_: u16, axes: usize) -> bool {
        let kind = |column| self.at(frame, column, row).map(|cell| cell.kind);
        let end = column.saturating_add(cells_);
        let (from, to) = (frame.origin + column, frame.origin.saturating_add(end));
        let is_taken = self.labels.iter().skip(axes).any(|label| {
            let own = (label.x, label.x + cells(&label.text));
            label.y == row + 1 && own.0 <= to && from <= own.1
        });
        let is_blank =
            |kind| matches!(kind, Some(CellKind::Empty | CellKind::Grid | CellKind::Zero));
        end <= frame.columns
            && !is_taken
            && (column..end).all(|column| is_blank(kind(column)))
            && (end == frame.columns || is_blank(kind(end)))
    }
}

impl Dot {
    fn is_lettered(&self) -> bool {
        (self.mark.is_other() || self.reading.1.is_some()) && !self.is_headline
    }
}
