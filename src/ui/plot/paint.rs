//! Drawing a part of a plot, from what may be covered to what may not.

use std::collections::HashSet;

use super::dots::Dot;
use super::{CellKind, Frame, Plot, PlotCell};
use crate::app::panels::Marker;
use crate::report::Status;

impl Plot {
    /// Draws all figures of a part: a limit is never hidden by an exact figure, nor the first line by
    /// another. Cells that several figures share say so.
    pub(super) fn fill(&mut self, dots: &[Dot], frame: &Frame) {
        let selected = dots.iter().find(|dot| dot.selected);
        let from_last = || dots.iter().rev();
        for dot in from_last() {
            for &(column, row, bend) in &dot.line {
                self.put(frame, column, row, dot.cell(CellKind::Line(bend)));
            }
        }
        from_last().for_each(|dot| self.period(dot, frame));
        from_last().for_each(|dot| self.reach(dot, frame));
        from_last().filter(|dot| dot.is_exact()).for_each(|dot| self.figure(dot, frame));
        from_last().filter(|dot| !dot.is_exact()).for_each(|dot| self.figure(dot, frame));
        self.shared(dots, frame);
        if let Some(dot) = selected {
            self.period(dot, frame);
            self.reach(dot, frame);
            self.figure(dot, frame);
        }
        self.flags(dots, frame);
        if let Some(dot) = selected
            && let Some(foot) = self.at(frame, dot.at.middle, frame.rows)
        {
            let foot = PlotCell { selected: true, ..foot };
            self.put(frame, dot.at.middle, frame.rows, foot);
        }
    }

    /// The stated period of a figure, at its height.
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

    /// All that a limit allows, the range between two values, and the interval of uncertainty.
    fn reach(&mut self, dot: &Dot, frame: &Frame) {
        let Some((top, bottom)) = dot.height else { return };
        let mut column = |(from, to): (u16, u16), kind| {
            for row in from.min(to)..=from.max(to) {
                self.put(frame, dot.at.middle, row, dot.cell(kind));
            }
        };
        if let Some(interval) = dot.interval.filter(|(top, bottom)| top < bottom) {
            column(interval, CellKind::Range);
        }
        if let Some(end) = dot.allows {
            column((top, end), CellKind::Allowed);
        }
        if top < bottom {
            column((top, bottom), CellKind::Range);
        }
        match dot.sign {
            Marker::JustAbove if top > 0 => column((top - 1, top - 1), CellKind::Rough),
            Marker::JustBelow if top + 1 < frame.rows => {
                column((top + 1, top + 1), CellKind::Rough);
            }
            _ => {}
        }
    }

    /// The mark of a figure; of a range the limits at both ends.
    fn figure(&mut self, dot: &Dot, frame: &Frame) {
        for (row, sign) in dot.marks() {
            let kind = CellKind::Figure { sign, firm: dot.is_firm, half: dot.half };
            let cell = PlotCell { selected: dot.selected, ..dot.cell(kind) };
            self.put(frame, dot.at.middle, row, cell);
        }
    }

    /// Marks the cells in which several figures have a mark.
    fn shared(&mut self, dots: &[Dot], frame: &Frame) {
        let mut taken: HashSet<(u16, u16)> = HashSet::new();
        for dot in dots {
            for (row, _) in dot.marks() {
                let place = (dot.at.middle, row);
                if !taken.insert(place) {
                    self.put(frame, place.0, place.1, dot.cell(CellKind::Several));
                }
            }
        }
    }

    /// Draws the signs of statuses, and of figures without a height, at the foot of their columns; a
    /// sign that has no room there stands beside it, but under no other figure.
    fn flags(&mut self, dots: &[Dot], frame: &Frame) {
        let mut flags: Vec<(&Dot, CellKind)> =
            dots.iter().flat_map(|dot| dot.flags.iter().map(move |it| (dot, *it))).collect();
        let new_basis = CellKind::Flag(Status::Break.into());
        flags.sort_by_key(|(dot, kind)| {
            let set_off = dot.selected && dot.height.is_none();
            (!set_off, !dot.selected, dot.height.is_none(), *kind != new_basis)
        });
        let mut beside = Vec::new();
        for (dot, kind) in flags {
            let cell =
                PlotCell { selected: dot.selected && dot.height.is_none(), ..dot.cell(kind) };
            match self.at(frame, dot.at.middle, frame.rows).map(|cell| cell.kind) {
                Some(held) if held == kind => {}
                Some(CellKind::Flag(_) | CellKind::InWords | CellKind::AboutThen) => {
                    beside.push((dot.at.middle, cell));
                }
                _ => self.put(frame, dot.at.middle, frame.rows, cell),
            }
        }
        for (column, cell) in beside {
            let is_free = |column: &u16| {
                let held = self.at(frame, *column, frame.rows).map(|cell| cell.kind);
                matches!(held, Some(CellKind::Foot | CellKind::Frame(_)))
                    && dots.iter().all(|dot| dot.at.middle != *column)
            };
            let places = [Some(column + 1), column.checked_sub(1)];
            if let Some(column) = places.into_iter().flatten().find(is_free) {
                self.put(frame, column, frame.rows, cell);
            }
        }
    }
}

impl Dot {
    fn cell(&self, kind: CellKind) -> PlotCell {
        PlotCell { mark: self.mark, is_older: self.is_older, ..PlotCell::of(kind) }
    }

    /// The rows of its marks, each with its sign: of a range both ends, if they are not in one row.
    pub(super) fn marks(&self) -> impl Iterator<Item = (u16, Marker)> + use<> {
        let both = match (self.height, self.sign) {
            (None, _) => [None; 2],
            (Some((top, bottom)), Marker::Between) if top < bottom => {
                [Some((top, Marker::OrLower)), Some((bottom, Marker::OrHigher))]
            }
            (Some((top, bottom)), Marker::BetweenAbout) if top < bottom => {
                [Some((top, Marker::About)), Some((bottom, Marker::About))]
            }
            (Some((top, _)), sign) => [Some((top, sign)), None],
        };
        both.into_iter().flatten()
    }
}
