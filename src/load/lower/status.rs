use super::Lowering;
use crate::diagnostic::{nearest, quoted, rules};
use crate::load::reader::Row;
use crate::report::{STATUSES, Status};
use crate::schema::Key;

rules! {

    /// An observation status that is not in the code list.
    UNKNOWN_STATUS "E012" "unknown status"
r#"'status' takes a word or a letter of the SDMX code list of observation
status, or 'target' or 'scenario'. The figure is left out, since a forecast
must not pass as a fact.

    wrong:  status = "guess"
    right:  status = "estimated""#
}

impl<'i> Lowering<'i, '_> {
    /// The status of a figure.
    pub(super) fn status(&mut self, row: &mut Row<'i>) -> Status {
        let Some(raw) = row.raw(Key::Status, self.faults) else { return Status::Normal };
        Status::find(&raw).unwrap_or_else(|| {
            row.mark(Key::Status);
            let words = || STATUSES.iter().map(|(_, word, _)| *word);
            let help = nearest(&raw.trim().to_lowercase(), words()).map_or_else(
                || format!("the statuses are {}", words().collect::<Vec<_>>().join(", ")),
                |near| format!("write status = \"{near}\""),
            );
            let message = format!("unknown status {}", quoted(&raw));
            self.faults.add(&UNKNOWN_STATUS, row.at(Key::Status), message).help(help);
            Status::Normal
        })
    }
}
