use super::{Observation, Poll, Quantity, Text, Unit};

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

    /// Its label, or a text in place of it, with its edition.
    pub fn titled(&self, without_label: &str) -> String {
        let label = self.label.as_deref().unwrap_or(without_label);
        match &self.edition {
            Some(edition) => format!("{label}, edition {}", edition.name),
            None => label.to_owned(),
        }
    }

    /// Whether it is the same line as another one, perhaps in another edition: their labels, units and
    /// definitions are the same, and so is the scenario that they belong to.
    pub fn is_same_line(&self, other: &Self) -> bool {
        let first = |series: &Self| {
            let point = series.points.iter().find_map(|point| point.quantity.as_ref());
            let scenario = series.points.first().and_then(|point| point.scenario.clone());
            (point.is_some_and(Quantity::is_change), scenario)
        };
        self.label == other.label
            && self.unit.kind.is_same(&other.unit.kind)
            && self.differs == other.differs
            && first(self) == first(other)
    }
}
