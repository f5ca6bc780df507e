//! The lines behind a figure as tables.

use std::fmt::Write as _;

use super::facts::what_came;
use super::markup::{Fields, escaped, paragraph, short_source};
use crate::app::Model;
use crate::report::{Indicator, LineEditions, Observation, Poll, Series};

/// The cells of a column for each point of a line.
type Column = (&'static str, Vec<String>);

/// Each line with its points.
pub(super) fn lines(model: &Model, indicator: &Indicator, out: &mut String) {
    if indicator.series.is_empty() {
        return;
    }
    out.push_str("<h5>History</h5>\n");
    for series in &indicator.series {
        line(model, indicator, series, out);
    }
    for line in indicator.lines_in_editions() {
        editions(&line, out);
    }
}

fn line(model: &Model, indicator: &Indicator, series: &Series, out: &mut String) {
    let title = series.titled(&indicator.label);
    let what = if series.is_superseded() {
        "an earlier edition"
    } else if series.is_history_of(indicator) {
        ""
    } else {
        "another measure"
    };
    let parts = [title.as_str(), what].into_iter().filter(|part| !part.is_empty());
    let caption =
        escaped(&format!("{}, in {}", parts.collect::<Vec<_>>().join(", "), series.unit.long()));
    let differs = series.differs.as_ref().map(|differs| {
        format!(" <span class=\"differs\">This differs: {}.</span>", escaped(differs))
    });
    let differs = differs.unwrap_or_default();
    let label = escaped(&title);
    let _ = writeln!(
        out,
        "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n\
         <caption>{caption}{differs}</caption>"
    );
    let columns = columns(model, indicator, series);
    out.push_str("<thead><tr>");
    for (heading, _) in &columns {
        let _ = write!(out, "<th scope=\"col\">{heading}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in 0..series.points.len() {
        out.push_str("<tr>");
        for (at, (_, cells)) in columns.iter().enumerate() {
            let cell = cells.get(row).map_or("", String::as_str);
            let (open, close) = if at == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let _ = write!(out, "<{open}>{cell}</{close}>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
    paragraph("note", series.note.as_deref().unwrap_or_default(), out);
    if let Some(said) = &series.poll {
        poll("The polls behind this line", said, out);
    }
}

/// The columns of a line, without those that have nothing in them.
fn columns(model: &Model, indicator: &Indicator, series: &Series) -> Vec<Column> {
    let report = &model.doc.report;
    let column = |heading, cell: &dyn Fn(&Observation) -> String| {
        (heading, series.points.iter().map(cell).collect::<Vec<_>>())
    };
    let text = |text: Option<&str>| escaped(text.unwrap_or_default());
    let quoted = |point: &Observation| {
        let wording = point.wording.as_ref().map(|words| format!("“{words}”"));
        escaped(&wording.or_else(|| point.calculation()).unwrap_or_default())
    };
    let sources = |point: &Observation| {
        let (wording, locator) = (point.wording.as_deref(), point.locator.as_deref());
        let own = point.source.map(|ix| short_source(report, ix, wording, locator));
        let also = point.also.iter().map(|also| {
            short_source(report, also.source, also.wording.as_deref(), also.locator.as_deref())
        });
        own.into_iter().chain(also).collect::<Vec<_>>().join("; ")
    };
    let notes = |point: &Observation| {
        let note = point.note.as_ref().map(ToString::to_string);
        let came = what_came(indicator, point, model.env.as_of);
        escaped(&note.into_iter().chain(came).collect::<Vec<_>>().join("; "))
    };
    let columns = [
        column("Period", &|point| escaped(&point.period_words())),
        column("Figure", &|point| escaped(&point.words())),
        column("As printed", &quoted),
        column("Said by", &|point| text(point.stated_by.as_deref())),
        column("Source", &sources),
        column("Note", &notes),
    ];
    let has_any = |(_, cells): &Column| cells.iter().any(|cell| !cell.is_empty());
    columns
        .into_iter()
        .enumerate()
        .filter(|(at, it)| *at < 2 || has_any(it))
        .map(|it| it.1)
        .collect()
}

/// What was restated between the editions of a line.
fn editions(line: &LineEditions<'_>, out: &mut String) {
    let restated = line.restatements();
    if restated.is_empty() {
        return;
    }
    out.push_str("<p>Restated in later editions:</p>\n<ul>\n");
    for row in restated {
        let lost = row.has_lost_hedge().then(|| "its hedge is lost".to_owned());
        let moved = lost.or_else(|| row.moved_words()).map(|moved| format!(", {moved}"));
        let text = format!("{}: {}{}", row.period.words(), row.words(), moved.unwrap_or_default());
        let _ = writeln!(out, "<li>{}</li>", escaped(&text));
    }
    out.push_str("</ul>\n");
}

/// What a poll discloses, and what it does not.
pub(super) fn poll(heading: &str, poll: &Poll, out: &mut String) {
    let _ = writeln!(out, "<h5>{heading}</h5>");
    paragraph("quiet", &format!("{}.", poll.summary()), out);
    let mut fields = Fields::default();
    for (label, text) in poll.said() {
        fields.text(label, Some(text));
    }
    let unsaid: Vec<_> = poll.unsaid().collect();
    fields.text("not said", Some(unsaid.join("; ")));
    fields.write(out);
}
