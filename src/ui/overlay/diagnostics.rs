use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Edges, frame};
use crate::app::Model;
use crate::app::document::Origin;
use crate::app::overlays::{DIAGNOSTICS_WIDEST, DiagnosticsList, listed};
use crate::app::text::{width, wrap};
use crate::diagnostic::{Diagnostic, Look, Severity, render};
use crate::report::counted;
use crate::ui::canvas::{Canvas, shown};
use crate::ui::{Glyphs, Theme};

/// Draws what is wrong with the file: a line for each fault, and the selected one in full, with
/// the line of the file that it is about.
pub(super) fn draw(
    model: &Model,
    list: DiagnosticsList,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let (diagnostics, text) = model.doc.listed_diagnostics();
    let inner = frame(&edges(model, diagnostics, list), DIAGNOSTICS_WIDEST, theme, area, canvas);
    if diagnostics.is_empty() {
        let nothing = "No faults and no warnings: every rule of the file is kept.";
        canvas.text(inner.x + 1, inner.y, inner.width.saturating_sub(2), nothing, theme.plain());
        return;
    }
    let rows = listed(usize::from(inner.height), diagnostics.len());
    let shown = diagnostics.iter().enumerate().skip(list.offset).take(rows);
    let mut y = inner.y;
    for (at, diagnostic) in shown {
        row(diagnostic, at == list.at, theme, Rect { y, height: 1, ..inner }, canvas);
        y += 1;
    }
    let rule = theme.pick("─", "-").repeat(usize::from(inner.width));
    canvas.text(inner.x, y, inner.width, &rule, theme.dim());
    let rest = Rect { y: y + 1, height: inner.bottom().saturating_sub(y + 1), ..inner };
    if let Some(selected) = diagnostics.get(list.at) {
        in_full(model, selected, text, theme, rest, canvas);
    }
}

fn edges(model: &Model, diagnostics: &[Diagnostic], list: DiagnosticsList) -> Edges {
    let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error).count();
    let mut parts = vec![counted(errors, "fault"), counted(diagnostics.len() - errors, "warning")];
    parts.retain(|part| !part.starts_with("0 "));
    let title = match &model.doc.origin {
        Origin::File(name) => format!("{name}: {}", parts.join(", ")),
        Origin::BuiltIn => format!("the built-in report: {}", parts.join(", ")),
    };
    let foot = match diagnostics.len() {
        0 => String::new(),
        n => format!("{} of {n}", list.at + 1),
    };
    Edges { title: title.trim_end_matches(": ").to_owned(), foot }
}

fn row(
    diagnostic: &Diagnostic,
    selected: bool,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    if selected {
        canvas.text(area.x, area.y, 1, "›", theme.strong());
    }
    let style = severity(diagnostic, theme);
    let mut x = area.x + 1;
    let mut put = |text: &str, style: Style| {
        x = canvas.text(x, area.y, area.right().saturating_sub(x), text, style) + 1;
    };
    put(diagnostic.rule.code, style);
    put(&format!("line {}:", diagnostic.line), theme.dim());
    // Cut, a figure in the message could lose its last digits; the selected one is told below.
    let message = shown(&diagnostic.message, theme);
    let room = usize::from(area.right().saturating_sub(x));
    let has_figure = message.contains(|c: char| c.is_ascii_digit());
    let is_cut = has_figure && width(&message) > room;
    let text = if is_cut { diagnostic.rule.title } else { &diagnostic.message };
    let style = if selected { theme.selected(true) } else { theme.plain() };
    canvas.text(x, area.y, area.right().saturating_sub(x), text, style);
}

fn severity(diagnostic: &Diagnostic, theme: &Theme) -> Style {
    match diagnostic.rule.severity {
        Severity::Error => theme.fault(),
        Severity::Warning => theme.warning(),
    }
}

/// One diagnostic as `indicia check` writes it; what is prose is broken into lines.
fn in_full(
    model: &Model,
    diagnostic: &Diagnostic,
    text: &str,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let name = match &model.doc.origin {
        Origin::File(name) => name,
        Origin::BuiltIn => "built-in report",
    };
    let look = Look { colour: false, unicode: theme.glyphs() == Glyphs::Unicode };
    let written = render(diagnostic, name, text, look);
    let room = usize::from(area.width.saturating_sub(2));
    let mut lines: Vec<(String, Style)> = Vec::new();
    for (at, line) in written.lines().enumerate() {
        match line.find("help: ") {
            _ if at == 0 => {
                lines.extend(wrap(line, room).into_iter().map(|line| (line, theme.strong())));
            }
            Some(start) if is_help(line) => {
                let help = line.get(start..).unwrap_or(line);
                lines.extend(wrap(help, room).into_iter().map(|line| (line, theme.strong())));
            }
            _ => lines.push((line.to_owned(), theme.plain())),
        }
    }
    for (y, (line, style)) in (area.y..area.bottom()).zip(lines) {
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), &line, style);
    }
}

/// Whether a line is the help and not a line of the file.
fn is_help(line: &str) -> bool {
    line.trim_start().starts_with(['╰', '='])
}
