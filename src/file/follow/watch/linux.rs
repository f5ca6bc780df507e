//! Watches folders by inotify.
//!
//! A folder that is only passed through is watched without its content, so that the traffic of a
//! busy one, such as `/tmp`, wakes no thread.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, PipeReader, PipeWriter};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::inotify::{self, CreateFlags, Event, ReadFlags, Reader, WatchFlags};
use rustix::io::Errno;

use super::super::debounce::Notice;
use super::super::wake::Wake;
use super::folder::{Folder, names};

/// That a folder is renamed or removed itself.
const ITSELF: WatchFlags = WatchFlags::MOVE_SELF.union(WatchFlags::DELETE_SELF);

/// What changes a file in a folder, and the mode of both.
const CONTENT: WatchFlags = WatchFlags::CREATE
    .union(WatchFlags::DELETE)
    .union(WatchFlags::MOVE)
    .union(WatchFlags::MODIFY)
    .union(WatchFlags::CLOSE_WRITE)
    .union(WatchFlags::ATTRIB);

/// A thread that watches folders until this is dropped.
pub(super) struct Watcher {
    _running: PipeWriter,
}

impl Watcher {
    /// None if the system has no watch left, or may not watch the folder of the file or of a link.
    pub(super) fn new(folders: &[Folder], sender: &Sender<Wake>) -> Option<Self> {
        let (stop, running) = io::pipe().ok()?;
        let inotify = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).ok()?;
        for folder in folders {
            let passed = folder.names.is_empty();
            let kinds = if passed { ITSELF } else { ITSELF | CONTENT };
            // One folder may be mounted at two places.
            let flags = kinds | WatchFlags::MASK_ADD | WatchFlags::ONLYDIR;
            match inotify::add_watch(&inotify, &folder.path, flags) {
                Ok(_) => {}
                // One that may be passed but not read, such as a `/home` of many users.
                Err(Errno::ACCESS) if passed => {}
                Err(_) => return None,
            }
        }
        // Readable when something is mounted or unmounted, which may cover a folder.
        let mounts = File::open("/proc/self/mountinfo").ok();
        let events = Events { inotify, names: names(folders), mounts, sender: sender.clone() };
        thread::Builder::new().name("watch".to_owned()).spawn(move || events.serve(&stop)).ok()?;
        Some(Self { _running: running })
    }
}

struct Events {
    inotify: OwnedFd,
    names: Vec<OsString>,
    mounts: Option<File>,
    sender: Sender<Wake>,
}

impl Events {
    fn serve(&self, stop: &PipeReader) {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(&self.inotify, &mut buffer);
        loop {
            let mut waits =
                vec![PollFd::new(stop, PollFlags::IN), PollFd::new(&self.inotify, PollFlags::IN)];
            waits.extend(self.mounts.iter().map(|file| PollFd::new(file, PollFlags::PRI)));
            match poll(&mut waits, None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(_) => return,
            }
            let has = |index: usize| waits.get(index).is_some_and(|fd| !fd.revents().is_empty());
            if has(0) {
                return;
            }
            if has(2) {
                self.send(Wake::Notice(Notice::Look));
            }
            while let Ok(event) = reader.next() {
                if let Some(wake) = self.wake(&event) {
                    self.send(wake);
                }
            }
        }
    }

    fn send(&self, wake: Wake) {
        // Fails only if the follower has ended, and this ends with it.
        let _ = self.sender.send(wake);
    }

    /// None for an event of another file in a folder.
    fn wake(&self, event: &Event<'_>) -> Option<Wake> {
        let kind = event.events();
        let name = event.file_name();
        if name.is_some_and(|n| self.names.iter().all(|known| known.as_bytes() != n.to_bytes())) {
            return None;
        }
        Some(if kind.intersects(ReadFlags::CLOSE_WRITE | ReadFlags::MOVED_TO) {
            Wake::Notice(Notice::Done)
        } else if kind.contains(ReadFlags::MODIFY) {
            Wake::Notice(Notice::Writing)
        } else if name.is_some() || kind.contains(ReadFlags::ATTRIB) {
            Wake::Notice(Notice::Look)
        } else {
            Wake::Moved
        })
    }
}
