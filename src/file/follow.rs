//! Follows a file: tells its text after each change, however it was changed.
//!
//! ```text
//! watcher ─┐                                         parse             tell
//! handle ──┴─ notice ─▶ wait for quiet ─▶ read ─▶ new? ───▶ sound? ───▶ Ok or Err
//! ```
//!
//! A notice only says that it is time to look, and whether a writer is at work. A text is new if it
//! differs from the one that was told last; times do not count. A sound text is told as soon as its
//! writer is done. Another one, or a missing file, is told a moment later: most of these are half
//! of a change. While nothing happens on the way to a file that can be watched, this thread sleeps.

mod debounce;
mod file_system;
mod poll;
mod wake;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

pub use debounce::Timing;
use debounce::{Debounce, Notice};
use poll::{Fingerprint, Poll, fingerprint};
use wake::Wake;
pub use wake::{FollowHandle, Wakes, channel};
use watch::Watch;

use super::read::{is_shell_stream, read};
use super::read_error::ReadError;

/// How changes of the file are noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WatchMode {
    /// The system reports them. Where it cannot, as [`WatchMode::Poll`].
    #[default]
    Native,
    /// The file is looked at twenty times a second.
    Poll,
}

/// Follows a file until its handle is dropped or `tell` returns false. It blocks, and so needs its
/// own thread.
///
/// `known` is the text that the program has read already, if any: it is not told again. `parse`
/// returns what it makes of a text and whether the text is sound. `tell` gets a new text and what
/// was made of it, or why the file cannot be read. A stream that the shell passes, such as
/// `/dev/stdin`, is never read here.
///
/// `beside` names files that belong to the text told last. When one of them changes, the text is told
/// again.
#[expect(clippy::too_many_arguments, reason = "what is followed, how, and what is done with it")]
pub fn follow<T>(
    path: &Path,
    beside: impl FnMut() -> Vec<PathBuf>,
    known: Option<Arc<str>>,
    mode: WatchMode,
    timing: Timing,
    wakes: Wakes,
    parse: impl FnMut(&Arc<str>) -> (T, bool),
    tell: impl FnMut(Found<T>) -> bool,
) {
    let first = if known.is_some() { Notice::Look } else { Notice::Done };
    let mut follower = Follower {
        beside,
        seen_beside: Vec::new(),
        timing,
        path: path.to_owned(),
        watch: Watch::new(mode, wakes.sender),
        poll: Poll::new(path, timing.tick),
        wakes: wakes.receiver,
        parse,
        tell,
        told: known.map(Ok),
        burst: None,
        held: None,
    };
    let (beside, seen) = follower.look_beside();
    follower.seen_beside = seen;
    follower.watch.renew(path, &beside);
    follower.note(first);
    while follower.turn() {}
}

/// A text and what was made of it, or why the file cannot be read.
type Found<T> = Result<(Arc<str>, T), ReadError>;

struct Follower<T, B, P, R> {
    beside: B,
    /// What was seen of the files beside it when the text was told.
    seen_beside: Vec<Option<Fingerprint>>,
    timing: Timing,
    path: PathBuf,
    watch: Watch,
    poll: Poll,
    wakes: Receiver<Wake>,
    parse: P,
    tell: R,
    /// The text that was told last, or the message of an error: the same one is not new.
    told: Option<Result<Arc<str>, String>>,
    /// Set from the first notice until a text is told or found to be the known one.
    burst: Option<Debounce>,
    /// What was read in this burst and is not sound: it is told unless another notice comes.
    held: Option<Found<T>>,
}

