//! What is typed, held to the very parser and rules of the file: the item alone is written as a
//! file of its own and loaded like any other.

use std::fmt::Write;
use std::ops::Range;

use crate::app::document::{Measure, measure};
use crate::app::overlays::Context;
use crate::diagnostic::Severity;
use crate::edit::{Item, Target, item};
use crate::load::load;
use crate::report::{Event, Indicator, Observation, Source};
use crate::schema::Key;

/// So many sources are written beside the item, so that a misspelt key can be told from others.
const SOURCES: usize = 300;

/// What the rules of the file say of a form.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The figure as it would be read; `None` where it could not be.
    pub observation: Option<Observation>,
    /// The event as it would be read.
    pub event: Option<Event>,
    /// The indicator that it stands in, for its scale and its group.
    pub indicator: Option<Indicator>,
    /// What is wrong or doubtful, errors first.
    pub findings: Vec<Finding>,
}

/// One thing that is wrong or doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place of its field in the form; `None` where it is about the whole item.
    pub field: Option<usize>,
    /// How much it matters.
    pub severity: Severity,
    /// The code of its rule.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Checked {
    /// Whether anything is wrong, so that saving would break the file.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// The lines that stand around the edited keys, as the file has them.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// In front of the fields.
    head: String,
    /// What the number is measured in: units, and whether it is a change.
    pub(super) measure: Measure,
    /// Between the fields, and after them.
    between: &'static str,
    tail: &'static str,
}

/// What of an indicator its figure depends on, and what the rules call it by.
const INDICATOR: &[Key] =
    &[Key::Id, Key::Label, Key::Unit, Key::Of, Key::Scale, Key::Change, Key::Area];
/// What of an indicator the points of its series depend on, and what the rules call it by.
const OF_POINTS: &[Key] = &[Key::Id, Key::Label, Key::Unit, Key::Scale, Key::Change];
/// What of a series its points depend on.
const SERIES: [Key; 2] = [Key::Unit, Key::Change];

impl Around {
    /// What stands around an item, which the file has in these words.
    pub(super) fn of(disk: &str, target: &Target, found: &Item) -> Self {
        let mut head = String::new();
        let measure = measure(disk, target, found);
        match target {
            Target::Indicator(_) => {
                let _ = writeln!(head, "[[indicator]]");
                copy(&mut head, Some(found), INDICATOR);
                Self { head, measure, between: "\n", tail: "\n" }
            }
            Target::Point { indicator, series, .. } => {
                let _ = writeln!(head, "[[indicator]]\nstatus = \"missing\"");
                let above = item(disk, &Target::Indicator(indicator.clone()));
                copy(&mut head, above.as_ref(), OF_POINTS);
                head.push_str("[[indicator.series]]\n");
                let series = Target::Series { indicator: indicator.clone(), nth: *series };
                copy(&mut head, item(disk, &series).as_ref(), &SERIES);
                head.push_str("points = [{ ");
                Self { head, measure, between: ", ", tail: " }]\n" }
            }
            _ => {
                let _ = writeln!(head, "[[event]]");
                copy(&mut head, Some(found), &[Key::Id]);
                Self { head, measure, between: "\n", tail: "\n" }
            }
        }
    }
}

/// Copies keys of an item as the file has them.
fn copy(out: &mut String, item: Option<&Item>, keys: &[Key]) {
    for key in keys {
        if let Some(raw) = item.and_then(|item| item.raw(*key)) {
            let _ = writeln!(out, "{} = {raw}", key.word());
        }
    }
}

/// Loads the item as it would be.
pub(super) fn check(
    around: &Around,
    target: &Target,
    literals: &[(Key, Option<String>)],
    cx: &Context<'_>,
) -> Checked {
    let mut text = String::from("[report]\ntitle = \"x\"\n");
    let named = literals.iter().find(|(key, _)| *key == Key::Source);
    let named = named.and_then(|(_, literal)| literal.as_deref()).unwrap_or_default();
    for (at, source) in cx.doc.report.sources.iter().enumerate() {
        // The key of a source is bare: letters, digits and hyphens.
        if at < SOURCES || named.contains(&*source.key) {
            write_source(&mut text, source);
        }
    }
    text.push_str(&around.head);
    let mut places: Vec<Range<usize>> = Vec::with_capacity(literals.len());
    let mut is_first = true;
    for (key, literal) in literals {
        let Some(literal) = literal else {
            places.push(0..0);
            continue;
        };
        if !std::mem::take(&mut is_first) {
            text.push_str(around.between);
        }
        let _ = write!(text, "{} = ", key.word());
        places.push(text.len()..text.len() + literal.len());
        text.push_str(literal);
    }
    text.push_str(around.tail);
    let loaded = load(&text, cx.env.as_of);
    let start = text.len() - around.tail.len();
    let mut findings: Vec<Finding> = loaded
        .diagnostics
        .iter()
        .filter_map(|diagnostic| {
            let at = &diagnostic.span;
            let field = places.iter().position(|p| p.contains(&at.start) && at.start < start);
            // Of warnings only those matter here that are about what can be typed.
            let is_error = diagnostic.rule.severity == Severity::Error;
            (is_error || field.is_some()).then(|| Finding {
                field,
                severity: diagnostic.rule.severity,
                code: diagnostic.rule.code,
                message: diagnostic.message.clone(),
                help: diagnostic.help.clone(),
            })
        })
        .collect();
    findings.sort_by_key(|finding| (finding.severity, finding.field));
    let indicator = loaded.report.indicators.into_iter().next();
    let observation = indicator.as_ref().and_then(|indicator| match target {
        Target::Point { .. } => indicator.series.first()?.points.first().cloned(),
        _ => Some(indicator.headline.clone()),
    });
    let event = loaded.report.events.into_iter().next();
    Checked { observation, event, indicator, findings }
}

fn write_source(text: &mut String, source: &Source) {
    let _ = writeln!(text, "[source.{}]\ntitle = \"x\"", source.key);
    if let Some(published) = &source.published {
        let _ = writeln!(text, "published = \"{}\"", published.to_edtf());
    }
}
