//! What can be seen of a file or a folder without reading it.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

/// Length, times and identity of a file. If they differ, the file has probably changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    length: u64,
    created: Option<SystemTime>,
    modified: Option<SystemTime>,
    changed: (i64, i64),
    identity: Identity,
}

/// Device and inode: they stay the same when the content changes.
pub(super) type Identity = (u64, u64);

impl Fingerprint {
    /// None if there is no file.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let (identity, changed) = inode(&metadata);
        let (created, modified) = (metadata.created().ok(), metadata.modified().ok());
        Some(Self { length: metadata.len(), created, modified, changed, identity })
    }
}

/// Which folder a path leads to now, if any.
pub(super) fn identity(folder: &Path) -> Option<Identity> {
    let metadata = fs::metadata(folder).ok().filter(Metadata::is_dir)?;
    Some(inode(&metadata).0)
}

/// The identity and the time of the last change of the inode, in seconds and nanoseconds.
#[cfg(unix)]
fn inode(metadata: &Metadata) -> (Identity, (i64, i64)) {
    use std::os::unix::fs::MetadataExt;
    ((metadata.dev(), metadata.ino()), (metadata.ctime(), metadata.ctime_nsec()))
}

/// Other systems have no inodes.
#[cfg(not(unix))]
fn inode(_: &Metadata) -> (Identity, (i64, i64)) {
    ((0, 0), (0, 0))
}
