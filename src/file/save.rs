//! Replacing the whole text of a file, or nothing of it.
//!
//! The new text is written beside the file and renamed over it, so that every reader, a crash
//! and a power cut find the old text or the new one, never half of either. A lock on the file
//! keeps two programs that save in this way apart; what other programs do to the file meanwhile
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

use super::links;
use super::read::check_kind;

/// How long another program may keep the file locked.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often to try for the lock: saving takes some milliseconds.
const AGAIN: Duration = Duration::from_millis(2);

/// The points that saving passes, in order. Until [`Step::Renamed`] the file has its old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The file is locked.
    Locked,
    /// It has the text that was expected.
    Compared,
    /// The temporary file is there, and empty.
    Created,
    /// The new text is in the temporary file.
    Written,
    /// The temporary file has the owner, mode and attributes of the file.
    Dressed,
    /// The temporary file is safe on the disk.
    Synced,
    /// The file has still the text that was expected.
    ComparedAgain,
    /// The temporary file has taken the place of the file.
    Renamed,
    /// The folder is safe on the disk, too.
    Done,
}

/// Replaces the text of a file as a whole, if and only if it is still the expected one.
///
/// A path through symbolic links replaces the file at their end. The file keeps its mode, owner,
/// group and, as far as the system allows, its extended attributes, access lists among them.
/// `at_step` is called at each step.
///
/// # Errors
///
/// As [`may_replace`]; if the file has another text than `expected`; if another program keeps it
/// locked for some seconds; or if the system cannot write, as on a full disk. The file is then
/// as it was, and nothing is left beside it.
pub fn save(
    path: &Path,
    expected: &str,
    new: &str,
    at_step: &mut dyn FnMut(Step),
) -> Result<(), SaveError> {
    replace(path, expected.as_bytes(), new.as_bytes(), at_step)
        .map_err(|cause| SaveError { path: path.to_owned(), cause })
}

/// Whether a file could be replaced at all, to be asked before anybody types.
///
/// # Errors
///
/// If the file is missing or none, if it or its folder is read-only, if it has several names
/// (hard links), which replacing would part, or if it belongs to another user or to a group that
/// the user is not in, which could not be kept.
pub fn may_replace(path: &Path) -> Result<(), SaveError> {
    let allowed = || {
        let file = links::way(path)?.file;
        let metadata = file.metadata()?;
        check_kind(&metadata)?;
        system::refuse(&file, &metadata)
    };
    allowed().map_err(|cause| SaveError { path: path.to_owned(), cause })
}

fn replace(
    path: &Path,
    expected: &[u8],
    new: &[u8],
    at_step: &mut dyn FnMut(Step),
) -> Result<(), SaveCause> {
    let (file, original) = lock(path)?;
    at_step(Step::Locked);
    system::refuse(&file, original.metadata())?;
    compare(&original, &file, expected)?;
    at_step(Step::Compared);
    let mut temporary = Temporary::create(&file)?;
    at_step(Step::Created);
    temporary.write(new)?;
    at_step(Step::Written);
    system::dress(temporary.file(), &original)?;
    at_step(Step::Dressed);
    // Only now, so that mode and owner are as safe as the text.
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
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let file = links::way(path)?.file;
        let original = Original::open(&file)?;
        // A lock on a file that has been replaced meanwhile locks nothing.
        if original.lock()? && original.is_at(&file) {
            return Ok((file, original));
        }
        thread::sleep(AGAIN);
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
