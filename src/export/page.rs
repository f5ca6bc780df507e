//! A report as a page of Markdown (GitHub's): tables of figures in words, notes and sources.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::citation::Cited;
use super::escape::markdown as escaped;
use super::extract::Extract;
use super::row::Row;
use crate::report::{Address, Indicator, IndicatorIx, Period, Report, SourceIx, Sum, counted};

/// The page. It has no histories; of each figure it has what others say and what is aimed at.
pub fn page(extract: &Extract<'_>) -> String {
    let report = extract.report;
    let mut out = format!("# {}\n\n{}\n", escaped(&report.title), escaped(&head(extract)));
    if let Some(left_out) = &extract.left_out {
        let _ = write!(out, "\n> **Not whole.** {}.\n", escaped(left_out));
    }
    if let Some(about) = &report.about {
        let _ = write!(out, "\n{}\n", paragraph(about));
    }
    let mut sources = Sources::default();
    let mut notes = String::new();
    let places: HashMap<&str, IndicatorIx> =
        report.indexed().map(|(ix, indicator)| (indicator.id.as_str(), ix)).collect();
    for (at, indicator) in extract.indicators.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| extract.indicators.get(at));
        if before.is_none_or(|before| before.group != indicator.group) {
            let group = indicator.group.and_then(|ix| report.group(ix));
            if let Some(group) = group {
                let _ = write!(out, "\n## {}\n", escaped(&group.title));
            }
            out.push_str("\n| what | figure | period | source |\n| --- | --- | --- | --- |\n");
        }
        for row in figures(report, indicator) {
            let (what, period) = (what(&row), escaped(&period(&row)));
            let figure = escaped(&row.observation().words());
            let source = sources.named(&row);
            let _ = writeln!(out, "| {what} | {figure} | {period} | {source} |");
        }
        let sum = places.get(indicator.id.as_str()).and_then(|ix| report.sum_of_parts(*ix));
        note(report, indicator, sum, &mut notes);
    }
    if !notes.is_empty() {
        let _ = write!(out, "\n## Notes\n\n{notes}");
    }
    sources.write(report, &mut out);
    out
}

/// What the report is, in a line.
fn head(extract: &Extract<'_>) -> String {
    let report = extract.report;
    let by = report.authors.iter().chain(&report.publisher).map(ToString::to_string);
    let published = report.published.as_ref().map(Period::words);
    let area = report.area.as_ref().map(ToString::to_string);
    let count = match (extract.indicators.len(), report.indicators.len()) {
        (some, all) if some == all => counted(all, "figure"),
        (some, all) => format!("{some} of {}", counted(all, "figure")),
    };
    let undated = extract.indicators.iter().filter(|it| it.headline.period.is_none()).count();
    let undated = (undated > 0).then(|| format!("{undated} without a date"));
    let as_of = format!("as of {}", extract.as_of.words());
    let counts = [Some(count), undated, extract.caveat(), Some(as_of)].into_iter().flatten();
    let by: Vec<_> = by.chain(published).chain(area).collect();
    let counts: Vec<_> = counts.collect();
    let lines = [by, counts].into_iter().filter(|line| !line.is_empty());
    lines.map(|line| line.join(", ") + ".").collect::<Vec<_>>().join(" ")
}

/// A text that begins a paragraph, and no list or line.
fn paragraph(text: &str) -> String {
    let text = escaped(text.trim());
    let first = text.chars().next().unwrap_or_default();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < text.len()
        && digits
            .strip_prefix(['.', ')'])
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    match text.strip_prefix(['-', '+', '=']) {
        Some(rest) => format!("\\{first}{rest}"),
        None if is_number => {
            let at = text.len() - digits.len();
            let (number, rest) = text.split_at(at);
            format!("{number}\\{rest}")
        }
        None => text,
    }
}

/// Its headline, its rivals and its targets.
fn figures<'r>(report: &'r Report, indicator: &'r Indicator) -> impl Iterator<Item = Row<'r>> {
    let rivals = (0..indicator.rivals.len()).map(move |rival| Cited::Rival { indicator, rival });
    let targets =
        (0..indicator.targets.len()).map(move |target| Cited::Target { indicator, target });
    let all = std::iter::once(Cited::Headline(indicator)).chain(rivals).chain(targets);
    all.filter_map(move |cited| Row::new(report, cited))
}

