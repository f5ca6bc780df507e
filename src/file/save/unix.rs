//! What saving needs from a Unix system: locks, owners, attributes.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{Access, AtFlags, CWD, FlockOperation, Gid, Uid, accessat, fchown, flock};
use rustix::io::Errno;
use rustix::process::{getegid, geteuid, getgroups};

use super::SaveCause;
use crate::file::read::open_regular;

/// The bits of a mode that permit writing.
const WRITABLE: u32 = 0o222;

/// The bits of a mode that `chmod` sets.
const MODE: u32 = 0o7777;

/// The open file that is to be replaced. Once locked, it stays locked as long as this lives.
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

    /// Takes the lock. False if another program has it now.
    ///
    /// On a file system without locks it is true, too.
    pub(super) fn lock(&self) -> io::Result<bool> {
        match flock(&self.file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(true),
            Err(Errno::WOULDBLOCK | Errno::INTR) => Ok(false),
            // A network file system may want the file open for writing. Programs that follow the
            // file would then take it for changed.
            Err(Errno::BADF | Errno::NOSYS | Errno::OPNOTSUPP | Errno::NOLCK | Errno::INVAL) => {
                Ok(true)
            }
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Whether the path still leads to this file.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        is_at(&self.file, path)
    }

    /// The content of the file now.
    pub(super) fn bytes(&self, _: &Path) -> Result<Vec<u8>, SaveCause> {
        let mut bytes = Vec::new();
        let mut file = &self.file;
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Whether a path leads to this open file. A symbolic link is not followed.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

/// Refuses a file that may not be written to, or whose links or owner replacing would change.
pub(super) fn check_replaceable(path: &Path, metadata: &Metadata) -> Result<(), SaveCause> {
    // Root may write to anything, but a file that has no right to write at all is protected on
    // purpose.
    if metadata.mode() & WRITABLE == 0 || !is_allowed(path, Access::WRITE_OK) {
        return Err(SaveCause::ReadOnly);
    }
    let folder = path.parent().unwrap_or(Path::new("/"));
    if !is_allowed(folder, Access::WRITE_OK | Access::EXEC_OK) {
        return Err(SaveCause::ReadOnlyFolder);
    }
    if metadata.nlink() > 1 {
        return Err(SaveCause::HardLinks(metadata.nlink()));
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

/// Whether the system permits it. Where it cannot say, writing shows it.
fn is_allowed(path: &Path, access: Access) -> bool {
    !matches!(
        accessat(CWD, path, access, AtFlags::EACCESS),
        Err(Errno::ACCESS | Errno::PERM | Errno::ROFS)
    )
}

/// Creates a file that only its owner may read. A link in its place is not followed.
pub(super) fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Copies owner, group, mode and extended attributes to a new file.
pub(super) fn copy_attributes(original: &Original, new: &File) -> Result<(), SaveCause> {
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

/// Makes the rename survive a power cut. Errors are ignored: the new text is in place, and some
/// file systems cannot flush a folder.
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

    /// Copies the extended attributes that the system permits to read and set.
    pub(super) fn copy(old: &File, new: &File) {
        let Ok(names) = whole(|buffer| flistxattr(old, spare_capacity(buffer))) else { return };
        for name in names.split_inclusive(|byte| *byte == 0) {
            let Ok(name) = CStr::from_bytes_with_nul(name) else { continue };
            if let Ok(value) = whole(|buffer| fgetxattr(old, name, spare_capacity(buffer))) {
                // Fails for those that belong to the system, such as the labels of SELinux.
                let _ = fsetxattr(new, name, &value, XattrFlags::empty());
            }
        }
    }

    /// What a call puts into a buffer, which grows until it fits.
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
