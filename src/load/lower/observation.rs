use super::Lowering;
use crate::load::reader::Row;
use crate::report::{Observation, SourceIx, Unit};
use crate::schema::Key;

/// What a figure inherits from its indicator or series.
pub(super) struct Inherited {
    pub(super) unit: Unit,
    pub(super) change: bool,
    /// The source, where the figure has none.
    pub(super) source: Option<SourceIx>,
}

impl<'i> Lowering<'i, '_> {
    /// A figure with everything about it; `None` where it could only be shown wrongly.
    pub(super) fn observation(
        &mut self,
        row: &mut Row<'i>,
        figure: &Inherited,
    ) -> Option<Observation> {
        let status = self.status(row);
        let hedge = self.hedge(row);
        let value = self.value(row);
        let period = self.date(row, Key::Period);
        // A source that is named and not found must not become the inherited one.
        let source = if row.has(Key::Source) { self.source(row) } else { figure.source };
        let wording = row.text(Key::Wording, self.faults);
        let locator = row.text(Key::Locator, self.faults);
        let stated_by = row.text(Key::StatedBy, self.faults);
        let note = row.text(Key::Note, self.faults);
        if row.is_bad(&[Key::Value, Key::Hedge]) {
            return None;
        }
        let bare = value.is_none() && hedge.is_none();
        if !bare && status.may_lack_value() {
            self.none_and_one(row, hedge.filter(|_| value.is_none()));
            return None;
        }
        // A status that cannot be read may say that there is no value.
        let quantity = if bare && (status.may_lack_value() || row.is_bad(&[Key::Status])) {
            None
        } else {
            Some(self.quantity(row, value, hedge, figure)?)
        };
        if row.is_bad(&[Key::Period, Key::Status]) {
            return None;
        }
        Some(Observation { quantity, wording, period, status, source, locator, stated_by, note })
    }
}
