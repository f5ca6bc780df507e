//! The key of a figure: which dataflow it belongs to, and what tells it from the others there.

use std::collections::HashSet;

use super::time::time_period;
use crate::export::citation::Cited;
use crate::export::{Extract, Row};

/// The dataflow of figures with a date, and its structure.
pub(super) const DATED: &str = "DATED";
/// The dataflow of figures without a date, or with one that SDMX cannot write.
pub(super) const UNDATED: &str = "UNDATED";

/// A figure with its key.
pub(super) struct Keyed<'r> {
    pub(super) row: Row<'r>,
    /// Which figure of its indicator. The dated points of a line share one, so that they are a time
    /// series.
    pub(super) figure: String,
    /// The reference period, if SDMX can write it.
    pub(super) time: Option<String>,
}

impl Keyed<'_> {
    /// The id of its dataflow.
    pub(super) fn flow(&self) -> &'static str {
        if self.time.is_some() { DATED } else { UNDATED }
    }
}

/// The figures of an extract, no two with the same key.
pub(super) fn keyed<'r>(extract: &'r Extract<'r>) -> Vec<Keyed<'r>> {
    let mut seen = HashSet::new();
    let with_key = |row: Row<'r>| {
        let time = row.observation().period.as_ref().and_then(time_period);
        let whole = row.name().replace(' ', "-");
        let line = match row.cited() {
            Cited::Point { series, .. } if time.is_some() => format!("series-{}", series + 1),
            _ => whole.clone(),
        };
        let is_new = seen.insert((row.indicator().id.clone(), line.clone(), time.clone()));
        Keyed { row, figure: if is_new { line } else { whole }, time }
    };
    extract.rows().map(with_key).collect()
}
