use std::ops::Range;

use super::rule::Rule;
use crate::report::{IndicatorIx, Text};

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something of the file is left out.
    Error,
    /// Everything is read, and something of it is doubtful.
    Warning,
}

impl Severity {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One fault of a file: where, what, and how to mend it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// The bytes that it is about, inside the text and on character boundaries.
    pub span: Range<usize>,
    /// The line where they begin, counted from 1.
    pub line: u32,
    /// The character of the line where they begin, counted from 1.
    pub column: u32,
    /// What is wrong; text of the file in it is harmless.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// A second place that matters, and why.
    pub related: Option<(Range<usize>, String)>,
    /// The sound indicator that a warning is about.
    pub indicator: Option<IndicatorIx>,
}

/// Collects the faults of one file, in any order.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Diagnostic>,
    errors: usize,
}

impl Faults {
    /// Adds a fault; what else is known of it can be set on what is returned.
    pub(crate) fn add(
        &mut self,
        rule: &'static Rule,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.errors += usize::from(rule.severity == Severity::Error);
        self.list.push(Diagnostic {
            rule,
            span,
            line: 0,
            column: 0,
            message: message.into(),
            help: None,
            related: None,
            indicator: None,
        });
        let last = self.list.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "the list has just been added to")]
        &mut self.list[last]
    }

    /// Whether anything of the text is no TOML.
    pub(super) fn has_syntax(&self) -> bool {
        self.list.iter().any(|fault| fault.rule.is_syntax())
    }

    /// How many of them are errors.
    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// The faults in file order, with their lines and columns.
    pub(crate) fn finish(mut self, text: &str) -> Vec<Diagnostic> {
        for fault in &mut self.list {
            fault.span = fit(text, &fault.span);
            if let Some((span, _)) = &mut fault.related {
                *span = fit(text, span);
            }
        }
        self.list.sort_by_key(|d| (d.span.start, d.rule.code));
        let mut cursor = Cursor::new(text);
        for fault in &mut self.list {
            (fault.line, fault.column) = cursor.place(fault.span.start);
        }
        self.list
    }
}

impl Diagnostic {
    /// Says what to write instead.
    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Points at a second place.
    pub(crate) fn related(&mut self, span: Range<usize>, label: &str) -> &mut Self {
        self.related = Some((span, label.to_owned()));
        self
    }

    /// Says which sound indicator it is about.
    pub(super) fn about(&mut self, indicator: IndicatorIx) -> &mut Self {
        self.indicator = Some(indicator);
        self
    }
}

/// Text of the file in single quotes, harmless and short enough for a message.
pub(crate) fn quoted(raw: &str) -> String {
    const LONGEST: usize = 60;
    let cut = raw.char_indices().nth(LONGEST).map(|(at, _)| at);
    let shown = cut.and_then(|at| raw.get(..at)).unwrap_or(raw);
    let more = if cut.is_some() { "…" } else { "" };
    format!("'{}{more}'", Text::new(shown))
}

/// The nearest span that lies inside the text and on character boundaries.
fn fit(text: &str, span: &Range<usize>) -> Range<usize> {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// Finds lines and columns of ascending places, each byte read once.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    column: u32,
    /// A place at the start of a line to go back to, and its line.
    begin: (usize, u32),
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // A byte order mark is no character of the first line.
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at, line: 1, column: 1, begin: (at, 1) }
    }

    /// Looks from now on only at places after this one, which is at the start of a line.
    pub(super) fn begin(&mut self, at: usize) {
        if at > 0 {
            self.begin = (at, self.place(at).0);
        }
    }

    /// Line and column, from 1, of a place on a character boundary.
    pub(super) fn place(&mut self, at: usize) -> (u32, u32) {
        if at < self.at {
            let (begin, line) = self.begin;
            if at < begin {
                *self = Self::new(self.text);
            } else {
                (self.at, self.line, self.column) = (begin, line, 1);
            }
        }
        let Some(passed) = self.text.get(self.at..at) else {
            return (self.line, self.column);
        };
        let last_line = match passed.rfind('\n') {
            Some(newline) => {
                self.line = self.line.saturating_add(count_lines(passed));
                self.column = 1;
                passed.get(newline + 1..).unwrap_or("")
            }
            None => passed,
        };
        let chars = last_line.chars().count();
        self.column = self.column.saturating_add(u32::try_from(chars).unwrap_or(u32::MAX));
        self.at = at;
        (self.line, self.column)
    }
}

fn count_lines(text: &str) -> u32 {
    // In pieces whose sums fit a byte, which the compiler turns into wide instructions.
    let sum = |piece: &[u8]| piece.iter().map(|b| u8::from(*b == b'\n')).sum::<u8>();
    text.as_bytes().chunks(255).map(|piece| u32::from(sum(piece))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let mut cursor = Cursor::new("\u{feff}a\nbé c\r\n\nd");
        for (at, place) in [(3, (1, 1)), (4, (1, 2)), (5, (2, 1)), (8, (2, 3)), (13, (4, 1))] {
            assert_eq!(cursor.place(at), place);
        }
        assert_eq!(cursor.place(3), (1, 1), "going back starts again");
        let many = "\n".repeat(1000);
        assert_eq!(Cursor::new(&many).place(1000), (1001, 1));
    }

    #[test]
    fn spans_are_made_to_fit_the_text() {
        assert_eq!(fit("é", &(1..1)), 0..2);
        assert_eq!(fit("é", &(1..2)), 0..2);
        assert_eq!(fit("é", &(7..99)), 2..2);
    }
}
