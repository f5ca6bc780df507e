//! Diagnostics as text: path, position, the source line with the span underlined, and the help.
//!
//! Text of the file is not trusted: characters that a terminal would obey or that are invisible
//! are shown as `<U+202E>`, and the underline is moved along. Only the part of a line around the
//! underline is shown, so that no line is too long.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::report::{Text, is_hidden};

/// How diagnostics look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether to use colours.
    pub colour: bool,
    /// Whether to draw frames with more than ASCII.
    pub unicode: bool,
}

/// The most characters of a line before the underline, and in all.
const BEFORE: usize = 60;
const SHOWN: usize = 110;

/// The width in bytes of the lines of a list.
const WIDTH: usize = 90;

/// One diagnostic of a text, with the path of its file; ends with a line break.
pub fn render(diagnostic: &Diagnostic, path: &str, text: &str, look: Look) -> String {
    let level = match diagnostic.rule.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = Text::new(path);
    let position = Position::of((diagnostic.line, diagnostic.column));
    let main = Shown::new(text, &diagnostic.span, position);
    let mut group =
        Group::with_title(level.primary_title(&*diagnostic.message).id(diagnostic.rule.code))
            .element(main.snippet(&path, AnnotationKind::Primary, None));
    let position = Position::of(diagnostic.related_place);
    let related = diagnostic.related.as_ref();
    let related = related.map(|(span, label)| (Shown::new(text, span, position), label));
    if let Some((shown, label)) = &related {
        group = group.element(shown.snippet(&path, AnnotationKind::Context, Some(label.as_str())));
    }
    let listed = diagnostic.listed().map(|list| in_lines(&list));
    if let Some(list) = &listed {
        group = group.element(Level::NOTE.message(&**list));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(&**help));
    }
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let style = if look.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    let mut out = renderer.decor_style(style).render(&[group]);
    main.correct(&path, &mut out);
    if let Some((shown, _)) = &related {
        shown.correct(&path, &mut out);
    }
    out.push('\n');
    out
}

/// A list broken into lines of about a page's width.
fn in_lines(list: &str) -> String {
    let mut width = 0;
    let mut lines = String::new();
    for part in list.split_inclusive(", ") {
        if width + part.len() > WIDTH {
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
            width = 0;
        }
        lines.push_str(part);
        width += part.len();
    }
    lines
}

#[derive(Clone, Copy)]
struct Position {
    line: usize,
    column: usize,
}

impl Position {
    fn of((line, column): (u32, u32)) -> Self {
        Self { line: line as usize, column: column as usize }
    }
}

/// The part of one line that is shown, and which of it is underlined.
struct Shown {
    position: Position,
    text: String,
    mark: Range<usize>,
}

impl Shown {
    fn new(text: &str, span: &Range<usize>, position: Position) -> Self {
        // Of a long line only what can be shown is looked at.
        let from = floor(text, span.start.saturating_sub(4 * (BEFORE + 2)));
        let before = text.get(from..span.start).unwrap_or("");
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let to = floor(text, text.len().min(span.start + 4 * (SHOWN + 2)));
        let rest = text.get(span.start..to).unwrap_or("");
        let line_end = rest.find('\n').unwrap_or(rest.len());
        let head = before.get(start..).unwrap_or("").trim_start_matches('\u{feff}');
        let tail = rest.get(..line_end).unwrap_or("").trim_end_matches('\r');
        let marked = span.end.saturating_sub(span.start).min(tail.len());
        let mut shown = String::new();
        let skipped = head.char_indices().rev().nth(BEFORE).map_or(0, |(at, c)| at + c.len_utf8());
        if skipped > 0 {
            shown.push('…');
        }
        harmless(head.get(skipped..).unwrap_or(""), &mut shown);
        let from = shown.len();
        let cut = tail.char_indices().nth(SHOWN.saturating_sub(head.len().min(BEFORE)));
        let kept = cut.map_or(tail.len(), |(at, _)| at);
        let inside = floor(tail, marked.min(kept));
        harmless(tail.get(..inside).unwrap_or(""), &mut shown);
        let to = shown.len();
        harmless(tail.get(inside..kept).unwrap_or(""), &mut shown);
        if kept < tail.len() {
            shown.push('…');
        }
        Self { position, text: shown, mark: from..to }
    }

    fn snippet<'a>(
        &'a self,
        path: &'a str,
        kind: AnnotationKind,
        label: Option<&'a str>,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let annotation = kind.span(self.mark.clone()).label(label);
        let source = Snippet::source(self.text.as_str()).line_start(self.position.line);
        source.path(path).annotation(annotation)
    }

    /// Replaces the column in the shown part by the column in the file.
    fn correct(&self, path: &str, out: &mut String) {
        let shown = self.text.get(..self.mark.start).unwrap_or("").chars().count() + 1;
        let Position { line, column } = self.position;
        if shown != column {
            let wrong = format!("{path}:{line}:{shown}");
            *out = out.replacen(&wrong, &format!("{path}:{line}:{column}"), 1);
        }
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Appends text with everything in it visible; a tab is drawn as four spaces.
fn harmless(raw: &str, out: &mut String) {
    for c in raw.chars() {
        match c {
            '\t' => out.push_str("    "),
            _ if is_hidden(c) => out.extend(format!("<U+{:04X}>", u32::from(c)).chars()),
            _ => out.push(c),
        }
    }
}
