use crate::report::{IndicatorIx, Text};

/// An item by its position in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An indicator.
    Indicator(IndicatorIx),
    /// An event, by its position in [`crate::report::Report::events`].
    Event(usize),
    /// Nothing: the report is empty.
    Nothing,
}

/// The item that changed, by its name in the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ItemId {
    /// The report itself.
    Report,
    /// A group, by its id.
    Group(Text),
    /// A source, by its key.
    Source(Text),
    /// An indicator, by its id.
    Indicator(Text),
    /// An event, by its id.
    Event(Text),
}

impl ItemId {
    /// Its name in the file.
    pub fn name(&self) -> &str {
        match self {
            Self::Report => "the report",
            Self::Group(name) | Self::Source(name) | Self::Indicator(name) | Self::Event(name) => {
                name
            }
        }
    }
}
