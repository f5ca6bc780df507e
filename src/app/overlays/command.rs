//! What the list of commands can do.

use crate::app::env::ThemeName;
use crate::app::keys::{Action, Panel};
use crate::app::panels::ColumnId;
use crate::export::CitationFormat;

/// What is done in a panel, or in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The panel that it is done in, where it is not done in all of them.
    pub panel: Option<Panel>,
    /// What is done.
    pub does: Does,
}

/// What a command does: an action, or a choice that has no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// An action.
    Action(Action),
    /// The table is sorted by a column, or as the file is.
    SortBy(Option<ColumnId>),
    /// A theme is chosen.
    SetTheme(ThemeName),
    /// A citation is copied, and from then on in this format.
    CiteAs(CitationFormat),
}
