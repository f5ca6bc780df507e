//! What a new edition of a line says otherwise.

use crate::report::{Indicator, LineEditions, Restatement, Series, Text};

/// The restatements that are told one by one; of the others it is told how many there are.
const TOLD: usize = 3;

/// The name of the edition of a series.
pub(super) fn edition(series: &Series) -> Option<&Text> {
    series.edition.as_ref().map(|edition| &edition.name)
}

/// What a new series restates as the latest edition of a line that was in the file before: `edition 2024
/// added: 2019 restated 232 → 233 million`. `None` if it is no such edition, or restates nothing.
pub(super) fn restated_by(before: &Indicator, after: &Indicator, new: &Series) -> Option<String> {
    let name = edition(new)?;
    let is_known = before.series.iter().any(|old| edition(old).is_some() && old.is_same_line(new));
    let lines = after.lines_in_editions();
    let line = lines.iter().find(|line| is_known && line.latest() == Some(new))?;
    // What it says is compared with the edition before it.
    let ends = line.editions.get(line.editions.len().checked_sub(2)?..)?.to_vec();
    let all = LineEditions { editions: ends }.restatements();
    let told = |it: &Restatement<'_>| format!("{} restated {}", it.period.words(), it.words());
    let mut texts: Vec<String> = all.iter().take(TOLD).map(told).collect();
    if all.len() > TOLD {
        texts.push(format!("{} more", all.len() - TOLD));
    }
    let points = new.points.len();
    (!texts.is_empty())
        .then(|| format!("edition {name} added ({points} points): {}", texts.join(", ")))
}
