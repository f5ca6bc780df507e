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
}

/// What the runtime is asked to do outside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until the user returns.
    Suspend,
}
