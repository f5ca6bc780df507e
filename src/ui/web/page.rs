//! The page: its head, what limits it as a whole, and its sections.

use std::fmt::Write as _;

use super::events::events;
use super::figure::figures;
use super::gauges::gauges;
use super::head::{all_facts, by, file_name, title};
use super::linked_data::linked_data;
use super::markup::{anchor, escaped, link, paragraph};
use crate::app::Model;
use crate::export::{Extract, sources_of};
use crate::report::{ItemIx, Source};
use crate::ui::picture::style_sheet;

/// The looks of the page; those of its drawings come from the writer of pictures.
const STYLE: &str = include_str!("style.css");

/// What the page may load: nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The report, or a part of it, as one page that needs no network and no scripts.
pub fn html(model: &Model, extract: &Extract<'_>) -> String {
    let report = &model.doc.report;
    let title = escaped(title(model));
    let area = report.area.as_ref().map(|area| escaped(area));
    let about = report.about.as_deref().map(|about| {
        let about = escaped(&about.replace('\n', " "));
        format!("<meta name=\"description\" content=\"{about}\">\n")
    });
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         {}<title>{}</title>\n<style>\n{STYLE}{}</style>\n\
         <script type=\"application/ld+json\">{}</script>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#figures\">Skip to the figures</a>\n<header>\n<h1>{title}{}</h1>\n",
        about.unwrap_or_default(),
        area.as_ref().map_or_else(|| title.clone(), |area| format!("{title} · {area}")),
        style_sheet(),
        linked_data(extract),
        area.map(|area| format!(" <span class=\"area\">{area}</span>")).unwrap_or_default(),
    );
    head(model, extract, &mut out);
    out.push_str("</header>\n<main>\n");
    gauges(model, &mut out);
    figures(model, &mut out);
    events(model, &mut out);
    sources(model, &mut out);
    out.push_str("</main>\n");
    foot(model, &mut out);
    out.push_str("</body>\n</html>\n");
    out
}

/// Who wrote the report, what it is about, what it holds, and what is left out.
fn head(model: &Model, extract: &Extract<'_>, out: &mut String) {
    let report = &model.doc.report;
    paragraph("by", &by(report), out);
    paragraph("about", report.about.as_deref().unwrap_or_default(), out);
    if let Some(url) = report.url.as_deref() {
        let link = link(url, url).unwrap_or_else(|| escaped(url));
        let _ = writeln!(out, "<p>{link}</p>");
    }
    paragraph("facts", &all_facts(model), out);
    if let Some(left_out) = &extract.left_out {
        let _ = writeln!(out, "<p class=\"warning\" role=\"note\">! {}</p>", escaped(left_out));
    }
    let has_events = !model.panels.timeline.order.is_empty();
    out.push_str("<nav aria-label=\"On this page\">\n<ul>\n");
    for (id, title, is_there) in [
        ("gauges", "At a glance", true),
        ("figures", "The figures", true),
        ("timeline", "Timeline", has_events),
        ("sources", "Sources", true),
    ] {
        if is_there {
            let _ = writeln!(out, "<li><a href=\"#{id}\">{title}</a></li>");
        }
    }
    out.push_str("</ul>\n</nav>\n");
}

fn sources(model: &Model, out: &mut String) {
    let figures = model.panels.gauges.order.iter().copied().map(ItemIx::Indicator);
    let items = figures.chain(model.panels.timeline.order.iter().copied().map(ItemIx::Event));
    out.push_str("<section id=\"sources\" aria-labelledby=\"sources-heading\">\n");
    out.push_str("<h2 id=\"sources-heading\">Sources</h2>\n<ul class=\"sources\">\n");
    let mut count = 0;
    for one in sources_of(&model.doc.report, items) {
        source(one, out);
        count += 1;
    }
    if count == 0 {
        out.push_str("<li>No figure here names a source.</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

fn source(source: &Source, out: &mut String) {
    let id = anchor("source", &source.key);
    let _ = write!(out, "<li id=\"{id}\">{}", escaped(&source.citation()));
    if let Some(kind) = source.kind {
        let _ = write!(out, " <span class=\"quiet\">({})</span>", kind.word());
    }
    if let Some(seen) = &source.accessed {
        let _ = write!(out, ". Last looked at {}", escaped(&seen.words()));
    }
    out.push('.');
    if let Some(url) = source.url.as_deref() {
        let shown = link(url, url);
        let shown = shown.unwrap_or_else(|| format!("{} (not a web address)", escaped(url)));
        let _ = write!(out, "<br><span class=\"url\">{shown}</span>");
    }
    paragraph("note", source.note.as_deref().unwrap_or_default(), out);
    out.push_str("</li>\n");
}

/// How to read the page, and what it is made of.
fn foot(model: &Model, out: &mut String) {
    let version = env!("CARGO_PKG_VERSION");
    let name = escaped(file_name(model));
    let as_of = escaped(&model.env.as_of.words());
    let _ = writeln!(
        out,
        "<footer>\n<p>A figure stands here with the words that limit it: “up to 70 %” is not 70 %, and its \
         bar fills no cell. Quote the words with the number. A bar or a chart shows what the words allow, \
         no more.</p>\n\
         <p>Ages are measured from {as_of}. Made from {name} by indicia {version}.</p>\n</footer>"
    );
}
