use std::borrow::Cow;

use super::period::date_words;
use super::quantity::not_happened;
use super::{Period, Poll, Quantity, SourceIx, Status, StatusSet, Text, Uncertainty};

/// What is said of a figure that no source prints.
const OWN: &str = "our own calculation";

/// What stands before a figure that is only aimed at. With a colon it reads well before every hedge.
const AIMED_AT: &str = "aimed at: ";

/// A figure as a source gives it: a headline, a point of a series, a rival or a target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observation {
    /// The value with its hedge and unit; missing only where the status says why.
    pub quantity: Option<Quantity>,
    /// The figure exactly as printed.
    pub wording: Option<Text>,
    /// The reference period; `None` where it is undated. It is never taken from elsewhere. Of a change
    /// with a base it is the end alone.
    pub period: Option<Period>,
    /// The period that a change is measured from.
    pub base: Option<Box<Period>>,
    /// The interval of uncertainty that the source states around the value.
    pub uncertainty: Option<Box<Uncertainty>>,
    /// Observation status (SDMX); a figure may have several.
    pub status: StatusSet,
    /// The name of the scenario that it belongs to.
    pub scenario: Option<Text>,
    /// How it was worked out by those who wrote the file; no source prints such a figure.
    pub derived: Option<Text>,
    /// The source that it is taken from.
    pub source: Option<SourceIx>,
    /// The place in the source (CSL locator).
    pub locator: Option<Text>,
    /// More sources that print this very figure.
    pub also: Box<[AlsoIn]>,
    /// Who says it.
    pub stated_by: Option<Text>,
    /// What else to know.
    pub note: Option<Text>,
}

/// Another source that prints the very same figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlsoIn {
    /// The source.
    pub source: SourceIx,
    /// The place in it (CSL locator).
    pub locator: Option<Text>,
    /// The figure as it prints it.
    pub wording: Option<Text>,
}

impl AlsoIn {
    /// Whether it is the same place of the same source as another.
    pub fn is_same_place(&self, source: SourceIx, locator: Option<&Text>) -> bool {
        self.source == source && self.locator.as_ref() == locator
    }
}

impl Observation {
    /// The same with the interval that follows from the margin of error of its poll, if it was observed,
    /// has no interval of its own and was not worked out here.
    #[must_use]
    pub fn with_margin(self, poll: Option<&Poll>) -> Self {
        let is_polled = self.status.is_observed() && self.derived.is_none();
        if !is_polled || self.uncertainty.is_some() {
            return self;
        }
        let margin = poll.and_then(|poll| poll.margin).zip(self.quantity.as_ref());
        let uncertainty = margin.and_then(|(margin, of)| Uncertainty::of_poll(of, margin));
        Self { uncertainty: uncertainty.map(Box::new), ..self }
    }

    /// The sources that it is taken from: its own, then the others that print it.
    pub fn sources(&self) -> impl Iterator<Item = SourceIx> {
        self.source.into_iter().chain(self.also.iter().map(|other| other.source))
    }

    /// Whether a source is missing: a figure that was worked out here needs none.
    pub fn lacks_source(&self) -> bool {
        self.source.is_none() && self.derived.is_none()
    }

    /// How it was worked out here: `our own calculation: 34 + 22`.
    pub fn calculation(&self) -> Option<String> {
        self.derived.as_ref().map(|how| format!("{OWN}: {how}"))
    }

    /// The figure in the source's words, short, with everything that limits it: `up to 70 %`, `1 bn
    /// RUB, forecast`.
    pub fn figure(&self) -> String {
        let and = |base: &Period| format!(" vs {}", base.words());
        self.limited(Quantity::figure, and, Uncertainty::ends, Form::Short)
    }

    /// The same without a noun, for rows that name what is counted: `at least 287`.
    pub fn row_figure(&self) -> String {
        let and = |base: &Period| format!(" vs {}", base.words());
        self.limited(Quantity::row_figure, and, Uncertainty::ends, Form::Short)
    }

    /// The same with its unit in full: `nearly 8 billion USD`.
    pub fn words(&self) -> String {
        let and = |base: &Period| format!(" compared with {}", base.words());
        self.limited(Quantity::words, and, Uncertainty::words, Form::Words)
    }

    /// The figure as an operator and a number: `≤ 70 %`, `1 bn RUB, forecast`.
    pub fn reading(&self) -> String {
        let and = |base: &Period| format!(" vs {}", base.words());
        self.limited(Quantity::reading, and, Uncertainty::ends, Form::Short)
    }

