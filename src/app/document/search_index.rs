//! Figures and dates as they are looked for.

use crate::app::text::CharMask;
use crate::report::{Event, Indicator, Report, SourceIx};

/// Where words are looked for, in the order in which they are.
///
/// A word counts for the first place in which it stands, and for more the earlier that comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundIn {
    /// In the label or the title.
    Label,
    /// In the name in the file.
    Id,
    /// In the figure as printed.
    Wording,
    /// In the figure as it is shown, or in its period; of an event in its date.
    Figure,
    /// In what is counted.
    Of,
    /// In the heading that it stands under.
    Group,
    /// In a source of its headline, its history or of what others say.
    Source(SourceIx),
    /// In the name of who says it.
    StatedBy,
    /// In a note.
    Note,
}

impl FoundIn {
    /// What a place counts beside how well a word fits: more than the best fit of a letter.
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

/// What is shown of every figure and every date, worked out while the file is read: nobody waits for
/// a hundred thousand of them at a key.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    /// Of every indicator the figure with its unit in full and in short, and its period. Without the
    /// signs of readings, which no keyboard has: a text in ASCII is looked through in half the time.
    /// Beside it, the letters of that and of all else that the indicator says itself.
    indicators: Vec<(CharMask, Box<str>)>,
    /// The date of every event.
    events: Vec<Box<str>>,
}

impl SearchIndex {
    /// Those of a report.
    pub(crate) fn new(report: &Report) -> Self {
        Self {
            indicators: report.indicators.iter().map(of_indicator).collect(),
            events: report.events.iter().map(of_event).collect(),
        }
    }

    /// Those of the indicators from one place on.
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

/// Every text of an indicator in which words are looked for, in the order in which they are, but for
/// what it has in common with others.
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
    // Whoever types a number types it without commas.
    let stated = headline.quantity.as_ref().map(|quantity| quantity.stated().to_string());
    let period = headline.period.as_ref().map(|_| headline.period_words());
    let texts = [Some(headline.words()), Some(headline.figure()), stated, period];
    texts.into_iter().flatten().collect::<Vec<_>>().join(", ").into()
}

fn of_event(event: &Event) -> Box<str> {
    if event.date.is_some() { event.date_words().into() } else { "".into() }
}
