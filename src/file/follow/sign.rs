//! What the system reports of a file, reduced to what it says about the file's being complete.

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};

/// Whether every writer's closing of a file is reported, so that one who is not yet done is known.
const CLOSING_IS_REPORTED: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// What has happened to the file or to a link on the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// It is complete: a writer has closed it, or it was put there by renaming.
    Complete,
    /// Somebody has begun to write, and will be seen to close it.
    Writing,
    /// Its mode, its times or the like: its text may be the same.
    Touched,
    /// Anything else, from which nothing follows.
    Unclear,
}

/// What an event says about one of its paths, the `index`th. None where nothing is changed.
pub(super) fn sign(kind: EventKind, index: usize) -> Option<Sign> {
    Some(match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Sign::Complete,
        EventKind::Access(_) => return None,
        // Where both names are reported each on its own, this comes once more for both.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if CLOSING_IS_REPORTED => {
            return None;
        }
        // The second path is the new name.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if index == 1 => Sign::Complete,
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_))
            if CLOSING_IS_REPORTED =>
        {
            Sign::Writing
        }
        EventKind::Modify(ModifyKind::Metadata(_)) => Sign::Touched,
        _ => Sign::Unclear,
    })
}
