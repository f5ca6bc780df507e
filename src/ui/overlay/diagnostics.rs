use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

use super::frame::frame;
use crate::app::Model;
use crate::app::overlays::{DIAGNOSTICS_WIDEST, DiagnosticsList, listed};
use crate::app::panels::overlay_frame;
use crate::app::text::wrap;
use crate::diagnostic::{Diagnostic, Look, Severity, render};
use crate::report::counted;
use crate::ui::Glyphs;
use crate::ui::canvas::{Canvas, skip};

/// Draws what is wrong with the file: a line for each fault, and the selected one in full, with
/// the line of the file that it is about.
pub(super) fn draw(model: &Model, list: DiagnosticsList, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let (diagnostics, text) = model.doc.listed_diagnostics();
    let foot = match diagnostics.len() {
        0 => String::new(),
        n => format!("{} of {n}", list.at + 1),
    };
    let area = overlay_frame(area, DIAGNOSTICS_WIDEST);
    let inner = frame(&title(model, diagnostics), &foot, area, canvas);
    let Some(selected) = diagnostics.get(list.at) else {
        let nothing = "No faults and no warnings: every rule of the file is kept.";
        canvas.line(inner.inner(Margin::new(1, 0)), nothing, theme.plain());
        return;
    };
    let mut rows = inner.rows();
    let in_view = listed(usize::from(inner.height), diagnostics.len());
    let in_view = diagnostics.iter().enumerate().skip(list.offset).take(in_view);
    for ((at, diagnostic), row) in in_view.zip(rows.by_ref()) {
        draw_row(diagnostic, at == list.at, row, canvas);
    }
    if let Some(row) = rows.next() {
        canvas.rule(row);
    }
    let rows: Vec<Rect> = rows.collect();
    let mut lines = in_full(model, selected, text, inner.width, canvas);
    if lines.len() > rows.len() && !selected.figures.is_empty() {
        lines.truncate(rows.len().saturating_sub(1));
        lines.push(("… 'indicia check' shows the rest".to_owned(), theme.dim()));
    }
    for (row, (line, style)) in rows.into_iter().zip(lines) {
        canvas.line(row.inner(Margin::new(1, 0)), &line, style);
    }
}

fn title(model: &Model, diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error).count();
    let mut parts = vec![counted(errors, "fault"), counted(diagnostics.len() - errors, "warning")];
    parts.retain(|part| !part.starts_with("0 "));
    let name = model.doc.origin.name();
    if parts.is_empty() { name.to_owned() } else { format!("{name}: {}", parts.join(", ")) }
}

fn draw_row(diagnostic: &Diagnostic, selected: bool, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    if selected {
        canvas.line(row, "›", theme.strong());
    }
    let severity = match diagnostic.rule.severity {
        Severity::Error => theme.fault(),
        Severity::Warning => theme.warning(),
    };
    let rest = canvas.write(skip(row, 1), diagnostic.rule.code, severity);
    let rest = canvas.write(skip(rest, 1), &format!("line {}:", diagnostic.line), theme.dim());
    let rest = skip(rest, 1);
    // Cut, a figure in the message could lose its last digits; the selected one is told below.
    let message = &*diagnostic.message;
    let has_figure = message.contains(|c: char| c.is_ascii_digit());
    let is_cut = has_figure && canvas.cells(message) > rest.width;
    let text = if is_cut { diagnostic.rule.title } else { message };
    let style = if selected { theme.selected(true) } else { theme.plain() };
    canvas.line(rest, text, style);
}

/// One diagnostic as `indicia check` writes it; what is prose is broken into lines.
fn in_full(
    model: &Model,
    diagnostic: &Diagnostic,
    text: &str,
    cells: u16,
    canvas: &Canvas<'_>,
) -> Vec<(String, Style)> {
    let theme = canvas.theme;
    let name = model.doc.origin.path();
    let look = Look { colour: false, unicode: theme.glyphs() == Glyphs::Unicode };
    let mut lines = Vec::new();
    let listed = diagnostic.listed();
    let alone = Diagnostic { figures: Vec::new(), ..diagnostic.clone() };
    for (at, line) in render(&alone, name, text, look).lines().enumerate() {
        // The help stands behind a sign; a line of the file may have the same word in it.
        let help = line.find("help: ").filter(|_| line.trim_start().starts_with(['╰', '=']));
        let prose = if at == 0 { Some(0) } else { help };
        match prose.and_then(|start| line.get(start..)) {
            Some(prose) => {
                let prose = wrap(prose, usize::from(cells.saturating_sub(2)));
                lines.extend(prose.into_iter().map(|line| (line, theme.strong())));
            }
            None => lines.push((line.to_owned(), theme.plain())),
        }
    }
    let listed = listed.iter().flat_map(|list| wrap(list, usize::from(cells.saturating_sub(2))));
    lines.extend(listed.map(|line| (line, theme.plain())));
    lines
}
