use super::writer::{MARK, Writer, dated};
use super::{CardLine, Reads, Stop};
use crate::app::panels::cursor::rivals;
use crate::app::panels::{Cursor, PlacedRival};
use crate::app::text::{width, wrap};
use crate::report::{Indicator, Observation};

impl Writer<'_> {
    /// Who says otherwise: on one scale first, then one after the other in words.
    pub(super) fn rivals(&mut self, indicator: &Indicator) {
        let (beside, apart) = rivals(indicator);
        if !beside.is_empty() {
            self.heading("OTHERS SAY");
            self.bars(indicator, &beside);
        }
        for rival in beside {
            self.rival(indicator, rival);
        }
        if !apart.is_empty() {
            self.heading("NOT ON THE SAME SCALE");
        }
        for rival in apart {
            self.rival(indicator, rival);
        }
    }

    fn rival(&mut self, indicator: &Indicator, (at, rival): PlacedRival<'_>) {
        let observation = &rival.observation;
        self.blank_unless_heading();
        let from = self.lines.len();
        self.figure(Cursor::Rival(at), observation);
        self.field("differs", rival.differs.as_deref().unwrap_or("in nothing that is stated"));
        self.field("verdict", &rival.verdict(indicator).words());
        self.worded(observation);
        self.optional("said by", observation.stated_by.as_deref());
        self.source(observation.source, observation.locator.as_deref());
        self.optional("note", observation.note.as_deref());
        self.stops.push(Stop { cursor: Cursor::Rival(at), lines: from..self.lines.len() });
    }

    /// The figure with its date, and with the sign of the cursor in front. In a panel there is room
    /// for that in any case, so that what follows stays where it is while the cursor moves.
    fn figure(&mut self, cursor: Cursor, observation: &Observation) {
        let sign = self.mark(cursor);
        let room = if self.sheet.reads == Reads::All { 0 } else { width(MARK) };
        let lines = wrap(&dated(observation), self.sheet.cells.saturating_sub(room));
        let signs = std::iter::once(sign).chain(std::iter::repeat(""));
        let lines = signs.zip(lines).map(|(sign, line)| format!("{sign}{line}"));
        self.lines.extend(lines.map(CardLine::Reading));
    }

    /// Entries are set off from one another, and the first stands right under its heading.
    fn blank_unless_heading(&mut self) {
        if !matches!(self.lines.last(), Some(CardLine::Heading(_))) {
            self.blank();
        }
    }
}
