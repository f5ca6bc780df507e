//! What an import would change in the file.

use super::cell::commas;
use super::choose::{Choice, choose};
use super::point::{self, Point};
use super::problem::Problem;
use super::record::{Record, Records, Role};
use super::table::{plain, rows};
use super::unit::{spelled, unit};
use super::{long, lowest, metadata, wide};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::{EditError, add_points, add_series, literal};
use crate::load::{Loaded, load};
use crate::report::{Day, Indicator, Observation, Quantity, Report, Series, Text, Unit, counted};
use crate::schema::{Key, Kind};

/// An import as it would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The text of the file with the new points.
    pub text: String,
    /// How many points are new.
    pub added: usize,
    /// How many stand in the file already, with the same value, hedge and status.
    pub same: usize,
    /// What else to know, a sentence each.
    pub notes: Vec<String>,
}

/// Adds a series of a CSV file to the text of a report, beside an indicator: to the line of the same label,
/// unit and edition if there is one, else as a new line.
///
/// `json` is the text of the metadata beside the CSV, if there are some.
///
/// # Errors
/// If the CSV is not understood, if it is unclear which series or unit is meant, if the report has faults,
/// or if a point contradicts one of the same date in the file.
pub fn plan(
    report: &str,
    csv: &str,
    json: Option<&str>,
    choice: &Choice,
    as_of: Day,
) -> Result<Plan, Problem> {
    let loaded = sound(report, as_of)?;
    let indicator = find(&loaded.report, &choice.to)?;
    let rows = rows(csv)?;
    let mut records = wide::read(&rows).map_or_else(|| long::read(&rows), Ok)?;
    if let Some(json) = json {
        metadata::add(&mut records, json)?;
    }
    let area = indicator.area.as_deref().or(loaded.report.area.as_deref());
    let chosen = choose(&records, choice, area)?;
    let Some(first) = chosen.first() else {
        return Err(Problem::new("the file has no figures", "name another file"));
    };
    commas(&chosen)?;
    let unit = unit(first, choice, &indicator.unit, records.is_own)?;
    let mut points = points(&chosen, &loaded.report, unit.is_percent())?;
    if records.may_hide_limits {
        lowest::settle(&mut points, choice)?;
    }
    let line = Line::new(&records, first, choice, unit, &points, &loaded.report)?;
    let keys = line.keys(indicator);
    let written: Vec<String> =
        points.iter().map(|point| point.written(line.source.as_deref())).collect();
    let (text, at) =
        add_series(report, &choice.to, &keys, &written).map_err(|error| refused(&error))?;
    let with = load(&text, as_of);
    understood(&with, at, &points)?;
    let new = find(&with.report, &choice.to)?.series.last();
    let Some(new) = new.filter(|new| new.points.len() == points.len()) else {
        return Err(Problem::new("the points cannot be read back", "add the series by hand"));
    };
    let mut notes = line.notes;
    if !records.unread.is_empty() {
        notes.push(format!("not taken over: {}", records.unread.join(", ")));
    }
    let at = indicator.series.iter().position(|series| is_like(series, new, &indicator.label));
    let Some((nth, own)) = at.and_then(|nth| Some((nth, indicator.series.get(nth)?))) else {
        return Ok(Plan { text, added: points.len(), same: 0, notes });
    };
    let more = beside(own, new, &points, &written)?;
    let (added, same) = (more.len(), points.len() - more.len());
    if more.is_empty() {
        return Ok(Plan { text: report.to_owned(), added, same, notes });
    }
    let text = add_points(report, &choice.to, nth, &more).map_err(|error| refused(&error))?;
    let read = sound(&text, as_of)?;
    let is_whole = find(&read.report, &choice.to)?
        .series
        .get(nth)
        .is_some_and(|series| series.points.len() == own.points.len() + added);
    if !is_whole {
        return Err(Problem::new("the points cannot be read back", "add them by hand"));
    }
    Ok(Plan { text, added, same, notes })
}

