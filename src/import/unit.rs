//! The unit of the numbers of a file.

use super::choose::Choice;
use super::problem::Problem;
use super::record::{Record, Role};
use crate::report::{MULTIPLIERS, Unit, UnitKind};

/// Codes of SDMX for a share of a hundred.
const PERCENT: &[&str] = &["PT", "PC", "PCT", "PERCENT", "PA_PT"];

/// The unit of a series: what the user says, else what the file says, else the indicator's.
///
/// A unit that the file does not state is asked for where it matters: a number would be taken for a
/// thousand times as much. The units of a file that indicia wrote are trusted.
pub(super) fn unit(
    record: &Record,
    choice: &Choice,
    own: &Unit,
    is_trusted: bool,
) -> Result<Unit, Problem> {
    let ask = |message: String| {
        let help = "say with --unit what the numbers of this file are in, such as --unit '%' or \
                    --unit 'billion USD'";
        Err(Problem::new(message, help))
    };
    if let Some(unit) = &choice.unit {
        return Unit::parse(unit).or_else(|_| ask(format!("'{unit}' is not a unit of the file")));
    }
    let multiplier = match record.get(Role::Multiplier).split(": ").next().unwrap_or_default() {
        "" | "0" => None,
        power => {
            let known = MULTIPLIERS.iter().find(|(it, ..)| (*it as i32).to_string() == power);
            let Some((multiplier, ..)) = known else {
                return ask(format!("the numbers are in units of ten to the power of {power}"));
            };
            Some(*multiplier)
        }
    };
    let stated = record.get(Role::Unit);
    let code = stated.split(": ").next().unwrap_or(stated);
    if stated.is_empty() {
        let label = record.get(Role::Label);
        // The World Bank says in the name of a series that it is in percent.
        let is_named = record.keys.iter().any(|(head, _)| head.contains("Name"));
        if is_named && label.contains('%') != own.is_percent() {
            return ask(format!("it is unclear whether '{label}' is in {}", own.long()));
        }
        if own.multiplier.is_some() && record.some(Role::Multiplier).is_none() {
            return ask(format!("the file does not say whether its numbers are in {}", own.long()));
        }
        return Ok(Unit { kind: own.kind.clone(), multiplier });
    }
    let read = if PERCENT.contains(&code) { Unit::parse("%") } else { Unit::parse(code) };
    let Ok(read) = read else {
        return ask(format!("the unit '{stated}' is not one of the file"));
    };
    let multiplier = read.multiplier.or(multiplier);
    if is_trusted {
        return Ok(Unit { kind: read.kind, multiplier });
    }
    if !read.kind.is_same(&own.kind) {
        return ask(format!("the numbers are in '{stated}', the indicator is in {}", own.long()));
    }
    Ok(Unit { kind: own.kind.clone(), multiplier })
}

/// A unit as the file writes it.
pub(super) fn spelled(unit: &Unit) -> String {
    match unit.kind {
        UnitKind::Percent => "%".to_owned(),
        UnitKind::Points => "pp".to_owned(),
        _ => unit.long(),
    }
}
