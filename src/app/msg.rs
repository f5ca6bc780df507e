use crate::app::Key;
use crate::load::Loaded;

/// The size of the terminal in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The terminal has this size now.
    Resize(Size),
    /// The file has been read.
    Loaded(Box<Loaded>),
    /// The editor that [`Effect::Edit`] asked for has ended, or could not be started: then what
    /// to tell the user, in lower case.
    Edited(Result<(), String>),
}

/// What the runtime is asked to do outside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until the user returns.
    Suspend,
    /// Open the file in the user's editor and wait until it has ended; answered by
    /// [`Msg::Edited`].
    ///
    /// Only a key can be answered with it. At any other time the terminal is being read, and
    /// the editor would lose keys to the dashboard: then nothing happens.
    Edit {
        /// The line to begin at, from 1.
        line: u32,
    },
}
