//! A figure in the running text of a document.

use super::citation::{CitationFormat, Cited, citation};
use super::escape::{markdown, tex, untex, xml};
use crate::prose::wording_matches;
use crate::report::{Observation, Report};

/// What of a figure stands in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InlineForm {
    /// The figure as its source prints it, if that has its hedge, else as the file says it.
    #[default]
    Words,
    /// As an operator and a number.
    Reading,
    /// What values it allows.
    Sentence,
    /// A citation.
    Cite,
}

/// The forms, their names in a document, and what they are.
pub const INLINE_FORMS: &[(InlineForm, &str, &str)] = &[
    (
        InlineForm::Words,
        "words",
        "the figure in words, as its source prints it where that has its hedge",
    ),
    (InlineForm::Reading, "reading", "an operator and a number, ≤ 70 %"),
    (InlineForm::Sentence, "sentence", "what values it allows, in plain words"),
    (InlineForm::Cite, "cite", "a citation with its source"),
];

impl InlineForm {
    /// Finds a form by its name.
    pub fn find(name: &str) -> Option<Self> {
        INLINE_FORMS.iter().find(|(_, own, _)| *own == name).map(|&(form, ..)| form)
    }
}

/// The language of a part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Markdown, with what GitHub, Pandoc and Quarto add.
    Markdown,
    /// HTML.
    Html,
    /// LaTeX.
    Latex,
}

/// A figure as it stands in a document: on one line, and with the signs of its language escaped.
pub fn inline(report: &Report, cited: Cited<'_>, form: InlineForm, language: Language) -> String {
    let figure = cited.observation();
    let text = match (form, figure) {
        (InlineForm::Cite, _) if language == Language::Markdown => {
            return citation(report, cited, CitationFormat::Markdown);
        }
        (InlineForm::Cite, _) => citation(report, cited, CitationFormat::Plain),
        (_, None) => String::new(),
        (InlineForm::Words, Some(figure)) => words(figure),
        (InlineForm::Reading, Some(figure)) => figure.reading(),
        (InlineForm::Sentence, Some(figure)) => figure.sentence(),
    };
    match language {
        Language::Markdown => markdown(&text),
        Language::Html => xml(&text),
        Language::Latex => tex(&text),
    }
}

/// The printed words if they say all that the file says, else those of the file.
fn words(figure: &Observation) -> String {
    match &figure.wording {
        Some(wording) if wording_matches(figure) => wording.to_string(),
        _ => figure.words(),
    }
}

/// A text that was escaped for LaTeX as a reader sees it.
pub fn read_latex(text: &str) -> String {
    untex(text)
}
