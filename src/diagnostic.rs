//! One fault of a text: the rule that it breaks, where, and what to write instead; and how it is
//! shown.

mod lines;
mod render;
mod rule;
mod suggest;

use std::ops::Range;

pub(crate) use lines::LineCounter;
pub use render::{Look, render};
pub(crate) use rule::rules;
pub use rule::{Rule, Severity};
pub use suggest::ranked;
pub(crate) use suggest::{did_you_mean, nearest};

use crate::report::{IndicatorIx, Text};

/// One fault of a file: where, what, and how to fix it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// The bytes that are at fault, inside the text and on character boundaries.
    pub span: Range<usize>,
    /// Their first line, counted from 1.
    pub line: u32,
    /// Their first character in that line, counted from 1.
    pub column: u32,
    /// What is wrong; text of the file in it is made harmless.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// A second span that matters, and why.
    pub related: Option<(Range<usize>, String)>,
    /// The line and the first character of that, counted from 1.
    pub related_place: (u32, u32),
    /// The sound indicator that a warning is about.
    pub indicator: Option<IndicatorIx>,
    /// All figures that a warning is about, where it is one for many.
    pub figures: Vec<Named>,
}

/// A figure that a warning is about.
#[derive(Clone, Debug)]
pub struct Named {
    /// What it is called, as in messages.
    pub name: String,
    /// Where it is in the text.
    pub span: Range<usize>,
    /// The line of that, counted from 1.
    pub line: u32,
}

/// More figures than these are listed below the message and not in it.
pub(crate) const LISTED: usize = 12;

/// Collects the faults of one file, in any order.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Diagnostic>,
    errors: usize,
}

impl Faults {
    /// Adds a fault; help and the like can be set on the returned value.
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
            related_place: (0, 0),
            indicator: None,
            figures: Vec::new(),
        });
        let last = self.list.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "the list has just been added to")]
        &mut self.list[last]
    }

    /// Whether any of them breaks a rule.
    pub(crate) fn has(&self, rule: &Rule) -> bool {
        self.list.iter().any(|fault| fault.rule == rule)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// Sets the sound indicator that all faults from the one at an index on are about.
    pub(crate) fn are_about(&mut self, from: usize, indicator: IndicatorIx) {
        for fault in self.list.iter_mut().skip(from) {
            fault.indicator = Some(indicator);
        }
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
        // In the order of the text, so that it is read once.
        let start = |fault: &Diagnostic| fault.related.as_ref().map(|(span, _)| span.start);
        let mut related: Vec<_> = self.list.iter_mut().collect();
        related.sort_by_key(|fault| start(fault));
        let mut cursor = LineCounter::new(text);
        for fault in related {
            fault.related_place = start(fault).map_or((0, 0), |at| cursor.place(at));
        }
        let mut cursor = LineCounter::new(text);
        for fault in &mut self.list {
            (fault.line, fault.column) = cursor.place(fault.span.start);
            let mut lines = LineCounter::new(text);
            for figure in &mut fault.figures {
                figure.span = fit(text, &figure.span);
                figure.line = lines.place(figure.span.start).0;
            }
        }
        self.list
    }
}

impl Diagnostic {
    /// The figures that it is about with their lines, where the message only counts them.
    pub fn listed(&self) -> Option<String> {
        let named = |figure: &Named| format!("{} (line {})", figure.name, figure.line);
        let listed = || self.figures.iter().map(named).collect::<Vec<_>>().join(", ");
        (self.figures.len() > LISTED).then(listed)
    }

    /// Sets what to write instead.
    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a second span with a label.
    pub(crate) fn related(&mut self, span: Range<usize>, label: &str) -> &mut Self {
        self.related = Some((span, label.to_owned()));
        self
    }
}

/// Text of the file in single quotes, made harmless and short enough for a message.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_made_to_fit_the_text() {
        assert_eq!(fit("é", &(1..1)), 0..2);
        assert_eq!(fit("é", &(1..2)), 0..2);
        assert_eq!(fit("é", &(7..99)), 2..2);
    }
}
