//! The bars of a report, each with its words beside it.

use std::fmt::Write as _;

use super::drawing::{bar, legend, scale_over_bars};
use super::head::nothing;
use super::markup::{anchor, escaped};
use crate::app::Model;
use crate::app::panels::{GaugeLine, aimed_at};
use crate::report::{Flags, GroupIx, IndicatorIx};

/// The title of a group.
pub(super) fn group_title(model: &Model, group: Option<GroupIx>) -> &str {
    let group = group.and_then(|ix| model.doc.report.group(ix));
    group.map_or("Without a group", |group| &group.title)
}

/// The gauges under the headings of their groups, and what their signs mean.
pub(super) fn gauges(model: &Model, out: &mut String) {
    out.push_str("<section id=\"gauges\" aria-labelledby=\"gauges-heading\">\n");
    out.push_str("<h2 id=\"gauges-heading\">At a glance</h2>\n");
    if model.panels.gauges.order.is_empty() {
        let _ = writeln!(out, "<p>{}</p>\n</section>", nothing(model));
        return;
    }
    let mut is_open = false;
    for line in &model.panels.gauges.lines {
        let ruler = match line {
            GaugeLine::Heading(group, ruler) => {
                close(&mut is_open, out);
                let title = escaped(group_title(model, *group));
                let _ = writeln!(out, "<h3>{title}</h3>");
                ruler.as_ref()
            }
            GaugeLine::Ruler(ruler) | GaugeLine::LoneRuler(ruler) => Some(ruler),
            GaugeLine::Row(ix) => {
                if !std::mem::replace(&mut is_open, true) {
                    out.push_str("<ul class=\"gauges\">\n");
                }
                row(model, *ix, out);
                None
            }
            GaugeLine::Blank | GaugeLine::Figure(..) => None,
        };
        if let Some(ruler) = ruler {
            close(&mut is_open, out);
            let _ = writeln!(out, "<div class=\"scale\">{}</div>", scale_over_bars(ruler).trim());
        }
    }
    close(&mut is_open, out);
    let signs = legend(model);
    if !signs.is_empty() {
        out.push_str("<ul class=\"legend\">\n");
        for sign in signs {
            let _ = writeln!(out, "<li>{}</li>", escaped(sign));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

fn close(is_open: &mut bool, out: &mut String) {
    if std::mem::take(is_open) {
        out.push_str("</ul>\n");
    }
}

fn row(model: &Model, ix: IndicatorIx, out: &mut String) {
    let Some(indicator) = model.doc.report.indicator(ix) else { return };
    let headline = &indicator.headline;
    let depth = model.panels.gauges.depth(ix);
    let bar = bar(model, ix, indicator);
    let mut classes = Vec::new();
    if depth > 0 {
        classes.push(format!("part{}", depth.min(3)));
    }
    if bar.is_none() {
        classes.push("plain".to_owned());
    }
    let class = if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    };
    let anchor = anchor("figure", &indicator.id);
    let label = escaped(&indicator.label);
    let _ = writeln!(out, "<li{class}><a class=\"label\" href=\"#{anchor}\">{label}</a>");
    if let Some(bar) = bar {
        let _ = writeln!(out, "<span class=\"bar\">{}</span>", bar.trim());
    }
    let figure = escaped(&headline.figure());
    let _ = write!(out, "<span class=\"words\"><strong>{figure}</strong>");
    if let Some(aim) = aimed_at(indicator) {
        let _ = write!(out, " <span class=\"aim\">{}</span>", escaped(&aim));
    }
    let _ = write!(out, "</span> <span class=\"when\">{}", escaped(&headline.period_words()));
    flags(Flags::new(indicator, model.env.as_of), out);
    out.push_str("</span></li>\n");
}

/// The warnings of a row, in words for those who cannot see the sign.
pub(super) fn flags(flags: Flags, out: &mut String) {
    for (is_there, sign, words) in
        [(flags.due, '!', "due for review"), (flags.contradicted, '±', "disputed")]
    {
        if is_there {
            let _ = write!(
                out,
                " <abbr class=\"flag\" title=\"{words}\" aria-label=\"{words}\" role=\"img\">{sign}</abbr>"
            );
        }
    }
}
