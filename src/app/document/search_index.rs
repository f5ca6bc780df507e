//! The texts that a find searches, written out once for each reading of the file.

use crate::app::text::CharMask;
use crate::report::{Event, Indicator, Report, SourceIx};

/// Where a word was found, in the order of the search.
///
/// A word counts for the first of these in which it is found, and earlier ones count for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundIn {
    /// In the label or the title.
    Label,
    /// In the id.
    Id,
    /// In the figure as printed.
    Wording,
    /// In the figure as it is shown, in its period, or in the date of an event.
    Figure,
    /// In the text about what is counted.
    Of,
    /// In the title of its group.
    Group,
    /// In a source of its headline, its history or its rivals.
    Source(SourceIx),
    /// In the name of who states it.
    StatedBy,
    /// In a note.
    Note,
}

impl FoundIn {
    /// The score of the place, which is added to that of the match: more than the best score of a
    /// letter.
    pub(crate) fn bonus(self) -> u32 {
        match self {
            Self::Label => 64,
            Self::Id | Self::Wording | Self::Figure => 48,
            Self::Of | Self::Group => 32,
            Self::Source(_) | Self::StatedBy => 16,
            Self::Note => 0,
        }
    }
}

/// The texts of every figure and every date, written while the file is read, as a key press must not
/// wait for a hundred thousand of them.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    /// For every indicator the letters of [`own_texts`], and a text with its figure, in full and in
    /// short, and its period. The text has no signs of readings, as keyboards lack them and a text in
    /// ASCII is searched in half the time.
    indicators: Vec<(CharMask, Box<str>)>,
    /// The date of every event; empty if it has none.
    events: Vec<Box<str>>,
}

impl SearchIndex {
    /// The texts of a report.
    pub(crate) fn new(report: &Report) -> Self {
        Self {
            indicators: report.indicators.iter().map(of_indicator).collect(),
            events: report.events.iter().map(of_event).collect(),
        }
    }

    /// The letters and texts of the indicators from a position on.
    pub(crate) fn indicators(&self, from: usize) -> impl Iterator<Item = (CharMask, &str)> {
        self.indicators.iter().skip(from).map(|(letters, text)| (*letters, &**text))
    }

    pub(crate) fn events(&self) -> impl Iterator<Item = &str> {
        self.events.iter().map(|text| &**text)
    }
}

fn of_indicator(indicator: &Indicator) -> (CharMask, Box<str>) {
    let figure = figure(indicator);
    let own = own_texts(indicator, &figure).into_iter().filter_map(|(_, text)| text);
    (own.fold(CharMask::default(), CharMask::with), figure)
}

/// The texts of an indicator that are searched, in the order of the search, without those of its
/// group and its sources, which it shares with others.
pub(crate) fn own_texts<'t>(
    indicator: &'t Indicator,
    figure: &'t str,
) -> [(FoundIn, Option<&'t str>); 8] {
    let headline = &indicator.headline;
    [
        (FoundIn::Label, Some(&*indicator.label)),
        (FoundIn::Label, indicator.short.as_deref()),
        (FoundIn::Id, Some(&*indicator.id)),
        (FoundIn::Wording, headline.wording.as_deref()),
        (FoundIn::Figure, Some(figure)),
        (FoundIn::Of, indicator.of.as_deref()),
        (FoundIn::StatedBy, headline.stated_by.as_deref()),
        (FoundIn::Note, headline.note.as_deref()),
    ]
}

fn figure(indicator: &Indicator) -> Box<str> {
    let headline = &indicator.headline;
    // Users type numbers without commas.
    let stated = headline.quantity.as_ref().map(|quantity| quantity.stated().to_string());
    let period = headline.period.as_ref().map(|_| headline.period_words());
    let texts = [Some(headline.words()), Some(headline.figure()), stated, period];
    texts.into_iter().flatten().collect::<Vec<_>>().join(", ").into()
}

fn of_event(event: &Event) -> Box<str> {
    event.date.as_ref().map(|_| event.date_words()).unwrap_or_default().into()
}
