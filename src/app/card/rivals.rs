use super::CardLine;
use super::writer::{Writer, dated};
use crate::report::{Indicator, Rival};

impl Writer<'_> {
    /// Who says otherwise: on one scale first, then one after the other in words.
    pub(super) fn rivals(&mut self, indicator: &Indicator) {
        let (comparable, apart): (Vec<_>, Vec<_>) =
            indicator.rivals.iter().partition(|rival| rival.shares_axis(indicator));
        if !comparable.is_empty() {
            self.heading("OTHERS SAY");
            self.bars(indicator, &comparable);
        }
        for rival in comparable {
            self.rival(indicator, rival);
        }
        if !apart.is_empty() {
            self.heading("NOT ON THE SAME SCALE");
        }
        for rival in apart {
            self.rival(indicator, rival);
        }
    }

    fn rival(&mut self, indicator: &Indicator, rival: &Rival) {
        let observation = &rival.observation;
        self.blank_unless_heading();
        self.wrapped(&dated(observation), CardLine::Reading);
        self.field("differs", rival.differs.as_deref().unwrap_or("in nothing that is stated"));
        self.field("verdict", &rival.verdict(indicator).words());
        self.worded(observation);
        self.optional("said by", observation.stated_by.as_deref());
        self.source(observation.source, observation.locator.as_deref());
        self.optional("note", observation.note.as_deref());
    }

    /// Entries are set off from one another, and the first stands right under its heading.
    fn blank_unless_heading(&mut self) {
        if !matches!(self.lines.last(), Some(CardLine::Heading(_))) {
            self.blank();
        }
    }
}
