//! Polls that do not say enough.

use std::ops::Range;

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::Indicator;
use crate::schema::Key;

rules! {

    /// A poll without its sample, its dates or its mode.
    THIN_POLL "W010" "poll does not say enough"
r#"AAPOR's disclosure standards ask for more, but without these three a poll
cannot be judged: how many answered, when, and how they were asked. If the
source does not give them, let the warning stand.

    wrong:  [indicator.poll]
            pollster = "Chatham House"
    right:  [indicator.poll]
            pollster = "Chatham House"
            sample   = 804
            fielded  = "2023-11"
            mode     = "online panel""#
}

/// Where a poll stands, the keys that it lacks, and what it does not disclose without them.
pub(super) type Undisclosed = (Range<usize>, Vec<(Key, &'static str)>);

/// What the poll of a row does not disclose.
pub(super) fn undisclosed(row: &Row<'_>) -> Option<Undisclosed> {
    let missing: Vec<_> = [
        (Key::Sample, "how many answered"),
        (Key::Fielded, "when people were asked"),
        (Key::Mode, "how they were asked"),
    ]
    .into_iter()
    .filter(|(key, _)| !row.has(*key) && !row.is_meant(&[*key]))
    .collect();
    (!missing.is_empty()).then(|| (row.span.clone(), missing))
}

/// Reports what a poll does not disclose.
pub(super) fn thin((at, missing): Undisclosed, indicator: &Indicator, faults: &mut Faults) {
    let Some(poll) = &indicator.poll else { return };
    let list = |words: Vec<String>| match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        words => words.concat(),
    };
    let unsaid = list(missing.iter().map(|(_, what)| (*what).to_owned()).collect());
    let keys = list(missing.iter().map(|(key, _)| format!("'{}'", key.word())).collect());
    let them = if missing.len() == 1 { "it" } else { "them" };
    let says_nothing = poll.disclosed() <= 1;
    let behind = format!("the poll behind {}", quoted(&indicator.id));
    let message = if says_nothing {
        format!("{behind} discloses nothing but that it is a poll")
    } else {
        format!("{behind} does not say {unsaid}")
    };
    faults.add(&THIN_POLL, at, message).help(format!("add {keys} if the source gives {them}"));
}
