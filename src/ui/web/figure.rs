//! The section of a figure.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::drawing::charts;
use super::facts::{add_origin, add_wording, dated, what_came};
use super::gauges::{flags, group_title};
use super::markup::{Fields, anchor, escaped, paragraph};
use super::tables::{lines, poll};
use crate::app::Model;
use crate::app::panels::age;
use crate::diagnostic::Diagnostic;
use crate::export::{spoken_indicator, spoken_parts};
use crate::report::{Flags, Indicator, IndicatorIx, Period, counted};

/// Every figure, under the headings of the groups.
pub(super) fn figures(model: &Model, out: &mut String) {
    out.push_str("<section id=\"figures\" aria-labelledby=\"figures-heading\">\n");
    out.push_str("<h2 id=\"figures-heading\">The figures and what stands behind them</h2>\n");
    let report = &model.doc.report;
    let mut found: HashMap<IndicatorIx, Vec<&Diagnostic>> = HashMap::new();
    for one in &model.doc.diagnostics {
        if let Some(ix) = one.indicator {
            found.entry(ix).or_default().push(one);
        }
    }
    let mut group = None;
    for ix in &model.panels.gauges.order {
        let Some(indicator) = report.indicator(*ix) else { continue };
        if group.replace(indicator.group) != Some(indicator.group) {
            let title = escaped(group_title(model, indicator.group));
            let _ = writeln!(out, "<h3>{title}</h3>");
        }
        let found = found.get(ix).map_or(&[][..], Vec::as_slice);
        figure(model, (*ix, indicator), found, out);
    }
    out.push_str("</section>\n");
}

fn figure(
    model: &Model,
    (ix, indicator): (IndicatorIx, &Indicator),
    found: &[&Diagnostic],
    out: &mut String,
) {
    let report = &model.doc.report;
    let id = anchor("figure", &indicator.id);
    let label = escaped(&indicator.label);
    let _ = writeln!(
        out,
        "<article id=\"{id}\" aria-labelledby=\"{id}-heading\">\n\
         <h4 id=\"{id}-heading\"><a href=\"#{id}\">{label}</a></h4>"
    );
    claim(model, indicator, out);
    charts(model, ix, indicator, out);
    circumstances(model, indicator, out);
    targets(model, indicator, out);
    rivals(model, indicator, out);
    lines(model, indicator, out);
    if let Some(said) = &indicator.poll {
        poll("The poll behind the headline", said, out);
    }
    parts(model, ix, out);
    around(model, ix, indicator, out);
    checks(found, out);
    let spoken = spoken_indicator(report, indicator, model.env.as_of);
    let _ = writeln!(
        out,
        "<details><summary>All of this in sentences</summary><p>{}</p></details>\n</article>",
        escaped(&spoken)
    );
}

/// The figure in words with its date, as it is printed, and what it allows.
fn claim(model: &Model, indicator: &Indicator, out: &mut String) {
    let headline = &indicator.headline;
    let (words, period) = (escaped(&headline.words()), escaped(&headline.period_words()));
    let _ =
        write!(out, "<p class=\"claim\"><strong>{words}</strong> <span class=\"when\">{period}");
    flags(Flags::new(indicator, model.env.as_of), out);
    out.push_str("</span></p>\n");
    if let Some(wording) = &headline.wording {
        let _ = writeln!(out, "<p class=\"wording\">“{}”</p>", escaped(wording));
    }
    let (reading, allows) = (escaped(&headline.reading()), escaped(&headline.sentence()));
    let _ =
        writeln!(out, "<p class=\"allows\"><span class=\"reading\">{reading}</span> {allows}</p>");
}

fn circumstances(model: &Model, indicator: &Indicator, out: &mut String) {
    let (report, as_of) = (&model.doc.report, model.env.as_of);
    let headline = &indicator.headline;
    let mut fields = Fields::default();
    fields.text("of", indicator.of.as_deref());
    let whole = indicator.part_of.and_then(|ix| report.indicator(ix));
    fields.html("part of", whole.map(reference));
    fields.text("measured", headline.base.as_ref().map(|base| format!("from {}", base.words())));
    let period = headline.period.as_ref();
    let words = period.map_or_else(|| "not stated, so it has no age".to_owned(), Period::words);
    fields.text("period", Some(words));
    fields.text("doubt", period.and_then(Period::doubt));
    fields.text("age", age(headline, as_of));
    fields.text("area", indicator.area.as_ref().or(report.area.as_ref()).map(|area| &**area));
    add_origin(report, headline, &mut fields);
    let latest = indicator.latest().map(|latest| {
        let other = latest.observation;
        latest.sentence(&format!("{}, {}", other.words(), other.period_words()))
    });
    fields.text("latest", latest);
    fields.text("others", indicator.others());
    for text in what_came(indicator, headline, as_of) {
        fields.text("what came", Some(text));
    }
    let review = indicator.review_by.as_ref().map(|due| format!("by {}", due.words()));
    fields.text("review", review);
    for over in indicator.outlived(as_of) {
        let (figure, period) = (over.figure(), over.period_words());
        let text = format!("the time of “{figure}”, {period}, is over; the file has no outcome");
        fields.text("overdue", Some(text));
    }
    fields.text("note", headline.note.as_deref());
    fields.write(out);
}