fn sound(text: &str, as_of: Day) -> Result<Loaded, Problem> {
    let loaded = load(text, as_of);
    if loaded.errors() == 0 {
        return Ok(loaded);
    }
    let message = format!("the report has {}", counted(loaded.errors(), "fault"));
    Err(Problem::new(message, "see 'indicia check', correct them, and import again"))
}

fn find<'r>(report: &'r Report, id: &str) -> Result<&'r Indicator, Problem> {
    report.find(id).and_then(|ix| report.indicator(ix)).ok_or_else(|| {
        let ids: Vec<_> =
            report.indicators.iter().take(5).map(|it| format!("'{}'", it.id)).collect();
        let help = format!("say an id of the report, such as {}", ids.join(", "));
        Problem::new(format!("the report has no figure '{id}'"), help)
    })
}

/// The points in the order of time, no two of the same date.
fn points(records: &[Record], report: &Report, is_percent: bool) -> Result<Vec<Point>, Problem> {
    let mut points = Vec::new();
    for record in records {
        points.extend(point::read(record, &report.sources, is_percent)?);
    }
    points.sort_by_key(|point| point.period.sort_key());
    let twice = points.windows(2).find_map(|pair| match pair {
        [one, other] if one.period == other.period => Some((one.line, other)),
        _ => None,
    });
    if let Some((line, other)) = twice {
        let message = format!("{} stands here and in line {line}", other.period.words());
        let help = "take one of them out, or say with --only which rows are meant";
        return Err(Problem::at(other.line, message, help));
    }
    if points.is_empty() {
        return Err(Problem::new("the series has no figures", "choose another one with --only"));
    }
    Ok(points)
}

fn refused(error: &EditError) -> Problem {
    Problem::new("the points cannot be added", error.to_string())
}

/// Checks that the new lines have no fault; their rules are those of the file.
fn understood(with: &Loaded, first: u32, points: &[Point]) -> Result<(), Problem> {
    let is_error = |it: &&Diagnostic| it.rule.severity == Severity::Error;
    let Some(error) = with.diagnostics.iter().find(is_error) else { return Ok(()) };
    let nth = usize::try_from(error.line.saturating_sub(first)).unwrap_or(usize::MAX);
    let line = points.get(nth).filter(|_| error.line >= first).map(|point| point.line);
    let help = error.help.clone().unwrap_or_else(|| "correct it in the CSV".to_owned());
    Err(Problem { line, ..Problem::new(error.message.clone(), help) })
}

/// Whether two lines are the same one: the imported points then belong to the first. A line without a
/// label has that of its indicator.
fn is_like(own: &Series, new: &Series, label: &Text) -> bool {
    let head = |series: &Series| {
        let label = series.label.as_ref().unwrap_or(label).clone();
        let edition = series.edition.as_ref().map(|edition| edition.name.clone());
        let quantity = series.points.iter().find_map(|point| point.quantity.as_ref());
        let is_change = quantity.is_some_and(Quantity::is_change);
        (label, edition, is_change, series.unit.clone(), series.differs.clone())
    };
    let has = |scenario| own.points.iter().any(|point| point.scenario == scenario);
    head(own) == head(new) && new.points.iter().all(|point| has(point.scenario.clone()))
}

/// The points that the line in the file lacks, each with the one that it goes behind.
fn beside(
    own: &Series,
    new: &Series,
    points: &[Point],
    written: &[String],
) -> Result<Vec<(Option<usize>, String)>, Problem> {
    let mut more = Vec::new();
    for ((observation, point), written) in new.points.iter().zip(points).zip(written) {
        let is_then = |other: &&Observation| {
            other.period.as_ref().is_some_and(|period| period.is_same(&point.period))
        };
        match own.points.iter().find(is_then) {
            Some(old) if says_the_same(old, observation) => {}
            Some(old) => {
                let message = format!(
                    "{} is {} in the report and {} here",
                    point.period.words(),
                    old.words(),
                    observation.words()
                );
                let help = "keep both with --edition NAME, or under another --label; or change the \
                            report by hand";
                return Err(Problem::at(point.line, message, help));
            }
            None => {
                let key = point.period.sort_key();
                let is_earlier = |old: &Observation| {
                    old.period.as_ref().is_some_and(|period| period.sort_key() <= key)
                };
                more.push((own.points.iter().rposition(is_earlier), written.clone()));
            }
        }
    }
    Ok(more)
}

