//! Figures in sentences for speech: without drawings, operators and abbreviations. Everything that the
//! file says of a figure is said.

mod calculation;
mod editions;
mod figure;
mod lines;
mod others;
mod parts;
mod poll;
mod sources;
mod speech;

pub use parts::spoken_parts;
pub use sources::{sources_of, spoken_source};

use figure::{attributed, figure, printed, worked_out};
use lines::line;
use others::{rival, target};
use poll::poll;
use sources::{also_in, source};
use speech::{Sentences, aloud};

use crate::report::{
    Age, Day, Event, GroupIx, Indicator, IndicatorIx, Latest, Observation, Period, Report, counted,
};

/// The report: its title, how many of its indicators follow, and the date that ages are measured
/// from; where all of them follow, also who wrote it and what it is about.
pub fn spoken_report(report: &Report, shown: Option<usize>, as_of: Day) -> String {
    let mut out = Sentences::default();
    let title = if report.title.is_empty() { "A report without a title" } else { &report.title };
    let area = report.area.as_ref().map_or_else(String::new, |area| format!(", {area}"));
    let all = match report.indicators.len() {
        0 => "no figures".to_owned(),
        n => counted(n, "figure"),
    };
    let undated = report.indicators.iter().filter(|i| i.headline.period.is_none()).count();
    let count = match (shown, undated) {
        (Some(0), _) => String::new(),
        (Some(shown), _) => format!(": {shown} of {all}"),
        (None, 0) => format!(": {all}"),
        (None, n) => format!(": {all}, {n} without a date"),
    };
    out.say(&aloud(&format!("{title}{area}{count}")));
    out.say(&format!("As of {}", as_of.spoken()));
    if shown.is_none() {
        about(report, &mut out);
    }
    out.end()
}

/// Who wrote and published the report, when, and what it is about.
fn about(report: &Report, out: &mut Sentences) {
    let authors: Vec<_> = report.authors.iter().map(|author| aloud(author)).collect();
    out.maybe((!authors.is_empty()).then(|| format!("By {}", authors.join(", "))));
    let publisher = report.publisher.as_ref().map(|publisher| format!("by {}", aloud(publisher)));
    let date = report.published.as_ref().map(Period::spoken);
    let when: Vec<_> = publisher.into_iter().chain(date).collect();
    out.maybe((!when.is_empty()).then(|| format!("Published {}", when.join(", "))));
    out.maybe(report.about.as_ref().map(|about| aloud(&about.replace('\n', " "))));
    out.maybe(report.url.as_ref().map(|url| format!("Address: {url}")));
}

/// An indicator: its figure and what that allows, its date, its source, what others say of it, what is
/// aimed at, and the lines behind it.
pub fn spoken_indicator(report: &Report, indicator: &Indicator, as_of: Day) -> String {
    let mut out = Sentences::default();
    out.say(&format!("{}: {}", aloud(&indicator.label), figure(&indicator.headline)));
    headline(report, indicator, as_of, &mut out);
    review(indicator, as_of, &mut out);
    out.maybe(indicator.poll.as_ref().map(|said| poll("Of the poll behind it", said)));
    out.maybe(indicator.others());
    for one in &indicator.rivals {
        rival(report, indicator, one, &mut out);
    }
    out.maybe(latest(report, indicator));
    for one in &indicator.targets {
        target(report, indicator, one, as_of, &mut out);
    }
    for one in &indicator.series {
        line(report, indicator, one, &mut out);
    }
    for line in indicator.lines_in_editions() {
        out.say(&editions::sentence(&line));
    }
    let related = labels(report, &indicator.related);
    out.maybe((!related.is_empty()).then(|| format!("See also: {}", related.join("; "))));
    out.end()
}

