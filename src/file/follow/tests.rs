//! Following a file through everything that editors and people do to it.

mod editors;
#[cfg(target_os = "linux")]
mod exhausted;
mod faults;
mod folders;
mod links;
mod nudges;
mod polling;

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use notify::event::AccessKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::*;
use crate::file::tests::Scratch;

/// Long enough for the slowest machine; whoever waits as long has failed.
const LIMIT: Duration = Duration::from_secs(30);

/// Longer than any test runs.
const FOR_EVER: Duration = Duration::from_secs(3600);

/// A pace at which no fault is ever told and a text that is not sound never is either.
const SOUND_ONLY: Pace =
    Pace { open: Duration::from_millis(30), moment: FOR_EVER, longest: FOR_EVER, ..Pace::USUAL };

/// A pace at which only a text is told that is known to be complete, where that can be known.
const AT_ONCE: Pace = if cfg!(target_os = "linux") {
    Pace { quiet: FOR_EVER, open: FOR_EVER, ..SOUND_ONLY }
} else {
    SOUND_ONLY
};

/// A text and whether it is sound, or what is said instead.
type News = Result<(String, bool), String>;

/// A follower on a thread of its own. A text is sound if its last line is `end`.
struct Following {
    handle: Option<Handle>,
    news: Receiver<News>,
    /// Every text that was parsed.
    parsed: Receiver<String>,
    thread: Option<JoinHandle<()>>,
}

impl Following {
    fn start(pace: Pace, how: How, path: &Path, known: Option<&str>) -> Self {
        let (handle, nudges) = channel();
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
            follow_at(pace, &path, known, how, nudges, parse, tell);
        });
        Self { handle: Some(handle), news, parsed, thread: Some(thread) }
    }

    /// Follows a sound file, and has heard what is in it: so the watch is set up.
    fn ready(pace: Pace, how: How, path: &Path) -> Self {
        let following = Self::start(pace, how, path, None);
        following.tells(&fs::read_to_string(path).unwrap());
        following
    }

    fn next(&self) -> News {
        self.news.recv_timeout(LIMIT).expect("news")
    }

    /// The next news is this sound text and nothing else.
    fn tells(&self, text: &str) {
        assert_eq!(self.next(), Ok((text.to_owned(), true)));
    }

    /// The next news is a fault that is worded so.
    fn tells_fault(&self, words: &str) {
        match self.next() {
            Err(error) if error.contains(words) => {}
            other => panic!("not {words:?}: {other:?}"),
        }
    }

    /// Waits until the follower has looked at this text.
    fn has_parsed(&self, text: &str) {
        while self.parsed.recv_timeout(LIMIT).expect("a look at the text") != text {}
    }

    /// Waits for the end of the thread.
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

/// Sees a file being opened, by whomever.
struct Opened {
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Opened {
    fn of(path: &Path) -> Self {
        let (sender, receiver) = mpsc::channel();
        let own = path.to_owned();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let event = event.unwrap();
            let open = matches!(event.kind, EventKind::Access(AccessKind::Open(_)));
            if open && event.paths == [own.clone()] {
                let _ = sender.send(());
            }
        })
        .unwrap();
        watcher.watch(path.parent().unwrap(), RecursiveMode::NonRecursive).unwrap();
        Self { events: receiver, _watcher: watcher }
    }

    fn wait(&self) {
        self.events.recv_timeout(LIMIT).expect("somebody to open the file");
    }
}

/// A text that names what it is good for.
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

/// Writes the parts of a text, and whatever is to happen after each of them before the next.
fn in_parts(path: &Path, parts: &[(&str, &dyn Fn())]) {
    let mut file = File::create(path).unwrap();
    for (part, then) in parts {
        file.write_all(part.as_bytes()).unwrap();
        then();
    }
}
