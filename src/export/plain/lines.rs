//! The lines behind an indicator, point by point.

use super::figure::{Known, date, of_line};
use super::poll::poll;
use super::sources::{name, place};
use super::speech::{Sentences, aloud};
use crate::report::{Indicator, Observation, Report, Series, counted};

/// A line with each of its points; what is said of all of them is said once.
pub(super) fn line(report: &Report, indicator: &Indicator, line: &Series, out: &mut Sentences) {
    let what = if line.is_history_of(indicator) {
        "History"
    } else if line.is_superseded() {
        "An earlier edition"
    } else {
        "Another measure"
    };
    let label = line.label.as_ref().map_or_else(|| line.unit.long(), |label| aloud(label));
    let edition = line.edition.as_ref().map(|edition| format!("edition {}", aloud(&edition.name)));
    let missing = match line.points.iter().filter(|point| point.quantity.is_none()).count() {
        0 => String::new(),
        n => format!(", {n} of them without a value"),
    };
    let points = format!("{}{missing}", counted(line.points.len(), "point"));
    let known = Known {
        source: shared(line, |point| point.source),
        stated_by: shared(line, |point| point.stated_by.as_deref()),
        locator: shared(line, |point| point.locator.as_deref()),
    };
    let from = known.source.and_then(|ix| name(report, ix));
    let head = [
        Some(format!("{what}: {label}")),
        edition,
        line.differs.as_ref().map(|differs| aloud(differs)),
        Some(points),
        known.stated_by.map(|who| format!("said by {}", aloud(who))),
        from.map(|from| format!("according to {from}")),
        known.locator.map(place),
    ];
    let head = head.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let points: Vec<_> = line.points.iter().map(|point| of_line(report, point, &known)).collect();
    let colon = if points.is_empty() { "" } else { ": " };
    out.say(&format!("{head}{colon}{}", points.join("; ")));
    for point in &line.points {
        let note = point.note.as_ref();
        out.maybe(note.map(|note| format!("Note on “{}”: {}", date(point), aloud(note))));
    }
    out.maybe(line.note.as_ref().map(|note| format!("Note on all of these: {}", aloud(note))));
    out.maybe(line.poll.as_ref().map(|said| poll("Of its polls", said)));
}

/// What several points of a line have in common.
fn shared<'l, T: PartialEq>(
    line: &'l Series,
    of: impl Fn(&'l Observation) -> Option<T>,
) -> Option<T> {
    let (first, rest) = line.points.split_first()?;
    let first = of(first)?;
    let is_shared = rest.iter().all(|point| of(point).as_ref() == Some(&first));
    is_shared.then_some(first)
}
