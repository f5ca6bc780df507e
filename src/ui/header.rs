use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::document::{Origin, Phase};
use crate::app::keys::Panel;
use crate::app::text::width;
use crate::report::counted;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

/// The line on top: which report, what is wrong with its file, what it holds.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let x = canvas.text(area.x, area.y, area.width, " indicia ", theme.strong());
    let right = if model.doc.phase == Phase::Ready { facts(model) } else { Vec::new() };
    let title = title(model);
    // The title gives way last but one; faults are said before anything else is.
    let mut shown = right.len();
    let taken =
        |shown: usize| right.iter().take(shown).map(|(text, _)| width(text) + 3).sum::<usize>();
    let room = usize::from(area.width.saturating_sub(x));
    let wanted = width(&title).min(room * 2 / 5);
    while shown > 1 && taken(shown) + wanted > room {
        shown -= 1;
    }
    let facts = u16::try_from(taken(shown)).unwrap_or(u16::MAX).min(area.width);
    let left = area.width.saturating_sub(x).saturating_sub(facts);
    canvas.text(x + 1, area.y, left.saturating_sub(1), &title, theme.plain());
    let mut x = area.right().saturating_sub(facts);
    for (at, (text, is_fault)) in right.iter().take(shown).enumerate() {
        let style = if *is_fault { theme.fault() } else { theme.dim() };
        let lead = if at == 0 { "  " } else { "· " };
        x = canvas.text(x, area.y, area.right().saturating_sub(x), lead, theme.dim());
        x = canvas.text(x, area.y, area.right().saturating_sub(x), text, style);
        x += 1;
    }
}

/// What is said while the file is being read.
pub(super) fn reading(model: &Model) -> String {
    match &model.doc.origin {
        Origin::File(name) => format!("reading {name} …"),
        Origin::BuiltIn => String::from("reading the built-in report …"),
    }
}

/// The row of tabs over a single panel.
pub(super) fn tabs(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    for panel in Panel::ALL {
        let area = model.layout().tab(panel);
        let style = theme.title(panel == model.nav.focus);
        let tab = format!(" {} {} ", panel.index() + 1, panel.title());
        canvas.text(area.x, area.y, area.width, &tab, style);
    }
}

fn title(model: &Model) -> String {
    let name = match &model.doc.origin {
        Origin::File(name) => name.as_str(),
        Origin::BuiltIn => "built-in report",
    };
    match (model.doc.report.title.as_str(), &model.doc.report.area) {
        ("", _) => name.to_owned(),
        (title, Some(area)) => format!("{title} · {area}"),
        (title, None) => title.to_owned(),
    }
}

fn facts(model: &Model) -> Vec<(String, bool)> {
    let mut facts = Vec::new();
    let errors = model.doc.faults;
    if errors > 0 {
        facts.push((format!("{} in the file", counted(errors, "fault")), true));
    }
    if model.doc.origin == Origin::BuiltIn {
        facts.push(("built-in report".to_owned(), false));
    }
    facts.push((counted(model.doc.report.indicators.len(), "indicator"), false));
    if model.doc.undated > 0 {
        facts.push((format!("{} undated", model.doc.undated), false));
    }
    facts.push((format!("as of {}", model.env.as_of.words()), false));
    if model.doc.disputed > 0 {
        facts.push((format!("{} with other figures", model.doc.disputed), false));
    }
    facts
}
