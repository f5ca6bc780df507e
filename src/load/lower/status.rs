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
    right:  status = "estimated"

    wrong:  status = "estimated, provisional"
    right:  status = ["estimated", "provisional"]"#

    /// Statuses of which one takes back what another says.
    AT_ODDS "E022" "statuses that do not go together"
r#"The statuses of a figure hold all at once. So a normal value has no other
status; what is missing was not estimated, and has one reason to be missing;
what is aimed at is not what is expected. A status that stands there twice may
have been meant to be another one. The figure is left out.

    wrong:  status = ["missing", "estimated"]
    right:  status = "missing"

    wrong:  status = ["target", "forecast"]
    right:  status = "target""#
}

impl<'i> Lowering<'i, '_> {
    /// The statuses of a figure: one word or letter, or several in a list.
    pub(super) fn status(&mut self, row: &mut Row<'i>) -> StatusSet {
        let all = row.text_or_texts(Key::Status, self.faults);
        let texts: Vec<&str> = all.iter().map(|(raw, _)| &**raw).collect();
        let found: Vec<Status> = texts.iter().filter_map(|raw| Status::find(raw)).collect();
        if found.len() < texts.len() {
            row.mark(Key::Status);
            for (raw, at) in all.iter().filter(|(raw, _)| Status::find(raw).is_none()) {
                let message = format!("unknown status {}", quoted(raw));
                self.faults.add(&UNKNOWN_STATUS, at.clone(), message).help(help(&texts));
            }
        } else if let Some((message, help)) = at_odds(&found, is_given(row)) {
            row.mark(Key::Status);
            self.faults.add(&AT_ODDS, row.at(Key::Status), message).help(help);
        }
        // A fault of a status is told once, and not once more as one of the value.
        let is_sound = !row.is_bad(&[Key::Status]);
        found.into_iter().filter(|_| is_sound).collect()
    }
}

/// Whether there is a value, or a word that stands for one.
fn is_given(row: &Row<'_>) -> bool {
    row.has(Key::Value) || row.has(Key::Hedge)
}

/// Why statuses cannot hold at once, if they cannot, and what to write instead.
fn at_odds(all: &[Status], is_given: bool) -> Option<(String, String)> {
    let only = |keeps: &dyn Fn(Status) -> bool| {
        written(all.iter().copied().filter(|status| keeps(*status)).map(Status::word))
    };
    let (is_gap, is_normal) = (Status::may_lack_value, |status| status == Status::Normal);
    let gaps: Vec<Status> = all.iter().copied().filter(|status| is_gap(*status)).collect();
    let twice = all.iter().zip(0..).find(|(status, at)| all.iter().take(*at).any(|s| s == *status));
    if let Some((twice, _)) = twice {
        let once = all.iter().zip(0..).filter(|(s, at)| !all.iter().take(*at).any(|it| it == *s));
        let once = written(once.map(|(status, _)| status.word()));
        return Some((format!("the status '{}' stands there twice", twice.word()), write(&once)));
    }
    if all.len() > 1 && all.contains(&Status::Normal) {
        let rest = only(&|status| !is_normal(status));
        let message = "a normal value has no other status".to_owned();
        return Some((message, format!("{}, or leave 'status' out", write(&rest))));
    }
    if let [first, second, ..] = &*gaps {
        let (first, second) = (first.word(), second.word());
        let message = format!("'{first}' and '{second}' are two reasons why there is no value");
        let one = |but: &str| write(&only(&|status| !is_gap(status) || status.word() == but));
        return Some((message, format!("{} or {}", one(first), one(second))));
    }
    let found = all.iter().find(|status| status.is_of_a_value());
    if let ([gap, ..], Some(found)) = (&*gaps, found) {
        let message = format!("what is '{}' is not '{}', too", gap.word(), found.word());
        let help = if is_given {
            format!("{}, as there is a value", write(&only(&|status| !is_gap(status))))
        } else {
            format!("{}, as there is no value", write(&only(&|status| !status.is_of_a_value())))
        };
        return Some((message, help));
    }
    if all.contains(&Status::Target) && all.contains(&Status::Forecast) {
        let aim = write(&only(&|status| status != Status::Forecast));
        let expected = write(&only(&|status| status != Status::Target));
        let message = "what is aimed at is not what is expected".to_owned();
        return Some((message, format!("{aim} if it is an aim, or {expected} if it is expected")));
    }
    None
}

