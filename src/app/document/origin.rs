//! Where the report comes from, and whether it has been read.

/// Where the report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// A file, by the name that the user gave it.
    File(String),
    /// Standard input, which is read once and cannot be written.
    StandardInput,
    /// The copy inside the program.
    #[default]
    BuiltIn,
}

impl Origin {
    /// What it is called in a sentence.
    pub fn name(&self) -> &str {
        match self {
            Self::File(name) => name,
            Self::StandardInput => "standard input",
            Self::BuiltIn => "the built-in report",
        }
    }

    /// What it is called where a line follows, as in `NAME:12`.
    pub fn path(&self) -> &str {
        match self {
            Self::File(name) => name,
            Self::StandardInput => "<stdin>",
            Self::BuiltIn => "built-in report",
        }
    }

    /// What it is called on the command line.
    pub fn argument(&self) -> &str {
        match self {
            Self::File(name) => name,
            Self::StandardInput | Self::BuiltIn => "-",
        }
    }

    /// What has to be said of a report that is not from a file of the user's.
    pub fn remark(&self) -> Option<&'static str> {
        match self {
            Self::File(_) => None,
            Self::StandardInput => Some("standard input"),
            Self::BuiltIn => Some("built-in report"),
        }
    }
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
