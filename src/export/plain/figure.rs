//! One figure in words: what it says, when, who says it, where, and what else is known of it.

use super::calculation::calculated;
use super::sources::{also_in, name, place};
use super::speech::aloud;
use crate::report::{HedgeClass, Observation, Period, Quantity, Report, SourceIx};

/// The figure in the source's words, and the values that it allows where they leave that open.
pub(super) fn figure(observation: &Observation) -> String {
    use HedgeClass::{Above, AtLeast, AtMost, Below, Between, Order};
    let words = observation.spoken();
    let Some(quantity) = &observation.quantity else { return aloud(&words) };
    let allows = quantity.spoken_sentence();
    let said = match (quantity.class(), allows.split_once("; ")) {
        (Some(Between), _) => format!("{words}, both ends stated"),
        (None | Some(Order), _) => {
            // The number has been read; what is left is said of it.
            let rest = allows.rfind([',', ';']).and_then(|at| allows.get(at..)).unwrap_or_default();
            let is_short = observation.is_plain() || rest.is_empty();
            let rest = if is_short { rest.to_owned() } else { rest.replacen(',', ";", 1) };
            format!("{words}{rest}")
        }
        // These words already say on which side the limit is.
        (Some(AtMost | Below | AtLeast | Above), Some((_, other_side))) => {
            format!("{words}; {other_side}")
        }
        _ => format!("{words}, that is {allows}"),
    };
    aloud(&said)
}

/// The wording, if it differs from what has just been read.
pub(super) fn printed(observation: &Observation) -> Option<String> {
    let wording = aloud(observation.wording.as_deref()?);
    let said = observation.quantity.as_ref().map(Quantity::spoken).unwrap_or_default();
    let rest = said.to_lowercase();
    let rest = rest.strip_prefix(&wording.to_lowercase());
    let is_said = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    (!is_said).then(|| format!("printed as “{wording}”"))
}

/// How it was worked out, if no source prints it.
pub(super) fn worked_out(observation: &Observation) -> Option<String> {
    observation.derived.as_ref().map(|how| format!("worked out as {}", calculated(how)))
}

pub(super) fn date(observation: &Observation) -> String {
    observation.period.as_ref().map_or_else(|| "without a date".to_owned(), Period::spoken)
}

/// A figure with its date, who says it and its source.
pub(super) fn attributed(report: &Report, observation: &Observation) -> String {
    told(report, observation, &date(observation), &Known::default())
}

/// The same with everything else that the file says of it but its note, which may be several
/// sentences.
pub(super) fn in_full(report: &Report, observation: &Observation, date: &str) -> String {
    let told = told(report, observation, date, &Known::default());
    std::iter::once(told).chain(more(report, observation, None)).collect::<Vec<_>>().join(", ")
}

/// What has been said of all figures of a line.
#[derive(Default)]
pub(super) struct Known<'r> {
    pub(super) source: Option<SourceIx>,
    pub(super) stated_by: Option<&'r str>,
    pub(super) locator: Option<&'r str>,
}

/// A point of a line: its date first, then what the line does not say for all of its points.
pub(super) fn of_line(report: &Report, point: &Observation, known: &Known<'_>) -> String {
    let origin = origin(report, point, known);
    let figure = aloud(&point.spoken());
    let parts = [date(point), figure].into_iter().chain(origin);
    parts.chain(more(report, point, known.locator)).collect::<Vec<_>>().join(", ")
}

fn told(report: &Report, observation: &Observation, date: &str, known: &Known<'_>) -> String {
    let figure = aloud(&observation.spoken());
    // A hedge that is a verb needs a subject.
    let subject = if figure.starts_with("exceed") { "a figure that " } else { "" };
    let figure = format!("{subject}{figure}");
    let parts = [figure, date.to_owned()].into_iter().chain(origin(report, observation, known));
    parts.collect::<Vec<_>>().join(", ")
}

/// Who says it, and whose publication has it.
fn origin(report: &Report, observation: &Observation, known: &Known<'_>) -> Option<String> {
    let who = observation.stated_by.as_deref().filter(|who| known.stated_by != Some(who));
    let source = observation.source.filter(|source| known.source != Some(*source));
    let place = source.and_then(|ix| name(report, ix));
    match (who.map(aloud), place) {
        (Some(who), Some(place)) if who != place => {
            Some(format!("said by {who}, as {place} has it"))
        }
        (Some(who), _) => Some(format!("said by {who}")),
        (None, Some(place)) => Some(format!("according to {place}")),
        // What is worked out here, or is missing, needs none.
        (None, None) if observation.derived.is_some() || observation.quantity.is_none() => None,
        (None, None) if observation.source.is_some() => None,
        (None, None) => Some("no source given".to_owned()),
    }
}

/// The place in the source, the wording, the arithmetic and the other sources of a figure.
fn more(report: &Report, observation: &Observation, known: Option<&str>) -> Vec<String> {
    let locator = observation.locator.as_deref().filter(|locator| known != Some(locator));
    let own = [locator.map(place), printed(observation), worked_out(observation)];
    let also = observation.also.iter().map(|also| also_in(report, also));
    own.into_iter().flatten().chain(also).collect()
}