    /// The same without a noun, for rows that name what is counted: `≥ 287`.
    pub fn row_reading(&self) -> String {
        let and = |base: &Period| format!(" vs {}", base.words());
        self.limited(Quantity::row_reading, and, Uncertainty::ends, Form::Short)
    }

    /// What values the figure allows, in plain language.
    pub fn sentence(&self) -> String {
        let status = self.told(Form::Words);
        let base = self.base.as_deref().map(|base| format!("measured from {}", base.words()));
        let allowed = self.quantity.as_ref().map(|it| {
            let parts = [base, self.interval(Uncertainty::sentence)].into_iter().flatten();
            std::iter::once(it.sentence()).chain(parts).collect::<Vec<_>>().join("; ")
        });
        let aim = self.aim();
        match (allowed, status.is_empty()) {
            (Some(text), true) => format!("{aim}{text}"),
            (Some(text), false) => format!("{status}: {aim}{text}"),
            (None, _) => format!("{aim}no value: {status}"),
        }
    }

    /// As it is read aloud: `up to 70 percent`, `1 billion RUB, a forecast`.
    pub fn spoken(&self) -> String {
        let and = |base: &Period| format!(" compared with {}", base.words());
        self.limited(Quantity::spoken, and, Uncertainty::spoken, Form::Spoken)
    }

    /// The reference period in words, or that there is none.
    pub fn period_words(&self) -> String {
        date_words(self.period.as_ref())
    }

    /// The time that it tells of: of a change with a base from there to the end of its period.
    pub fn span(&self) -> Option<Cow<'_, Period>> {
        let period = self.period.as_ref()?;
        let since = self.base.as_deref().and_then(|base| Period::since(base, period));
        Some(since.map_or(Cow::Borrowed(period), Cow::Owned))
    }

    /// Whether nothing but its hedge limits it: no status, base, interval or arithmetic of our own.
    pub fn is_plain(&self) -> bool {
        self.status.is_normal()
            && self.base.is_none()
            && self.uncertainty.is_none()
            && self.derived.is_none()
    }

    /// Adds what limits a figure as a hedge does: a forecast that reads like a count would claim too
    /// much. What was not observed is not told as a thing that happened, either.
    fn limited(
        &self,
        text: fn(&Quantity) -> String,
        base: impl Fn(&Period) -> String,
        interval: fn(&Uncertainty, &Quantity) -> String,
        form: Form,
    ) -> String {
        let told = |text| if self.status.is_observed() { text } else { not_happened(text) };
        let figure = self.quantity.as_ref().map(text).map(told);
        let figure = figure.unwrap_or_else(|| String::from("no value"));
        let base = self.base.as_deref().map(base).unwrap_or_default();
        let interval = self.interval(interval).map(|ends| format!(" ({ends})")).unwrap_or_default();
        let comma = if self.told(form).is_empty() { "" } else { ", " };
        format!("{}{figure}{base}{interval}{comma}{}", self.aim(), self.told(form))
    }

    /// What stands before it if it is only aimed at.
    fn aim(&self) -> &'static str {
        if self.status.has(Status::Target) { AIMED_AT } else { "" }
    }

    /// A text about its interval of uncertainty, if it has one.
    fn interval(&self, text: fn(&Uncertainty, &Quantity) -> String) -> Option<String> {
        Some(text(self.uncertainty.as_deref()?, self.quantity.as_ref()?))
    }

    /// What kind of figure it is: its statuses, the name of its scenario, and whether it was worked out
    /// here. Empty for a normal value, and for one that is only aimed at, which is said before it.
    fn told(&self, form: Form) -> String {
        let word = |status: Status| match (form, status) {
            (_, Status::Scenario) if self.scenario.is_some() => {
                let name = self.scenario.as_deref().unwrap_or_default();
                format!("scenario “{name}”")
            }
            (Form::Spoken, status) => status.spoken().to_owned(),
            (_, status) => status.words().to_owned(),
        };
        let derived = self.derived.is_some().then(|| match form {
            Form::Short => "derived".to_owned(),
            Form::Words | Form::Spoken => OWN.to_owned(),
        });
        self.status
            .without(Status::Target)
            .iter()
            .map(word)
            .chain(derived)
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The length of a text about a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Short,
    Words,
    Spoken,
}
