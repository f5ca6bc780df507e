//! Periods that do not fit the dates of their source.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Observation, Source};
use crate::schema::Key;

rules! {

    /// A figure about a time when its source was already published.
    AFTER_SOURCE "W009" "period ends after publication"
r#"A source cannot have counted what had not yet happened. Either a date is
wrong, or the figure is a forecast: then write 'status = "forecast"'.

    wrong:  period = "2025"     of a source with  published = "2024-12"
    right:  period = "2025"
            status = "forecast""#
}

/// Reports a period that ends after its source was published.
pub(super) fn after_source(
    figure: &Observation,
    row: &Row<'_>,
    sources: &[Source],
    faults: &mut Faults,
) {
    let source = figure.source.and_then(|ix| sources.get(ix.0 as usize));
    let period = figure.period.as_ref().filter(|period| !period.is_vague());
    let (Some(period), Some(source)) = (period, source) else { return };
    let Some(published) = &source.published else { return };
    let (Some(end), Some(out)) = (period.end(), published.end()) else { return };
    if !figure.status.is_observed() || end <= out {
        return;
    }
    let (name, day) = (quoted(&source.key), published.words());
    let message = format!("the period ends after {name} was published ({day})");
    faults
        .add(&AFTER_SOURCE, row.at(Key::Period), message)
        .help("correct one of the dates, or write status = \"forecast\" if it is one");
}
