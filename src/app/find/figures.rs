//! Figures and dates as they are looked for.

use crate::report::{Event, Indicator, Report};

/// What is shown of every figure and every date, worked out while the file is read: nobody waits for
/// a hundred thousand of them at a key.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Of every indicator the figure with its unit in full and in short, and its period. Without the
    /// signs of readings, which no keyboard has: a text in ASCII is looked through in half the time.
    indicators: Vec<Box<str>>,
    /// The date of every event.
    events: Vec<Box<str>>,
}

impl Figures {
    /// Those of a report.
    pub(in crate::app) fn new(report: &Report) -> Self {
        Self {
            indicators: report.indicators.iter().map(of_indicator).collect(),
            events: report.events.iter().map(of_event).collect(),
        }
    }

    /// Those of the indicators from one place on.
    pub(super) fn indicators(&self, from: usize) -> impl Iterator<Item = &str> {
        self.indicators.iter().skip(from).map(|text| &**text)
    }

    pub(super) fn events(&self) -> impl Iterator<Item = &str> {
        self.events.iter().map(|text| &**text)
    }
}

fn of_indicator(indicator: &Indicator) -> Box<str> {
    let headline = &indicator.headline;
    // Whoever types a number types it without commas.
    let stated = headline.quantity.as_ref().map(|quantity| quantity.stated().to_string());
    let period = headline.period.as_ref().map(|_| headline.period_words());
    let texts = [Some(headline.words()), Some(headline.figure()), stated, period];
    texts.into_iter().flatten().collect::<Vec<_>>().join(", ").into()
}

fn of_event(event: &Event) -> Box<str> {
    if event.date.is_some() { event.date_words().into() } else { "".into() }
}
