//! What a field can be completed to, from the tables of the file and its own sources.

use super::{Field, Form};
use crate::report::{HEDGES, Report, STATUSES, Source};
use crate::schema::Key;

/// One thing that a field can be completed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the field would hold.
    pub text: String,
    /// What that is; empty where the text says it all.
    pub about: String,
}

/// What the selected field can be completed to. A field that was not typed in shows everything.
pub fn choices(form: &Form, report: &Report) -> Vec<Choice> {
    let Some(field) = form.field() else { return Vec::new() };
    let all: Vec<Choice> = match field.key {
        Key::Hedge => HEDGES.iter().map(|hedge| choice(hedge.word, hedge.class.reads())).collect(),
        Key::Status => STATUSES.iter().map(|(_, word, _)| choice(word, "")).collect(),
        Key::Source => report.sources.iter().map(of_source).collect(),
        _ => return Vec::new(),
    };
    if !field.is_touched {
        return all;
    }
    matching(field, all)
}

fn choice(text: &str, about: &str) -> Choice {
    Choice { text: text.to_owned(), about: about.to_owned() }
}

fn of_source(source: &Source) -> Choice {
    Choice { text: source.key.to_string(), about: source.citation() }
}

/// Those that hold what is typed: at their beginning before anywhere else.
fn matching(field: &Field, all: Vec<Choice>) -> Vec<Choice> {
    let typed = field.input.text().trim().to_lowercase();
    let rank = |choice: &Choice| {
        let text = choice.text.to_lowercase();
        if text.starts_with(&typed) {
            Some(0)
        } else if text.contains(&typed) {
            Some(1)
        } else {
            choice.about.to_lowercase().contains(&typed).then_some(2)
        }
    };
    let ranked = all.into_iter().filter_map(|choice| Some((rank(&choice)?, choice)));
    let mut ranked: Vec<(u8, Choice)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, choice)| choice).filter(|choice| choice.text != typed).collect()
}
