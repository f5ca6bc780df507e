//! A record as a point of the file.

use super::bounds;
use super::cell;
use super::number::number;
use super::period;
use super::problem::Problem;
use super::record::{Record, Role};
use super::status::{self, missing};
use crate::edit::literal;
use crate::report::{Period, Source, Status};
use crate::schema::{Key, Kind};

/// A point, its parts as the file writes them.
#[derive(Clone, Debug)]
pub(super) struct Point {
    /// Its line in the CSV file.
    pub(super) line: u64,
    pub(super) period: Period,
    /// The value as the file writes it.
    pub(super) value: Option<String>,
    pub(super) hedge: Option<String>,
    /// The key of its source.
    pub(super) source: Option<String>,
    interval: Option<String>,
    statuses: Vec<Status>,
    /// Texts of other keys.
    texts: Vec<(Key, String)>,
}

/// The texts that are taken over as they are.
const TEXTS: &[(Role, Key)] = &[
    (Role::Wording, Key::Wording),
    (Role::Base, Key::Base),
    (Role::Scenario, Key::Scenario),
    (Role::Derived, Key::Derived),
    (Role::Locator, Key::Locator),
    (Role::StatedBy, Key::StatedBy),
];

/// Reads a record; `None` where it states nothing.
pub(super) fn read(
    record: &Record,
    sources: &[Source],
    is_percent: bool,
) -> Result<Option<Point>, Problem> {
    let line = record.line;
    let raw = record.get(Role::Value);
    let has_bounds = [Role::Lower, Role::Upper, Role::Hedge, Role::Comparator, Role::Stated]
        .iter()
        .any(|role| record.some(*role).is_some());
    let has_ends = [Role::Lower, Role::Upper].iter().any(|role| record.some(*role).is_some());
    let is_absent = is_absent(raw, has_ends);
    let mut statuses = stated_statuses(record)?;
    let (comment_statuses, note) = status::in_comment(record.get(Role::Note));
    let is_foretold = |status: &Status| matches!(status, Status::Target | Status::Scenario);
    // A target and a scenario have the letter of a forecast, which they are not.
    if comment_statuses.iter().any(is_foretold) && !comment_statuses.contains(&Status::Forecast) {
        statuses.retain(|status| *status != Status::Forecast);
    }
    statuses.extend(comment_statuses);
    if is_absent && !has_bounds && statuses.is_empty() && raw.is_empty() {
        return Ok(None);
    }
    let mut texts: Vec<(Key, String)> = TEXTS
        .iter()
        .filter_map(|(role, key)| Some((*key, record.some(*role)?.to_owned())))
        .collect();
    let mut interval = None;
    let (value, hedge) = if let Some(value) = number(raw) {
        let hedge = bounds::hedge(record)?.map(|hedge| hedge.word.to_owned());
        if hedge.is_none() {
            interval = around(record)?;
        }
        (Some(value), hedge)
    } else if let Some((value, hedge)) =
        is_absent.then(|| bounds::read(record)).transpose()?.flatten()
    {
        (value, Some(hedge))
    } else if is_absent {
        if !statuses.iter().any(|status| status.may_lack_value()) {
            statuses.push(Status::Missing);
        }
        (None, None)
    } else {
        let cell = cell::read(raw, line, is_percent)?;
        if has_ends && cell.value.is_some() {
            return Err(limited_twice(record));
        }
        statuses.extend(cell.statuses);
        if let (Some(wording), None) = (cell.wording, record.some(Role::Wording)) {
            texts.push((Key::Wording, wording));
        }
        (cell.value, cell.hedge)
    };
    // A value that is kept back is no missing one.
    if statuses.iter().filter(|status| status.may_lack_value()).any(|it| *it != Status::Missing) {
        statuses.retain(|status| *status != Status::Missing);
    }
    if interval.is_some() && !matches!(record.get(Role::IntervalIs), "" | "interval") {
        texts.push((Key::IntervalIs, record.get(Role::IntervalIs).to_owned()));
    }
    if !note.is_empty() {
        texts.push((Key::Note, note.to_owned()));
    }
    let period = period_of(record)?;
    let source = source_of(record, sources);
    Ok(Some(Point { line, period, value, hedge, source, interval, statuses, texts }))
}

fn period_of(record: &Record) -> Result<Period, Problem> {
    let edtf = record.some(Role::Edtf);
    let raw = edtf.unwrap_or(record.get(Role::Period));
    let read = match edtf {
        Some(edtf) => Period::parse(edtf).ok(),
        None => {
            Period::parse(raw).ok().filter(|_| !raw.contains('-')).or_else(|| period::period(raw))
        }
    };
    read.ok_or_else(|| {
        let message = if raw.is_empty() {
            "this figure has no date, and a point needs one".to_owned()
        } else {
            format!("it is unclear which date '{raw}' is")
        };
        Problem::at(record.line, message, "write it like 2024, 2024-03, 2024-Q3 or 2020/2021")
    })
}

