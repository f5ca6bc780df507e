//! The choices of a field, from the tables of the file format and the sources of the file.

use std::cmp::Reverse;

use super::{Field, Form};
use crate::app::text::Needle;
use crate::report::{HEDGES, Report, STATUSES, Status, Unit, UnitKind, counted};
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
    let hedges = HEDGES.iter().map(|hedge| choice(hedge.word, hedge.class.reads()));
    let figures = || report.indicators.iter();
    let all: Vec<Choice> = match field.key {
        Key::Hedge => hedges.collect(),
        Key::Status => statuses(field).collect(),
        Key::Source => report
            .sources
            .iter()
            .filter(|s| !s.is_missing)
            .map(|s| choice(&s.key, s.citation()))
            .collect(),
        Key::Group => report.groups.iter().map(|group| choice(&group.id, &*group.title)).collect(),
        Key::StatedBy => {
            used(figures().filter_map(|one| one.headline.stated_by.as_deref().map(str::to_owned)))
        }
        Key::Unit => {
            let own = UNITS.iter().map(|(text, about)| choice(text, *about));
            own.chain(used(figures().filter_map(|one| written(&one.unit)))).collect()
        }
        _ => return Vec::new(),
    };
    if field.is_touched { matching(field, all) } else { all }
}

/// The units that are not nouns or currencies.
const UNITS: [(&str, &str); 4] = [
    ("%", "a share or a rate, in percent"),
    ("pp", "percentage points"),
    ("rank", "a place in an order"),
    ("year", "the figure is a year"),
];

fn choice(text: &str, about: impl Into<String>) -> Choice {
    Choice { text: text.to_owned(), about: about.into() }
}

/// The unit as the file writes it, unless it is one of [`UNITS`].
fn written(unit: &Unit) -> Option<String> {
    let is_named = matches!(unit.kind, UnitKind::Currency(_) | UnitKind::Noun(_));
    is_named.then(|| unit.long())
}

/// What figures of the report have in a field: each text once, with how many have it.
fn used(texts: impl Iterator<Item = String>) -> Vec<Choice> {
    let mut found: Vec<(String, usize)> = Vec::new();
    for text in texts {
        match found.iter_mut().find(|(other, _)| *other == text) {
            Some((_, count)) => *count += 1,
            None => found.push((text, 1)),
        }
    }
    let about = |count| format!("so far in {}", counted(count, "figure"));
    found.into_iter().map(|(text, count)| choice(&text, about(count))).collect()
}

/// The statuses, without those that stand before the one that is typed.
fn statuses(field: &Field) -> impl Iterator<Item = Choice> {
    let before: Vec<_> = field.before().split(',').filter_map(Status::find).collect();
    let others = STATUSES.iter().filter(move |(status, ..)| !before.contains(status));
    others.map(|(_, word, sdmx)| {
        let about = sdmx.map(|(letter, name)| format!("{letter}: {name}"));
        Choice { text: (*word).to_owned(), about: about.unwrap_or_default() }
    })
}

/// The choices that match the typed text; those whose meaning alone matches come last.
fn matching(field: &Field, all: Vec<Choice>) -> Vec<Choice> {
    let typed = field.part();
    let mut needle = Needle::new(&typed);
    let mut rank = |choice: &Choice| {
        let own = needle.score_all(&choice.text).map(|score| (true, score));
        own.or_else(|| needle.score_all(&choice.about).map(|score| (false, score)))
    };
    let others = all.into_iter().filter(|choice| choice.text != typed.trim());
    let mut found: Vec<_> =
        others.filter_map(|choice| rank(&choice).map(|rank| (rank, choice))).collect();
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    found.into_iter().map(|(_, choice)| choice).collect()
}
