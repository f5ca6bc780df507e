//! Figures and dates as they are looked for.

use super::Place;
use crate::app::fuzzy::Letters;
use crate::report::{Event, Indicator, Report};

/// What is shown of every figure and every date, worked out while the file is read: nobody waits for
/// a hundred thousand of them at a key.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Of every indicator the figure with its unit in full and in short, and its period. Without the
    /// signs of readings, which no keyboard has: a text in ASCII is looked through in half the time.
    /// Beside it, the letters of that and of all else that the indicator says itself.
    indicators: Vec<(Letters, Box<str>)>,
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
    pub(super) fn indicators(&self, from: usize) -> impl Iterator<Item = (Letters, &str)> {
        self.indicators.iter().skip(from).map(|(letters, text)| (*letters, &**text))
    }

    pub(super) fn events(&self) -> impl Iterator<Item = &str> {
        self.events.iter().map(|text| &**text)
    }
}

fn of_indicator(indicator: &Indicator) -> (Letters, Box<str>) {
    let figure = figure(indicator);
    let own = own_texts(indicator, &figure).into_iter().filter_map(|(_, text)| text);
    (own.fold(Letters::default(), Letters::with), figure)
}

/// Every text of an indicator in which words are looked for, in the order in which they are, but for
/// what it has in common with others.
pub(super) fn own_texts<'t>(
    indicator: &'t Indicator,
    figure: &'t str,
) -> [(Place, Option<&'t str>); 8] {
    let headline = &indicator.headline;
    [
        (Place::Label, Some(&*indicator.label)),
        (Place::Label, indicator.short.as_deref()),
        (Place::Id, Some(&*indicator.id)),
        (Place::Wording, headline.wording.as_deref()),
        (Place::Figure, Some(figure)),
        (Place::Of, indicator.of.as_deref()),
        (Place::StatedBy, headline.stated_by.as_deref()),
        (Place::Note, headline.note.as_deref()),
    ]
}

fn figure(indicator: &Indicator) -> Box<str> {
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
