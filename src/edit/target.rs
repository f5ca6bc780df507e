use std::fmt;

use toml::de::DeTable;

use super::tree::{Path, with_id};
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

    /// The keys of the item that it is, or is a part of.
    pub(super) fn root_table(&self) -> &'static Table {
        if matches!(self, Self::Event(_)) { &schema::EVENT } else { &schema::INDICATOR }
    }

    /// The path to it; `None` where its id is not in the tree, or twice.
    pub(super) fn path(&self, tree: &DeTable<'_>) -> Option<Path> {
        let (key, id) = self.root();
        let mut found = with_id(tree, key, id);
        let (Some(at), None) = (found.next(), found.next()) else { return None };
        let root = (key, at);
        Some(match self {
            Self::Indicator(_) | Self::Event(_) => vec![root],
            Self::Series { nth, .. } => vec![root, (Key::Series, *nth)],
            Self::Point { series, nth, .. } => {
                vec![root, (Key::Series, *series), (Key::Points, *nth)]
            }
        })
    }

    /// The kind and the id of the item that it is, or is a part of.
    pub(crate) fn root(&self) -> (Key, &str) {
        match self {
            Self::Event(id) => (Key::Event, id),
            Self::Indicator(id)
            | Self::Series { indicator: id, .. }
            | Self::Point { indicator: id, .. } => (Key::Indicator, id),
        }
    }
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
