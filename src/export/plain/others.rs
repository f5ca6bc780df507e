//! What others say, and what is aimed at.

use super::figure::{date, in_full};
use super::speech::{Sentences, aloud};
use crate::report::{Indicator, Period, Report, Rival, Target};

/// A rival: its figure, how it differs, and the verdict on it.
pub(super) fn rival(report: &Report, indicator: &Indicator, rival: &Rival, out: &mut Sentences) {
    let observation = &rival.observation;
    let figure = in_full(report, observation, &date(observation));
    let verdict = aloud(&rival.verdict(indicator).spoken());
    let verdict = if verdict.starts_with("not ") { format!("is {verdict}") } else { verdict };
    match &rival.differs {
        Some(differs) => {
            // That it measures another thing has just been read.
            let verdict = verdict.trim_end_matches(", but measures another thing");
            out.say(&format!("{figure}; this differs: {}; it {verdict}", aloud(differs)));
        }
        None => out.say(&format!("{figure}; this {verdict}")),
    }
    out.maybe(observation.note.as_ref().map(|note| format!("Note on it: {}", aloud(note))));
}

/// A target: by when, and what its source says of its chances.
pub(super) fn target(report: &Report, target: &Target, out: &mut Sentences) {
    let observation = &target.observation;
    let by = observation.period.as_ref().map(Period::spoken).map(|date| format!("by {date}"));
    let figure = in_full(report, observation, &by.unwrap_or_else(|| "without a date".to_owned()));
    out.say(&figure);
    let judged = target.judgement.as_ref();
    out.maybe(judged.map(|judged| format!("Its source says of its chances: {}", aloud(judged))));
    out.maybe(observation.note.as_ref().map(|note| format!("Note on it: {}", aloud(note))));
}