fn stated_statuses(record: &Record) -> Result<Vec<Status>, Problem> {
    let unknown = |raw: &str| {
        let help =
            "see 'docs/format.md' for the statuses; take it out of the file if it limits nothing";
        Problem::at(record.line, format!("the status '{raw}' is unknown"), help)
    };
    let (status, flag) = (record.get(Role::Status), record.get(Role::Flag));
    let mut all = status::statuses(status).ok_or_else(|| unknown(status))?;
    let flags = status::flags(flag.split(": ").next().unwrap_or(flag));
    all.extend(flags.or_else(|| status::statuses(flag)).ok_or_else(|| unknown(flag))?);
    Ok(all)
}

/// Whether a cell has no value of its own. Bounds beside it say more than the sign of a missing value.
fn is_absent(raw: &str, has_ends: bool) -> bool {
    let is_missing = has_ends && missing(raw).is_some();
    raw.is_empty() || raw.eq_ignore_ascii_case("nan") || is_missing
}

fn limited_twice(record: &Record) -> Problem {
    let raw = record.get(Role::Value);
    let message = format!("beside '{raw}' stand bounds, which limit it in another way");
    Problem::at(record.line, message, "keep one of the two, and import again")
}

/// The interval around an exact value.
fn around(record: &Record) -> Result<Option<String>, Problem> {
    let ends = [Role::Lower, Role::Upper].map(|role| record.some(role).map(number));
    let value = record.get(Role::Value);
    let is_value = |end: &Option<Option<String>>| {
        let numbers = (end.as_ref().and_then(|end| end.as_deref()), number(value));
        let bits = |raw: &str| raw.parse().ok().map(f64::to_bits);
        matches!(numbers, (Some(end), Some(value)) if bits(end) == bits(&value))
    };
    match ends {
        [None, None] => Ok(None),
        // Both ends at the value leave nothing uncertain.
        ends if ends.iter().all(is_value) => Ok(None),
        [Some(Some(low)), Some(Some(high))] => Ok(Some(format!("[{low}, {high}]"))),
        _ => {
            let message =
                "beside the value there is one end of an interval that is missing or no number";
            Err(Problem::at(record.line, message, "write both ends, or none, and import again"))
        }
    }
}

/// The key of the source that the record names.
fn source_of(record: &Record, sources: &[Source]) -> Option<String> {
    let (words, link) = (record.some(Role::Source), record.some(Role::Link));
    let is = |source: &&Source| {
        words.is_some_and(|words| words == source.citation() || words == &*source.key)
    };
    let has_link = |source: &&Source| link.is_some() && source.url.as_deref() == link;
    let found = sources.iter().find(is).or_else(|| sources.iter().find(has_link));
    found.map(|source| source.key.to_string())
}

impl Point {
    /// As it stands in the file, in the order of the format. A source that the whole line has is left out.
    pub(super) fn written(&self, source: Option<&str>) -> String {
        let text = |text: &str| literal(Kind::Text, text, None);
        let own =
            |key: Key| self.texts.iter().find(|(own, _)| *own == key).map(|(_, words)| text(words));
        let mut statuses: Vec<String> = Vec::new();
        for status in &self.statuses {
            let word = text(status.word());
            if !statuses.contains(&word) {
                statuses.push(word);
            }
        }
        let status = match statuses.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(format!("[{}]", several.join(", "))),
        };
        let source = self.source.as_deref().filter(|own| Some(*own) != source);
        let parts = [
            (Key::Period, Some(text(&self.period.to_edtf()))),
            (Key::Value, self.value.clone()),
            (Key::Hedge, self.hedge.as_deref().map(text)),
            (Key::Wording, own(Key::Wording)),
            (Key::Base, own(Key::Base)),
            (Key::Interval, self.interval.clone()),
            (Key::IntervalIs, own(Key::IntervalIs)),
            (Key::Status, status),
            (Key::Scenario, own(Key::Scenario)),
            (Key::Derived, own(Key::Derived)),
            (Key::Source, source.map(text)),
            (Key::Locator, own(Key::Locator)),
            (Key::StatedBy, own(Key::StatedBy)),
            (Key::Note, own(Key::Note)),
        ];
        let written = parts.into_iter().filter_map(|(key, literal)| {
            literal.map(|literal| format!("{} = {literal}", key.word()))
        });
        format!("{{ {} }}", written.collect::<Vec<_>>().join(", "))
    }

    /// Whether its value is a number that nothing limits.
    pub(super) fn is_exact(&self) -> bool {
        self.hedge.is_none() && self.value.is_some()
    }
}