impl<T, B, P, R> Follower<T, B, P, R>
where
    B: FnMut() -> Vec<PathBuf>,
    P: FnMut(&Arc<str>) -> (T, bool),
    R: FnMut(Found<T>) -> bool,
{
    /// Sleeps until something has to be done, and does it. False when following has ended.
    fn turn(&mut self) -> bool {
        let poll = (!self.watch.reports()).then(|| Instant::now() + self.timing.poll);
        let received = match [self.due(), poll].into_iter().flatten().min() {
            None => self.wakes.recv().map_err(RecvTimeoutError::from),
            Some(at) => self.wakes.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match received {
            Ok(wake) if self.take(&wake) && self.take_waiting() => {}
            Err(RecvTimeoutError::Timeout) => {}
            Ok(_) | Err(RecvTimeoutError::Disconnected) => return false,
        }
        if poll.is_some() && self.poll.calls_for_a_look(&self.path, self.timing.tick) {
            self.note(Notice::Look);
        }
        self.due().is_none_or(|at| Instant::now() < at) || self.look()
    }

    /// When to look at the file, if at all.
    fn due(&self) -> Option<Instant> {
        let burst = self.burst?;
        Some(match self.held {
            None => burst.sound_at(&self.timing),
            Some(_) => burst.unsound_at(&self.timing),
        })
    }

    /// False if it is the last one.
    fn take(&mut self, wake: &Wake) -> bool {
        match wake {
            Wake::Notice(notice) => self.note(*notice),
            Wake::Moved => {
                self.watch.forget();
                self.note(Notice::Look);
            }
            Wake::TellAgain => {
                self.told = None;
                self.note(Notice::Done);
            }
            Wake::Stop => return false,
        }
        true
    }

    /// Takes all wakes that have come. False if the last one was among them.
    fn take_waiting(&mut self) -> bool {
        while let Ok(wake) = self.wakes.try_recv() {
            if !self.take(&wake) {
                return false;
            }
        }
        true
    }

    fn note(&mut self, notice: Notice) {
        self.burst = Some(Debounce::note(self.burst, notice, &self.timing, Instant::now()));
        self.held = None;
    }

    /// Reads the file and tells its text if it is new, or sets when to look again. False when
    /// following has ended.
    fn look(&mut self) -> bool {
        let Some(burst) = self.burst else { return true };
        if let Some(found) = self.held.take() {
            return self.tell(found);
        }
        if is_shell_stream(&self.path) {
            // A stream does not change, and reading it again would block.
            self.burst = None;
            return true;
        }
        // A writer may have begun before its folder was watched.
        let (beside, seen_beside) = self.look_beside();
        if self.watch.renew(&self.path, &beside) && !burst.is_overdue(&self.timing, Instant::now())
        {
            self.note(Notice::Look);
            return true;
        }
        let text = read(&self.path).map(Arc::from);
        if seen_beside == self.seen_beside && self.is_told(&text) {
            self.burst = None;
            return true;
        }
        let (found, sound) = match text {
            Ok(text) => {
                let (made, sound) = (self.parse)(&text);
                (Ok((text, made)), sound)
            }
            Err(error) => (Err(error), false),
        };
        if !self.take_waiting() {
            return false;
        }
        let changed = self.burst != Some(burst);
        let overdue = burst.is_overdue(&self.timing, Instant::now());
        if sound && (overdue || !changed) {
            let telling = self.tell(found);
            if changed {
                self.note(Notice::Look);
            }
            return telling;
        }
        if !changed {
            self.held = Some(found);
        }
        true
    }

    fn is_told(&self, text: &Result<Arc<str>, ReadError>) -> bool {
        match (text, &self.told) {
            (Ok(text), Some(Ok(told))) => text == told,
            (Err(error), Some(Err(told))) => error.to_string() == *told,
            _ => false,
        }
    }

    /// Ends the burst.
    fn tell(&mut self, found: Found<T>) -> bool {
        self.burst = None;
        self.told = Some(match &found {
            Ok((text, _)) => Ok(Arc::clone(text)),
            Err(error) => Err(error.to_string()),
        });
        // They may change while they are read, and the text may name others.
        let (before, seen) = self.look_beside();
        let is_going_on = (self.tell)(found);
        let (beside, now) = self.look_beside();
        self.seen_beside = if beside == before { seen } else { now };
        if self.watch.renew(&self.path, &beside) {
            self.note(Notice::Look);
        }
        is_going_on
    }

    /// The files beside the one that is followed, and what is seen of them.
    fn look_beside(&mut self) -> (Vec<PathBuf>, Vec<Option<Fingerprint>>) {
        let beside = (self.beside)();
        let seen = beside.iter().map(|path| fingerprint(path)).collect();
        (beside, seen)
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
