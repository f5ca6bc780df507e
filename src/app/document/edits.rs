use std::sync::Arc;

use crate::app::document::{Done, History};
use crate::report::ItemId;

/// What was edited here, and what is being written.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// Edits to undo and redo.
    pub(crate) history: History,
    /// What is being written to the file.
    pub(crate) pending: Option<Pending>,
    /// What follows once a file has been created.
    pub(crate) after_create: Option<AfterCreate>,
    /// The last text that was written, and what was done: news of the next reading begins with it.
    pub(crate) written: Option<(Arc<str>, String)>,
}

/// What the runtime has been asked to write.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    pub(crate) kind: SaveKind,
    pub(crate) text: Arc<str>,
    pub(crate) done: Done,
}

/// Why something is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SaveKind {
    /// A form is saved.
    Form,
    /// An edit is undone (`back`) or redone.
    Step { back: bool },
    /// An item is added; the line to open it at.
    Add(ItemId, u32),
}

/// What the user was about to do when there was no file to do it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AfterCreate {
    Editor,
    Form,
    Add,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// The file is not what the edit was made on; its text, if it can be read.
    Changed(Option<Arc<str>>),
    /// Any other reason, in words for people.
    Because(String),
}
