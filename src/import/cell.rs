//! A cell that is no plain number: a sign, a range, a flag behind the number, or a missing value.

use super::number::number;
use super::problem::Problem;
use super::record::{Record, Role};
use super::status::{flags, missing};
use crate::prose::Figure;
use crate::report::Status;

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// As the file writes it.
    pub(super) value: Option<String>,
    pub(super) hedge: Option<String>,
    /// The cell as it is, if it says more than a number.
    pub(super) wording: Option<String>,
    pub(super) statuses: Vec<Status>,
}

/// Reads a cell. It may have the sign of a percentage where the numbers are in percent.
pub(super) fn read(raw: &str, line: u64, is_percent: bool) -> Result<Cell, Problem> {
    if let Some(value) = number(raw) {
        return Ok(Cell { value: Some(value), ..Cell::default() });
    }
    if let Some(status) = missing(raw) {
        return Ok(Cell { statuses: vec![status], ..Cell::default() });
    }
    if let Some((inside, statuses)) = flagged(raw) {
        let mut cell = read(inside, line, is_percent)?;
        cell.statuses.extend(statuses);
        return Ok(cell);
    }
    let unclear = |why: &str| {
        let help = "write the figure as a number, or with a sign or a word such as '<5', '>95', '5–10' or \
                    'about 7', and import again";
        Problem::at(line, format!("'{raw}' {why}"), help)
    };
    let figure = Figure::read(raw).ok_or_else(|| unclear("is not understood"))?;
    if figure.other.is_some() {
        return Err(unclear("may be two numbers or one"));
    }
    if figure.unit.as_deref().is_some_and(|unit| !(is_percent && unit == "%")) {
        return Err(unclear("has a unit in it"));
    }
    let is_plain = figure.hedge.is_none() && !figure.is_pair();
    let hedge = match figure.hedge {
        None if figure.is_pair() => Some("between"),
        hedge => hedge,
    };
    Ok(Cell {
        value: Some(figure.value),
        hedge: hedge.map(str::to_owned),
        wording: (!is_plain).then(|| raw.to_owned()),
        statuses: Vec::new(),
    })
}

/// Refuses a series in which commas stand for thousands and for decimals: `1,234` beside `12,5`.
pub(super) fn commas(records: &[Record]) -> Result<(), Problem> {
    let parts = |raw: &str| -> Option<(bool, usize)> {
        let (whole, rest) =
            raw.trim_start_matches(|c: char| !c.is_ascii_digit()).split_once(',')?;
        let decimals = rest.bytes().take_while(u8::is_ascii_digit).count();
        Some((!whole.contains('.') && !rest.contains('.'), decimals))
    };
    let values = || records.iter().map(|record| (record.line, record.get(Role::Value)));
    let is_decimal = |raw: &str| matches!(parts(raw), Some((true, n)) if n != 3);
    let Some((_, decimal)) = values().find(|(_, raw)| is_decimal(raw)) else { return Ok(()) };
    let thousand = values().find(|(_, raw)| matches!(parts(raw), Some((_, 3))));
    thousand.map_or(Ok(()), |(line, raw)| {
        let message =
            format!("'{raw}' may be a thousand or a decimal, as '{decimal}' stands there too");
        Err(Problem::at(line, message, "write the numbers with a point, and import again"))
    })
}

/// A cell with flags behind it: `12.5 p`, `: c`, `7 [e]`.
fn flagged(raw: &str) -> Option<(&str, Vec<Status>)> {
    let (inside, letters) = match raw.strip_suffix(']').and_then(|raw| raw.rsplit_once('[')) {
        Some(parts) => parts,
        None => match raw.strip_prefix(':') {
            Some(letters) => (":", letters),
            None => raw.rsplit_once(' ')?,
        },
    };
    let inside = inside.trim();
    let is_flag =
        !letters.is_empty() && letters.chars().all(|c| c.is_ascii_lowercase() || c == ' ');
    let is_number =
        inside == ":" || number(inside).is_some() || inside.starts_with(['<', '>', '~']);
    let statuses = (is_flag && is_number).then(|| flags(letters))??;
    Some((inside, statuses))
}
