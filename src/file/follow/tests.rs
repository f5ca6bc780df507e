//! Follows a file through all the ways in which it may change.
//!
//! On Linux only: there the system says when a file is opened.

mod editors;
mod errors;
mod exhausted;
mod folders;
mod links;
mod mounts;
mod polling;
mod wakes;

use std::cell::Cell;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};

use super::*;
use crate::file::tests::Scratch;

/// Longer than anything takes on the slowest machine: a test that waits this long has failed.
const LIMIT: Duration = Duration::from_secs(30);

/// Longer than any test runs.
const FOREVER: Duration = Duration::from_secs(3600);

/// Tells neither an error nor a text that is not sound.
const SOUND_ONLY: Timing =
    Timing { open: Duration::from_millis(30), unsound: FOREVER, longest: FOREVER, ..Timing::USUAL };

/// Tells only a text that is known to be complete.
const AT_ONCE: Timing = Timing { quiet: FOREVER, open: FOREVER, ..SOUND_ONLY };

/// A text and whether it is sound, or an error message.
type News = Result<(String, bool), String>;

/// A follower on its own thread. A text is sound if its last line is `end`.
struct Following {
    handle: Option<FollowHandle>,
    news: Receiver<News>,
    /// Every text that was parsed.
    parsed: Receiver<String>,
    thread: Option<JoinHandle<()>>,
}

impl Following {
    fn start(timing: Timing, mode: WatchMode, path: &Path, known: Option<&str>) -> Self {
        Self::start_beside(timing, mode, path, known, Vec::new())
    }

    fn start_beside(
        timing: Timing,
        mode: WatchMode,
        path: &Path,
        known: Option<&str>,
        beside: Vec<PathBuf>,
    ) -> Self {
        let (handle, wakes) = channel();
        let (tell, news) = mpsc::channel();
        let (seen, parsed) = mpsc::channel();
        let (path, known) = (path.to_owned(), known.map(Arc::from));
        let thread = thread::spawn(move || {
            let parse = |text: &Arc<str>| {
                let _ = seen.send(text.to_string());
                ((), text.ends_with("end\n"))
            };
            let tell = |found: Found<()>| {
                tell.send(match found {
                    Ok((text, ())) => Ok((text.to_string(), text.ends_with("end\n"))),
                    Err(error) => Err(error.to_string()),
                })
                .is_ok()
            };
            follow(&path, || beside.clone(), known, mode, timing, wakes, parse, tell);
        });
        Self { handle: Some(handle), news, parsed, thread: Some(thread) }
    }

    /// Follows a sound file and waits until its text is told. Then the watch is set up.
    fn ready(timing: Timing, mode: WatchMode, path: &Path) -> Self {
        let following = Self::start(timing, mode, path, None);
        following.tells(&fs::read_to_string(path).unwrap());
        following
    }

    fn next(&self) -> News {
        self.news.recv_timeout(LIMIT).expect("news")
    }

    /// Checks that the next news is this sound text.
    fn tells(&self, text: &str) {
        assert_eq!(self.next(), Ok((text.to_owned(), true)));
    }

    /// Checks that the next news is an error with these words.
    fn tells_error(&self, words: &str) {
        match self.next() {
            Err(error) if error.contains(words) => {}
            other => panic!("not {words:?}: {other:?}"),
        }
    }

    /// Waits until the follower has parsed this text.
    fn has_parsed(&self, text: &str) {
        while self.parsed.recv_timeout(LIMIT).expect("a look at the text") != text {}
    }

    /// Checks that the thread ends.
    fn ends(mut self) {
        let thread = self.thread.take().unwrap();
        let (done, ended) = mpsc::channel();
        thread::spawn(move || done.send(thread.join().is_ok()));
        assert!(ended.recv_timeout(LIMIT).expect("the end of the thread"), "it has panicked");
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        drop(self.handle.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Counts how often a file has been read, by any process.
struct Reads {
    inotify: OwnedFd,
    name: OsString,
    not_waited_for: Cell<u32>,
}

impl Reads {
    fn of(path: &Path) -> Self {
        let inotify = inotify::init(CreateFlags::NONBLOCK).unwrap();
        // The system merges two equal events in a row.
        let flags = WatchFlags::OPEN | WatchFlags::CLOSE_NOWRITE;
        inotify::add_watch(&inotify, path.parent().unwrap(), flags).unwrap();
        let name = path.file_name().unwrap().to_owned();
        Self { inotify, name, not_waited_for: Cell::new(0) }
    }

    fn wait(&self) {
        while self.count() == 0 {
            let mut waits = [PollFd::new(&self.inotify, PollFlags::IN)];
            let limit = Timespec::try_from(LIMIT).unwrap();
            assert_ne!(poll(&mut waits, Some(&limit)), Ok(0), "the file is not read");
        }
        self.not_waited_for.set(self.count() - 1);
    }

    /// How often it was read without [`Self::wait`].
    fn count(&self) -> u32 {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(&self.inotify, &mut buffer);
        while let Ok(event) = reader.next() {
            let own = event.file_name().is_some_and(|n| n.to_bytes() == self.name.as_bytes());
            if own && event.events().contains(ReadFlags::CLOSE_NOWRITE) {
                self.not_waited_for.set(self.not_waited_for.get() + 1);
            }
        }
        self.not_waited_for.get()
    }
}

fn sound(word: &str) -> String {
    format!("{word}\nend\n")
}

fn in_place(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

fn renamed_over(path: &Path, text: &str) {
    let beside = path.with_extension("swp");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

/// Writes a text in parts, and calls a function after each part.
fn in_parts(path: &Path, parts: &[(&str, &dyn Fn())]) {
    let mut file = File::create(path).unwrap();
    for (part, then) in parts {
        file.write_all(part.as_bytes()).unwrap();
        then();
    }
}
