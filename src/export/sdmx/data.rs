use super::components::COMPONENTS;
use super::figure::keyed;
use super::{AGENCY, VERSION};
use crate::export::Extract;

/// A row for each figure as SDMX-CSV 2.0. Figures without a date that SDMX can write are in a dataflow of
/// their own.
pub fn sdmx_csv(extract: &Extract<'_>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let ids = COMPONENTS.iter().map(|component| component.id);
    // Writing into memory cannot fail.
    let _ = writer.write_record(["STRUCTURE", "STRUCTURE_ID", "ACTION"].into_iter().chain(ids));
    for figure in keyed(extract) {
        let flow = format!("{AGENCY}:{}({VERSION})", figure.flow());
        let fixed = ["dataflow".to_owned(), flow, "R".to_owned()];
        let cells = COMPONENTS.iter().map(|component| component.of(&figure));
        let _ = writer.write_record(fixed.into_iter().chain(cells));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
