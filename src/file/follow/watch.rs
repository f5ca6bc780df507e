//! Watching the folders on which the text of a path depends.
//!
//! The folders are watched, not the file: editors put another file in its place.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::How;
use super::nudge::Nudge;
use super::sign::{Sign, sign};
use super::stamp::{Identity, identity};
use super::systems::silent;
use crate::file::links::{self, Way};

/// The folder of the file and of each link on the way to it, watched if the system can do it.
pub(super) struct Watch {
    how: How,
    sender: Sender<Nudge>,
    way: Option<Way>,
    folders: Vec<(PathBuf, Option<Identity>)>,
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Watches nothing yet.
    pub(super) fn new(how: How, sender: Sender<Nudge>) -> Self {
        Self { how, sender, way: None, folders: Vec::new(), watcher: None }
    }

    /// Whether changes are reported; otherwise they have to be looked for.
    pub(super) fn reports(&self) -> bool {
        self.watcher.is_some()
    }

    /// Brings what is watched into line with what the path means now. True if it was not.
    pub(super) fn renew(&mut self, path: &Path) -> bool {
        let way = links::way(path).ok();
        let mut folders: Vec<(PathBuf, Option<Identity>)> = Vec::new();
        for folder in way.iter().flat_map(Way::places).filter_map(Path::parent) {
            if folders.iter().all(|(known, _)| known != folder) {
                folders.push((folder.to_owned(), identity(folder)));
            }
        }
        if way == self.way && folders == self.folders {
            return false;
        }
        (self.way, self.folders) = (way, folders);
        // The old one ends before the new one begins: what it has still to say is of no use.
        self.watcher = None;
        self.watcher = self.start();
        true
    }

    /// None where watching is impossible, of no use or not wanted.
    fn start(&self) -> Option<RecommendedWatcher> {
        let way = self.way.as_ref().filter(|_| self.how == How::Native)?;
        let watchable = |(folder, identity): &(PathBuf, Option<Identity>)| {
            identity.is_some() && silent(folder).is_none()
        };
        if !self.folders.iter().all(watchable) {
            return None;
        }
        let filter = Filter {
            names: way.places().filter_map(Path::file_name).map(OsString::from).collect(),
            folders: self.folders.iter().map(|(folder, _)| folder.clone()).collect(),
        };
        let sender = self.sender.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            for sign in filter.signs(event) {
                // Nobody listens when the follower has ended, and this ends with it.
                let _ = sender.send(Nudge::Sign(sign));
            }
        })
        .ok()?;
        for (folder, _) in &self.folders {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(watcher)
    }
}

/// Which events matter. It runs on the watcher's thread, so that whatever else happens in the
/// folders does not wake ours.
struct Filter {
    /// Of the file and of the links. Names, not paths: systems differ in how they spell a path.
    names: Vec<OsString>,
    folders: Vec<PathBuf>,
}

impl Filter {
    fn signs(&self, event: notify::Result<Event>) -> Vec<Sign> {
        let Ok(event) = event else { return vec![Sign::Unclear] };
        if event.need_rescan() || event.paths.is_empty() {
            return vec![Sign::Unclear];
        }
        let mut signs = Vec::new();
        for (index, path) in event.paths.iter().enumerate() {
            let named = path.file_name().is_some_and(|name| self.names.iter().any(|n| n == name));
            if named {
                signs.extend(sign(event.kind, index));
            } else if self.folders.contains(path) && !event.kind.is_access() {
                signs.push(Sign::Unclear);
            }
        }
        signs
    }
}
