use super::period::date_words;
use super::{GroupIx, IndicatorIx, Period, SourceIx, Text};

/// A heading that indicators and events stand under.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name in the file.
    pub id: Text,
    /// Its heading on the screen.
    pub title: Text,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

/// Something that happened, on a day or over a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the file, unique among events.
    pub id: Text,
    /// When; absent is shown as undated.
    pub date: Option<Period>,
    /// What.
    pub title: Text,
    /// The group that it belongs to.
    pub group: Option<GroupIx>,
    /// Where this is taken from.
    pub source: Option<SourceIx>,
    /// The place in the source (CSL locator).
    pub locator: Option<Text>,
    /// What else to know.
    pub note: Option<Text>,
    /// The indicators that it bears on.
    pub indicators: Vec<IndicatorIx>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

impl Event {
    /// Its date in words; undated is said, not left empty.
    pub fn date_words(&self) -> String {
        date_words(self.date.as_ref())
    }
}
