//! The parts of a card about the rivals of an indicator.

use super::writer::{MARK, Writer, dated};
use super::{CardLine, CursorStop, WrittenPoints};
use crate::app::panels::cursor::rivals;
use crate::app::panels::{Cursor, PlacedRival};
use crate::app::text::{width, wrap};
use crate::report::Indicator;

impl Writer<'_> {
    /// What others say: the bars of those on the headline's scale, then each of them in words.
    pub(super) fn rivals(&mut self, indicator: &Indicator) {
        let (beside, apart) = rivals(indicator);
        if !beside.is_empty() {
            self.heading("OTHERS SAY");
            self.bars(indicator, &beside);
        }
        let count = beside.len();
        for (nth, rival) in beside.into_iter().chain(apart).enumerate() {
            if nth == count {
                self.heading("NOT ON THE SAME SCALE");
            }
            self.rival(indicator, rival);
        }
    }

    fn rival(&mut self, indicator: &Indicator, (at, rival): PlacedRival<'_>) {
        let observation = &rival.observation;
        // The first entry is right below the heading, the others are set off by an empty line.
        if !matches!(self.lines.last(), Some(CardLine::Heading(_))) {
            self.blank();
        }
        let from = self.lines.len();
        self.figure(Cursor::Rival(at), &dated(observation));
        let verdict = rival.verdict(indicator);
        self.field("differs", &verdict.differs());
        self.field("verdict", &verdict.words());
        self.worded(observation);
        self.optional("said by", observation.stated_by.as_deref());
        self.origin(observation);
        self.optional("note", observation.note.as_deref());
        self.stops.push(CursorStop { cursor: Cursor::Rival(at), lines: from..self.lines.len() });
    }

    /// A figure with its date, and the sign of the cursor in front of it. A panel always leaves
    /// room for the sign, so that the lines below do not move with the cursor.
    pub(super) fn figure(&mut self, cursor: Cursor, text: &str) {
        let sign = self.mark(cursor);
        let room = if self.format.points == WrittenPoints::All { 0 } else { width(MARK) };
        let lines = wrap(text, self.format.cells.saturating_sub(room));
        let sign_of = |at| if at == 0 { sign } else { "" };
        let lines = lines.iter().enumerate().map(|(at, line)| format!("{}{line}", sign_of(at)));
        self.lines.extend(lines.map(CardLine::Reading));
    }
}
