//! What others say, and what is aimed at.

use super::figure::{date, in_full};
use super::speech::{Sentences, aloud};
use crate::report::{Day, Indicator, Report, Rival, Target};

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

/// A target: by when, how far the thing is from it, and what its source says of its chances.
pub(super) fn target(
    report: &Report,
    indicator: &Indicator,
    target: &Target,
    as_of: Day,
    out: &mut Sentences,
) {
    let observation = &target.observation;
    out.say(&in_full(report, observation, &observation.spoken_due()));
    out.say(&aloud(&indicator.distance(observation).spoken(as_of)));
    let judged = target.judgement.as_ref();
    out.maybe(judged.map(|judged| format!("Its source says of its chances: {}", aloud(judged))));
    out.maybe(observation.note.as_ref().map(|note| format!("Note on it: {}", aloud(note))));
}
