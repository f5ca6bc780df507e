//! What a report is, who wrote it and what limits it as a whole, for readers who do not have the file.

use crate::app::Model;
use crate::report::{Period, Report};
use crate::ui::header::facts;

/// The name of the file without its folders, which are nothing for the public.
pub(super) fn file_name(model: &Model) -> &str {
    let name = model.doc.origin.name();
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// The title of the report, or else the name of its file.
pub(super) fn title(model: &Model) -> &str {
    let title = &model.doc.report.title;
    if title.is_empty() { file_name(model) } else { title }
}

/// Who wrote and published it, and when; empty where the file does not say.
pub(super) fn by(report: &Report) -> String {
    let authors: Vec<&str> = report.authors.iter().map(|author| &**author).collect();
    let authors = Some(authors.join(", ")).filter(|authors| !authors.is_empty());
    let publisher = report.publisher.as_ref().map(ToString::to_string);
    let has_by = authors.is_some() || publisher.is_some();
    let date = report.published.as_ref().map(Period::words);
    // Without an author or a publisher, a missing date is not worth a note.
    let date = date.or_else(|| has_by.then(|| "n.d.".to_owned()));
    [authors, publisher, date].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How many figures there are and how many of them are shown, what concerns most of them, and the day that
/// ages are measured from.
pub(super) fn all_facts(model: &Model) -> String {
    let (shown, all) = (model.panels.gauges.order.len(), model.doc.report.indicators.len());
    let part = (shown < all).then(|| format!("shown here: {shown} of {all}"));
    part.into_iter().chain(facts(model)).collect::<Vec<_>>().join(" · ")
}

/// What is said in place of figures.
pub(super) fn nothing(model: &Model) -> &'static str {
    if model.doc.faults > 0 { "No figure could be read." } else { "No figures yet." }
}
