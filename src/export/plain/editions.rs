//! What was restated between the editions of a line, in a sentence.

use super::speech::aloud;
use crate::report::{LineEditions, Restatement, Series};

/// The editions of a line, and each figure that a later one restates.
pub(super) fn sentence(line: &LineEditions<'_>) -> String {
    let name = |it: &&Series| it.edition.as_ref().map(|it| aloud(&it.name)).unwrap_or_default();
    let names: Vec<String> = line.editions.iter().map(name).collect();
    let label = line.latest().map(|it| it.label.as_deref().map_or_else(|| it.unit.long(), aloud));
    let lead = format!(
        "Editions of {}, from the earliest to the latest: {}",
        label.unwrap_or_default(),
        names.join(", ")
    );
    let restated = line.restatements();
    if restated.is_empty() {
        return format!("{lead}; none of their figures was restated");
    }
    let all: Vec<_> = restated.iter().map(|row| one(row, &names)).collect();
    format!("{lead}; restated: {}", all.join("; "))
}

/// One figure in each edition that prints it, and how far it moved.
fn one(row: &Restatement<'_>, names: &[String]) -> String {
    let figures = row.figures.iter().map(|(edition, figure)| {
        let name = names.get(*edition).map_or("", String::as_str);
        format!("{} in edition {name}", aloud(&figure.spoken()))
    });
    let figures: Vec<String> = figures.collect();
    let lost = row.has_lost_hedge().then(|| "its hedge is lost".to_owned());
    let moved = lost.or_else(|| row.moved_words().map(|moved| aloud(&moved)));
    let moved = moved.map(|moved| format!(", {moved}")).unwrap_or_default();
    format!("for {}, {}{moved}", row.period.spoken(), figures.join(", then "))
}
