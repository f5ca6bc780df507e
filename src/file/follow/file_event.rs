//! What the system reports about a file, reduced to whether the file is complete.

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};

/// Whether the system reports that a writer has closed a file. If it does, a writer that has not
/// closed the file yet is known to be still writing.
const CLOSING_IS_REPORTED: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// What has happened to the file or to a symbolic link on the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileEvent {
    /// It is complete: a writer has closed it, or it was put there by renaming.
    Complete,
    /// A writer has begun to write, and the system will report when it closes the file.
    Writing,
    /// Its mode, its times or the like have changed. Its text may be the same.
    Touched,
    /// Anything else, which says nothing about the text.
    Unclear,
}

impl FileEvent {
    /// What an event says about its path number `index`. None if nothing has changed.
    pub(super) fn new(kind: EventKind, index: usize) -> Option<Self> {
        Some(match kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Self::Complete,
            EventKind::Access(_) => return None,
            // Where each of the two names has an event, this one comes in addition to them.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if CLOSING_IS_REPORTED => {
                return None;
            }
            // The second path is the new name.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if index == 1 => Self::Complete,
            EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_))
                if CLOSING_IS_REPORTED =>
            {
                Self::Writing
            }
            EventKind::Modify(ModifyKind::Metadata(_)) => Self::Touched,
            _ => Self::Unclear,
        })
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use notify::event::{DataChange, MetadataKind, RemoveKind};

    use super::*;

    #[test]
    fn only_closing_and_renaming_make_a_file_complete() {
        let name = |mode| EventKind::Modify(ModifyKind::Name(mode));
        for (kind, expected) in [
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), Some(FileEvent::Complete)),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), None),
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), None),
            (EventKind::Create(CreateKind::File), Some(FileEvent::Writing)),
            (EventKind::Modify(ModifyKind::Data(DataChange::Any)), Some(FileEvent::Writing)),
            (EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), Some(FileEvent::Touched)),
            (name(RenameMode::To), Some(FileEvent::Complete)),
            (name(RenameMode::From), Some(FileEvent::Unclear)),
            (EventKind::Remove(RemoveKind::File), Some(FileEvent::Unclear)),
            (EventKind::Any, Some(FileEvent::Unclear)),
        ] {
            assert_eq!(FileEvent::new(kind, 0), expected, "{kind:?}");
        }
    }
}
