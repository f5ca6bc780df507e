//! Which items the panels show.

use crate::report::ItemIx;

/// Which items of the report the panels show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisibleSet {
    /// For each indicator and for each event; `None` is all of them.
    some: Option<(Vec<bool>, Vec<bool>)>,
}

impl VisibleSet {
    /// Only the indicators and events for which the value at their position is true.
    pub(crate) fn only(indicators: Vec<bool>, events: Vec<bool>) -> Self {
        Self { some: Some((indicators, events)) }
    }

    /// Whether an item is shown.
    pub fn has(&self, item: impl Into<ItemIx>) -> bool {
        let Some((indicators, events)) = &self.some else { return true };
        let visible = match item.into() {
            ItemIx::Indicator(ix) => indicators.get(ix.get()),
            ItemIx::Event(ix) => events.get(ix.get()),
        };
        visible.is_some_and(|visible| *visible)
    }

    /// How many indicators are shown; `None` is all of them.
    pub fn indicators(&self) -> Option<usize> {
        self.some.as_ref().map(|(indicators, _)| indicators.iter().filter(|shown| **shown).count())
    }
}
