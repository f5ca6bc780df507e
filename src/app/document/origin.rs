//! Where the report comes from, and whether it has been read.

/// Where the report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// A file, by the name that the user gave it.
    File(String),
    /// The copy inside the program.
    #[default]
    BuiltIn,
}

/// Whether the file has been read yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The file is being read.
    #[default]
    Loading,
    /// The file has been read.
    Ready,
}
