//! Watches the folders on which the text of a path depends.
//!
//! It watches the folders, not the file, because editors put another file in its place.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::WatchMode;
use super::file_event::FileEvent;
use super::file_system::is_silent;
use super::fingerprint::{Identity, identity};
use super::wake::Wake;
use crate::file::symlinks::{Resolved, resolve};

/// The folder of the file and of each link on the way to it, watched if the system can do it.
pub(super) struct Watch {
    mode: WatchMode,
    sender: Sender<Wake>,
    resolved: Option<Resolved>,
    folders: Vec<(PathBuf, Option<Identity>)>,
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Watches nothing yet.
    pub(super) fn new(mode: WatchMode, sender: Sender<Wake>) -> Self {
        Self { mode, sender, resolved: None, folders: Vec::new(), watcher: None }
    }

    /// Whether changes are reported. If not, the file has to be polled.
    pub(super) fn reports(&self) -> bool {
        self.watcher.is_some()
    }

    /// Watches what the path depends on now. True if that is not what was watched before.
    pub(super) fn renew(&mut self, path: &Path) -> bool {
        let resolved = resolve(path).ok();
        let mut folders: Vec<(PathBuf, Option<Identity>)> = Vec::new();
        for folder in resolved.iter().flat_map(Resolved::places).filter_map(Path::parent) {
            if folders.iter().all(|(known, _)| known != folder) {
                folders.push((folder.to_owned(), identity(folder)));
            }
        }
        if resolved == self.resolved && folders == self.folders {
            return false;
        }
        (self.resolved, self.folders) = (resolved, folders);
        // The old watcher ends before the new one begins: its events no longer matter.
        self.watcher = None;
        self.watcher = self.start();
        true
    }

    /// None where watching is impossible, would miss changes, or is not wanted.
    fn start(&self) -> Option<RecommendedWatcher> {
        let resolved = self.resolved.as_ref().filter(|_| self.mode == WatchMode::Native)?;
        let mut folders = self.folders.iter();
        if !folders.all(|(folder, identity)| identity.is_some() && !is_silent(folder)) {
            return None;
        }
        let filter = Filter {
            names: resolved.places().filter_map(Path::file_name).map(OsString::from).collect(),
            folders: self.folders.iter().map(|(folder, _)| folder.clone()).collect(),
        };
        let sender = self.sender.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            for event in filter.events(event) {
                // Fails only if the follower has ended, and the watcher ends with it.
                let _ = sender.send(Wake::File(event));
            }
        })
        .ok()?;
        for (folder, _) in &self.folders {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(watcher)
    }
}

/// Which events matter. It runs on the watcher's thread, so that other files in the folders do
/// not wake the follower.
struct Filter {
    /// Of the file and of the links. Names, not paths: systems differ in how they spell a path.
    names: Vec<OsString>,
    folders: Vec<PathBuf>,
}

impl Filter {
    fn events(&self, event: notify::Result<Event>) -> Vec<FileEvent> {
        let Ok(event) = event else { return vec![FileEvent::Unclear] };
        if event.need_rescan() || event.paths.is_empty() {
            return vec![FileEvent::Unclear];
        }
        let mut events = Vec::new();
        for (index, path) in event.paths.iter().enumerate() {
            let named = path.file_name().is_some_and(|name| self.names.iter().any(|n| n == name));
            if named {
                events.extend(FileEvent::new(event.kind, index));
            } else if self.folders.contains(path) && !event.kind.is_access() {
                events.push(FileEvent::Unclear);
            }
        }
        events
    }
}
