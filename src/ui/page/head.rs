use super::paper::Paper;
use crate::app::document::Origin;
use crate::report::{Period, counted};

/// Which report it is, as of which day, and what it is about.
pub(super) fn head(paper: Paper<'_>) -> Vec<String> {
    let report = &paper.model.doc.report;
    let mut lines = title(paper, &facts(paper));
    let about = report.about.as_deref().map(|about| paper.text(about)).unwrap_or_default();
    let url = report.url.as_deref().map(|url| paper.text(url)).unwrap_or_default();
    if !(about.is_empty() && url.is_empty()) {
        lines.extend(about);
        lines.extend(url);
        lines.push(String::new());
    }
    lines
}

/// The same in short.
pub(super) fn short(paper: Paper<'_>) -> Vec<String> {
    title(paper, &[as_of(paper)])
}

fn title(paper: Paper<'_>, facts: &[String]) -> Vec<String> {
    let model = paper.model;
    let report = &model.doc.report;
    let title = match &model.doc.origin {
        _ if !report.title.is_empty() => report.title.as_str(),
        Origin::File(name) => name.as_str(),
        Origin::BuiltIn => "built-in report",
    };
    let mut lines = paper.text(&joined([Some(title), report.area.as_deref()], " · "));
    let authors: Vec<&str> = report.authors.iter().map(|author| &**author).collect();
    let authors = authors.join(", ");
    // Nobody misses the date of what nobody is said to have written.
    let has_by = !authors.is_empty() || report.publisher.is_some();
    let published = report.published.as_ref().map(Period::words);
    let published = published.or_else(|| has_by.then(|| "n.d.".to_owned()));
    let by = [
        Some(authors.as_str()).filter(|authors| !authors.is_empty()),
        report.publisher.as_deref(),
        published.as_deref(),
    ];
    let by = joined(by, ", ");
    if !by.is_empty() {
        lines.extend(paper.text(&by));
    }
    lines.extend(paper.text(&facts.join(" · ")));
    lines.push(String::new());
    lines
}

/// What the report holds, and as of which day ages are counted.
fn facts(paper: Paper<'_>) -> Vec<String> {
    let model = paper.model;
    let mut facts = Vec::new();
    if model.doc.origin == Origin::BuiltIn {
        facts.push("built-in report".to_owned());
    }
    facts.push(counted(model.doc.report.indicators.len(), "indicator"));
    if model.doc.undated > 0 {
        facts.push(format!("{} undated", model.doc.undated));
    }
    facts.push(as_of(paper));
    facts
}

fn as_of(paper: Paper<'_>) -> String {
    format!("as of {}", paper.model.env.as_of.words())
}

fn joined<'t>(parts: impl IntoIterator<Item = Option<&'t str>>, by: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(by)
}
