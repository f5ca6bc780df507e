//! What saving needs from a system other than Unix. There are no locks: comparing the text right
//! before the rename has to suffice.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

use super::SaveCause;
use crate::file::read::open_regular;

/// The file that is to be replaced. It is not kept open, because the system may refuse to replace
/// an open file.
pub(super) struct Original {
    metadata: Metadata,
}

impl Original {
    pub(super) fn open(path: &Path) -> Result<Self, SaveCause> {
        Ok(Self { metadata: open_regular(path)?.metadata()? })
    }

    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as on Unix")]
    pub(super) fn lock(&self) -> io::Result<bool> {
        Ok(true)
    }

    pub(super) fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    #[expect(clippy::unused_self, reason = "as on Unix")]
    pub(super) fn is_at(&self, path: &Path) -> bool {
        path.is_file()
    }

    #[expect(clippy::unused_self, reason = "as on Unix")]
    pub(super) fn bytes(&self, path: &Path) -> Result<Vec<u8>, SaveCause> {
        Ok(fs::read(path)?)
    }
}

/// Whether there is a file at all. Which one it is cannot be found out.
pub(super) fn is_at(_: &File, path: &Path) -> bool {
    path.is_file()
}

/// Refuses a file that may not be written to.
pub(super) fn check_replaceable(_: &Path, metadata: &Metadata) -> Result<(), SaveCause> {
    if metadata.permissions().readonly() { Err(SaveCause::ReadOnly) } else { Ok(()) }
}

pub(super) fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

pub(super) fn copy_attributes(original: &Original, new: &File) -> Result<(), SaveCause> {
    Ok(new.set_permissions(original.metadata.permissions())?)
}

/// A folder cannot be flushed here.
pub(super) fn sync_folder(_: &Path) {}