/// Statuses as the file has them: one in quotes, several in a list.
fn written<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<_> = words.map(|word| format!("\"{word}\"")).collect();
    match &*words {
        [only] => only.clone(),
        several => format!("[{}]", several.join(", ")),
    }
}

fn write(literal: &str) -> String {
    format!("write status = {literal}")
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

/// What to write instead of the statuses of a figure, one of them unknown: never one that says
/// something else, and never fewer.
fn help(all: &[&str]) -> String {
    let meant: Option<Vec<Vec<&str>>> = all.iter().map(|raw| meant(raw)).collect();
    let meant: Option<Vec<&str>> = meant.map(|meant| meant.concat());
    match meant {
        Some(words) if words.is_empty() => {
            "leave 'status' out: without it the figure is a normal one".to_owned()
        }
        Some(words) if are_at_peace(&words) => write(&written(words.into_iter())),
        _ => {
            let words: Vec<_> = STATUSES.iter().map(|(_, word, _)| *word).collect();
            let list = if all.len() > 1 { "" } else { ", several in a list" };
            format!("the statuses are {}{list}", words.join(", "))
        }
    }
}

fn are_at_peace(words: &[&str]) -> bool {
    let statuses: Vec<_> = words.iter().filter_map(|word| Status::find(word)).collect();
    at_odds(&statuses, true).is_none()
}

/// The words of the code list for one text of the file: none where it only says that the figure is
/// one; `None` where it is unclear what is meant.
fn meant(raw: &str) -> Option<Vec<&'static str>> {
    let text = raw.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    if NORMAL.contains(&&*text) || text.is_empty() {
        return Some(Vec::new());
    }
    one(&text).map(|word| vec![word]).or_else(|| several(&text)).or_else(|| letters(raw.trim()))
}

/// One status by its word, its letter, another word for it, or a slip of the keyboard.
fn one(text: &str) -> Option<&'static str> {
    // The start of a word is not yet the word.
    let is_whole = |near: &&str| near.len() <= text.len() + 2;
    // A short word or one of another language is no slip.
    let is_slip = text.len() > 4 && text.is_ascii();
    let near = || nearest(text, STATUSES.iter().map(|(_, word, _)| *word));
    named(text).or_else(|| near().filter(|near| is_slip && is_whole(near)))
}

fn named(text: &str) -> Option<&'static str> {
    let same = SAME.iter().find(|(_, same)| same.contains(&text)).map(|(word, _)| *word);
    Status::find(text).map(Status::word).or(same)
}

/// Several in one text: "estimated, provisional", "E;P", "provisional estimate". A slash may mean
/// "or".
fn several(text: &str) -> Option<Vec<&'static str>> {
    let text = text.replace(" and ", ",");
    if text.contains([',', ';', '&', '+']) {
        let parts = text.split([',', ';', '&', '+']).map(str::trim).filter(|part| !part.is_empty());
        let words: Vec<_> = parts
            .map(|part| one(part).map(|word| vec![word]).or_else(|| phrase(part)))
            .collect::<Option<_>>()?;
        return Some(words.concat());
    }
    phrase(&text)
}

/// Statuses side by side; the longest name counts.
fn phrase(text: &str) -> Option<Vec<&'static str>> {
    let mut rest: Vec<&str> = text.split(' ').collect();
    let mut words = Vec::new();
    while !rest.is_empty() {
        let lengths = (1..=rest.len()).rev();
        let (length, word) = lengths
            .into_iter()
            .find_map(|length| Some((length, named(&rest.get(..length)?.join(" "))?)))?;
        words.push(word);
        rest.drain(..length);
    }
    Some(words)
}

