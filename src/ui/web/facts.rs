//! What is known of one figure besides its words.

use super::markup::{Fields, source};
use crate::report::{Indicator, Observation, Report, Status};

/// Adds who says a figure and where, how it was worked out, and what else to know.
pub(super) fn add_origin(report: &Report, figure: &Observation, fields: &mut Fields) {
    fields.text("worked out", figure.calculation());
    fields.text("said by", figure.stated_by.as_deref());
    let (wording, locator) = (figure.wording.as_deref(), figure.locator.as_deref());
    let from = if figure.derived.is_some() { "from" } else { "source" };
    match figure.source {
        Some(ix) => fields.html(from, Some(source(report, ix, wording, locator))),
        None if figure.lacks_source() => fields.text(from, Some("none given")),
        None => {}
    }
    for also in &figure.also {
        let (wording, locator) = (also.wording.as_deref(), also.locator.as_deref());
        let quoted = wording.map(|words| format!(": “{}”", super::markup::escaped(words)));
        let place = source(report, also.source, wording, locator);
        let label = if figure.derived.is_some() { "and from" } else { "also in" };
        fields.html(label, Some(place + &quoted.unwrap_or_default()));
    }
}

/// Adds the words as printed.
pub(super) fn add_wording(figure: &Observation, fields: &mut Fields) {
    fields.text("as printed", figure.wording.as_ref().map(|words| format!("“{words}”")));
}

/// How far the thing is from what is aimed at, and what has come of what was foreseen.
pub(super) fn what_came(
    indicator: &Indicator,
    figure: &Observation,
    as_of: crate::report::Day,
) -> Vec<String> {
    let distance = figure
        .status
        .has(Status::Target)
        .then(|| format!("distance: {}", indicator.distance(figure).words(as_of)));
    let outcome = indicator.outcome(figure).map(|text| format!("outcome: {text}"));
    let foreseen = indicator.foreseen(figure).map(|text| format!("foreseen: {text}"));
    [distance, outcome, foreseen].into_iter().flatten().collect()
}

/// A figure in words, and of when it is.
pub(super) fn dated(figure: &Observation) -> String {
    let is_aim = figure.status.has(Status::Target);
    let date = if is_aim { figure.due_words() } else { figure.period_words() };
    format!("{}, {date}", figure.words())
}
