use super::period::date_words;
use super::{GroupIx, IndicatorIx, Period, SourceIx, Text};

/// A group of indicators and events.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name in the file.
    pub id: Text,
    /// Its heading on the screen.
    pub title: Text,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

/// Something that happened, on a day or over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the file, unique among events.
    pub id: Text,
    /// When it happened; shown as undated where it is missing.
    pub date: Option<Period>,
    /// What happened.
    pub title: Text,
    /// The group that it belongs to.
    pub group: Option<GroupIx>,
    /// Where it is taken from.
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
    /// Its date in words, or that it has none.
    pub fn date_words(&self) -> String {
        date_words(self.date.as_ref())
    }
}
