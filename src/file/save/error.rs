//! Why a file was not saved. The messages say what to do.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::file::ReadCause;
use crate::report::Text;

/// A file that was not saved, and why. It is unchanged.
#[derive(Debug)]
pub struct SaveError {
    /// The file, as it was named.
    pub path: PathBuf,
    /// Why it was not saved.
    pub cause: SaveCause,
}

/// Why a file was not saved.
#[derive(Debug)]
pub enum SaveCause {
    /// Its text is not the one that was expected.
    Changed,
    /// A file is to be created, and there is one of that name already.
    AlreadyExists,
    /// There is no such file.
    Missing,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It may not be read, so that it cannot be compared.
    Unreadable,
    /// It may not be written to.
    ReadOnly,
    /// No file may be created or replaced in its folder.
    ReadOnlyFolder,
    /// It has this number of hard links, which replacing would separate.
    HardLinks(u64),
    /// It belongs to another user.
    Owner,
    /// It belongs to a group that the user is not in.
    Group,
    /// Another program keeps it locked.
    Busy,
    /// The disk is full, or the user's quota is used up.
    Full,
    /// It would become larger than the system allows for a file.
    TooLarge,
    /// Any other error of the system.
    Other(io::Error),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Text::new(&self.path.to_string_lossy());
        let (why, what_to_do) = self.cause.words();
        if matches!(self.cause, SaveCause::AlreadyExists) {
            // Short enough for a narrow terminal.
            return write!(f, "'{path}' {why}: {what_to_do}");
        }
        write!(f, "'{path}' {why}, so nothing is written: {what_to_do}")
    }
}

impl SaveCause {
    /// What is wrong with the file, and what the user can do.
    fn words(&self) -> (String, &'static str) {
        let (why, what_to_do) = match self {
            Self::Changed => {
                ("has been changed by another program", "look at what it says now, then save again")
            }
            Self::AlreadyExists => ("is there already", "look at it first"),
            Self::Missing => ("is not there", "put it back, then save again"),
            Self::NotAFile => ("is a folder, a pipe or a device", "name a text file"),
            Self::Unreadable => ("may not be read", "check its permissions"),
            Self::ReadOnly => ("is read-only", "make it writable, then save again"),
            Self::ReadOnlyFolder => {
                ("is in a folder that is read-only", "make the folder writable, then save again")
            }
            Self::HardLinks(count) => {
                let why = format!("is one file with {count} names (hard links)");
                return (why, "edit it in your editor, or make it a file of its own");
            }
            Self::Owner => ("belongs to another user", "edit a copy of your own"),
            Self::Group => ("belongs to a group that you are not in", "edit a copy of your own"),
            Self::Busy => ("is kept locked by another program", "save again in a moment"),
            Self::Full => ("does not fit on the disk, which is full", "make room, then save again"),
            Self::TooLarge => {
                ("would become larger than is allowed here", "raise the limit of the size of files")
            }
            Self::Other(error) => {
                let why = format!("cannot be replaced ({})", Text::new(&error.to_string()));
                return (why, "check the file and its folder, then save again");
            }
        };
        (why.to_owned(), what_to_do)
    }
}

/// Without a source: the message of an error of the system is part of this one.
impl std::error::Error for SaveError {}

/// For errors of writing. Those of reading are in [`ReadCause`].
impl From<io::Error> for SaveCause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnlyFolder,
            _ => Self::Other(error),
        }
    }
}

impl From<ReadCause> for SaveCause {
    fn from(cause: ReadCause) -> Self {
        match cause {
            ReadCause::Missing => Self::Missing,
            ReadCause::Folder | ReadCause::Special | ReadCause::Terminal | ReadCause::Silent(_) => {
                Self::NotAFile
            }
            ReadCause::Denied => Self::Unreadable,
            ReadCause::Empty | ReadCause::NotUtf8(_) => Self::Changed,
            ReadCause::Other(error) => Self::Other(error),
        }
    }
}
