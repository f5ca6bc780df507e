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

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use notify::event::{DataChange, MetadataKind, RemoveKind};

    use super::*;

    #[test]
    fn only_closing_and_renaming_make_a_file_complete() {
        let name = |mode| EventKind::Modify(ModifyKind::Name(mode));
        for (kind, expected) in [
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), Some(Sign::Complete)),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), None),
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), None),
            (EventKind::Create(CreateKind::File), Some(Sign::Writing)),
            (EventKind::Modify(ModifyKind::Data(DataChange::Any)), Some(Sign::Writing)),
            (EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), Some(Sign::Touched)),
            (name(RenameMode::To), Some(Sign::Complete)),
            (name(RenameMode::From), Some(Sign::Unclear)),
            (EventKind::Remove(RemoveKind::File), Some(Sign::Unclear)),
            (EventKind::Any, Some(Sign::Unclear)),
        ] {
            assert_eq!(sign(kind, 0), expected, "{kind:?}");
        }
    }
}
