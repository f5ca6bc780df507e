//! What is aimed at, in sentences for speech.

use super::speech::aloud;
use super::{said_by, source};
use crate::report::{Day, Indicator, Report};

/// Each target: the aim, by when, how far the thing is from it, and who says so.
pub(super) fn all(
    report: &Report,
    indicator: &Indicator,
    as_of: Day,
) -> impl Iterator<Item = String> {
    indicator.targets.iter().map(move |target| {
        let aim = &target.observation;
        let parts = [
            Some(format!("{}, {}", aloud(&aim.spoken()), aim.spoken_due())),
            Some(aloud(&indicator.distance(aim).spoken(as_of))),
            target
                .judgement
                .as_ref()
                .map(|says| format!("its chances by the source: {}", aloud(says))),
            aim.wording.as_ref().map(|wording| format!("as printed: “{}”", aloud(wording))),
            aim.stated_by.as_deref().map(|who| lower(&said_by(who))),
            Some(lower(&source(report, aim.source, aim.locator.as_deref()))),
            aim.note.as_ref().map(|note| format!("note: {}", aloud(note))),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        let text = parts.join("; ");
        // A sentence begins with a capital.
        text.replacen("aimed at", "Aimed at", 1)
    })
}

/// The same as a part of a sentence.
fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
