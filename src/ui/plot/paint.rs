//! Drawing between the axes, from what may be covered to what may not.

use super::dots::Dot;
use super::{CellKind, Frame, Plot, PlotCell};
use crate::app::panels::{Marker, status_flag};
use crate::report::Status;

impl Plot {
    /// Draws everything between the axes: a limit is never hidden by an exact point, nor an
    /// earlier series by a later one.
    pub(super) fn fill(&mut self, dots: &[Dot], frame: &Frame) {
        let selected = dots.iter().find(|dot| dot.selected);
        let from_last = || dots.iter().rev();
        for dot in from_last() {
            for &(column, row, bend) in &dot.line {
                self.put(frame, column, row, dot.cell(CellKind::Line(bend)));
            }
        }
        from_last().for_each(|dot| self.period(dot, frame));
        from_last().for_each(|dot| self.range(dot, frame));
        from_last().filter(|dot| dot.is_exact()).for_each(|dot| self.point(dot, frame));
        from_last().filter(|dot| !dot.is_exact()).for_each(|dot| self.point(dot, frame));
        if let Some(dot) = selected {
            self.period(dot, frame);
            self.range(dot, frame);
            self.point(dot, frame);
        }
        if frame.several {
            from_last().chain(selected).for_each(|dot| self.hedge(dot, frame));
            from_last().for_each(|dot| self.keep_hedge(dot, frame));
        }
        self.flags(dots, frame);
        if let Some(dot) = selected
            && let Some(foot) = self.at(frame, dot.at.middle, frame.rows)
        {
            let foot = PlotCell { selected: true, ..foot };
            self.put(frame, dot.at.middle, frame.rows, foot);
        }
    }

    /// The stated period of a point, at its height.
    fn period(&mut self, dot: &Dot, frame: &Frame) {
        let Some(row) = dot.mark_row() else { return };
        for column in dot.at.first..=dot.at.last {
            if dot.at.first < dot.at.last {
                self.put(frame, column, row, dot.cell(CellKind::Period));
            }
        }
        let (before, after) = dot.ends;
        if let (Some(kind), Some(column)) = (before, dot.at.first.checked_sub(1)) {
            self.put(frame, column, row, dot.cell(kind));
        }
        if let Some(kind) = after {
            self.put(frame, dot.at.last + 1, row, dot.cell(kind));
        }
    }

    /// The whisker of a limit, which has no end, or the range between two values; the interval of
    /// uncertainty.
    fn range(&mut self, dot: &Dot, frame: &Frame) {
        if let Some((top, bottom)) = dot.interval.filter(|(top, bottom)| top < bottom) {
            for row in top..=bottom {
                self.put(frame, dot.at.middle, row, dot.cell(CellKind::Range));
            }
        }
        let Some((top, bottom)) = dot.height.filter(|(top, bottom)| top < bottom) else { return };
        let kind = if dot.has_whisker() { CellKind::Whisker } else { CellKind::Range };
        for row in top..=bottom {
            self.put(frame, dot.at.middle, row, dot.cell(kind));
        }
        match dot.sign {
            Marker::OrHigher => self.put(frame, dot.at.middle, top, dot.cell(CellKind::Up)),
            Marker::OrLower => self.put(frame, dot.at.middle, bottom, dot.cell(CellKind::Down)),
            _ => {}
        }
    }

    /// The mark of a point. Where there are several series it is that of its own, so that the
    /// hedge does not hide which one it belongs to.
    fn point(&mut self, dot: &Dot, frame: &Frame) {
        let Some((top, bottom)) = dot.height else { return };
        let sign = match dot.sign {
            Marker::Between if !frame.several || bottom - top < 2 => Marker::Between,
            _ if frame.several => Marker::Exact,
            Marker::BetweenAbout => Marker::About,
            sign => sign,
        };
        let kind = CellKind::Point { sign, firm: dot.is_firm };
        let cell = PlotCell { selected: dot.selected, ..dot.cell(kind) };
        match dot.sign {
            Marker::Between if sign == Marker::Between => {
                (top..=bottom).for_each(|row| self.put(frame, dot.at.middle, row, cell));
            }
            Marker::Between | Marker::BetweenAbout => {
                self.put(frame, dot.at.middle, top, cell);
                self.put(frame, dot.at.middle, bottom, cell);
            }
            Marker::OrHigher => self.put(frame, dot.at.middle, bottom, cell),
            _ => self.put(frame, dot.at.middle, top, cell),
        }
    }

    /// The hedge beside the mark of its series, but over no other mark.
    fn hedge(&mut self, dot: &Dot, frame: &Frame) {
        for ((column, row), kind) in hedges(dot, frame) {
            let held = self.at(frame, column, row).map(|cell| cell.kind);
            if !matches!(held, Some(CellKind::Point { .. })) {
                self.put(frame, column, row, dot.cell(kind));
            }
        }
    }

