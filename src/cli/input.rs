//! Reading a file of indicators, with messages that say what to do.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::args::DEFAULT_FILE;
use crate::app::Origin;
use crate::report::Text;

/// What is shown when there is no file at all.
const BUILT_IN: &str = include_str!("../../indicators.toml");

/// Why a file cannot be read at all.
#[derive(Debug)]
pub struct InputError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub cause: InputCause,
}

/// What is wrong with a file that cannot be read.
#[derive(Debug)]
pub enum InputCause {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// The system does not let us.
    Denied,
    /// It has no content.
    Empty,
    /// It is not UTF-8; the line, from 1, of the first byte that is not.
    NotUtf8(usize),
    /// Anything else that the system says.
    Other(std::io::Error),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Text::new(&self.path.to_string_lossy());
        match &self.cause {
            InputCause::Missing => {
                write!(f, "there is no file '{path}': check the name and the folder")
            }
            InputCause::Folder => {
                write!(
                    f,
                    "'{path}' is a folder: name the file in it, such as '{path}/indicators.toml'"
                )
            }
            InputCause::Denied => write!(f, "'{path}' may not be read: check its permissions"),
            InputCause::Empty => {
                write!(f, "'{path}' is empty: write [report] and, below it, title = \"…\"")
            }
            InputCause::NotUtf8(line) => write!(
                f,
                "'{path}' is not UTF-8 text (line {line}): save it as UTF-8 in your editor"
            ),
            InputCause::Other(error) => {
                write!(f, "'{path}' cannot be read: {}", Text::new(&error.to_string()))
            }
        }
    }
}

impl std::error::Error for InputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            InputCause::Other(error) => Some(error),
            _ => None,
        }
    }
}

/// Reads the named file, else the one in this folder, else the built-in report.
///
/// # Errors
/// As [`read`].
pub fn open(file: Option<PathBuf>) -> Result<(Origin, String), InputError> {
    let found =
        file.or_else(|| Path::new(DEFAULT_FILE).exists().then(|| PathBuf::from(DEFAULT_FILE)));
    let Some(path) = found else {
        return Ok((Origin::BuiltIn, BUILT_IN.to_owned()));
    };
    let text = read(&path)?;
    // A name is text from outside, too.
    let name = Text::new(&path.to_string_lossy()).to_string();
    Ok((Origin::File(name), text))
}

/// Reads a file as text.
///
/// # Errors
/// If there is no such file, it is a folder, may not be read, is empty, or is not UTF-8.
pub fn read(path: &Path) -> Result<String, InputError> {
    let fail = |cause| InputError { path: path.to_owned(), cause };
    if path.is_dir() {
        return Err(fail(InputCause::Folder));
    }
    let bytes = fs::read(path).map_err(|error| {
        fail(match error.kind() {
            ErrorKind::NotFound => InputCause::Missing,
            ErrorKind::PermissionDenied => InputCause::Denied,
            ErrorKind::IsADirectory => InputCause::Folder,
            _ => InputCause::Other(error),
        })
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or(&[]);
        fail(InputCause::NotUtf8(sound.split(|b| *b == b'\n').count()))
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(fail(InputCause::Empty));
    }
    Ok(text)
}