/// What is known of the headline besides its figure.
fn headline(report: &Report, indicator: &Indicator, as_of: Day, out: &mut Sentences) {
    let headline = &indicator.headline;
    out.maybe(printed(headline));
    out.maybe(worked_out(headline));
    out.maybe(indicator.of.as_ref().map(|of| format!("Of what: {}", aloud(of))));
    let whole = labels(report, indicator.part_of.as_slice());
    out.maybe(whole.first().map(|whole| format!("A part of: {whole}")));
    out.maybe(indicator.area.as_ref().map(|area| format!("Area: {}", aloud(area))));
    out.maybe(group(report, indicator.group));
    out.say(&date(headline, as_of));
    out.maybe(headline.stated_by.as_deref().map(said_by));
    if headline.source.is_some() || headline.derived.is_none() {
        let from = source(report, headline.source, headline.locator.as_deref());
        let lead = if headline.derived.is_some() { "Worked out from:" } else { "Source:" };
        out.say(&from.replacen("Source:", lead, 1));
    }
    for also in &headline.also {
        out.say(&also_in(report, also));
    }
    out.maybe(headline.note.as_ref().map(|note| format!("Note: {}", aloud(note))));
}

/// When it is time to look at the entry again.
fn review(indicator: &Indicator, as_of: Day, out: &mut Sentences) {
    if let Some(due) = &indicator.review_by {
        let is = if due.end().is_some_and(|end| end < as_of) { "was" } else { "is" };
        out.say(&format!("This entry {is} to be looked at again by {}", due.spoken()));
    }
    let outlived = indicator.outlived(as_of);
    for (figure, status) in outlived.into_iter().filter_map(|o| Some((o, o.status.foreseen()?))) {
        let of = figure.period.as_ref().map_or_else(String::new, Period::spoken);
        let what = status.spoken();
        out.say(&format!("It is time to look up what has come of {what} for {of}"));
    }
    let foreseen = indicator.foreseen(&indicator.headline);
    out.maybe(foreseen.map(|what| format!("It was foreseen: {}", aloud(&what))));
}

/// The latest figure for the same thing. One that has just been read is repeated only where it shows
/// that the headline is old.
fn latest(report: &Report, indicator: &Indicator) -> Option<String> {
    let is_given = |latest: &Latest<'_>| {
        let mut rivals = indicator.rivals.iter();
        rivals.any(|rival| std::ptr::eq(&raw const rival.observation, latest.observation))
    };
    let latest = indicator.latest().filter(|latest| latest.is_newer || !is_given(latest))?;
    let figure = attributed(report, latest.observation);
    let sentence = latest.sentence(&figure);
    // The two other forms say in their own words that there is such a figure.
    let is_open = !latest.is_newer && !latest.is_dated;
    Some(if is_open { format!("the latest dated figure: {sentence}") } else { sentence })
}

fn labels(report: &Report, indicators: &[IndicatorIx]) -> Vec<String> {
    let labels = indicators.iter().filter_map(|ix| report.indicator(*ix));
    labels.map(|indicator| aloud(&indicator.label)).collect()
}

fn group(report: &Report, group: Option<GroupIx>) -> Option<String> {
    let group = group.and_then(|ix| report.group(ix))?;
    Some(format!("Group: {}", aloud(&group.title)))
}

/// An event: its date, its title, its source, what else to know, and what it bears on.
pub fn spoken_event(report: &Report, event: &Event) -> String {
    let mut out = Sentences::default();
    let date = event.date.as_ref().map_or_else(|| "Without a date".to_owned(), Period::spoken);
    out.say(&format!("{date}: {}", aloud(&event.title)));
    out.maybe(event.note.as_deref().map(aloud));
    out.maybe(group(report, event.group));
    out.say(&source(report, event.source, event.locator.as_deref()));
    let bears_on = labels(report, &event.indicators);
    out.maybe((!bears_on.is_empty()).then(|| format!("It bears on: {}", bears_on.join("; "))));
    out.end()
}

fn date(headline: &Observation, as_of: Day) -> String {
    let Some(period) = &headline.period else { return "It has no date".to_owned() };
    let date = format!("Period: {}", period.spoken());
    match Age::new(Some(period), as_of) {
        age @ (Age::Months(_) | Age::AboutMonths(_)) => {
            format!("{date}, which ended {} ago", age.words().unwrap_or_default())
        }
        Age::NotOver => format!("{date}, which is not over yet"),
        Age::Unknown => date,
    }
}

fn said_by(who: &str) -> String {
    let who = aloud(who);
    let first = who.split(' ').next().unwrap_or_default();
    match first {
        "not" => "No one is named as the one who says it".to_owned(),
        "report" | "author" | "authors" => format!("Said by the {who}"),
        _ => format!("Said by {who}"),
    }
}
