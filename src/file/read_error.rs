//! Why a file cannot be read, and what to do.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::report::Text;

/// The name of standard input on the command line.
pub const STDIN: &str = "-";

/// Whether a name stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new(STDIN)
}

/// A file that cannot be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file.
    pub path: PathBuf,
    /// Why it cannot be read.
    pub cause: ReadCause,
}

/// Why a file cannot be read.
#[derive(Debug)]
pub enum ReadCause {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or the like. Reading it could block forever.
    Special,
    /// The system does not permit it.
    Denied,
    /// It has no content.
    Empty,
    /// It is not UTF-8. The number is the line of the first wrong byte, from 1.
    NotUtf8(usize),
    /// It is standard input, which is the terminal.
    Terminal,
    /// It is standard input, on which nothing has come for this long.
    Silent(Duration),
    /// Any other error of the system.
    Other(io::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Text::new(&self.path.to_string_lossy());
        let name =
            if is_stdin(&self.path) { "standard input".to_owned() } else { format!("'{path}'") };
        match &self.cause {
            ReadCause::Missing => {
                write!(f, "there is no file '{path}': check the name and the folder")
            }
            ReadCause::Folder => {
                write!(
                    f,
                    "{name} is a folder: name the file in it, such as '{path}/indicators.toml'"
                )
            }
            ReadCause::Special => {
                write!(f, "{name} is a pipe or a device, not a file: name a text file")
            }
            ReadCause::Denied => write!(f, "{name} may not be read: check its permissions"),
            ReadCause::Empty => {
                write!(f, "{name} is empty: write [report] and, below it, title = \"…\"")
            }
            ReadCause::NotUtf8(line) => {
                write!(f, "{name} is not UTF-8 text (line {line}): save it as UTF-8 in your editor")
            }
            ReadCause::Terminal => {
                write!(f, "standard input is the terminal: write '- < FILE', or name the file")
            }
            ReadCause::Silent(time) => write!(
                f,
                "nothing has come on standard input for {} seconds: name a file, or '-' to wait \
                 for it",
                time.as_secs()
            ),
            ReadCause::Other(error) => {
                write!(f, "{name} cannot be read: {}", Text::new(&error.to_string()))
            }
        }
    }
}

/// Without a source: the message of an error of the system is part of this one.
impl std::error::Error for ReadError {}

impl From<io::Error> for ReadCause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other(error),
        }
    }
}
