use super::{Observation, Poll, Text, Unit};

/// A series of points over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the line shows.
    pub label: Option<Text>,
    /// The unit of its points.
    pub unit: Unit,
    /// The edition of its source that printed it so (SDMX: a vintage).
    pub edition: Option<Edition>,
    /// How what it measures differs from the headline; `None` for the history of the headline
    /// itself, if the units are alike.
    pub differs: Option<Text>,
    /// What else to know about the whole series.
    pub note: Option<Text>,
    /// What is known of the polls behind its points.
    pub poll: Option<Poll>,
    /// Its points, in the order of the file.
    pub points: Vec<Observation>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

/// An edition of a line: the same line is printed anew each year, with some of its points revised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its name, often a year: `2023`.
    pub name: Text,
    /// Whether no later edition of this line is in the file.
    pub is_latest: bool,
}

impl Series {
    /// Whether a later edition of the line is in the file.
    pub fn is_superseded(&self) -> bool {
        self.edition.as_ref().is_some_and(|edition| !edition.is_latest)
    }
}
