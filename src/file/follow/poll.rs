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

impl Poll {
    /// Takes the file as it is for the known one. It is read one tick later in any case.
    pub(super) fn new(path: &Path, tick: Duration) -> Self {
        Self { fingerprint: Fingerprint::of(path), read_at: Instant::now() + tick }
    }

    /// Whether the file should be read: it seems to have changed, or it was not read for a tick.
    pub(super) fn calls_for_a_look(&mut self, path: &Path, tick: Duration) -> bool {
        let (fingerprint, now) = (Fingerprint::of(path), Instant::now());
        if fingerprint == self.fingerprint && now < self.read_at {
            return false;
        }
        (self.fingerprint, self.read_at) = (fingerprint, now + tick);
        true
    }
}

/// Length, times and identity of a file. If they differ, the file has probably changed.
#[derive(PartialEq, Eq)]
struct Fingerprint {
    length: u64,
    created: Option<SystemTime>,
    modified: Option<SystemTime>,
    changed: (i64, i64),
    identity: Identity,
}

impl Fingerprint {
    /// None if there is no file.
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let (identity, changed) = inode(&metadata);
        let (created, modified) = (metadata.created().ok(), metadata.modified().ok());
        Some(Self { length: metadata.len(), created, modified, changed, identity })
    }
}

/// Device and inode: they stay the same when the content changes.
pub(super) type Identity = (u64, u64);

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
