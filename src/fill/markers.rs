//! Markers: where they stand in a document, and which belong together.

use std::ops::Range;

use super::{DocumentKind, Fault};
use crate::export::Language;
use crate::markup::{Comment, Markup, comments};

/// A place for a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot<'d> {
    /// The figure: `debt-to-russia`, `export-share@2024`.
    pub(super) name: &'d str,
    /// The form; empty if the marker names none.
    pub(super) form: &'d str,
    /// What stands between the markers.
    pub(super) inner: Range<usize>,
    /// What the text between them is written in.
    pub(super) language: Language,
    /// The line of the first marker, counted from 1.
    pub(super) line: usize,
    /// Whether that line ends as in Windows.
    pub(super) ends_with_return: bool,
}

/// A marker.
struct Mark<'d> {
    /// What it says.
    text: &'d str,
    /// Where it stands, in LaTeX with the end of its line.
    place: Range<usize>,
    language: Language,
}

/// The places for figures, in their order, and what is wrong with markers.
pub(super) fn slots(document: &str, kind: DocumentKind) -> (Vec<Slot<'_>>, Vec<Fault>) {
    let marks = match kind {
        DocumentKind::Markdown => in_comments(document, Markup::Markdown),
        DocumentKind::Html => in_comments(document, Markup::Html),
        DocumentKind::Latex => in_latex(document),
    };
    let mut lines = Lines { document, at: 0, line: 1 };
    let (mut slots, mut faults) = (Vec::new(), Vec::new());
    let mut open: Option<Slot<'_>> = None;
    for mark in marks {
        let line = lines.of(mark.place.start);
        let mut fault = |line, message: String| faults.push(Fault { line, message });
        match (mark.text.strip_prefix(FIGURE), open.take()) {
            (Some(named), before) => {
                if let Some(before) = before {
                    fault(before.line, unclosed(before.name));
                }
                let mut words = named.split_whitespace();
                let (name, form) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
                if let Some(more) = words.next() {
                    let what = "a marker has an id and one form";
                    fault(line, format!("{what}: leave out '{more}'"));
                }
                let inner = mark.place.end..mark.place.end;
                let opening = document.get(mark.place).unwrap_or_default();
                let ends_with_return = opening.ends_with("\r\n");
                let language = mark.language;
                open = Some(Slot { name, form, inner, language, line, ends_with_return });
            }
            (None, Some(slot)) => {
                let inner = slot.inner.start..mark.place.start.max(slot.inner.start);
                slots.push(Slot { inner, ..slot });
            }
            (None, None) => {
                fault(
                    line,
                    format!("'{END}' closes no figure: leave it out, or open one before it"),
                );
            }
        }
    }
    if let Some(slot) = open {
        faults.push(Fault { line: slot.line, message: unclosed(slot.name) });
    }
    (slots, faults)
}

fn unclosed(name: &str) -> String {
    format!("the marker of '{name}' is not closed: write the marker '{END}' behind its figure")
}

/// Begins a marker.
const FIGURE: &str = "fig:";
/// Is the one that closes it.
const END: &str = "/fig";

fn is_mark(text: &str) -> bool {
    text.starts_with(FIGURE) || text == END
}

fn in_comments(document: &str, markup: Markup) -> Vec<Mark<'_>> {
    let mark = |comment: Comment| {
        let inside = document.get(comment.place.clone())?.strip_prefix("<!--")?;
        let text = inside.strip_suffix("-->")?.trim();
        let language = if comment.is_in_html { Language::Html } else { Language::Markdown };
        is_mark(text).then_some(Mark { text, place: comment.place, language })
    };
    comments(document, markup).into_iter().filter_map(mark).collect()
}

/// Environments of LaTeX in which a comment is none.
const VERBATIM: [&str; 5] = ["verbatim", "verbatim*", "lstlisting", "minted", "comment"];

fn in_latex(document: &str) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    let mut verbatim: Option<String> = None;
    let mut at = 0;
    for line in document.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        if let Some(closing) = &verbatim {
            if line.contains(closing) {
                verbatim = None;
            }
            continue;
        }
        let comment = comment_of_line(line);
        let code = line.get(..comment.unwrap_or(line.len())).unwrap_or_default();
        let begins = |name: &&&str| code.contains(&format!("\\begin{{{name}}}"));
        verbatim = VERBATIM.iter().find(begins).map(|name| format!("\\end{{{name}}}"));
        let Some(from) = comment else { continue };
        let text = line.get(from..).unwrap_or_default().trim_start_matches('%').trim();
        if is_mark(text) {
            marks.push(Mark { text, place: start + from..end, language: Language::Latex });
        }
    }
    marks
}

/// Where the comment of a line begins: at a percent sign without a backslash that escapes it.
fn comment_of_line(line: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'%' if !is_escaped => return Some(at),
            b'\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    None
}

/// Counts lines, in one pass for places in their order.
struct Lines<'d> {
    document: &'d str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, at: usize) -> usize {
        let between = self.document.get(self.at..at).unwrap_or_default();
        self.line += between.bytes().filter(|byte| *byte == b'\n').count();
        self.at = at.max(self.at);
        self.line
    }
}
