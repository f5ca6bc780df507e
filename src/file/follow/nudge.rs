//! What may wake the follower.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use super::sign::Sign;

/// A reason to look at the file.
pub(super) enum Nudge {
    /// Something has happened in a watched folder.
    Sign(Sign),
    /// Somebody wants to know.
    Look,
    /// The program itself has put this text there.
    Wrote(Arc<str>),
    /// From now on, follow this file.
    Path(PathBuf),
    /// Nobody is left to be told.
    Stop,
}

/// The holder's side: dropping it ends the follower.
#[derive(Debug)]
pub struct Handle(Sender<Nudge>);

/// The follower's side.
#[derive(Debug)]
pub struct Nudges {
    /// For the watcher, which sends from a thread of its own.
    pub(super) sender: Sender<Nudge>,
    pub(super) receiver: Receiver<Nudge>,
}

/// Both sides, before the follower is started.
pub fn channel() -> (Handle, Nudges) {
    let (sender, receiver) = mpsc::channel();
    (Handle(sender.clone()), Nudges { sender, receiver })
}

impl Handle {
    /// Has the file read now. If its text is news, it is told.
    pub fn look(&self) {
        self.send(Nudge::Look);
    }

    /// Says that the program itself has put this text there, so that it is no news.
    ///
    /// The system may report the writing sooner than this is called. Then the text is told like
    /// anybody's.
    pub fn wrote(&self, text: Arc<str>) {
        self.send(Nudge::Wrote(text));
    }

    /// Follows another file from now on, whose text is told even if it is the same.
    pub fn path(&self, path: PathBuf) {
        self.send(Nudge::Path(path));
    }

    fn send(&self, nudge: Nudge) {
        // A follower that has ended needs no nudge.
        let _ = self.0.send(nudge);
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.send(Nudge::Stop);
    }
}
