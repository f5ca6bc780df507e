use crate::report::{About, IndicatorIx};

/// Which items of the report are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// For each indicator and for each event; `None` is all of them.
    some: Option<(Vec<bool>, Vec<bool>)>,
}

impl Shown {
    /// Only these indicators and events, each by its position in the report.
    pub(in crate::app) fn only(indicators: Vec<bool>, events: Vec<bool>) -> Self {
        Self { some: Some((indicators, events)) }
    }

    /// Whether an indicator is shown.
    pub fn has(&self, ix: IndicatorIx) -> bool {
        let some = self.some.as_ref();
        some.is_none_or(|(indicators, _)| indicators.get(ix.get()).is_some_and(|shown| *shown))
    }

    /// Whether an event is shown, by its position in [`Report::events`].
    pub fn has_event(&self, at: usize) -> bool {
        let some = self.some.as_ref();
        some.is_none_or(|(_, events)| events.get(at).is_some_and(|shown| *shown))
    }

    /// Whether an item is shown.
    pub fn has_item(&self, about: About) -> bool {
        match about {
            About::Indicator(ix) => self.has(ix),
            About::Event(at) => self.has_event(at),
            About::Nothing => false,
        }
    }

    /// How many indicators are shown; `None` is all of them.
    pub fn indicators(&self) -> Option<usize> {
        self.some.as_ref().map(|(indicators, _)| indicators.iter().filter(|shown| **shown).count())
    }
}
