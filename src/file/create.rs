//! Creates a file where there is none.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::save::{SaveCause, SaveError, temporary_name};

/// Creates a file with a text in it, as a whole or not at all.
///
/// # Errors
///
/// If there is a file of that name already, or if the system cannot write. Nothing is left behind
/// then.
pub fn create(path: &Path, text: &str) -> Result<(), SaveError> {
    make(path, text.as_bytes()).map_err(|error| {
        let cause = match error.kind() {
            ErrorKind::AlreadyExists => SaveCause::AlreadyExists,
            _ => error.into(),
        };
        SaveError { path: path.to_owned(), cause }
    })
}

/// Whether nothing has this name, so that [`create`] can make a file of it.
///
/// # Errors
///
/// If there is a file, or anything else, of that name.
pub fn may_create(path: &Path) -> Result<(), SaveError> {
    match path.symlink_metadata() {
        Ok(_) => Err(SaveError { path: path.to_owned(), cause: SaveCause::AlreadyExists }),
        Err(_) => Ok(()),
    }
}

fn make(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let beside = temporary_name(path);
    let made = write(&beside, bytes).and_then(|()| match fs::hard_link(&beside, path) {
        // Unlike a rename, a link never replaces a file that another program has just created.
        Err(error) if error.kind() != ErrorKind::AlreadyExists => write(path, bytes),
        linked => linked,
    });
    let _ = fs::remove_file(&beside);
    made
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}
