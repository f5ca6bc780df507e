//! The messages that the model takes, and the effects that it asks for.

use std::sync::Arc;

use crate::app::document::{ArticleName, Committed, Snapshot, Unsaved};
use crate::app::env::{Clock, Size};
use crate::app::keys::Key;
use crate::passage::Passages;
use crate::report::{Address, Day, Text};

/// An event of the mouse at a cell of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// The column, from 0.
    pub x: u16,
    /// The row, from 0.
    pub y: u16,
    /// What was done.
    pub kind: MouseKind,
}

/// What was done with the mouse; movement alone is not reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MouseKind {
    /// The left button was pressed.
    Press,
    /// The mouse was moved while the left button was held.
    Drag,
    /// The left button was released.
    Release,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// Something that happened outside the model.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed. If the terminal says so, the character that this key has on a US
    /// keyboard, with Shift if Shift was held: `.` for `ю`, `>` for `Ю`.
    Key(Key, Option<char>),
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this size now.
    Resize(Size),
    /// It is another day.
    Day(Day),
    /// The file has been read.
    Loaded(Box<Snapshot>),
    /// What the copies of the sources say of a text of the file.
    Copies(Box<Passages>, Arc<str>),
    /// The file cannot be read.
    Unreadable {
        /// Why, and what to do, in words for users.
        why: String,
        /// Whether the file is missing.
        gone: bool,
        /// When that was noticed.
        at: Clock,
    },
    /// An article has been read, or why it cannot be: the answer to [`Effect::FollowArticles`], and sent
    /// again after each change.
    Article(ArticleName, Result<Arc<str>, String>),
    /// Whether the file can be written, or why not: the answer to [`Effect::CheckWritable`].
    MayWrite(Result<(), String>),
    /// Whether a file can be created, or why not: the answer to [`Effect::CheckCreatable`].
    MayCreate(Result<(), String>),
    /// The result of [`Effect::Save`].
    Saved(Result<(), Unsaved>),
    /// The result of [`Effect::Create`]: the name of the file, or why there is none.
    Created(Result<String, String>),
    /// What the last commit has of the file, or why that cannot be read: the answer to
    /// [`Effect::ReadCommit`].
    Committed(Result<Box<Committed>, String>),
    /// The editor has ended; the error says what went wrong.
    Edited(Result<(), String>),
    /// What became of the text, such as "sent to the terminal", or why it was not copied: the answer
    /// to [`Effect::Copy`].
    Copied(Result<String, String>),
    /// Whether the program that opens addresses could be started: the answer to [`Effect::Open`].
    /// Sent a second time if that program fails.
    Opened(Result<(), String>),
}

/// What the runtime is asked to do outside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until the user returns.
    Suspend,
    /// Turn the mouse reports of the terminal on or off.
    Mouse(bool),
    /// Read the file again now.
    Reread,
    /// The same, and take its text even if it is the known one: what is wrong with a text depends on
    /// the date.
    Recheck,
    /// Read what the last commit has of the file. Its figures are due for review if their date is before
    /// this one.
    ReadCommit(Day),
    /// Give the terminal to the user's editor, at this line of the file, counted from 1.
    Edit(u32),
    /// Read these articles and follow them, and no others.
    FollowArticles(Vec<ArticleName>),
    /// The same as [`Effect::Edit`], of an article.
    EditArticle(ArticleName, u32),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Open an address with the program that the system has for it.
    Open(Address),
    /// Open the saved copy of a source, by its name in the file, with that program.
    OpenCopy(Text),
    /// Find out whether the file can be written.
    CheckWritable,
    /// Find out whether the file that [`Effect::Create`] would create is there already.
    CheckCreatable,
    /// Write the file, if its text is still the expected one.
    Save {
        /// The text that the file has to have still.
        expected: Arc<str>,
        /// Its new text.
        text: Arc<str>,
    },
    /// Create the file with this text, and use it from now on.
    Create(Arc<str>),
}
