//! The edits made here, and what is being written to the file.

use std::sync::Arc;

use crate::app::document::{Edit, History};
use crate::report::ItemId;

/// The edits made here, and the one that is being written.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// Edits to undo and redo.
    pub(crate) history: History,
    pub(crate) pending: Option<Pending>,
    /// What to go on with once a file has been created.
    pub(crate) after_create: Option<AfterCreate>,
    /// What to go on with once the file is known to be writable.
    pub(crate) after_check: Option<AfterCreate>,
    /// The last text that was written, and what was done with it (`saved`, `undone`): the news of
    /// the next reading begins with it.
    pub(crate) written: Option<(Arc<str>, String)>,
}

/// What the runtime has been asked to write.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    pub(crate) kind: SaveKind,
    pub(crate) text: Arc<str>,
    pub(crate) edit: Edit,
}

/// Why a text is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SaveKind {
    /// To save a form.
    Form,
    /// An edit is undone (`back`) or redone.
    Step { back: bool },
    /// To add an item; the editor then opens at this line, counted from 1.
    Add(ItemId, u32),
}

/// What the user wants to do, once there is a file that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AfterCreate {
    Editor,
    Form,
    Add,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// The text of the file is not the one that the edit was made on. Holds that text, if it can be
    /// read.
    Changed(Option<Arc<str>>),
    /// Any other reason, in words for people.
    Because(String),
}
