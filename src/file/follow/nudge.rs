//! What may wake the follower.

use std::sync::mpsc::{self, Receiver, Sender};

use super::sign::Sign;

/// A reason to look at the file.
pub(super) enum Nudge {
    /// Something has happened in a watched folder.
    Sign(Sign),
    /// Somebody wants to know.
    Look,
    /// Somebody wants to know, even if it is what was told last.
    Again,
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

    /// Has the file read now and told whatever it says: for whoever has changed it and does not know
    /// whether that was noticed before somebody else changed it again.
    pub fn tell_again(&self) {
        self.send(Nudge::Again);
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