    /// Draws the hedge in place of the mark if it has no room beside it: that a figure is limited
    /// matters more than its series.
    fn keep_hedge(&mut self, dot: &Dot, frame: &Frame) {
        let Some(row) = dot.mark_row() else { return };
        let is_there = |((column, row), kind)| self.at(frame, column, row) == Some(dot.cell(kind));
        let all = hedges(dot, frame);
        if let Some((_, kind)) = all.iter().copied().find(|hedge| !is_there(*hedge)) {
            let ends = dot.height.filter(|_| dot.sign == Marker::BetweenAbout);
            let (top, bottom) = ends.unwrap_or((row, row));
            for row in [top, bottom] {
                // The point at the cursor may stand in the same cell.
                let held = self.at(frame, dot.at.middle, row);
                let selected = dot.selected || held.is_some_and(|cell| cell.selected);
                self.put(frame, dot.at.middle, row, PlotCell { selected, ..dot.cell(kind) });
            }
        }
    }

    /// Draws the signs of statuses, and of points without a height, at the foot of their columns; a
    /// sign that has no room there stands beside it, but under no other point.
    fn flags(&mut self, dots: &[Dot], frame: &Frame) {
        let mut flags: Vec<(&Dot, CellKind)> =
            dots.iter().flat_map(|dot| dot.flags().into_iter().map(move |it| (dot, it))).collect();
        flags.sort_by_key(|(dot, _)| {
            let set_off = dot.selected && dot.height.is_none();
            (!set_off, !dot.selected, dot.height.is_some(), !dot.status.has(Status::Break))
        });
        let mut beside = Vec::new();
        for (dot, kind) in flags {
            let cell =
                PlotCell { selected: dot.selected && dot.height.is_none(), ..dot.cell(kind) };
            match self.at(frame, dot.at.middle, frame.rows).map(|cell| cell.kind) {
                Some(held) if held == kind => {}
                Some(CellKind::Flag(_) | CellKind::InWords) => beside.push((dot.at.middle, cell)),
                _ => self.put(frame, dot.at.middle, frame.rows, cell),
            }
        }
        for (column, cell) in beside {
            let is_free = |column: &u16| {
                let held = self.at(frame, *column, frame.rows).map(|cell| cell.kind);
                held == Some(CellKind::Foot) && dots.iter().all(|dot| dot.at.middle != *column)
            };
            let places = [Some(column + 1), column.checked_sub(1)];
            if let Some(column) = places.into_iter().flatten().find(is_free) {
                self.put(frame, column, frame.rows, cell);
            }
        }
    }
}

/// The cells beside the marks of a point that say what its figure allows.
fn hedges(dot: &Dot, frame: &Frame) -> Vec<((u16, u16), CellKind)> {
    let Some((top, bottom)) = dot.height else { return Vec::new() };
    let own = dot.at.middle;
    let beside = |row: u16, kind| vec![((dot.beside(), row), kind)];
    let last = frame.rows.saturating_sub(1);
    match dot.sign {
        Marker::OrHigher if top < bottom => vec![((own, top), CellKind::Up)],
        Marker::OrHigher => beside(top, CellKind::Up),
        Marker::OrLower if top < bottom => vec![((own, bottom), CellKind::Down)],
        Marker::OrLower => beside(top, CellKind::Down),
        Marker::JustAbove if top > 0 => vec![((own, top - 1), CellKind::Hedge(dot.sign))],
        Marker::JustBelow if top < last => vec![((own, top + 1), CellKind::Hedge(dot.sign))],
        Marker::About | Marker::JustAbove | Marker::JustBelow => {
            beside(top, CellKind::Hedge(dot.sign))
        }
        Marker::BetweenAbout => {
            let ends =
                [top, bottom].map(|row| ((dot.beside(), row), CellKind::Hedge(Marker::About)));
            ends.to_vec()
        }
        Marker::Exact | Marker::Between | Marker::InWords | Marker::NoValue => Vec::new(),
    }
}

impl Dot {
    fn cell(&self, kind: CellKind) -> PlotCell {
        PlotCell { rank: self.rank, is_older: self.is_older, ..PlotCell::of(kind) }
    }

    /// Its signs at the foot: a letter for each status.
    fn flags(&self) -> Vec<CellKind> {
        let has_letter = |status: &Status| status_flag((*status).into()).is_some();
        let statuses = self.status.iter().filter(has_letter);
        let in_words = (self.sign == Marker::InWords).then_some(CellKind::InWords);
        let letters = statuses.map(|status| CellKind::Flag(status.into()));
        let flags: Vec<CellKind> = in_words.into_iter().chain(letters).collect();
        if flags.is_empty() && self.sign == Marker::NoValue {
            return vec![CellKind::Flag(Status::Missing.into())];
        }
        flags
    }
}
