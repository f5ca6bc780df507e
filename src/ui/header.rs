use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::document::Phase;
use crate::app::keys::Panel;
use crate::report::counted;
use crate::ui::canvas::{Canvas, cells, skip};

/// Draws the line on top: which report, what is wrong with its file, what it holds.
pub(super) fn draw(model: &Model, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let rest = canvas.write(row, " indicia ", theme.strong());
    let facts = if model.doc.phase == Phase::Ready { all_facts(model) } else { Vec::new() };
    let title = title(model);
    // The last facts give way before the title does, the first one, which may tell of faults, last.
    let taken = |shown: usize| {
        facts.iter().take(shown).fold(0, |sum: u16, fact| sum.saturating_add(cells(fact) + 3))
    };
    let wanted = u32::from(cells(&title)).min(u32::from(rest.width) * 2 / 5);
    let mut shown = facts.len();
    while shown > 1 && u32::from(taken(shown)) + wanted > u32::from(rest.width) {
        shown -= 1;
    }
    let width = taken(shown).min(row.width);
    let left = rest.width.saturating_sub(width);
    canvas.line(skip(Rect { width: left, ..rest }, 1), &title, theme.plain());
    let mut rest = skip(row, row.width - width);
    for (at, fact) in facts.iter().take(shown).enumerate() {
        let is_fault = at == 0 && model.doc.faults > 0;
        let style = if is_fault { theme.fault() } else { theme.dim() };
        let lead = if at == 0 { "  " } else { "· " };
        rest = canvas.write(rest, lead, theme.dim());
        rest = skip(canvas.write(rest, fact, style), 1);
    }
}

/// What is said while the file is being read.
pub(super) fn reading(model: &Model) -> String {
    format!("reading {} …", model.doc.origin.name())
}

/// Draws the tabs over a single panel.
pub(super) fn tabs(model: &Model, canvas: &mut Canvas<'_>) {
    for panel in Panel::ALL {
        let style = canvas.theme.title(panel == model.nav.focus);
        let tab = format!(" {} {} ", panel.index() + 1, panel.title());
        canvas.line(model.layout().tab(panel), &tab, style);
    }
}

fn title(model: &Model) -> String {
    match (model.doc.report.title.as_str(), &model.doc.report.area) {
        ("", _) => model.doc.origin.name().to_owned(),
        (title, Some(area)) => format!("{title} · {area}"),
        (title, None) => title.to_owned(),
    }
}

fn all_facts(model: &Model) -> Vec<String> {
    let faults = match model.doc.faults {
        0 => None,
        n => Some(format!("{} in the file", counted(n, "fault"))),
    };
    faults.into_iter().chain(facts(model)).collect()
}

/// What the report holds, and the date that ages are measured from.
pub(super) fn facts(model: &Model) -> Vec<String> {
    let mut facts: Vec<String> = model.doc.origin.remark().map(str::to_owned).into_iter().collect();
    facts.push(counted(model.doc.report.indicators.len(), "figure"));
    if model.doc.undated > 0 {
        facts.push(format!("{} undated", model.doc.undated));
    }
    facts.extend(model.doc.caveat.clone());
    facts.push(as_of(model));
    facts
}

/// The date that ages are measured from.
pub(super) fn as_of(model: &Model) -> String {
    format!("as of {}", model.env.as_of.words())
}
