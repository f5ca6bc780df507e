//! The parts of a card about what is aimed at, what was foreseen, and what has come of it.

use super::writer::{Writer, dated};
use super::{CardLine, CursorStop};
use crate::app::panels::Cursor;
use crate::app::panels::cursor::rivals;
use crate::report::{Indicator, Observation, Status, Target};

impl Writer<'_> {
    /// What is aimed at: each aim with by when, how far the thing is from it, and who says so.
    pub(super) fn targets(&mut self, indicator: &Indicator) {
        if !indicator.targets.is_empty() {
            self.heading("AIMED AT");
            if rivals(indicator).0.is_empty() {
                self.bars(indicator, &[]);
            }
        }
        for (at, target) in indicator.targets.iter().enumerate() {
            self.target(indicator, at, target);
        }
    }

    fn target(&mut self, indicator: &Indicator, at: usize, target: &Target) {
        let observation = &target.observation;
        // The first entry is right below the heading, the others are set off by an empty line.
        if !matches!(self.lines.last(), Some(CardLine::Heading(_))) {
            self.blank();
        }
        let from = self.lines.len();
        self.figure(Cursor::Target(at), &dated(observation));
        self.field("distance", &indicator.distance(observation).words(self.input.as_of));
        self.optional("chances", target.chances().as_deref());
        self.worded(observation);
        self.optional("said by", observation.stated_by.as_deref());
        self.origin(observation);
        self.optional("note", observation.note.as_deref());
        self.stops.push(CursorStop { cursor: Cursor::Target(at), lines: from..self.lines.len() });
    }

    /// How far the thing is from a figure that is aimed at, what has come of one that was foreseen, or
    /// what was foreseen of one that was observed.
    pub(super) fn what_came(&mut self, indicator: &Indicator, figure: &Observation) {
        if figure.status.has(Status::Target) {
            self.field("distance", &indicator.distance(figure).words(self.input.as_of));
        }
        self.optional("outcome", indicator.outcome(figure).as_deref());
        self.optional("foreseen", indicator.foreseen(figure).as_deref());
    }

    /// The forecasts, targets and scenarios whose time is over, and of which nothing has come yet as far
    /// as the file says.
    pub(super) fn overdue(&mut self, indicator: &Indicator) {
        let over = indicator.outlived(self.input.as_of).into_iter().map(|figure| {
            let (figure, period) = (figure.figure(), figure.period_words());
            format!("the time of “{figure}”, {period}, is over; the file has no outcome")
        });
        self.list("overdue", &over.collect::<Vec<_>>());
    }
}
