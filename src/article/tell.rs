//! What an article does to the figures, as diagnostics.

use super::figures::{Figure, Figures};
use super::rule::{
    FACT, HEDGE_CHANGED, HEDGE_LOST, OTHER_DATE, OTHER_NUMBER, OUTDATED, UNACCOUNTED,
};
use super::{Fault, Statement};
use crate::diagnostic::{Diagnostic, Faults, Rule, quoted};
use crate::report::{Observation, Report, Source, Value};

/// The diagnostics of an article. With `all` also the numbers that no figure accounts for.
pub fn diagnostics(
    statements: &[Statement],
    figures: &Figures<'_>,
    document: &str,
    all: bool,
) -> Vec<Diagnostic> {
    let mut faults = Faults::default();
    for statement in statements {
        let figure = statement.figure.and_then(|found| figures.list.get(found.at));
        match (figure, statement.fault) {
            (Some(figure), Some(fault)) => {
                let (rule, message, help) = said(statement, figure, fault, figures);
                faults.add(rule, statement.span.clone(), message).help(help).indicator =
                    Some(figure.item);
            }
            (None, _) if all => {
                let message = format!("no figure accounts for {}", quoted(&statement.words));
                faults.add(&UNACCOUNTED, statement.span.clone(), message);
            }
            _ => {}
        }
    }
    faults.finish(document)
}

/// The rule, what is wrong, and what to write.
fn said(
    statement: &Statement,
    figure: &Figure<'_>,
    fault: Fault,
    figures: &Figures<'_>,
) -> (&'static Rule, String, String) {
    let printed = quoted(&statement.words);
    let observation = figure.observation;
    let own = own(observation, figures.report);
    let name = quoted(&figure.indicator.label);
    let write = quoted(&wanted(observation));
    let (rule, message, help) = match fault {
        Fault::HedgeLost => (
            &HEDGE_LOST,
            format!("{printed} has lost the hedge of {name}"),
            format!("write {write}"),
        ),
        Fault::HedgeChanged => (
            &HEDGE_CHANGED,
            format!("{printed} has another hedge than {name}"),
            format!("write {write}"),
        ),
        Fault::OtherNumber => (
            &OTHER_NUMBER,
            format!("{printed} is not the number of {name}"),
            format!("write {write} if that is meant"),
        ),
        Fault::OtherUnit => (
            &OTHER_NUMBER,
            format!("{printed} has another unit than {name}"),
            format!("write {write}"),
        ),
        Fault::OtherSign => (
            &OTHER_NUMBER,
            format!("{printed} goes the other way than {name}"),
            format!("write {write}"),
        ),
        Fault::Fact => {
            let what =
                observation.status.foreseen().map_or("not observed", |status| status.spoken());
            (
                &FACT,
                format!("{printed} reads as a fact, and {name} is {what}"),
                format!("say that it is {what}"),
            )
        }
        Fault::OtherDate => (
            &OTHER_DATE,
            format!("{printed} is given for another time than {name}"),
            format!("write {write} of {}", observation.period_words()),
        ),
        Fault::Outdated => {
            let newer = figure
                .indicator
                .latest()
                .map(|latest| latest.observation)
                .filter(|newer| *newer != observation);
            let newer = newer.unwrap_or(&figure.indicator.headline);
            (
                &OUTDATED,
                format!("{printed} is not the newest figure for {name}"),
                format!(
                    "write {} of {}, or say that this one is of {}",
                    quoted(&wanted(newer)),
                    newer.period_words(),
                    observation.period_words()
                ),
            )
        }
    };
    (rule, message, format!("{help}; the report has {own}"))
}

/// A figure as an article can print it: as its source does, if that is a phrase in the same letters.
fn wanted(observation: &Observation) -> String {
    let is_latin = |text: &&crate::report::Text| text.is_ascii();
    let wording = observation.wording.as_ref().filter(is_latin);
    let is_order =
        observation.quantity.as_ref().is_some_and(|q| matches!(q.value(), Value::Order(..)));
    match wording {
        Some(wording) if !is_order => wording.to_string(),
        _ => observation.words(),
    }
}

/// A figure with its date and where it stands.
fn own(observation: &Observation, report: &Report) -> String {
    let source = observation.source.and_then(|source| report.source(source)).map(Source::short);
    let place = observation.locator.as_ref().map(|place| format!(", {place}"));
    let source = source.map(|source| format!(", {source}{}", place.unwrap_or_default()));
    format!(
        "{} ({}{})",
        quoted(&observation.words()),
        observation.period_words(),
        source.unwrap_or_default()
    )
}
