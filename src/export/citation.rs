//! A figure as a citation, ready for a text of one's own, in one of several formats.
//!
//! The order is that of the detail panel: what is said, what it reads as, of what and when, by
//! whom, and where that stands. What the file does not state is said to be missing or left out,
//! never filled in from elsewhere.

mod bibtex;
mod markdown;
mod parts;
mod plain;
mod said;

use crate::report::{Event, Indicator, Observation, Report, Series};
use parts::Parts;
use said::says_all;

/// How a citation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CitationFormat {
    /// A line of text.
    #[default]
    Plain,
    /// A line of `CommonMark`, the address as a link.
    Markdown,
    /// An entry of a bibliography, as `biblatex` and `biber` read it.
    Bibtex,
}

/// The formats, their names in the configuration, and what they are.
pub const CITATION_FORMATS: &[(CitationFormat, &str, &str)] = &[
    (CitationFormat::Plain, "plain", "a line of text"),
    (CitationFormat::Markdown, "markdown", "a line of Markdown, the address as a link"),
    (CitationFormat::Bibtex, "bibtex", "an entry of a bibliography, for BibTeX and biblatex"),
];

impl CitationFormat {
    /// Reads a name of the configuration.
    pub fn find(raw: &str) -> Option<Self> {
        CITATION_FORMATS.iter().find(|(_, word, _)| *word == raw.trim()).map(|&(format, ..)| format)
    }

    /// Its name in the configuration.
    pub fn word(self) -> &'static str {
        CITATION_FORMATS.iter().find(|(f, ..)| *f == self).map_or("", |&(_, word, _)| word)
    }
}

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub enum Cited<'r> {
    /// The figure that the report gives.
    Headline(&'r Indicator),
    /// A point of a series.
    Point {
        /// Whose series it is.
        indicator: &'r Indicator,
        /// The place of the series among those of the indicator, from 0.
        series: usize,
        /// The place of the point in the series, from 0.
        point: usize,
    },
    /// An event.
    Event(&'r Event),
}

impl<'r> Cited<'r> {
    /// The figure that is cited; an event has none.
    pub fn observation(self) -> Option<&'r Observation> {
        match self {
            Self::Headline(indicator) => Some(&indicator.headline),
            Self::Point { indicator, series, point } => {
                indicator.series.get(series)?.points.get(point)
            }
            Self::Event(_) => None,
        }
    }

    /// Itself; where there is no such point, the headline, whose figure is its own.
    fn found(self) -> Self {
        match self {
            Self::Point { indicator, .. } if self.observation().is_none() => {
                Self::Headline(indicator)
            }
            found => found,
        }
    }

    fn series(self) -> Option<&'r Series> {
        match self {
            Self::Point { indicator, series, .. } => indicator.series.get(series),
            Self::Headline(_) | Self::Event(_) => None,
        }
    }
}

/// A ready citation, without a line break at its end. Every format has the figure's hedge in it,
/// in the source's own word and in its reading.
pub fn citation(report: &Report, cited: Cited<'_>, format: CitationFormat) -> String {
    let parts = Parts::new(report, cited.found());
    match format {
        CitationFormat::Plain => plain::line(&parts),
        CitationFormat::Markdown => markdown::line(&parts),
        CitationFormat::Bibtex => bibtex::entry(&parts),
    }
}

/// The words alone: as printed, in quotation marks, or in the words of the file where the print is
/// not known; of an event its title and its date.
///
/// Where the printed words have lost the hedge, the status or the unit, the words of the file follow
/// in brackets: “70%” (up to 70 %).
pub fn words(cited: Cited<'_>) -> String {
    let cited = cited.found();
    match (cited, cited.observation()) {
        (Cited::Event(event), _) => format!("{}, {}", event.title, event.date_words()),
        (_, None) => String::new(),
        (_, Some(observation)) => match &observation.wording {
            None => observation.words(),
            Some(wording) if says_all(observation) => format!("“{wording}”"),
            Some(wording) => format!("“{wording}” ({})", observation.words()),
        },
    }
}

#[cfg(test)]
mod tests;
