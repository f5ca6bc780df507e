/// Where the report comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, by the name that the user gave it.
    File(String),
    /// The copy inside the program.
    BuiltIn,
}

/// Whether there is a report to show yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The file is being read.
    #[default]
    Loading,
    /// The report is there.
    Ready,
}
