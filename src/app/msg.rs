use crate::app::env::Size;
use std::sync::Arc;

use crate::app::document::{Snapshot, Unsaved};
use crate::app::env::Clock;
use crate::app::keys::Key;
use crate::report::Address;

/// What was done with the mouse, and on which cell of the terminal, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// The column.
    pub x: u16,
    /// The line.
    pub y: u16,
    /// What was done.
    pub kind: MouseKind,
}

/// What was done with the mouse; movement alone is never told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MouseKind {
    /// The left button was pressed.
    Press,
    /// The mouse was moved while the left button was held.
    Drag,
    /// The left button was let go.
    Release,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this size now.
    Resize(Size),
    /// The file has been read.
    Loaded(Box<Snapshot>),
    /// The file cannot be read.
    Lost {
        /// Why, and what to do, for people.
        why: String,
        /// Whether it is not there at all.
        gone: bool,
        /// When that was noticed.
        at: Clock,
    },
    /// Whether the file can be written: the answer to [`Effect::Ask`]; if not, why.
    MayWrite(Result<(), String>),
    /// What came of [`Effect::Save`].
    Saved(Result<(), Unsaved>),
    /// What came of [`Effect::Create`]: the name of the file, or why there is none.
    Created(Result<String, String>),
    /// The editor has ended; if something went wrong, what.
    Edited(Result<(), String>),
    /// Whether the terminal could be sent what is to be copied: the answer to [`Effect::Copy`].
    Copied(Result<(), String>),
    /// Whether the opener could be started: the answer to [`Effect::Open`]; later once more, if
    /// it has ended badly.
    Opened(Result<(), String>),
}

/// What the runtime is asked to do outside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until the user returns.
    Suspend,
    /// Have the terminal tell of the mouse, or no more.
    Mouse(bool),
    /// Read the file again now.
    Look,
    /// Give the terminal to the user's editor, at this line of the file, counted from 1.
    Edit {
        /// The line.
        line: u32,
    },
    /// Send a text to the clipboard of the terminal.
    Copy(String),
    /// Have an address opened by the system.
    Open(Address),
    /// Say whether the file can be written.
    Ask,
    /// Write the file, if it is still what is expected.
    Save {
        /// What the file has to say still.
        expected: Arc<str>,
        /// What it is to say.
        text: Arc<str>,
    },
    /// Write a file where there is none, and go on with it.
    Create {
        /// What it is to say.
        text: Arc<str>,
    },
}
