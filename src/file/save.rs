//! Replaces the text of a file, as a whole or not at all.
//!
//! The new text is written to a temporary file beside the file, which is then renamed over it. So
//! a reader, a crash or a power cut finds the old text or the new one, never a part of either. A
//! lock on the file keeps two programs apart that save in this way. A change by any other program
//! is noticed up to the moment of the rename.

mod error;
#[cfg(not(unix))]
#[path = "save/other.rs"]
mod system;
#[cfg(unix)]
#[path = "save/unix.rs"]
mod system;
mod temporary;

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

pub use error::{SaveCause, SaveError};
use system::Original;
use temporary::Temporary;
pub(super) use temporary::name as temporary_name;

use super::read::check_kind;
use super::symlinks::resolve;

/// How long to wait while another program keeps the file locked. The dashboard takes no key
/// meanwhile; the user can save again.
const LOCK_TIMEOUT: Duration = Duration::from_millis(50);

/// The time between two tries for the lock. Saving takes a few milliseconds.
const LOCK_RETRY: Duration = Duration::from_millis(2);

/// The steps of saving, in order. Until [`Step::Renamed`] the file has its old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The file is locked.
    Locked,
    /// It has the text that was expected.
    Compared,
    /// The temporary file exists and is empty.
    Created,
    /// The new text is in the temporary file.
    Written,
    /// The temporary file has the owner, mode and attributes of the file.
    AttributesCopied,
    /// The temporary file is flushed to the disk.
    Synced,
    /// The file still has the text that was expected.
    ComparedAgain,
    /// The temporary file has taken the place of the file.
    Renamed,
    /// The folder is flushed to the disk, too.
    Done,
}

/// Replaces the text of a file, if and only if it is still the expected one.
///
/// If the path leads through symbolic links, the file at their end is replaced. The file keeps its
/// mode, owner, group and, as far as the system allows, its extended attributes and access lists.
/// `at_step` is called after each step.
///
/// # Errors
///
/// As [`may_replace`]; if the text of the file is not `expected`; if another program keeps the file
/// locked; or if the system cannot write, such as on a full disk. The file is then unchanged, and
/// nothing is left beside it.
pub fn save(
    path: &Path,
    expected: impl AsRef<[u8]>,
    new: &str,
    at_step: &mut dyn FnMut(Step),
) -> Result<(), SaveError> {
    replace(path, expected.as_ref(), new.as_bytes(), at_step)
        .map_err(|cause| SaveError { path: path.to_owned(), cause })
}

/// Checks that a file can be replaced, so that the user learns it before typing.
///
/// # Errors
///
/// If the file is missing or not a regular file; if it or its folder is read-only; if it has several
/// hard links, which replacing would separate; or if it belongs to another user, or to a group that
/// the user is not in, which could not be kept.
pub fn may_replace(path: &Path) -> Result<(), SaveError> {
    let check = || {
        let file = resolve(path)?.file;
        let metadata = file.metadata()?;
        check_kind(&metadata)?;
        system::check_replaceable(&file, &metadata)
    };
    check().map_err(|cause| SaveError { path: path.to_owned(), cause })
}

fn replace(
    path: &Path,
    expected: &[u8],
    new: &[u8],
    at_step: &mut dyn FnMut(Step),
) -> Result<(), SaveCause> {
    let (file, original) = lock(path)?;
    at_step(Step::Locked);
    system::check_replaceable(&file, original.metadata())?;
    compare(&original, &file, expected)?;
    at_step(Step::Compared);
    let mut temporary = Temporary::create(&file)?;
    at_step(Step::Created);
    temporary.write(new)?;
    at_step(Step::Written);
    system::copy_attributes(&original, temporary.file())?;
    at_step(Step::AttributesCopied);
    // Only now, so that mode and owner are flushed with the text.
    temporary.file().sync_all()?;
    at_step(Step::Synced);
    compare(&original, &file, expected)?;
    at_step(Step::ComparedAgain);
    temporary.rename_over(&file)?;
    at_step(Step::Renamed);
    system::sync_folder(&file);
    at_step(Step::Done);
    Ok(())
}

/// Finds the file at the end of the links, and locks it.
fn lock(path: &Path) -> Result<(PathBuf, Original), SaveCause> {
    let end = Instant::now() + LOCK_TIMEOUT;
    while Instant::now() < end {
        let file = resolve(path)?.file;
        let original = Original::open(&file)?;
        // A lock on a file that another program has replaced locks nothing.
        if original.lock()? && original.is_at(&file) {
            return Ok((file, original));
        }
        thread::sleep(LOCK_RETRY);
    }
    Err(SaveCause::Busy)
}

fn compare(original: &Original, file: &Path, expected: &[u8]) -> Result<(), SaveCause> {
    let same = original.is_at(file) && original.bytes(file)? == expected;
    if same { Ok(()) } else { Err(SaveCause::Changed) }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
