use super::Paper;
use crate::report::Period;
use crate::ui::header::{as_of, facts};

/// The title of the report, the date that ages are measured from, and what it is about.
pub(super) fn head(paper: Paper<'_>) -> Vec<String> {
    let report = &paper.model.doc.report;
    let mut lines = title(paper, &facts(paper.model));
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
    let remark = paper.model.doc.origin.remark().map(str::to_owned);
    title(paper, &remark.into_iter().chain([as_of(paper.model)]).collect::<Vec<_>>())
}

fn title(paper: Paper<'_>, facts: &[String]) -> Vec<String> {
    let model = paper.model;
    let report = &model.doc.report;
    let title = if report.title.is_empty() { model.doc.origin.name() } else { &report.title };
    let mut lines = paper.text(&joined([Some(title), report.area.as_deref()], " · "));
    let authors: Vec<&str> = report.authors.iter().map(|author| &**author).collect();
    let authors = authors.join(", ");
    // Without an author or a publisher, a missing date is not worth a note.
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
    lines.extend(model.doc.left_out().map(|words| paper.text(&words)).unwrap_or_default());
    lines.push(String::new());
    lines
}

fn joined<'t>(parts: impl IntoIterator<Item = Option<&'t str>>, by: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(by)
}
