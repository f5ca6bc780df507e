//! The check of a form by the parser and the rules of the file: the item is written as a file of
//! its own, and loaded like any other.

use std::fmt::Write;
use std::ops::Range;

use crate::app::document::{Measure, measure};
use crate::app::overlays::Context;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::{Item, Target};
use crate::load::load;
use crate::report::{Event, Indicator, Observation, Source};
use crate::schema::Key;

/// The most sources and groups that are written beside the item. They are there for the suggestion that
/// the loader makes for a misspelt name.
const BESIDE: usize = 300;

/// What the rules of the file find in a form.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The figure as it would be read; `None` if it could not be.
    pub observation: Option<Observation>,
    /// The event as it would be read.
    pub event: Option<Event>,
    /// The indicator around it, for its scale and its group.
    pub indicator: Option<Indicator>,
    /// Errors and warnings, errors first.
    pub findings: Vec<Finding>,
}

/// An error or a warning.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The place of its field in the form; `None` if it is about the whole item.
    pub field: Option<usize>,
    /// The diagnostic.
    pub diagnostic: Diagnostic,
}

impl Checked {
    /// The findings with which saving would break the file.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.diagnostic.rule.severity == Severity::Error)
    }

    /// The codes of the warnings.
    pub(super) fn warnings(&self) -> impl Iterator<Item = &'static str> {
        let rules = self.findings.iter().map(|finding| finding.diagnostic.rule);
        rules.filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code)
    }

    /// Whether saving would break the file.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }
}

/// The text around the edited keys, as it is in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    /// The text before the fields.
    head: String,
    /// What the number is measured in: the unit, and whether it is a change.
    pub(super) measure: Measure,
    /// The text between two fields.
    between: &'static str,
    /// The text after the fields.
    tail: &'static str,
}

/// The keys of an indicator without a field, on which its figure depends or by which the rules name it.
const INDICATOR: &[Key] =
    &[Key::Id, Key::Label, Key::Of, Key::Scale, Key::Change, Key::Area, Key::Derived];
/// The keys of an indicator that the points of its series depend on, and by which the rules name
/// it.
const OF_POINTS: &[Key] = &[Key::Id, Key::Label, Key::Unit, Key::Scale, Key::Change];
/// The keys of a series that its points depend on.
const SERIES: [Key; 4] = [Key::Unit, Key::Change, Key::Base, Key::Scenario];
/// The keys of a figure that limit it and have no field in the form.
const LIMITS: &[Key] = &[Key::Base, Key::Interval, Key::IntervalIs, Key::Scenario, Key::Derived];

impl Template {
    /// The template of an item; `found` is the item in the file.
    pub(super) fn of(target: &Target, found: &Item) -> Self {
        let measure = measure(found);
        let (table, keys) = match target {
            Target::Point { .. } => {
                let mut head = "[[indicator]]\nstatus = \"missing\"\n".to_owned();
                copy(&mut head, found.around.first(), OF_POINTS);
                head.push_str("[[indicator.series]]\n");
                copy(&mut head, found.around.get(1), &SERIES);
                head.push_str("points = [{ ");
                for key in LIMITS {
                    if let Some(raw) = found.raw(*key) {
                        let _ = write!(head, "{} = {raw}, ", key.word());
                    }
                }
                return Self { head, measure, between: ", ", tail: " }]\n" };
            }
            Target::Indicator(_) => ("[[indicator]]\n", INDICATOR),
            _ => ("[[event]]\n", [Key::Id].as_slice()),
        };
        let mut head = table.to_owned();
        copy(&mut head, Some(found), keys);
        if let Target::Indicator(_) = target {
            copy(&mut head, Some(found), LIMITS);
        }
        Self { head, measure, between: "\n", tail: "\n" }
    }
}

/// Copies keys of an item as they are in the file.
fn copy(out: &mut String, item: Option<&Item>, keys: &[Key]) {
    for key in keys {
        if let Some(raw) = item.and_then(|item| item.raw(*key)) {
            let _ = writeln!(out, "{} = {raw}", key.word());
        }
    }
}

/// Loads the item as it would be.
pub(super) fn check(
    template: &Template,
    target: &Target,
    literals: &[(Key, Option<String>)],
    cx: &Context<'_>,
) -> Checked {
    let mut text = String::from("[report]\ntitle = \"x\"\n");
    let named = |wanted| {
        let field = literals.iter().find(|(key, _)| *key == wanted);
        field.and_then(|(_, literal)| literal.as_deref()).unwrap_or_default()
    };
    for (at, group) in cx.doc.report.groups.iter().enumerate() {
        if at < BESIDE || named(Key::Group).contains(&*group.id) {
            let _ = writeln!(text, "[[group]]\nid = \"{0}\"\ntitle = \"{0}\"", group.id);
        }
    }
    for (at, source) in cx.doc.report.sources.iter().filter(|s| !s.is_missing).enumerate() {
        // The key of a source is bare: letters, digits and hyphens.
        if at < BESIDE || named(Key::Source).contains(&*source.key) {
            write_source(&mut text, source);
        }
    }
    text.push_str(&template.head);
    let mut places: Vec<(usize, Range<usize>)> = Vec::new();
    for (field, (key, literal)) in literals.iter().enumerate() {
        let Some(literal) = literal else { continue };
        if !places.is_empty() {
            text.push_str(template.between);
        }
        let _ = write!(text, "{} = ", key.word());
        places.push((field, text.len()..text.len() + literal.len()));
        text.push_str(literal);
    }
    text.push_str(template.tail);
    let loaded = load(&text, cx.env.as_of);
    let finding = |diagnostic: Diagnostic| {
        let at = diagnostic.span.start;
        let field = places.iter().find(|(_, place)| place.contains(&at)).map(|(field, _)| *field);
        // Only those warnings matter here that are about what can be typed.
        let is_error = diagnostic.rule.severity == Severity::Error;
        (is_error || field.is_some()).then_some(Finding { field, diagnostic })
    };
    let mut findings: Vec<_> = loaded.diagnostics.into_iter().filter_map(finding).collect();
    findings.sort_by_key(|finding| (finding.diagnostic.rule.severity, finding.field));
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
