//! What wakes the follower.

use std::sync::mpsc::{self, Receiver, Sender};

use super::debounce::Notice;

/// A reason to look at the file.
pub(super) enum Wake {
    /// Something may have changed.
    Notice(Notice),
    /// A watched folder is no longer where it was, or its watch has failed.
    Moved,
    /// The program wants to be told the text, even if it is the one that was told last.
    TellAgain,
    /// The program no longer listens.
    Stop,
}

/// The program's side: dropping it ends the follower.
#[derive(Debug)]
pub struct FollowHandle(Sender<Wake>);

/// The follower's side.
#[derive(Debug)]
pub struct Wakes {
    /// For the watcher, which sends from its own thread.
    pub(super) sender: Sender<Wake>,
    pub(super) receiver: Receiver<Wake>,
}

/// Both sides, before the follower is started.
pub fn channel() -> (FollowHandle, Wakes) {
    let (sender, receiver) = mpsc::channel();
    (FollowHandle(sender.clone()), Wakes { sender, receiver })
}

impl FollowHandle {
    /// Has the file read now, and its text told if it is new.
    pub fn look(&self) {
        self.send(Wake::Notice(Notice::Done));
    }

    /// Has the file read now, and its text told even if it is the one that was told last.
    ///
    /// A program that has changed the file needs this: it cannot know whether its change was
    /// noticed before another program changed the file back.
    pub fn tell_again(&self) {
        self.send(Wake::TellAgain);
    }

    fn send(&self, wake: Wake) {
        // Fails only if the follower has ended.
        let _ = self.0.send(wake);
    }
}

impl Drop for FollowHandle {
    fn drop(&mut self) {
        self.send(Wake::Stop);
    }
}
