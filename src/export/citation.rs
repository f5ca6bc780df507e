//! A figure as a citation, to be used in another text, in one of several formats.
//!
//! The order is that of the detail panel: the figure, its reading, of what, when, by whom, and the
//! source. What the file does not state is called missing or left out, and never filled in from
//! elsewhere.

pub(super) mod bibtex;
mod markdown;
mod pandoc;
mod parts;
mod plain;

use crate::prose::wording_matches;
use crate::report::{Event, Indicator, Observation, Report, Rival, Series, Target, Text};
use parts::Parts;

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
    /// The words with a citation of the source by its key, for Pandoc.
    Pandoc,
}

/// The formats, their names in the configuration, and what they are.
pub const CITATION_FORMATS: &[(CitationFormat, &str, &str)] = &[
    (CitationFormat::Plain, "plain", "a line of text"),
    (CitationFormat::Markdown, "markdown", "a line of Markdown, the address as a link"),
    (CitationFormat::Bibtex, "bibtex", "an entry of a bibliography, for BibTeX and biblatex"),
    (
        CitationFormat::Pandoc,
        "pandoc",
        "the words, and the source by its key, for Pandoc and Quarto",
    ),
];

impl CitationFormat {
    /// Reads a name of the configuration.
    pub fn find(raw: &str) -> Option<Self> {
        CITATION_FORMATS.iter().find(|(_, word, _)| *word == raw.trim()).map(|&(format, ..)| format)
    }

    /// The name of a citation of this format; other formats than plain text have theirs in it.
    pub fn citation(self) -> &'static str {
        match self {
            Self::Plain => "citation",
            Self::Markdown => "Markdown citation",
            Self::Bibtex => "BibTeX citation",
            Self::Pandoc => "Pandoc citation",
        }
    }

    /// Its name in the configuration.
    pub fn word(self) -> &'static str {
        CITATION_FORMATS.iter().find(|(f, ..)| *f == self).map_or("", |&(_, word, _)| word)
    }
}

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub enum Cited<'r> {
    /// The headline of an indicator.
    Headline(&'r Indicator),
    /// A point of a series.
    Point {
        /// The indicator.
        indicator: &'r Indicator,
        /// The position of the series in the indicator, from 0.
        series: usize,
        /// The position of the point in the series, from 0.
        point: usize,
    },
    /// A rival of an indicator.
    Rival {
        /// The indicator.
        indicator: &'r Indicator,
        /// The position of the rival in the indicator, from 0.
        rival: usize,
    },
    /// What is aimed at.
    Target {
        /// The indicator.
        indicator: &'r Indicator,
        /// The position of the target in the indicator, from 0.
        target: usize,
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
            Self::Rival { indicator, rival } => Some(&indicator.rivals.get(rival)?.observation),
            Self::Target { indicator, target } => Some(&indicator.targets.get(target)?.observation),
            Self::Event(_) => None,
        }
    }

    /// The indicator that it belongs to; an event has none.
    pub fn indicator(self) -> Option<&'r Indicator> {
        match self {
            Self::Headline(indicator)
            | Self::Point { indicator, .. }
            | Self::Rival { indicator, .. }
            | Self::Target { indicator, .. } => Some(indicator),
            Self::Event(_) => None,
        }
    }

    /// Itself, or the headline where there is no such point, rival or target.
    fn found(self) -> Self {
        match self {
            Self::Point { indicator, .. }
            | Self::Rival { indicator, .. }
            | Self::Target { indicator, .. }
                if self.observation().is_none() =>
            {
                Self::Headline(indicator)
            }
            found => found,
        }
    }

    pub(super) fn series(self) -> Option<&'r Series> {
        let Self::Point { indicator, series, .. } = self else { return None };
        indicator.series.get(series)
    }

    fn rival(self) -> Option<&'r Rival> {
        let Self::Rival { indicator, rival } = self else { return None };
        indicator.rivals.get(rival)
    }

    fn target(self) -> Option<&'r Target> {
        let Self::Target { indicator, target } = self else { return None };
        indicator.targets.get(target)
    }

    /// What the source says of the chances of a target.
    pub(super) fn judgement(self) -> Option<&'r Text> {
        self.target()?.judgement.as_ref()
    }

    /// How what it measures differs from the headline, if it does.
    pub(super) fn differs(self) -> Option<&'r Text> {
        let of_line = self.series().and_then(|series| series.differs.as_ref());
        of_line.or_else(|| self.rival()?.differs.as_ref())
    }
}

/// The citation, without a line break at its end. Every format contains the hedge of the figure in
/// the source's word and, but for the one of Pandoc, in its reading.
pub fn citation(report: &Report, cited: Cited<'_>, format: CitationFormat) -> String {
    let cited = cited.found();
    let parts = Parts::new(report, cited);
    match format {
        CitationFormat::Plain => plain::line(&parts),
        CitationFormat::Markdown => markdown::line(&parts),
        CitationFormat::Bibtex => bibtex::entry(&parts),
        CitationFormat::Pandoc => pandoc::line(report, cited),
    }
}

/// The words alone: the wording in quotation marks, or the words of the file where there is no
/// wording; of an event its title and its date.
///
/// Where the wording has lost the hedge, the status or the unit, the words of the file follow in
/// brackets: “70%” (up to 70 %). So does how the figure differs from the headline.
pub fn words(cited: Cited<'_>) -> String {
    let cited = cited.found();
    match (cited, cited.observation()) {
        (Cited::Event(event), _) => format!("{}, {}", event.title, event.date_words()),
        (_, None) => String::new(),
        (_, Some(observation)) => {
            let differs = cited.differs().map(this_differs);
            let (said, lost) = match &observation.wording {
                None => (observation.words(), None),
                Some(wording) if wording_matches(observation) => (format!("“{wording}”"), None),
                Some(wording) => (format!("“{wording}”"), Some(observation.words())),
            };
            let more: Vec<_> = lost.into_iter().chain(differs).collect();
            if more.is_empty() { said } else { format!("{said} ({})", more.join("; ")) }
        }
    }
}

/// That a figure differs from the headline, in the words of the file.
fn this_differs(differs: &Text) -> String {
    format!("this differs: {differs}")
}

#[cfg(test)]
mod tests;