/// Letters of the code list that stand together, as in tables of SDMX: `EP`.
fn letters(text: &str) -> Option<Vec<&'static str>> {
    let is_code = matches!(text.len(), 2 | 3) && text.bytes().all(|b| b.is_ascii_uppercase());
    let words = || text.chars().map(|c| Status::find(c.encode_utf8(&mut [0; 4])).map(Status::word));
    is_code.then(|| words().collect())?
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{codes, help, obeyed};

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
    fn several_statuses_become_a_list_of_the_same_and_never_fewer() {
        let both = "8 %, estimated, provisional";
        for (status, figure) in [
            (r#""estimated, provisional""#, Some(both)),
            (r#""estimated and provisional""#, Some(both)),
            (r#""Estimated; provisonal""#, Some(both)),
            (r#""EP""#, Some(both)),
            (r#""E;P""#, Some(both)),
            (r#""E P""#, Some(both)),
            (r#""e, p""#, Some(both)),
            (r#""preliminary estimate""#, Some(both)),
            (r#""low reliability estimate""#, Some("8 %, estimated, low reliability")),
            (r#"["est", "P"]"#, Some(both)),
            (r#"["est", "prelim"]"#, Some(both)),
            (r#"["estimated", "actual"]"#, Some("8 %, estimated")),
            (r#"["estimated, provisional"]"#, Some(both)),
            (r#"["E", "P"]"#, Some(both)),
            (r#""E/P""#, None),
            (r#""estimated or provisional""#, None),
            (r#""ep""#, None),
            (r#""OK""#, None),
            (r#""AVG""#, None),
            (r#""EST""#, Some("8 %, estimated")),
            (r#""estimated, disputed""#, None),
            (r#"["estimated", "disputed"]"#, None),
            (r#""expected target""#, None),
            (r#""not estimated""#, None),
            (r#""revised estimate""#, None),
        ] {
            let said = obeyed(&format!("value = 8\nstatus = {status}"));
            assert_eq!(said, figure.into_iter().collect::<Vec<_>>(), "{status}");
        }
    }

    #[test]
    fn statuses_at_odds_are_told_with_what_is_left_of_them() {
        for (keys, figures) in [
            (r#"value = 8; status = ["normal", "estimated"]"#, &["8 %", "8 %, estimated"][..]),
            (r#"value = 8; status = ["missing", "estimated"]"#, &["8 %, estimated"]),
            (r#"status = ["missing", "estimated"]"#, &["no value, missing"]),
            (r#"status = ["missing", "O"]"#, &["no value, missing"]),
            (r#"value = 8; status = ["E", "estimated", "P"]"#, &["8 %, estimated, provisional"]),
            (
                r#"status = ["missing", "suppressed"]"#,
                &["no value, missing", "no value, suppressed"],
            ),
            (
                r#"value = 8; status = ["target", "forecast", "P"]"#,
                &["8 %, forecast, provisional", "aimed at: 8 %, provisional"],
            ),
        ] {
            assert_eq!(codes(&keys.replace(';', "\n")), ["E022"], "{keys}");
            assert_eq!(obeyed(&keys.replace(';', "\n")), figures, "{keys}");
        }
        for keys in [
            r#"value = 8; status = ["forecast", "scenario"]"#,
            r#"value = 8; status = ["break", "estimated", "provisional"]"#,
            r#"status = ["suppressed", "break"]"#,
            "status = []; value = 8",
        ] {
            assert_eq!(codes(&keys.replace(';', "\n")), [""; 0], "{keys}");
        }
    }

    #[test]
    fn every_status_is_listed_where_none_is_near() {
        let help = help("value = 8\nstatus = \"guess\"");
        assert!(crate::report::STATUSES.iter().all(|(_, word, _)| help.contains(word)), "{help}");
    }
}
