//! What saving asks of a Unix system: locks, owners, attributes.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{Access, AtFlags, CWD, FlockOperation, Gid, Uid, accessat, fchown, flock};
use rustix::io::Errno;
use rustix::process::{getegid, geteuid, getgroups};

use super::SaveCause;
use crate::file::read::open_regular;

/// The bits of a mode that let anybody write.
const WRITABLE: u32 = 0o222;

/// The bits of a mode that `chmod` sets.
const MODE: u32 = 0o7777;

/// The file that is to be replaced, open, and locked as long as this lives.
pub(super) struct Original {
    file: File,
    metadata: Metadata,
}

impl Original {
    pub(super) fn open(path: &Path) -> Result<Self, SaveCause> {
        let file = open_regular(path)?;
        let metadata = file.metadata()?;
        Ok(Self { file, metadata })
    }

    /// Whether the lock is ours; false if somebody else has it just now.
    ///
    /// A file system without locks is written to without one.
    pub(super) fn lock(&self) -> io::Result<bool> {
        match flock(&self.file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(true),
            Err(Errno::WOULDBLOCK | Errno::INTR) => Ok(false),
            // A network file system may want the file open for writing, which would tell
            // everybody who follows it that it had been written to.
            Err(Errno::BADF | Errno::NOSYS | Errno::OPNOTSUPP | Errno::NOLCK | Errno::INVAL) => {
                Ok(true)
            }
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Whether the path still means this file.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        is_at(&self.file, path)
    }

    /// What is in the file now.
    pub(super) fn bytes(&self, _: &Path) -> Result<Vec<u8>, SaveCause> {
        let mut bytes = Vec::new();
        let mut file = &self.file;
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Whether a path, not followed if it is a link, means this open file.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

/// Says no to what could be replaced, but not kept as it is.
pub(super) fn refuse(path: &Path, metadata: &Metadata) -> Result<(), SaveCause> {
    // Root may write to anything, but whoever has taken all rights to write has meant it.
    if metadata.mode() & WRITABLE == 0 || !may(path, Access::WRITE_OK) {
        return Err(SaveCause::ReadOnly);
    }
    let folder = path.parent().unwrap_or(Path::new("/"));
    if !may(folder, Access::WRITE_OK | Access::EXEC_OK) {
        return Err(SaveCause::ReadOnlyFolder);
    }
    if metadata.nlink() > 1 {
        return Err(SaveCause::Names(metadata.nlink()));
    }
    let user = geteuid();
    if user.is_root() {
        return Ok(());
    }
    if metadata.uid() != user.as_raw() {
        return Err(SaveCause::Owner);
    }
    let group = Gid::from_raw(metadata.gid());
    let own = group == getegid() || getgroups().is_ok_and(|groups| groups.contains(&group));
    if own { Ok(()) } else { Err(SaveCause::Group) }
}

/// Whether the system lets us; what it cannot tell shows later.
fn may(path: &Path, access: Access) -> bool {
    !matches!(
        accessat(CWD, path, access, AtFlags::EACCESS),
        Err(Errno::ACCESS | Errno::PERM | Errno::ROFS)
    )
}

/// Makes a file that nobody else may read yet. A link in its place is not followed.
pub(super) fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Gives a new file the owner, group, mode and extended attributes of the original.
pub(super) fn dress(new: &File, original: &Original) -> Result<(), SaveCause> {
    let (old, own) = (&original.metadata, new.metadata()?);
    let (user, group) = (Uid::from_raw(old.uid()), Gid::from_raw(old.gid()));
    if own.uid() != old.uid() && fchown(new, Some(user), None).is_err() {
        return Err(SaveCause::Owner);
    }
    if own.gid() != old.gid() && fchown(new, None, Some(group)).is_err() {
        return Err(SaveCause::Group);
    }
    // After the owner, which clears bits, and before the access list, which is a finer mode.
    new.set_permissions(fs::Permissions::from_mode(old.mode() & MODE))?;
    attributes::copy(&original.file, new);
    Ok(())
}

/// Makes the rename last through a power cut. The new text is in place by now, and some file
/// systems cannot do this for a folder: so it is no error.
pub(super) fn sync_folder(file: &Path) {
    if let Some(folder) = file.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos", target_os = "ios"))]
mod attributes {
    use std::ffi::CStr;
    use std::fs::File;

    use rustix::buffer::spare_capacity;
    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fsetxattr};
    use rustix::io::Errno;

    /// Attributes are small; Linux allows 64 KiB in each.
    const LARGEST: usize = 1 << 17;

    /// Copies the extended attributes that the system lets us read and set.
    pub(super) fn copy(old: &File, new: &File) {
        let Ok(names) = whole(|buffer| flistxattr(old, spare_capacity(buffer))) else { return };
        for name in names.split_inclusive(|byte| *byte == 0) {
            let Ok(name) = CStr::from_bytes_with_nul(name) else { continue };
            if let Ok(value) = whole(|buffer| fgetxattr(old, name, spare_capacity(buffer))) {
                // Some belong to the system, such as the labels of SELinux.
                let _ = fsetxattr(new, name, &value, XattrFlags::empty());
            }
        }
    }

    /// What a call puts into a buffer, with a larger one as long as it does not fit.
    fn whole(call: impl Fn(&mut Vec<u8>) -> Result<usize, Errno>) -> Result<Vec<u8>, Errno> {
        let mut buffer = Vec::with_capacity(256);
        loop {
            match call(&mut buffer) {
                Err(Errno::RANGE) if buffer.capacity() < LARGEST => {
                    buffer.reserve(buffer.capacity() * 2);
                }
                other => return other.map(|_| buffer),
            }
        }
    }
}

#[cfg(not(any(
    target_os = "linux",
    target_os = "android",
    target_os = "macos",
    target_os = "ios"
)))]
mod attributes {
    use std::fs::File;

    /// These systems keep access lists elsewhere.
    pub(super) fn copy(_: &File, _: &File) {}
}