/// What a row measures.
fn what(row: &Row<'_>) -> String {
    let indicator = row.indicator();
    match row.cited() {
        Cited::Rival { .. } => match row.differs() {
            Some(differs) => format!("… another figure; it differs: {}", escaped(differs)),
            None => "… another figure for it".to_owned(),
        },
        Cited::Target { .. } => match row.cited().judgement() {
            Some(says) => {
                format!("… what is aimed at; its chances by the source: “{}”", escaped(says))
            }
            None => "… what is aimed at".to_owned(),
        },
        _ => {
            let of = indicator.of.as_ref().map(|of| format!(", of {}", escaped(of)));
            let area = indicator.area.as_ref().map(|area| format!(", {}", escaped(area)));
            let more = of.into_iter().chain(area).collect::<String>();
            format!("**{}**{more}", escaped(&indicator.label))
        }
    }
}

fn period(row: &Row<'_>) -> String {
    match row.cited() {
        Cited::Target { .. } => row.observation().due_words(),
        _ => row.observation().period_words(),
    }
}

/// What else is to be known of an indicator, if there is anything.
fn note(report: &Report, indicator: &Indicator, sum: Option<Sum>, out: &mut String) {
    let latest = indicator.latest().map(|latest| {
        let it = latest.observation;
        latest.sentence(&format!("{} ({})", it.words(), it.period_words()))
    });
    let poll = indicator.poll.as_ref().map(|poll| format!("of its poll {}", poll.summary()));
    let own = [indicator.others(), latest, sum.map(|sum| sum.words), poll];
    let mut own: Vec<_> = own.into_iter().flatten().collect();
    for (at, row) in figures(report, indicator).enumerate() {
        let it = row.observation();
        let how = it.derived.as_ref().map(|how| format!("worked out as {how}"));
        let who = it.stated_by.as_ref().map(|who| format!("who says it: {who}"));
        let note = it.note.as_ref().map(ToString::to_string);
        let of = if at > 0 { format!("{}: ", it.words()) } else { String::new() };
        own.extend([how, who, note].into_iter().flatten().map(|told| of.clone() + &told));
    }
    if !own.is_empty() {
        let _ = writeln!(out, "- **{}**", escaped(&indicator.label));
        for line in own {
            let _ = writeln!(out, "  - {}", paragraph(&line));
        }
    }
}

/// The sources in the order in which they are first named.
#[derive(Default)]
struct Sources {
    named: Vec<SourceIx>,
    numbers: HashMap<SourceIx, usize>,
}

impl Sources {
    /// The source of a figure with its place, and the others that print it.
    fn named(&mut self, row: &Row<'_>) -> String {
        let it = row.observation();
        let own = it.source.map(|source| (source, it.locator.as_ref()));
        let also = it.also.iter().map(|also| (also.source, also.locator.as_ref()));
        let all = own.into_iter().chain(also).map(|(source, locator)| {
            let place = locator.map_or_else(String::new, |place| format!(", {}", escaped(place)));
            format!("\\[{}\\]{place}", self.number(source))
        });
        let all: Vec<_> = all.collect();
        match (all.is_empty(), it.derived.is_some()) {
            (true, true) => "no source prints it".to_owned(),
            (true, false) => "no source given".to_owned(),
            (false, true) => format!("worked out from {}", all.join("; ")),
            (false, false) => all.join("; "),
        }
    }

    fn number(&mut self, source: SourceIx) -> usize {
        *self.numbers.entry(source).or_insert_with(|| {
            self.named.push(source);
            self.named.len()
        })
    }

    fn write(&self, report: &Report, out: &mut String) {
        if self.named.is_empty() {
            return;
        }
        out.push_str("\n## Sources\n\n");
        for (at, source) in self.named.iter().enumerate() {
            let Some(source) = report.source(*source) else { continue };
            let address = source.url.as_deref().map(|url| match Address::new(url) {
                Ok(address) => format!("<{address}>"),
                Err(why) => escaped(&format!("address left out: {why}")),
            });
            let accessed = source.accessed.as_ref().map(|it| format!("accessed {}", it.words()));
            let note = source.note.as_ref().map(|note| escaped(note));
            let parts =
                [Some(escaped(&source.citation())), address, accessed.map(|it| escaped(&it)), note];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            let _ = writeln!(out, "{}. {}", at + 1, parts.join(", "));
        }
    }
}
