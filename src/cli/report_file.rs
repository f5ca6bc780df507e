//! Which report to show: a file, standard input, or the built-in report.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::DEFAULT_FILE;
use crate::app::document::Origin;
use crate::file::{ReadError, STDIN, is_stdin, offers_text, read};
use crate::report::Text;

/// The report that is shown if there is no file.
const BUILT_IN: &str = include_str!("../../indicators.toml");

/// It without its first line, which names a file beside it: a copy elsewhere has none.
fn built_in() -> &'static str {
    let rest = BUILT_IN.strip_prefix("#:schema ").and_then(|line| line.split_once('\n'));
    rest.map_or(BUILT_IN, |(_, rest)| rest)
}

/// Says on a terminal why nothing happens.
fn tell_waiting() {
    let mut err = io::stderr();
    if err.is_terminal() {
        let _ = writeln!(err, "indicia: waiting for standard input …");
    }
}

/// The named file, else standard input if it is a pipe or a file and not empty, else the file in
/// this folder. None for the built-in report.
///
/// # Errors
/// If standard input is a pipe on which nothing comes.
pub fn to_show(file: Option<PathBuf>) -> Result<Option<PathBuf>, ReadError> {
    Ok(match file {
        Some(file) => Some(file),
        None if offers_text(tell_waiting)? => Some(STDIN.into()),
        None => Path::new(DEFAULT_FILE).exists().then(|| DEFAULT_FILE.into()),
    })
}

/// The named files, else the one that is shown; never the built-in report.
///
/// # Errors
/// As [`to_show`].
pub fn to_check(files: Vec<PathBuf>) -> Result<Vec<PathBuf>, ReadError> {
    if files.is_empty() {
        return Ok(vec![to_show(None)?.unwrap_or_else(|| DEFAULT_FILE.into())]);
    }
    Ok(files)
}

/// The one file that articles are held against: the named one, else that of this folder. Standard
/// input may be an article.
///
/// # Errors
/// If more than one is named; then in words what is wrong.
pub fn to_hold_against(files: &[PathBuf]) -> Result<PathBuf, String> {
    match files {
        [] => Ok(DEFAULT_FILE.into()),
        [file] => Ok(file.clone()),
        _ => Err("an article is held against one file: name one before '--text'".to_owned()),
    }
}

/// Reads the file, or the built-in report if there is none.
///
/// # Errors
/// As [`read`].
pub fn open(file: Option<&Path>) -> Result<(Origin, String), ReadError> {
    match file {
        Some(path) => Ok((origin(path), read(path)?)),
        None => Ok((Origin::BuiltIn, built_in().to_owned())),
    }
}

/// What a report from this file is said to come from.
pub fn origin(path: &Path) -> Origin {
    if is_stdin(path) {
        return Origin::StandardInput;
    }
    // The name is untrusted text, too.
    Origin::File(Text::new(&path.to_string_lossy()).to_string())
}
