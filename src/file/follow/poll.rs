//! Looks at a file whose changes are not reported.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

/// What was seen of a file at the last look.
pub(super) struct Poll {
    fingerprint: Option<Fingerprint>,
    /// When the file is read even if nothing seems to have changed.
    read_at: Instant,
}

/// Length, time of the last change, and identity. If they differ, the file has probably changed.
pub(super) type Fingerprint = (u64, Option<SystemTime>, Identity);

/// Device and inode: they stay the same when the content changes.
pub(super) type Identity = (u64, u64);

impl Poll {
    /// Takes the file as it is for the known one. It is read one tick later in any case.
    pub(super) fn new(path: &Path, tick: Duration) -> Self {
        Self { fingerprint: fingerprint(path), read_at: Instant::now() + tick }
    }

    /// Whether the file should be read: it seems to have changed, or it was not read for a tick.
    pub(super) fn calls_for_a_look(&mut self, path: &Path, tick: Duration) -> bool {
        let (fingerprint, now) = (fingerprint(path), Instant::now());
        if fingerprint == self.fingerprint && now < self.read_at {
            return false;
        }
        (self.fingerprint, self.read_at) = (fingerprint, now + tick);
        true
    }
}

/// None if there is no file.
pub(super) fn fingerprint(path: &Path) -> Option<Fingerprint> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok(), inode(&metadata)))
}

/// Which folder a path leads to now, if any.
pub(super) fn identity(folder: &Path) -> Option<Identity> {
    let metadata = fs::metadata(folder).ok().filter(Metadata::is_dir)?;
    Some(inode(&metadata))
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

/// Other systems have no inodes.
#[cfg(not(unix))]
fn inode(_: &Metadata) -> Identity {
    (0, 0)
}
