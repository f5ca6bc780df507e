//! Figures in sentences for speech: without drawings, operators and abbreviations.

mod editions;
mod origin;
mod parts;
mod speech;
mod targets;

pub use parts::spoken_parts;

use speech::{Sentences, aloud};

use crate::report::{
    Age, Day, Event, Flags, HedgeClass, Indicator, Latest, Observation, Period, Poll, Quantity,
    Report, Rival, Series, SourceIx, Status, StatusSet, counted,
};

/// The report: its title, how many of its indicators follow, and the date that ages are measured
/// from.
pub fn spoken_report(report: &Report, shown: Option<usize>, as_of: Day) -> String {
    let mut out = Sentences::default();
    let title = if report.title.is_empty() { "A report without a title" } else { &report.title };
    let area = report.area.as_ref().map_or_else(String::new, |area| format!(", {area}"));
    let all = match report.indicators.len() {
        0 => "no indicators".to_owned(),
        n => counted(n, "indicator"),
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
    out.end()
}

/// An indicator: its figure and what that allows, its date, its source and its rivals.
pub fn spoken_indicator(report: &Report, indicator: &Indicator, as_of: Day) -> String {
    let headline = &indicator.headline;
    let mut out = Sentences::default();
    out.say(&format!("{}: {}", aloud(&indicator.label), figure(headline)));
    out.maybe(headline.wording.as_deref().and_then(|wording| printed(wording, headline)));
    out.maybe(indicator.of.as_ref().map(|of| format!("Of what: {}", aloud(of))));
    out.maybe(indicator.area.as_ref().map(|area| format!("Area: {}", aloud(area))));
    out.say(&date(headline, as_of));
    out.maybe(headline.stated_by.as_deref().map(said_by));
    for sentence in origin::sentences(report, headline) {
        out.say(&sentence);
    }
    out.maybe(headline.note.as_ref().map(|note| format!("Note: {}", aloud(note))));
    if Flags::new(indicator, as_of).due
        && let Some(due) = &indicator.review_by
    {
        out.say(&format!("This entry was to be looked at again by {}", due.spoken()));
    }
    for figure in indicator.outlived(as_of) {
        let words = format!("It is time to look up what has come of {}", figure.status.spoken());
        let of = figure.period.as_ref().map_or_else(String::new, Period::spoken);
        out.say(&format!("{words} for {of}"));
    }
    out.maybe(indicator.poll.as_ref().map(|said| poll("Of the poll behind it", said)));
    out.maybe(
        indicator.foreseen(headline).map(|what| format!("It was foreseen: {}", aloud(&what))),
    );
    targets::all(report, indicator, as_of).for_each(|target| out.say(&target));
    out.maybe(indicator.others());
    for rival in &indicator.rivals {
        out.say(&other(report, indicator, rival));
    }
    // A figure that has just been read is repeated only where it shows that this one is old.
    let is_given = |latest: &Latest<'_>| {
        let mut rivals = indicator.rivals.iter();
        rivals.any(|rival| std::ptr::eq(&raw const rival.observation, latest.observation))
    };
    let latest = indicator.latest().filter(|latest| latest.is_newer || !is_given(latest));
    out.maybe(latest.map(|latest| {
        let figure = attributed(report, latest.observation);
        let sentence = latest.sentence(&format!("{figure},"));
        sentence.trim_end_matches(',').to_owned()
    }));
    for line in &indicator.series {
        out.say(&series(indicator, line));
        out.maybe(line.poll.as_ref().map(|said| poll("Of its polls", said)));
    }
    for line in indicator.lines_in_editions() {
        out.say(&editions::sentence(&line));
    }
    out.end()
}

/// A series, point by point; of a series that measures something else only its first and last date.
fn series(indicator: &Indicator, line: &Series) -> String {
    let label = aloud(&line.titled(&line.unit.long()));
    let what = match (line.is_superseded(), line.measures_the_same(indicator)) {
        (false, true) => "History",
        (true, true) => "Earlier edition",
        (_, false) => "Another measure",
    };
    let (given, missing): (Vec<_>, Vec<_>) =
        line.points.iter().partition(|point| point.quantity.is_some());
    let points = counted(given.len(), "point");
    let missing = match missing.len() {
        0 => String::new(),
        n => format!(", and {n} without a value"),
    };
    if line.is_history_of(indicator) {
        let all = given.iter().map(|point| {
            let date = point.period.as_ref().map_or_else(String::new, Period::spoken);
            format!("{date}, {}", aloud(&point.spoken()))
        });
        let all: Vec<_> = all.collect();
        return format!("{what}: {label}, {points}{missing}: {}", all.join("; "));
    }
    let dates = given.iter().filter_map(|point| point.period.as_ref());
    let differs = line.differs.as_ref().map_or_else(String::new, |d| format!(", {}", aloud(d)));
    format!("{what}: {label}, {points}{}{missing}{differs}", span(dates))
}

/// The first and the last of several dates.
fn span<'p>(dates: impl Iterator<Item = &'p Period> + Clone) -> String {
    let first = dates.clone().min_by_key(|period| period.sort_key());
    let last = dates.max_by_key(|period| period.sort_key());
    match (first, last) {
        (Some(first), Some(last)) if first != last => {
            format!(", the first {}, the last {}", first.spoken(), last.spoken())
        }
        (Some(only), _) => format!(", {}", only.spoken()),
        _ => String::new(),
    }
}

