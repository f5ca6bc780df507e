//! The events of a report: a picture of all of them, and a list.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::drawing::{inline, theme};
use super::markup::{anchor, escaped, paragraph, source};
use crate::app::Model;
use crate::report::{Event, IndicatorIx};
use crate::ui::timeline::on_paper;

/// The cells of the picture.
const CELLS: u16 = 92;

pub(super) fn events(model: &Model, out: &mut String) {
    let report = &model.doc.report;
    let order = &model.panels.timeline.order;
    if order.is_empty() {
        return;
    }
    out.push_str("<section id=\"timeline\" aria-labelledby=\"timeline-heading\">\n");
    out.push_str("<h2 id=\"timeline-heading\">Timeline</h2>\n");
    if let Some((buffer, signs)) = on_paper(model, &theme(), CELLS) {
        let label = "How many of the events below began when, a row for each group";
        let _ = write!(out, "<figure class=\"wide\">\n{}", inline(&buffer, Some(label)));
        out.push_str("<figcaption><ul class=\"legend\">\n");
        for sign in signs {
            let _ = writeln!(out, "<li>{}</li>", escaped(&sign.long));
        }
        out.push_str("</ul></figcaption>\n</figure>\n");
    }
    let shown: HashSet<IndicatorIx> = model.panels.gauges.order.iter().copied().collect();
    out.push_str("<ol class=\"events\">\n");
    for event in order.iter().filter_map(|ix| report.event(*ix)) {
        row(model, event, &shown, out);
    }
    out.push_str("</ol>\n</section>\n");
}

fn row(model: &Model, event: &Event, shown: &HashSet<IndicatorIx>, out: &mut String) {
    let report = &model.doc.report;
    let (date, title) = (escaped(&event.date_words()), escaped(&event.title));
    let id = anchor("event", &event.id);
    let _ = writeln!(
        out,
        "<li id=\"{id}\"><p class=\"when\">{date}</p>\n<div><p class=\"title\">{title}</p>"
    );
    paragraph("note", event.note.as_deref().unwrap_or_default(), out);
    if let Some(ix) = event.source {
        let place = source(report, ix, None, event.locator.as_deref());
        let _ = writeln!(out, "<p class=\"quiet\">Source: {place}</p>");
    }
    let shown = event.indicators.iter().filter(|ix| shown.contains(*ix));
    let bears: Vec<String> = shown
        .filter_map(|ix| report.indicator(*ix))
        .map(|it| {
            let id = anchor("figure", &it.id);
            format!("<a href=\"#{id}\">{}</a>", escaped(it.short_label()))
        })
        .collect();
    if !bears.is_empty() {
        let _ = writeln!(out, "<p class=\"quiet\">Bears on: {}</p>", bears.join(", "));
    }
    out.push_str("</div></li>\n");
}
