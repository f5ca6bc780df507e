use std::fmt;

use toml::de::DeTable;

use super::tree::{Path, elements, text_of};
use crate::report::Text;
use crate::schema::{self, Key, Table};

/// An item of the file, by its id.
///
/// Positions are counted from 0, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An indicator, by its id.
    Indicator(String),
    /// An event, by its id.
    Event(String),
    /// A series of an indicator.
    Series {
        /// The id of the indicator.
        indicator: String,
        /// Its position among the series.
        nth: usize,
    },
    /// A point of a series.
    Point {
        /// The id of the indicator.
        indicator: String,
        /// The position of the series among those of the indicator.
        series: usize,
        /// Its position among the points.
        nth: usize,
    },
}

impl Target {
    /// The keys that it may have, in the order of the format.
    pub fn table(&self) -> &'static Table {
        match self {
            Self::Indicator(_) => &schema::INDICATOR,
            Self::Event(_) => &schema::EVENT,
            Self::Series { .. } => &schema::SERIES,
            Self::Point { .. } => &schema::POINT,
        }
    }

    /// The path to it; `None` where its id is not in the tree, or twice.
    pub(super) fn path(&self, tree: &DeTable<'_>) -> Option<Path> {
        let indicator = |id: &str| by_id(tree, Key::Indicator, id);
        Some(match self {
            Self::Indicator(id) => vec![indicator(id)?],
            Self::Event(id) => vec![by_id(tree, Key::Event, id)?],
            Self::Series { indicator: id, nth } => vec![indicator(id)?, (Key::Series, *nth)],
            Self::Point { indicator: id, series, nth } => {
                vec![indicator(id)?, (Key::Series, *series), (Key::Points, *nth)]
            }
        })
    }
}

/// The only element of an array that has an id.
fn by_id(tree: &DeTable<'_>, key: Key, id: &str) -> Option<(Key, usize)> {
    let list = elements(tree, key)?;
    let mut found =
        (0..).zip(list).filter(|(_, node)| text_of(node.get_ref(), Key::Id) == Some(id));
    let (nth, _) = found.next()?;
    found.next().is_none().then_some((key, nth))
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Indicator(id) | Self::Event(id) => {
                write!(f, "{} '{}'", self.table().name, Text::new(id))
            }
            Self::Series { indicator, nth } => {
                write!(f, "series {} of indicator '{}'", nth + 1, Text::new(indicator))
            }
            Self::Point { indicator, series, nth } => {
                let (nth, series) = (nth + 1, series + 1);
                write!(f, "point {nth} of series {series} of indicator '{}'", Text::new(indicator))
            }
        }
    }
}