fn targets(model: &Model, indicator: &Indicator, out: &mut String) {
    if indicator.targets.is_empty() {
        return;
    }
    out.push_str("<h5>Aimed at</h5>\n<ul class=\"others\">\n");
    for target in &indicator.targets {
        let figure = &target.observation;
        let _ = writeln!(out, "<li><p class=\"other\">{}</p>", escaped(&dated(figure)));
        let mut fields = Fields::default();
        let distance = indicator.distance(figure).words(model.env.as_of);
        fields.text("distance", Some(distance));
        fields.text("chances", target.chances());
        add_wording(figure, &mut fields);
        add_origin(&model.doc.report, figure, &mut fields);
        fields.text("note", figure.note.as_deref());
        fields.write(out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn rivals(model: &Model, indicator: &Indicator, out: &mut String) {
    if indicator.rivals.is_empty() {
        return;
    }
    out.push_str("<h5>Others say</h5>\n<ul class=\"others\">\n");
    for rival in &indicator.rivals {
        let figure = &rival.observation;
        let _ = writeln!(out, "<li><p class=\"other\">{}</p>", escaped(&dated(figure)));
        let verdict = rival.verdict(indicator);
        let mut fields = Fields::default();
        fields.text("differs", Some(verdict.differs()));
        fields.text("verdict", Some(verdict.words()));
        add_wording(figure, &mut fields);
        add_origin(&model.doc.report, figure, &mut fields);
        fields.text("note", figure.note.as_deref());
        fields.write(out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// Its parts, and what they add up to.
fn parts(model: &Model, ix: IndicatorIx, out: &mut String) {
    let report = &model.doc.report;
    let parts: Vec<_> = report.parts(ix).filter_map(|ix| report.indicator(ix)).collect();
    if parts.is_empty() {
        return;
    }
    out.push_str("<h5>Its parts</h5>\n<ul>\n");
    for part in parts {
        let _ = writeln!(out, "<li>{}</li>", reference(part));
    }
    out.push_str("</ul>\n");
    let sum = report.sum_of_parts(ix).map(|sum| sum.words);
    paragraph("quiet", &sum.or_else(|| spoken_parts(report, ix)).unwrap_or_default(), out);
}

/// Events that bear on it, and figures to look at beside it.
fn around(model: &Model, ix: IndicatorIx, indicator: &Indicator, out: &mut String) {
    let report = &model.doc.report;
    let events = model.panels.timeline.events_of(ix).iter().filter_map(|at| report.event(*at));
    let events = events.map(|event| {
        let (date, title) = (escaped(&event.date_words()), escaped(&event.title));
        format!("{date}: <a href=\"#{}\">{title}</a>", anchor("event", &event.id))
    });
    let related = indicator.related.iter().filter_map(|ix| report.indicator(*ix)).map(reference);
    let all: Vec<String> = events.chain(related).collect();
    if all.is_empty() {
        return;
    }
    out.push_str("<h5>Around it</h5>\n<ul>\n");
    for one in all {
        let _ = writeln!(out, "<li>{one}</li>");
    }
    out.push_str("</ul>\n");
}

/// What the checks of the file have found, for those who want to know: it speaks to its authors.
fn checks(found: &[&Diagnostic], out: &mut String) {
    if found.is_empty() {
        return;
    }
    let count = counted(found.len(), "remark");
    let _ = writeln!(out, "<details><summary>{count} of the checks</summary>\n<ul>");
    for one in found {
        let _ = writeln!(out, "<li>{} ({})</li>", escaped(&one.message), one.rule.code);
    }
    out.push_str("</ul></details>\n");
}

/// Another figure by its label, with its words and its date.
pub(super) fn reference(other: &Indicator) -> String {
    let (label, id) = (escaped(&other.label), anchor("figure", &other.id));
    format!("<a href=\"#{id}\">{label}</a>: {}", escaped(&dated(&other.headline)))
}
