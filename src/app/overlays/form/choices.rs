//! The choices of a field, from the tables of the file format and the sources of the file.

use super::{Field, Form};
use crate::report::{HEDGES, Report, STATUSES};
use crate::schema::Key;

/// A text that a field can be completed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The text.
    pub text: String,
    /// What it means; empty if the text alone is enough.
    pub about: String,
}

/// The choices of the selected field: all of them until the user types in it, then those that
/// match.
pub fn choices(form: &Form, report: &Report) -> Vec<Choice> {
    let Some(field) = form.field() else { return Vec::new() };
    let choice = |text: &str, about: String| Choice { text: text.to_owned(), about };
    let hedges = HEDGES.iter().map(|hedge| choice(hedge.word, hedge.class.reads().to_owned()));
    let all: Vec<Choice> = match field.key {
        Key::Hedge => hedges.collect(),
        Key::Status => STATUSES.iter().map(|(_, word, _)| choice(word, String::new())).collect(),
        Key::Source => report.sources.iter().map(|s| choice(&s.key, s.citation())).collect(),
        _ => return Vec::new(),
    };
    if field.is_touched { matching(field, all) } else { all }
}

/// The choices that contain the typed text; those that begin with it come first.
fn matching(field: &Field, mut all: Vec<Choice>) -> Vec<Choice> {
    let typed = field.input.text().trim().to_lowercase();
    let rank = |choice: &Choice| match choice.text.to_lowercase().find(&typed) {
        Some(0) => 0,
        Some(_) => 1,
        None if choice.about.to_lowercase().contains(&typed) => 2,
        None => 3,
    };
    all.retain(|choice| choice.text != typed && rank(choice) < 3);
    all.sort_by_cached_key(rank);
    all
}
