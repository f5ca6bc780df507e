use std::fmt;

use super::tree::{Part, Path, text_of};
use crate::report::Text;
use crate::schema::{self, Key, Table};
use toml::de::{DeTable, DeValue};

/// An item of the file that can be edited, by what stays the same when the file moves.
///
/// Positions are counted from 0, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The report.
    Report,
    /// A source, by its key.
    Source(String),
    /// A group, by its id.
    Group(String),
    /// An indicator, by its id.
    Indicator(String),
    /// An event, by its id.
    Event(String),
    /// A rival of an indicator.
    Rival {
        /// The id of the indicator.
        indicator: String,
        /// Its position among the rivals.
        nth: usize,
    },
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
    /// The poll behind an indicator, or behind one of its series.
    Poll {
        /// The id of the indicator.
        indicator: String,
        /// The position of the series, where the poll is that of a series.
        series: Option<usize>,
    },
}

impl Target {
    /// The table of the format that says which keys it may have, and in which order.
    pub fn table(&self) -> &'static Table {
        match self {
            Self::Report => &schema::REPORT,
            Self::Source(_) => &schema::SOURCE,
            Self::Group(_) => &schema::GROUP,
            Self::Indicator(_) => &schema::INDICATOR,
            Self::Event(_) => &schema::EVENT,
            Self::Rival { .. } => &schema::RIVAL,
            Self::Series { .. } => &schema::SERIES,
            Self::Point { .. } => &schema::POINT,
            Self::Poll { .. } => &schema::POLL,
        }
    }

    /// The same item once its id has been changed.
    pub(super) fn renamed(&self, id: String) -> Self {
        match self {
            Self::Group(_) => Self::Group(id),
            Self::Indicator(_) => Self::Indicator(id),
            Self::Event(_) => Self::Event(id),
            other => other.clone(),
        }
    }

    /// Whether its id is what it is found by.
    pub(super) fn goes_by_id(&self) -> bool {
        matches!(self, Self::Group(_) | Self::Indicator(_) | Self::Event(_))
    }

    /// The way to it; `None` where it is not in the tree, or twice.
    pub(super) fn path<'a>(&'a self, tree: &DeTable<'_>) -> Option<Path<'a>> {
        let of = |id: &'a str| by_id(tree, Key::Indicator, id);
        let then = |mut path: Path<'a>, key: Key, nth: usize| {
            path.extend([Part::Key(key.word()), Part::Nth(nth)]);
            path
        };
        let path = match self {
            Self::Report => vec![Part::Key(Key::Report.word())],
            Self::Source(key) => vec![Part::Key(Key::Source.word()), Part::Key(key)],
            Self::Group(id) => by_id(tree, Key::Group, id)?,
            Self::Indicator(id) => of(id)?,
            Self::Event(id) => by_id(tree, Key::Event, id)?,
            Self::Rival { indicator, nth } => then(of(indicator)?, Key::Rival, *nth),
            Self::Series { indicator, nth } => then(of(indicator)?, Key::Series, *nth),
            Self::Point { indicator, series, nth } => {
                then(then(of(indicator)?, Key::Series, *series), Key::Points, *nth)
            }
            Self::Poll { indicator, series } => {
                let path = of(indicator)?;
                let mut path = match series {
                    Some(nth) => then(path, Key::Series, *nth),
                    None => path,
                };
                path.push(Part::Key(Key::Poll.word()));
                path
            }
        };
        Some(path)
    }
}

/// The way to the only element of an array that has an id.
fn by_id<'a>(tree: &DeTable<'_>, key: Key, id: &str) -> Option<Path<'a>> {
    let DeValue::Array(list) = tree.get(key.word())?.get_ref() else { return None };
    let mut found = list
        .iter()
        .enumerate()
        .filter(|(_, cell)| text_of(cell.get_ref(), Key::Id) == Some(id))
        .map(|(nth, _)| nth);
    let nth = found.next()?;
    found.next().is_none().then(|| vec![Part::Key(key.word()), Part::Nth(nth)])
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.table().name;
        let of = |id: &str| format!("indicator '{}'", Text::new(id));
        match self {
            Self::Report => f.write_str("the report"),
            Self::Source(id) | Self::Group(id) | Self::Indicator(id) | Self::Event(id) => {
                write!(f, "{name} '{}'", Text::new(id))
            }
            Self::Rival { indicator, nth } | Self::Series { indicator, nth } => {
                write!(f, "{name} {} of {}", nth + 1, of(indicator))
            }
            Self::Point { indicator, series, nth } => {
                write!(f, "point {} of series {} of {}", nth + 1, series + 1, of(indicator))
            }
            Self::Poll { indicator, series: Some(nth) } => {
                write!(f, "the poll of series {} of {}", nth + 1, of(indicator))
            }
            Self::Poll { indicator, series: None } => write!(f, "the poll of {}", of(indicator)),
        }
    }
}
