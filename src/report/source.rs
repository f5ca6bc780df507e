use super::{Period, Text};

/// What kind of thing a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A report.
    Report,
    /// An article.
    Article,
    /// A dataset.
    Dataset,
    /// A poll.
    Poll,
    /// A statement.
    Statement,
    /// A copy of something published elsewhere.
    Reprint,
}

/// The kinds and their words in the file.
pub const SOURCE_KINDS: &[(SourceKind, &str)] = &[
    (SourceKind::Report, "report"),
    (SourceKind::Article, "article"),
    (SourceKind::Dataset, "dataset"),
    (SourceKind::Poll, "poll"),
    (SourceKind::Statement, "statement"),
    (SourceKind::Reprint, "reprint"),
];

impl SourceKind {
    /// Reads a word of the file.
    pub fn find(raw: &str) -> Option<Self> {
        SOURCE_KINDS.iter().find(|(_, word)| *word == raw.trim()).map(|&(kind, _)| kind)
    }

    /// Its word in the file.
    pub fn word(self) -> &'static str {
        SOURCE_KINDS.iter().find(|(k, _)| *k == self).map_or("", |&(_, word)| word)
    }
}

/// Where a figure or an event is taken from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The key by which the file cites it.
    pub key: Text,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published; shown as "n.d." where it is missing.
    pub published: Option<Period>,
    /// When it was last looked at.
    pub accessed: Option<Period>,
    /// Its address as the file has it; [`Address`](super::Address) says whether it is opened.
    pub url: Option<Text>,
    /// What kind of thing it is.
    pub kind: Option<SourceKind>,
    /// The name of the file with a saved copy of it, as the file has it.
    pub copy: Option<Text>,
    /// What else to know.
    pub note: Option<Text>,
    /// Its line in the file, counted from 1.
    pub line: u32,
    /// Whether the file cites it and does not describe it. The title then says so in place of one.
    pub is_missing: bool,
}

/// The endings of the names of copies that may be opened.
const ENDINGS: [&str; 7] = ["html", "htm", "xhtml", "md", "markdown", "txt", "text"];

impl Source {
    /// Whether a copy of this name may be opened: it is a page or text, which no system runs.
    pub fn may_open(copy: &str) -> bool {
        let ending = copy.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    }

    /// Title, publisher and date in a line: `International Debt Report, World Bank, Dec 2024`.
    pub fn citation(&self) -> String {
        if self.is_missing {
            return self.title.to_string();
        }
        let publisher = self.publisher.as_ref().map_or_else(String::new, |by| format!(", {by}"));
        let date = self.published.as_ref().map_or_else(|| "n.d.".to_owned(), Period::words);
        format!("{}{publisher}, {date}", self.title)
    }

    /// Its key, for narrow places.
    pub fn short(&self) -> String {
        format!("{}{}", self.key, if self.is_missing { " (missing)" } else { "" })
    }
}
