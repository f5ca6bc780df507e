//! Watches the folders on which the text of a path depends.
//!
//! It watches the folders, not the file, because editors put another file in its place.

mod folder;
#[cfg(any(target_os = "linux", target_os = "android"))]
#[path = "watch/linux.rs"]
mod system;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[path = "watch/other.rs"]
mod system;

use std::iter;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use folder::{Folder, folders};
use system::Watcher;

use super::WatchMode;
use super::file_system::is_silent;
use super::wake::Wake;

/// The folders on the way to the file, watched if the system can do it.
pub(super) struct Watch {
    mode: WatchMode,
    sender: Sender<Wake>,
    folders: Vec<Folder>,
    watcher: Option<Watcher>,
}

impl Watch {
    /// Watches nothing yet.
    pub(super) fn new(mode: WatchMode, sender: Sender<Wake>) -> Self {
        Self { mode, sender, folders: Vec::new(), watcher: None }
    }

    /// Whether changes are reported. If not, the file has to be polled.
    pub(super) fn reports(&self) -> bool {
        self.watcher.is_some()
    }

    /// Watches what the path and those beside it depend on now. True if that was not watched before:
    /// then it may have changed meanwhile.
    pub(super) fn renew(&mut self, path: &Path, beside: &[PathBuf]) -> bool {
        let folders = folders(iter::once(path).chain(beside.iter().map(PathBuf::as_path)));
        let same = folders == self.folders;
        if same && self.reports() {
            return false;
        }
        self.folders = folders;
        // The old watcher ends before the new one begins: its events no longer matter.
        self.watcher = None;
        self.watcher = self.start();
        !same || self.reports()
    }

    /// Has the folders watched anew by the next [`Self::renew`]. Another folder in the same place may
    /// have got the number of the old one.
    pub(super) fn forget(&mut self) {
        (self.folders, self.watcher) = (Vec::new(), None);
    }

    /// None where watching is impossible, would miss changes, or is not wanted.
    fn start(&self) -> Option<Watcher> {
        let wanted = self.mode == WatchMode::Native && !self.folders.is_empty();
        let silent = |folder: &Folder| !folder.names.is_empty() && is_silent(&folder.path);
        if !wanted || self.folders.iter().any(silent) {
            return None;
        }
        Watcher::new(&self.folders, &self.sender)
    }
}
