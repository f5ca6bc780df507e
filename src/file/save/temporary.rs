//! The temporary file beside the file, which the new text is written to.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{SaveCause, system};

/// A new file in the folder of another one. It is removed on drop unless it has replaced that one.
pub(super) struct Temporary {
    path: PathBuf,
    file: File,
    is_renamed: bool,
}

impl Temporary {
    /// Creates the empty file, in place of one that an interrupted save has left behind.
    pub(super) fn create(beside: &Path) -> Result<Self, SaveCause> {
        let path = name(beside);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let file = system::create_new(&path)?;
        Ok(Self { path, file, is_renamed: false })
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Replaces the other file, unless another program has put its file under our name: without
    /// locks, two programs may save at once.
    pub(super) fn rename_over(&mut self, other: &Path) -> Result<(), SaveCause> {
        if !system::is_at(&self.file, &self.path) {
            return Err(SaveCause::Busy);
        }
        fs::rename(&self.path, other)?;
        self.is_renamed = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.is_renamed && system::is_at(&self.file, &self.path) {
            // If it fails, the next save removes the file.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// `.NAME.indicia`: hidden, and unlike the names of the backups of editors.
pub(in crate::file) fn name(beside: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(beside.file_name().unwrap_or_default());
    name.push(".indicia");
    beside.with_file_name(name)
}
