//! Watches folders by whatever the system offers.
//!
//! A folder that is only passed through is not watched: its content would be, too. Windows
//! renames no folder while one below it is watched.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::super::debounce::Notice;
use super::super::wake::Wake;
use super::folder::Folder;

/// A watcher of the library. It ends when this is dropped.
pub(super) struct Watcher {
    _library: RecommendedWatcher,
}

impl Watcher {
    /// None if the system cannot watch the folder of the file or of a link.
    pub(super) fn new(folders: &[Folder], sender: &Sender<Wake>) -> Option<Self> {
        let watched = || folders.iter().filter(|folder| !folder.names.is_empty());
        let filter = Filter {
            names: watched().flat_map(|folder| &folder.names).cloned().collect(),
            folders: watched().map(|folder| folder.path.clone()).collect(),
        };
        let sender = sender.clone();
        let mut library = notify::recommended_watcher(move |event: notify::Result<Event>| {
            for wake in filter.wakes(event) {
                // Fails only if the follower has ended, and the watcher ends with it.
                let _ = sender.send(wake);
            }
        })
        .ok()?;
        for folder in watched() {
            library.watch(&folder.path, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self { _library: library })
    }
}

/// Which events matter.
struct Filter {
    /// Names, not paths: systems differ in how they spell a path.
    names: Vec<OsString>,
    folders: Vec<PathBuf>,
}

impl Filter {
    fn wakes(&self, event: notify::Result<Event>) -> Vec<Wake> {
        let Ok(event) = event else { return vec![Wake::Notice(Notice::Look)] };
        if event.need_rescan() || event.paths.is_empty() {
            return vec![Wake::Notice(Notice::Look)];
        }
        let mut wakes = Vec::new();
        for (index, path) in event.paths.iter().enumerate() {
            let named = path.file_name().is_some_and(|name| self.names.iter().any(|n| n == name));
            if named {
                wakes.extend(notice(event.kind, index).map(Wake::Notice));
            } else if self.folders.contains(path) {
                wakes.extend(match event.kind {
                    EventKind::Access(_) => None,
                    EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => {
                        Some(Wake::Moved)
                    }
                    _ => Some(Wake::Notice(Notice::Look)),
                });
            }
        }
        wakes
    }
}

/// What an event says about its path number `index`. None if nothing has changed.
fn notice(kind: EventKind, index: usize) -> Option<Notice> {
    Some(match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Notice::Done,
        EventKind::Access(_) => return None,
        // The second path is the new name.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if index == 1 => Notice::Done,
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)) => {
            Notice::Writing
        }
        _ => Notice::Look,
    })
}
