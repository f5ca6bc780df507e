//! The keys by which documents cite sources.

use std::collections::HashSet;

use crate::report::{Report, Source};

/// The keys of sources in a bibliography.
///
/// Entries of figures have the ids of their indicators, so a source with the name of one is called
/// `source:NAME`. Capitals do not tell keys apart in BibTeX.
pub(super) struct Keys<'r> {
    ids: HashSet<&'r str>,
}

impl<'r> Keys<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        Self { ids: report.indicators.iter().map(|indicator| indicator.id.as_str()).collect() }
    }

    /// The key of a source.
    pub(super) fn of(&self, source: &Source) -> String {
        let is_id = self.ids.contains(&*source.key.to_lowercase());
        if is_id { format!("source:{}", source.key) } else { source.key.to_string() }
    }
}
