use std::ops::Range;

use super::Lowering;
use crate::diagnostic::{nearest, quoted, rules};
use crate::load::reader::Row;
use crate::report::{STATUSES, Status, StatusSet};
use crate::schema::Key;

rules! {

    /// An observation status that is not in the code list.
    UNKNOWN_STATUS "E012" "unknown status"
r#"'status' takes a word or a letter of the SDMX code list of observation
status, or 'target' or 'scenario'; several stand in a list. The figure is left
out, since a forecast must not pass as a fact.

    wrong:  status = "guess"
    right:  status = "estimated""#
}

impl<'i> Lowering<'i, '_> {
    /// The statuses of a figure: one word or letter, or several in a list.
    pub(super) fn status(&mut self, row: &mut Row<'i>) -> StatusSet {
        let statuses = row.text_or_texts(Key::Status, self.faults);
        statuses.into_iter().map(|(raw, at)| self.one_status(row, &raw, at)).collect()
    }

    fn one_status(&mut self, row: &mut Row<'i>, raw: &str, at: Range<usize>) -> Status {
        Status::find(raw).unwrap_or_else(|| {
            row.mark(Key::Status);
            let message = format!("unknown status {}", quoted(raw));
            self.faults.add(&UNKNOWN_STATUS, at, message).help(help(raw));
            Status::Normal
        })
    }
}

/// Other words for a status.
const SAME: &[(&str, &[&str])] = &[
    (
        "forecast",
        &["projected", "projection", "predicted", "prediction", "expected", "planned", "plan"],
    ),
    ("estimated", &["estimate", "est", "est."]),
    ("provisional", &["preliminary", "prelim", "prelim."]),
    ("low reliability", &["unreliable", "low quality"]),
    ("unvalidated", &["not validated", "unverified", "not verified"]),
    ("suppressed", &["confidential", "withheld", "redacted", "not published"]),
    ("missing", &["not available", "unavailable", "no data", "n/a", "na", "not given"]),
    ("target", &["targeted", "goal", "aim", "objective"]),
    ("scenario", &["scenarios"]),
];

/// Words that say no more than that the figure is one.
const NORMAL: &[&str] =
    &["actual", "observed", "final", "official", "confirmed", "reported", "fact"];

/// What to write instead of an unknown status: never one that says something else.
fn help(raw: &str) -> String {
    let wanted = raw.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let words = || STATUSES.iter().map(|(_, word, _)| *word);
    let same = SAME.iter().find(|(_, same)| same.contains(&&*wanted)).map(|(word, _)| *word);
    let same = same.filter(|word| Status::find(word).is_some());
    if NORMAL.contains(&&*wanted) || wanted.is_empty() {
        return "leave 'status' out: without it the figure is a normal one".to_owned();
    }
    // The start of a word is not yet the word.
    let is_whole = |near: &&str| near.len() <= wanted.len() + 2;
    // A short word or one of another language is no slip.
    let is_slip = wanted.len() > 4 && wanted.is_ascii();
    match same.or_else(|| nearest(&wanted, words()).filter(|near| is_slip && is_whole(near))) {
        Some(word) => format!("write status = \"{word}\""),
        None => format!("the statuses are {}", words().collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{help, obeyed};

    #[test]
    fn a_status_is_never_made_another_one() {
        for (status, figure) in [
            ("forcast", Some("8 %, forecast")),
            ("projected", Some("8 %, forecast")),
            ("Estimate", Some("8 %, estimated")),
            ("provisionaly", Some("8 %, provisional")),
            ("preliminary", Some("8 %, provisional")),
            ("actual", Some("8 %")),
            ("", Some("8 %")),
            ("disputed", None),
            ("normalised", None),
            ("breakdown", None),
            ("revised", None),
            ("guess", None),
            ("prévision", None),
            ("low", None),
            ("est", Some("8 %, estimated")),
            ("re-estimated", None),
            ("included", None),
            ("target", Some("aimed at: 8 %")),
            ("goal", Some("aimed at: 8 %")),
            ("scenario", Some("8 %, scenario")),
        ] {
            let said = obeyed(&format!("value = 8\nstatus = \"{status}\""));
            assert_eq!(said, figure.into_iter().collect::<Vec<_>>(), "{status}");
        }
    }

    #[test]
    fn every_status_is_listed_where_none_is_near() {
        let help = help("value = 8\nstatus = \"guess\"");
        assert!(crate::report::STATUSES.iter().all(|(_, word, _)| help.contains(word)), "{help}");
    }
}
