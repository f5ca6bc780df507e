//! Which file to show. If there is none, it is the built-in report.

use std::path::{Path, PathBuf};

use super::args::DEFAULT_FILE;
use crate::app::document::Origin;
use crate::file::{ReadError, read};
use crate::report::Text;

/// The report that is shown if there is no file.
const BUILT_IN: &str = include_str!("../../indicators.toml");

/// The named file, else the one in this folder. None for the built-in report.
pub fn find(file: Option<PathBuf>) -> Option<PathBuf> {
    file.or_else(|| Path::new(DEFAULT_FILE).exists().then(|| PathBuf::from(DEFAULT_FILE)))
}

/// Reads the named file, else the one in this folder, else the built-in report.
///
/// # Errors
/// As [`read`].
pub fn open(file: Option<PathBuf>) -> Result<(Origin, String), ReadError> {
    let Some(path) = find(file) else {
        return Ok((Origin::BuiltIn, BUILT_IN.to_owned()));
    };
    let text = read(&path)?;
    // The name is untrusted text, too.
    let name = Text::new(&path.to_string_lossy()).to_string();
    Ok((Origin::File(name), text))
}
