//! A command of the list of commands.

use crate::app::env::ThemeName;
use crate::app::keys::{Action, Panel};
use crate::app::panels::ColumnId;
use crate::export::CitationFormat;

/// A command, and the panel that it works in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The panel that it works in; `None` if it works in all of them.
    pub panel: Option<Panel>,
    /// What it does.
    pub kind: CommandKind,
}

/// What a command does: an action, or a choice that has no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandKind {
    /// Performs an action.
    Action(Action),
    /// Sorts the table by a column; `None` is the order of the file.
    SortBy(Option<ColumnId>),
    /// Sets the theme.
    SetTheme(ThemeName),
    /// Copies a citation, and keeps this format for later ones.
    CiteAs(CitationFormat),
}
