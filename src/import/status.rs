//! Signs and flags that stand for a status.

use crate::report::{STATUSES, Status};

/// What stands in the place of a value.
const MISSING: &[(&str, Status)] = &[
    (":", Status::Missing),
    ("..", Status::Missing),
    ("...", Status::Missing),
    ("…", Status::Missing),
    ("n/a", Status::Missing),
    ("n.a.", Status::Missing),
    ("na", Status::Missing),
    ("nan", Status::Missing),
    ("null", Status::Missing),
    ("[x]", Status::Missing),
    ("[c]", Status::Suppressed),
    ("[z]", Status::CannotExist),
];

/// The flags of Eurostat, each a letter, which national statistics write in brackets. A revised figure (`r`) has
/// no status: it is as good as any other.
const FLAGS: &[(char, Option<Status>)] = &[
    ('b', Some(Status::Break)),
    ('c', Some(Status::Suppressed)),
    ('d', Some(Status::Differs)),
    ('e', Some(Status::Estimated)),
    ('f', Some(Status::Forecast)),
    ('i', Some(Status::Imputed)),
    ('n', Some(Status::NotSignificant)),
    ('p', Some(Status::Provisional)),
    ('r', None),
    ('s', Some(Status::Estimated)),
    ('u', Some(Status::LowReliability)),
    ('z', Some(Status::CannotExist)),
];

/// The status that a cell without a value stands for.
pub(super) fn missing(cell: &str) -> Option<Status> {
    let cell = cell.to_lowercase();
    MISSING.iter().find(|(sign, _)| *sign == cell).map(|(_, status)| *status)
}

/// The statuses of the flags of Eurostat: "bp", "b p"; `None` if one is unknown.
pub(super) fn flags(raw: &str) -> Option<Vec<Status>> {
    let letters = raw.chars().filter(|c| !c.is_whitespace() && *c != ',');
    let status = |c: char| FLAGS.iter().find(|(own, _)| *own == c).map(|(_, status)| *status);
    Some(letters.map(status).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

/// The statuses of letters or words of SDMX: "E", "E: Estimated value", "estimated, provisional".
pub(super) fn statuses(raw: &str) -> Option<Vec<Status>> {
    let code = raw.split(": ").next().unwrap_or(raw);
    let parts = code.split([',', ';', '|']).map(str::trim).filter(|part| !part.is_empty());
    let read = parts.map(Status::find).collect::<Option<Vec<_>>>();
    Some(read?.into_iter().filter(|status| *status != Status::Normal).collect())
}

/// The statuses in brackets that a comment begins with, and the rest of it.
pub(super) fn in_comment(raw: &str) -> (Vec<Status>, &str) {
    let cut = raw.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let read = cut.and_then(|(words, rest)| {
        let is_word = |word: &str| STATUSES.iter().any(|(_, own, _)| *own == word.trim());
        let statuses = words.split(',').all(is_word).then(|| statuses(words))??;
        Some((statuses, rest.trim()))
    });
    read.unwrap_or((Vec::new(), raw))
}
