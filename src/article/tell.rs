//! What an article does to the figures, as diagnostics.

use super::figures::{Figure, Figures, Role};
use super::rule::{
    FACT, HEDGE_CHANGED, HEDGE_LOST, OTHER_DATE, OTHER_NUMBER, OUTDATED, UNACCOUNTED,
};
use super::{Fault, Statement};
use crate::diagnostic::{Diagnostic, Faults, LineCounter, Rule, quoted};
use crate::report::{Observation, Report, Source, Status, Value};

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
        match (figure, told(statement, figures)) {
            (Some(figure), Some((rule, message, help))) => {
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

/// The rule, what is wrong with a statement, and what to write; `None` where nothing is.
pub(crate) fn told(
    statement: &Statement,
    figures: &Figures<'_>,
) -> Option<(&'static Rule, String, String)> {
    let figure = figures.list.get(statement.figure?.at)?;
    Some(said(statement, figure, statement.fault?, figures))
}

/// The line of each statement, counted from 1.
pub(crate) fn lines_of(statements: &[Statement], document: &str) -> Vec<u32> {
    let mut lines = LineCounter::new(document);
    statements.iter().map(|statement| lines.place(statement.span.start).0).collect()
}

fn said(
    statement: &Statement,
    figure: &Figure<'_>,
    fault: Fault,
    figures: &Figures<'_>,
) -> (&'static Rule, String, String) {
    let printed = quoted(&statement.words);
    let observation = figure.observation;
    let name = quoted(&figure.indicator.label);
    let own = format!("the report has {}", own(observation, figures.report));
    let correct = || format!("{own}: correct the one that is wrong");
    match fault {
        Fault::HedgeLost | Fault::HedgeChanged => {
            let (rule, what) = match fault {
                Fault::HedgeLost => (&HEDGE_LOST, "has lost the hedge of"),
                _ => (&HEDGE_CHANGED, "has another hedge than"),
            };
            let write = quoted(&hedged(statement, figure));
            (rule, format!("{printed} {what} {name}"), format!("write {write}; {own}"))
        }
        Fault::OtherNumber => {
            (&OTHER_NUMBER, format!("{printed} is not the number of {name}"), correct())
        }
        Fault::OtherUnit => {
            (&OTHER_NUMBER, format!("{printed} has another unit than {name}"), correct())
        }
        Fault::OtherSign => {
            (&OTHER_NUMBER, format!("{printed} goes the other way than {name}"), correct())
        }
        Fault::Fact => {
            let what = observation.status.foreseen().map_or("not observed", Status::spoken);
            let message = format!("{printed} reads as a fact, and {name} is {what}");
            (&FACT, message, format!("say that it is {what}; {own}"))
        }
        Fault::OtherDate => {
            let message = format!("{printed} is given for another time than {name}");
            (&OTHER_DATE, message, correct())
        }
        Fault::Outdated => {
            let newer = newer(figure, figures);
            let message = format!("{printed} is not the newest figure for {name}");
            let newer =
                newer.map(|newer| format!("write {}, or say", self::own(newer, figures.report)));
            let newer = newer.unwrap_or_else(|| "say".to_owned());
            (&OUTDATED, message, format!("{newer} of when it is; {own}"))
        }
    }
}

/// The figure that has taken the place of another one: of its time in the latest edition, or else the
/// latest of all.
fn newer<'r>(figure: &Figure<'r>, figures: &Figures<'r>) -> Option<&'r Observation> {
    let own = figures.of.get(figure.item.get())?.clone();
    let mut others = own
        .filter_map(|at| figures.list.get(at))
        .filter(|other| !other.is_superseded && !other.differs && other.role != Role::Rival);
    let restated = others.find(|other| {
        figure.is_superseded && other.observation.period == figure.observation.period
    });
    let latest = || figure.indicator.latest().map(|latest| latest.observation);
    restated.map(|other| other.observation).or_else(latest).or(Some(&figure.indicator.headline))
}

/// The number of a statement with the hedge of the figure.
fn hedged(statement: &Statement, figure: &Figure<'_>) -> String {
    match (figure.quantity.value(), figure.quantity.hedge()) {
        (Value::Pair(..), _) => figure.quantity.words(),
        (_, Some(hedge)) => format!("{} {}", hedge.word, statement.number),
        (_, None) => statement.number.clone(),
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
