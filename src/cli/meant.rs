//! "Did you mean" for the words on the command line: files, subcommands, ids, codes.

use std::borrow::Borrow;
use std::fs;
use std::path::Path;

use super::args;
use crate::diagnostic::ranked;
use crate::file::{ReadCause, ReadError};
use crate::report::Text;

/// The most files of a folder that are compared with a name.
const MOST: usize = 4096;

/// Why a file cannot be read; if it is missing, with files beside it that have similar names.
pub(super) fn unreadable(error: &ReadError) -> String {
    missing(error, &near_files(&error.path)).unwrap_or_else(|| error.to_string())
}

/// The same for the first word of the command line, which may be a misspelt subcommand.
pub(super) fn unreadable_or_subcommand(error: &ReadError) -> String {
    let word = error.path.to_string_lossy();
    let near = args::near_subcommand(&word).map(|near| format!("the subcommand '{near}'"));
    let near = near.map_or_else(|| near_files(&error.path), |near| vec![near]);
    missing(error, &near).unwrap_or_else(|| error.to_string())
}

fn missing(error: &ReadError, near: &[String]) -> Option<String> {
    let question = question(near).filter(|_| matches!(error.cause, ReadCause::Missing))?;
    let path = Text::new(&error.path.to_string_lossy());
    Some(format!("there is no file '{path}'{question}"))
}

/// What follows the name of something that is not there: the question whether one of these was meant,
/// if there are any.
pub(super) fn question<W: Borrow<str>>(near: &[W]) -> Option<String> {
    (!near.is_empty()).then(|| format!("; did you mean {}?", near.join(" or ")))
}

/// Files beside a missing one that have similar names, each in quotes.
fn near_files(path: &Path) -> Vec<String> {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten();
    let is_folder = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
    let files = entries.take(MOST).flatten().filter(|entry| !is_folder(entry));
    let names: Vec<_> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
    let near = ranked(&name, names.iter().map(String::as_str)).into_iter();
    near.map(|near| format!("'{}'", Text::new(&path.with_file_name(near).to_string_lossy())))
        .collect()
}