/// What a poll discloses, and what it does not.
fn poll(of_what: &str, said: &Poll) -> String {
    let given = said.said().filter(|(label, _)| *label != "method");
    let given: Vec<_> = given.map(|(label, text)| format!("{label} {}", aloud(&text))).collect();
    let given = if given.is_empty() { String::new() } else { format!(": {}", given.join(", ")) };
    let unsaid: Vec<_> = said.unsaid().collect();
    let unsaid = if unsaid.is_empty() {
        String::new()
    } else {
        format!("; not said: {}", unsaid.join(", "))
    };
    format!("{of_what}, {}{given}{unsaid}", said.summary())
}

/// An event: its date, its title, its source, and what else to know.
pub fn spoken_event(report: &Report, event: &Event) -> String {
    let mut out = Sentences::default();
    let date = event.date.as_ref().map_or_else(|| "Without a date".to_owned(), Period::spoken);
    out.say(&format!("{date}: {}", aloud(&event.title)));
    out.maybe(event.note.as_deref().map(aloud));
    out.say(&source(report, event.source, event.locator.as_deref()));
    out.end()
}

/// The figure in the source's words, and the values that it allows where they leave that open.
fn figure(observation: &Observation) -> String {
    use HedgeClass::{Above, AtLeast, AtMost, Below, Between, Order};
    let words = observation.spoken();
    let Some(quantity) = &observation.quantity else { return aloud(&words) };
    let allows = quantity.spoken_sentence();
    let said = match (quantity.class(), allows.split_once("; ")) {
        (Some(Between), _) => format!("{words}, both ends stated"),
        (None | Some(Order), _) if !observation.is_plain() && observation.status.is_normal() => {
            words
        }
        (None | Some(Order), _) => with_status(&allows, observation.status),
        // These words already say on which side the limit is.
        (Some(AtMost | Below | AtLeast | Above), Some((_, other_side))) => {
            format!("{words}; {other_side}")
        }
        _ => format!("{words}, that is {allows}"),
    };
    aloud(&said)
}

/// The status, which limits a figure as a hedge does and is read before it.
fn with_status(text: &str, status: StatusSet) -> String {
    let aim = if status.has(Status::Target) { "aimed at: " } else { "" };
    let rest = status.without(Status::Target);
    let rest = if rest.is_normal() { String::new() } else { format!("{}, ", rest.spoken()) };
    format!("{rest}{aim}{text}")
}

/// The wording, if it differs from what has just been read.
fn printed(wording: &str, headline: &Observation) -> Option<String> {
    let wording = aloud(wording);
    let said = headline.quantity.as_ref().map(Quantity::spoken).unwrap_or_default();
    let rest = said.to_lowercase();
    let rest = rest.strip_prefix(&wording.to_lowercase());
    let is_said = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    (!is_said).then(|| format!("As printed: “{wording}”"))
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

fn source(report: &Report, source: Option<SourceIx>, place: Option<&str>) -> String {
    match source.and_then(|ix| report.source(ix)) {
        Some(source) => format!("Source: {}", origin::of(source, place)),
        None => "No source is given".to_owned(),
    }
}

/// A figure with its date, who says it and its source.
fn attributed(report: &Report, observation: &Observation) -> String {
    let date =
        observation.period.as_ref().map_or_else(|| "without a date".to_owned(), Period::spoken);
    let source = observation.source.and_then(|ix| report.source(ix));
    let place = source.map(|source| aloud(source.publisher.as_ref().unwrap_or(&source.title)));
    let place = place.map(|place| place.trim_end_matches('.').to_owned());
    let from = match (observation.stated_by.as_deref().map(aloud), place) {
        (Some(who), Some(place)) if who != place => format!("said by {who}, as {place} has it"),
        (Some(who), _) => format!("said by {who}"),
        (None, Some(place)) => format!("according to {place}"),
        (None, None) => "no source given".to_owned(),
    };
    let from = origin::calculated_from(report, observation).unwrap_or(from);
    let figure = aloud(&observation.spoken());
    // A hedge that is a verb needs a subject.
    let subject = if figure.starts_with("exceed") { "a figure that " } else { "" };
    format!("{subject}{figure}, {date}, {from}")
}

/// A rival: its figure, how it differs, and the verdict on it.
fn other(report: &Report, indicator: &Indicator, rival: &Rival) -> String {
    let figure = attributed(report, &rival.observation);
    let figure = format!("{figure}{}", origin::more(report, &rival.observation));
    let verdict = aloud(&rival.verdict(indicator).spoken());
    let verdict = if verdict.starts_with("not ") { format!("is {verdict}") } else { verdict };
    match &rival.differs {
        Some(differs) => {
            // That it measures another thing has just been read.
            let verdict = verdict.trim_end_matches(", but measures another thing");
            format!("{figure}; this differs: {}; it {verdict}", aloud(differs))
        }
        None => format!("{figure}; this {verdict}"),
    }
}
