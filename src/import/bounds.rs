//! A figure that the file gives as bounds, a comparator or a word, and not as a value.

use super::number::number;
use super::problem::Problem;
use super::record::{Record, Role};
use crate::prose::{Figure, hedge_for};
use crate::report::{HedgeClass, HedgeWord};

/// The word for a comparator.
const COMPARATORS: &[(&str, &str)] = &[
    ("<", "less than"),
    ("<=", "at most"),
    ("≤", "at most"),
    (">=", "at least"),
    ("≥", "at least"),
    (">", "more than"),
    ("~", "about"),
    ("≈", "about"),
];

/// The hedge that a word or a comparator beside the value stands for; `None` if there is neither.
pub(super) fn hedge(record: &Record) -> Result<Option<&'static HedgeWord>, Problem> {
    let word = record.some(Role::Hedge);
    let sign = record.some(Role::Comparator).filter(|sign| *sign != "=");
    let read = match (word, sign) {
        (Some(word), _) => HedgeWord::find(word).or_else(|| hedge_for(word)),
        (None, Some(sign)) => {
            let known = COMPARATORS.iter().find(|(own, _)| *own == sign);
            known.and_then(|(_, word)| HedgeWord::find(word))
        }
        (None, None) => return Ok(None),
    };
    let raw = word.or(sign).unwrap_or_default();
    let help = "write one that 'docs/format.md' lists, such as 'at least', and import again";
    read.map(Some)
        .ok_or_else(|| Problem::at(record.line, format!("the hedge '{raw}' is unknown"), help))
}

/// The value as the file writes it, and its hedge, from bounds and words; `None` if there are none.
pub(super) fn read(record: &Record) -> Result<Option<(Option<String>, String)>, Problem> {
    let end = |role| match record.some(role) {
        Some(raw) => number(raw).map(Some).ok_or_else(|| {
            let message = format!("the bound '{raw}' is no number");
            Problem::at(record.line, message, "write it as a number, and import again")
        }),
        None => Ok(None),
    };
    let (lower, upper) = (end(Role::Lower)?, end(Role::Upper)?);
    let hedge = hedge(record)?;
    let class = hedge.map(|hedge| hedge.class);
    let word = hedge.map_or("between", |hedge| hedge.word).to_owned();
    let value = match (class, lower, upper) {
        (None, None, None) if record.some(Role::Stated).is_none() => return Ok(None),
        (Some(HedgeClass::Order), ..) => return Ok(Some((None, word))),
        (None | Some(HedgeClass::Between), Some(low), Some(high)) => format!("[{low}, {high}]"),
        (Some(_), Some(one), None) | (Some(_), None, Some(one)) => one,
        (None, Some(low), None) => return Ok(Some((Some(low), "at least".to_owned()))),
        (None, None, Some(high)) => return Ok(Some((Some(high), "at most".to_owned()))),
        _ => return stated(record).map(|figure| Some((Some(figure.0), figure.1.unwrap_or(word)))),
    };
    Ok(Some((Some(value), word)))
}

/// The number of a figure in words, which has no bounds: "about 8 billion USD".
fn stated(record: &Record) -> Result<(String, Option<String>), Problem> {
    let words = record.get(Role::Stated);
    // Base, interval and status stand behind the figure.
    let end = [" compared with ", " (", ", "].iter().filter_map(|sign| words.find(sign)).min();
    let words = end.and_then(|end| words.get(..end)).unwrap_or(words);
    let words = words.strip_prefix("aimed at: ").unwrap_or(words);
    let (sign, words) = match words.strip_prefix("fell ") {
        Some(rest) => ("-", rest),
        None => ("", words.strip_prefix("rose ").unwrap_or(words)),
    };
    let figure = Figure::read(words).filter(|figure| figure.other.is_none());
    let hedge = |figure: &Figure| figure.hedge.map(str::to_owned);
    figure.map(|figure| (format!("{sign}{}", figure.value), hedge(&figure))).ok_or_else(|| {
        let message = format!("there is no number for '{words}'");
        Problem::at(
            record.line,
            message,
            "write the figure as a number with its hedge, and import again",
        )
    })
}