fn says_the_same(old: &Observation, new: &Observation) -> bool {
    old.quantity == new.quantity && old.status == new.status
}

/// What the points of the new line share.
struct Line {
    label: Option<String>,
    unit: Unit,
    change: bool,
    edition: Option<String>,
    differs: Option<String>,
    source: Option<String>,
    note: Option<String>,
    notes: Vec<String>,
}

impl Line {
    fn new(
        records: &Records,
        first: &Record,
        choice: &Choice,
        unit: Unit,
        points: &[Point],
        report: &Report,
    ) -> Result<Self, Problem> {
        let text = |role: Role| first.some(role).map(str::to_owned);
        let has = |key: &String| report.sources.iter().any(|source| &*source.key == key.as_str());
        if let Some(key) = choice.source.as_ref().filter(|key| !has(key)) {
            let message = format!("the report has no source '{key}'");
            let help = format!("add it under [source.{key}], and import again");
            return Err(Problem::new(message, help));
        }
        let mut keys = points.iter().map(|point| point.source.as_ref());
        let shared = keys.next().flatten().filter(|one| keys.all(|key| key == Some(one)));
        let source = choice.source.clone().or_else(|| shared.cloned());
        let mut notes = Vec::new();
        if !(records.is_own || first.keys.is_empty()) {
            let keys: Vec<_> = first.keys.iter().map(|(_, text)| text.as_str()).collect();
            notes.push(format!("taken: {}", keys.join(", ")));
        }
        if source.is_none() && points.iter().all(|point| point.source.is_none()) {
            notes.push(
                "no source: name one with --source KEY; it needs a [source.KEY] in the report"
                    .to_owned(),
            );
        }
        let code = first
            .keys
            .iter()
            .find(|(head, _)| matches!(&*plain(head), "indicatorcode" | "seriescode"));
        let from =
            text(Role::Source).or_else(|| code.map(|(_, code)| format!("World Bank, {code}")));
        // What the file does not say itself is told as ours.
        let word = choice.lowest.as_deref().filter(|word| *word != "exact");
        let lowest = word.filter(|_| records.may_hide_limits);
        let lowest = lowest.map(|word| format!("; the lowest value there is read as “{word}”"));
        let lowest = lowest.unwrap_or_default();
        Ok(Self {
            label: choice.label.clone().or_else(|| text(Role::Label)),
            unit,
            change: first.get(Role::Nature).starts_with("change"),
            edition: choice.edition.clone().or_else(|| text(Role::Edition)),
            differs: text(Role::Differs),
            note: from.filter(|_| !records.is_own).map(|from| format!("From: {from}{lowest}")),
            source,
            notes,
        })
    }

    /// Its keys as the file writes them.
    fn keys(&self, indicator: &Indicator) -> Vec<(Key, String)> {
        let text = |text: &String| literal(Kind::Text, text, None);
        let unit = (self.unit != indicator.unit).then(|| spelled(&self.unit));
        let is_change = indicator.headline.quantity.as_ref().is_some_and(Quantity::is_change);
        let change = (self.change && !is_change).then(|| "true".to_owned());
        let keys = [
            (Key::Label, self.label.as_ref().map(text)),
            (Key::Unit, unit.as_ref().map(text)),
            (Key::Change, change),
            (Key::Edition, self.edition.as_ref().map(text)),
            (Key::Differs, self.differs.as_ref().map(text)),
            (Key::Source, self.source.as_ref().map(text)),
            (Key::Note, self.note.as_ref().map(text)),
        ];
        keys.into_iter().filter_map(|(key, literal)| Some((key, literal?))).collect()
    }
}
