//! What the signs of a chart mean, only of those that it has.

use super::marker::{ABOUT_THEN, FLAGS, PAST_LETTERS, is_firm_status, status_flag};
use super::{Drawn, Figure, Marker, chart_day, is_firm};
use crate::report::{Period, Status};

/// The signs of a chart of these figures and this width, each with its meaning: `┬ at most`.
pub fn key(figures: &[Figure<'_>], cells: usize) -> Vec<(String, &'static str)> {
    let is_drawn = Drawn::of(figures, cells);
    let all: Vec<&Figure<'_>> = figures.iter().filter(|it| is_drawn.has(it)).collect();
    let drawn: Vec<&Figure<'_>> = all.iter().copied().filter(|it| it.has_height()).collect();
    let mut out: Vec<(String, &'static str)> = Vec::new();
    let mut add = |is_there: bool, sign: &str, means| {
        if is_there {
            out.push((sign.to_owned(), means));
        }
    };
    let uses =
        |wanted: &[Marker]| drawn.iter().any(|it| wanted.contains(&Marker::of(it.observation)));
    let is_past_letters = |it: &&Figure<'_>| it.mark.glyph(true) == PAST_LETTERS;
    add(drawn.iter().any(is_past_letters), PAST_LETTERS, "other measure");
    let (below, above) = (Marker::OrLower, Marker::OrHigher);
    // The line through all that a limit allows belongs to its sign.
    let limits =
        [(below, Marker::JustBelow, "┬", "at most"), (above, Marker::JustAbove, "┴", "at least")];
    for (open, vague, sign, means) in limits {
        let line = if uses(&[open]) { "┊" } else { "" };
        add(uses(&[open, vague]), &format!("{sign}{line}"), means);
    }
    let rough = [Marker::About, Marker::BetweenAbout, Marker::JustAbove, Marker::JustBelow];
    let is_vague_then = |it: &&Figure<'_>| {
        let period = it.observation.period.as_ref();
        !it.mark.is_other()
            && period.is_some_and(Period::is_vague)
            && status_flag(it.observation.status).is_none()
    };
    add(uses(&rough) || all.iter().any(is_vague_then), ABOUT_THEN, "about");
    add(uses(&[Marker::Between, Marker::BetweenAbout]), "┃", "between");
    add(drawn.iter().any(|it| it.observation.uncertainty.is_some()), "┃", "interval");
    let dated: Vec<&Figure<'_>> = all
        .iter()
        .copied()
        .filter(|it| chart_day(it.observation).is_some() || it.has_height())
        .collect();
    for (status, flag) in FLAGS {
        let mut own = dated.iter().filter(|it| it.observation.status.has(status)).peekable();
        let is_there = own.peek().is_some();
        // The hollow mark is explained together with the letter below it.
        let is_hollow = |it: &&&Figure<'_>| {
            !is_firm_status(status.into()) && it.has_height() && !it.mark.is_other()
        };
        let hollow = own.find(is_hollow).map_or("", |it| it.mark.glyph(false));
        add(is_there, &format!("{hollow}{flag}"), means(status));
    }
    let derived = |it: &&&Figure<'_>| it.observation.derived.is_some() && !it.mark.is_other();
    let derived = drawn.iter().find(derived);
    let sign = derived.map_or("", |it| it.mark.glyph(is_firm(it.observation)));
    add(derived.is_some(), sign, "our own calculation");
    add(dated.iter().any(|it| Marker::of(it.observation) == Marker::InWords), "”", "in words only");
    out
}

/// What the letter of a status tells a reader who does not know the code list.
fn means(status: Status) -> &'static str {
    match status {
        Status::Break => "new basis",
        Status::Missing => "no value",
        other => other.word(),
    }
}
