//! Watches folders by what the system offers.
//!
//! A folder that is only passed through is not watched: its content would be, too. Windows renames
//! no folder while one below it is watched.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::super::debounce::Notice;
use super::super::wake::Wake;
use super::folder::{Folder, names};

/// A watcher of the library. It ends when this is dropped.
pub(super) struct Watcher {
    _library: RecommendedWatcher,
}

impl Watcher {
    /// None if the system cannot watch the folder of the file or of a link.
    pub(super) fn new(folders: &[Folder], sender: &Sender<Wake>) -> Option<Self> {
        let watched: Vec<_> = folders
            .iter()
            .filter(|folder| !folder.names.is_empty())
            .map(|folder| folder.path.clone())
            .collect();
        // Not paths: systems differ in how they spell one.
        let names = names(folders);
        let (sender, places) = (sender.clone(), watched.clone());
        let matters = move |path: &PathBuf| {
            places.contains(path) || names.iter().any(|name| path.file_name() == Some(name))
        };
        let mut library = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let wake = match event {
                Err(_) => Wake::Moved,
                Ok(event) if event.need_rescan() || event.paths.is_empty() => {
                    Wake::Notice(Notice::Look)
                }
                Ok(event) if !event.kind.is_access() && event.paths.iter().any(&matters) => {
                    Wake::Notice(Notice::Look)
                }
                Ok(_) => return,
            };
            // Fails only if the follower has ended, and the watcher ends with it.
            let _ = sender.send(wake);
        })
        .ok()?;
        for folder in &watched {
            library.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self { _library: library })
    }
}
