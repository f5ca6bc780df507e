//! What can be seen of a file or a folder without reading it.

use std::fs::{self, Metadata};
use std::path::Path;

/// Length, times and identity of a file. If they differ, the file has probably changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    length: u64,
    modified: Moment,
    changed: Moment,
    identity: Identity,
}

/// Seconds and nanoseconds, by the clock of the file system.
type Moment = (i64, i64);

/// Device and inode: they stay the same when the content changes.
pub(super) type Identity = (u64, u64);

impl Fingerprint {
    /// None if there is no file.
    pub(super) fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|metadata| Self::from(&metadata))
    }
}

/// Which folder a path leads to now, if any.
pub(super) fn identity(folder: &Path) -> Option<Identity> {
    let metadata = fs::metadata(folder).ok().filter(Metadata::is_dir)?;
    Some(Fingerprint::from(&metadata).identity)
}

#[cfg(unix)]
impl From<&Metadata> for Fingerprint {
    fn from(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self {
            length: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            identity: (metadata.dev(), metadata.ino()),
        }
    }
}

#[cfg(not(unix))]
impl From<&Metadata> for Fingerprint {
    fn from(metadata: &Metadata) -> Self {
        use std::time::{SystemTime, UNIX_EPOCH};
        let since = |time: std::io::Result<SystemTime>| {
            let span = time.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            let span = span.unwrap_or_default();
            (span.as_secs().cast_signed(), i64::from(span.subsec_nanos()))
        };
        Self {
            length: metadata.len(),
            modified: since(metadata.modified()),
            changed: since(metadata.created()),
            identity: (0, 0),
        }
    }
}
