use super::period::date_words;
use super::quantity::not_happened;
use super::{Period, Quantity, SourceIx, Status, Text};

/// A figure as a source gives it: a headline, a point of a series or a rival.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observation {
    /// The value with its hedge and unit; missing only where the status says why.
    pub quantity: Option<Quantity>,
    /// The figure exactly as printed.
    pub wording: Option<Text>,
    /// The reference period; `None` where it is undated. It is never taken from elsewhere.
    pub period: Option<Period>,
    /// Observation status (SDMX).
    pub status: Status,
    /// The source that it is taken from.
    pub source: Option<SourceIx>,
    /// The place in the source (CSL locator).
    pub locator: Option<Text>,
    /// Who says it.
    pub stated_by: Option<Text>,
    /// What else to know.
    pub note: Option<Text>,
}

impl Observation {
    /// The figure in the source's words, short, with its status: `up to 70 %`, `1 bn RUB,
    /// forecast`.
    pub fn figure(&self) -> String {
        self.with_status(Quantity::figure, self.status.words())
    }

    /// The figure in the source's words with its unit in full: `at least 287 enterprises`.
    pub fn words(&self) -> String {
        self.with_status(Quantity::words, self.status.words())
    }

    /// The figure as an operator and a number: `≤ 70 %`, `1 bn RUB, forecast`.
    pub fn reading(&self) -> String {
        self.with_status(Quantity::reading, self.status.words())
    }

    /// What values the figure allows, in plain language.
    pub fn sentence(&self) -> String {
        match (self.quantity.as_ref().map(Quantity::sentence), self.status) {
            (Some(text), Status::Normal) => text,
            (Some(text), status) => format!("{}: {text}", status.words()),
            (None, status) => format!("no value: {}", status.words()),
        }
    }

    /// As it is read aloud: `up to 70 percent`, `1 billion RUB, a forecast`.
    pub fn spoken(&self) -> String {
        self.with_status(Quantity::spoken, self.status.spoken())
    }

    /// The reference period in words, or that there is none.
    pub fn period_words(&self) -> String {
        date_words(self.period.as_ref())
    }

    /// Adds the status, which limits a figure as a hedge does: a forecast that reads like a count
    /// would claim too much. What was not observed is not told as a thing that happened, either.
    fn with_status(&self, text: fn(&Quantity) -> String, status: &str) -> String {
        let told = |text| if self.status.is_observed() { text } else { not_happened(text) };
        match self.quantity.as_ref().map(text).map(told) {
            Some(text) if self.status == Status::Normal => text,
            Some(text) => format!("{text}, {status}"),
            None => format!("no value, {status}"),
        }
    }
}
