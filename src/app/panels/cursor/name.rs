//! Finds the figure at the cursor again in another reading of the file.

use super::statement::{StatementKind, StatementName};
use super::{Cursor, cursors};
use crate::app::document::PointName;
use crate::report::{Indicator, Report};

/// A figure besides the headline, by what stays the same when others come and go.
#[derive(Clone, Debug)]
pub(crate) enum CursorName {
    Rival(StatementName),
    Target(StatementName),
    Point(PointName),
}

impl CursorName {
    pub(crate) fn of(report: &Report, indicator: &Indicator, cursor: Cursor) -> Option<Self> {
        let stated = |kind, at| StatementName::of(kind, report, indicator, at);
        match cursor {
            Cursor::Rival(at) => stated(StatementKind::Rival, at).map(Self::Rival),
            Cursor::Target(at) => stated(StatementKind::Target, at).map(Self::Target),
            Cursor::Point(point) => PointName::of(indicator, point.ix()).map(Self::Point),
        }
    }

    /// The cursor on that figure in another reading; `None` if it is missing or ambiguous.
    pub(crate) fn find(&self, report: &Report, indicator: &Indicator) -> Option<Cursor> {
        match self {
            Self::Rival(name) => name.find(report, indicator).map(Cursor::Rival),
            Self::Target(name) => name.find(report, indicator).map(Cursor::Target),
            Self::Point(name) => cursors(indicator).into_iter().find(|cursor| match cursor {
                Cursor::Point(point) => name.is(indicator, point.ix()),
                Cursor::Rival(_) | Cursor::Target(_) => false,
            }),
        }
    }
}
