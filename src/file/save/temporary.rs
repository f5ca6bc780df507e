//! The file beside the file, in which the new text is made ready.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{SaveCause, system};

/// A new file in the folder of another one, removed again unless it takes its place.
pub(super) struct Temporary {
    path: PathBuf,
    file: File,
    in_place: bool,
}

impl Temporary {
    /// Makes the empty file, and removes what a save that was cut short has left behind.
    pub(super) fn create(beside: &Path) -> Result<Self, SaveCause> {
        let path = name(beside);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let file = system::create_new(&path)?;
        Ok(Self { path, file, in_place: false })
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Takes the place of the other file, unless somebody has put another file under our name:
    /// where there are no locks, two programs may be saving at once.
    pub(super) fn rename_over(&mut self, other: &Path) -> Result<(), SaveCause> {
        if !system::is_at(&self.file, &self.path) {
            return Err(SaveCause::Busy);
        }
        fs::rename(&self.path, other)?;
        self.in_place = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.in_place && system::is_at(&self.file, &self.path) {
            // Nothing can be done about it, and the next save removes it.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// `.NAME.indicia`: hidden, and told from the backups of editors.
pub(in crate::file) fn name(beside: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(beside.file_name().unwrap_or_default());
    name.push(".indicia");
    beside.with_file_name(name)
}
