//! Which of the series of a file is meant.

use super::problem::Problem;
use super::record::{Record, Records, Role};

/// What the user says of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The id of the indicator that it goes to.
    pub to: String,
    /// What stands in the rows that are meant: an area, a code, the name of a column; or
    /// `COLUMN=TEXT`.
    pub only: Vec<String>,
    /// The label of the line. Without it that of the file is taken.
    pub label: Option<String>,
    /// The unit of the numbers. Without it that of the file, else that of the indicator.
    pub unit: Option<String>,
    /// The key of the source.
    pub source: Option<String>,
    /// The edition of the source.
    pub edition: Option<String>,
    /// What the lowest number stands for, if it stands many times: a hedge, or "exact".
    pub lowest: Option<String>,
}

/// How many names are listed.
const SOME: usize = 6;

/// The records of the one series that is meant.
///
/// Words that fit alone decide; then, if several series are left, the id of the indicator and its
/// area, where the file has them.
pub(super) fn choose(
    records: &Records,
    choice: &Choice,
    area: Option<&str>,
) -> Result<Vec<Record>, Problem> {
    let mut left: Vec<&Record> = records.list.iter().collect();
    for word in &choice.only {
        let found: Vec<&Record> = left.iter().copied().filter(|it| is_meant(it, word)).collect();
        if found.is_empty() {
            let message = format!("no row has '{word}'");
            return Err(Problem::new(message, offer(&left)));
        }
        left = found;
    }
    for word in [Some(&*choice.to), area].into_iter().flatten() {
        let found: Vec<&Record> = left.iter().copied().filter(|it| is_meant(it, word)).collect();
        if !found.is_empty() {
            left = found;
        }
    }
    let Some(first) = left.first() else {
        return Err(Problem::new("the file has no figures", "name another file"));
    };
    if left.iter().any(|it| group(it) != group(first)) {
        let message = format!("the file has {} series", count(&left));
        return Err(Problem::new(message, offer(&left)));
    }
    Ok(left.into_iter().cloned().collect())
}

/// What the records of one series share.
fn group(record: &Record) -> (&[(String, String)], [&str; 5]) {
    let roles = [Role::Unit, Role::Multiplier, Role::Edition, Role::Differs, Role::Nature];
    // A figure that is missing has no nature.
    (&record.keys, roles.map(|role| if role == Role::Nature { "" } else { record.get(role) }))
}

fn count(records: &[&Record]) -> usize {
    let mut groups: Vec<_> = records.iter().map(|record| group(record)).collect();
    groups.sort_unstable();
    groups.dedup();
    groups.len()
}

/// Whether a word stands in a key of the record, alone or before a colon.
fn is_meant(record: &Record, word: &str) -> bool {
    let fits = |cell: &str, word: &str| {
        let parts = cell.split_once(": ").unwrap_or((cell, cell));
        [cell, parts.0, parts.1].iter().any(|part| part.eq_ignore_ascii_case(word))
    };
    let has = |(_, cell): &(String, String)| fits(cell, word);
    let named = word.split_once('=').is_some_and(|(head, word)| {
        record.keys.iter().any(|(own, cell)| fits(own, head.trim()) && fits(cell, word.trim()))
    });
    named
        || record.keys.iter().any(has)
        || [Role::Unit, Role::Edition].iter().any(|role| fits(record.get(*role), word))
}

/// What to say to choose one of several series.
fn offer(records: &[&Record]) -> String {
    let mut parts = Vec::new();
    let heads = records.first().map(|first| first.keys.as_slice()).unwrap_or_default();
    for (head, _) in heads {
        let cell = |record: &&Record| {
            record.keys.iter().find(|(own, _)| own == head).map(|(_, cell)| cell.clone())
        };
        let mut cells: Vec<String> = records.iter().filter_map(cell).collect();
        cells.sort_unstable();
        cells.dedup();
        if cells.len() > 1 {
            let rest = if cells.len() > SOME { ", …" } else { "" };
            let some: Vec<_> = cells.iter().take(SOME).map(|cell| format!("'{cell}'")).collect();
            parts.push(format!("{head}: {}{rest}", some.join(", ")));
        }
    }
    if parts.is_empty() {
        parts.push("a unit or an edition".to_owned());
    }
    format!("say which with --only, such as --only TEXT, by {}", parts.join("; "))
}
