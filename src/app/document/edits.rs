use std::sync::Arc;

use crate::app::document::{Done, History};
use crate::report::ItemId;

/// What was edited here, and what is being written.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// Edits to undo and redo.
    pub(in crate::app) history: History,
    /// What is being written to the file.
    pub(in crate::app) pending: Option<Pending>,
    /// What follows once a file has been created.
    pub(in crate::app) after_create: Option<AfterCreate>,
    /// The last text that was written, and what was done: news of the next reading begins with it.
    pub(in crate::app) written: Option<(Arc<str>, String)>,
}

/// What the runtime has been asked to write.
#[derive(Clone, Debug)]
pub(in crate::app) struct Pending {
    pub(in crate::app) kind: SaveKind,
    pub(in crate::app) text: Arc<str>,
    pub(in crate::app) done: Done,
}

/// Why something is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum SaveKind {
    /// A form is saved.
    Form,
    /// An edit is undone.
    Undo,
    /// An edit is redone.
    Redo,
    /// An item is added; the line to open it at.
    Add(ItemId, u32),
}

/// What the user was about to do when there was no file to do it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum AfterCreate {
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
