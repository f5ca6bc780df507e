//! Follows a file: reports its text after each change, in whichever way it was changed.
//!
//! ```text
//! watcher ─ file event ─┐                    parse             tell
//! handle ─── wake ──────┴▶ wait for quiet ─▶ read ─▶ new? ───▶ sound? ───▶ Ok or Err
//! ```
//!
//! A text is new if it differs from the one that was told last; times do not count. A sound text
//! is told as soon as its writer is done. Another one, or a missing file, is told a moment later:
//! most of these are half of a change. While nothing happens in the folder of a file that can be
//! watched, this thread sleeps.

mod debounce;
mod file_event;
mod file_system;
mod fingerprint;
mod wake;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use debounce::Debounce;
pub use debounce::Timing;
use file_event::FileEvent;
use fingerprint::Fingerprint;
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

/// Follows a file until its handle is dropped or `tell` returns false. It blocks, and so needs a
/// thread of its own.
///
/// `known` is the text that the program has read already, if any: it is not told again. `parse`
/// returns what it makes of a text and whether the text is sound. `tell` gets a new text and what
/// was made of it, or why the file cannot be read. A stream that the shell passes, such as
/// `/dev/stdin`, is never read here.
pub fn follow<T>(
    path: &Path,
    known: Option<Arc<str>>,
    mode: WatchMode,
    timing: Timing,
    wakes: Wakes,
    parse: impl FnMut(&Arc<str>) -> (T, bool),
    tell: impl FnMut(Found<T>) -> bool,
) {
    let now = Instant::now();
    let first = if known.is_some() { FileEvent::Unclear } else { FileEvent::Complete };
    let burst = Debounce::note(None, first, now);
    let mut follower = Follower {
        timing,
        path: path.to_owned(),
        watch: Watch::new(mode, wakes.sender),
        wakes: wakes.receiver,
        parse,
        tell,
        told: known.map_or(Told::Nothing, Told::Text),
        held: None,
        burst: Some(burst),
        look_at: Some(burst.sound_at(&timing)),
        fingerprint: None,
        poll_at: now,
        again_at: Some(now + timing.tick),
    };
    follower.watch.renew(path);
    follower.fingerprint = Fingerprint::of(path);
    while follower.turn() {}
}

/// What was told last.
enum Told {
    Nothing,
    Text(Arc<str>),
    /// The message of an error: an error with the same message is not new.
    Error(String),
}

/// A text and what was made of it, or why the file cannot be read.
type Found<T> = Result<(Arc<str>, T), ReadError>;

struct Follower<T, P, R> {
    timing: Timing,
    path: PathBuf,
    watch: Watch,
    wakes: Receiver<Wake>,
    parse: P,
    tell: R,
    told: Told,
    /// What has been parsed but may not be told yet, and whether it is sound.
    held: Option<(Found<T>, bool)>,
    /// Set from the first event until a text is told or found to be the known one.
    burst: Option<Debounce>,
    /// When to read the file, if at all.
    look_at: Option<Instant>,
    /// The file at the last poll, where changes are not reported.
    fingerprint: Option<Fingerprint>,
    poll_at: Instant,
    /// When to read a changed file once more: see [`Timing::tick`].
    again_at: Option<Instant>,
}

impl<T, P, R> Follower<T, P, R>
where
    P: FnMut(&Arc<str>) -> (T, bool),
    R: FnMut(Found<T>) -> bool,
{
    /// Sleeps until something has to be done, and does it. False when following has ended.
    fn turn(&mut self) -> bool {
        let received = match self.due() {
            None => self.wakes.recv().map_err(RecvTimeoutError::from),
            Some(at) => self.wakes.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match received {
            Ok(wake) if self.take(&wake) && self.take_waiting().is_some() => {}
            Err(RecvTimeoutError::Timeout) => {}
            Ok(_) | Err(RecvTimeoutError::Disconnected) => return false,
        }
        if !self.watch.reports() && self.poll_at <= Instant::now() {
            self.poll();
        }
        if self.look_at.is_some_and(|at| at <= Instant::now()) {
            return self.look();
        }
        true
    }

    /// When there is work without a wake. Mostly there is none.
    fn due(&self) -> Option<Instant> {
        let poll = (!self.watch.reports()).then_some(self.poll_at);
        [self.look_at, poll].into_iter().flatten().min()
    }

    /// False if it is the last one.
    fn take(&mut self, wake: &Wake) -> bool {
        match wake {
            Wake::File(event) => self.note(*event),
            Wake::Look => self.note(FileEvent::Complete),
            Wake::TellAgain => {
                self.told = Told::Nothing;
                self.note(FileEvent::Complete);
            }
            Wake::Stop => return false,
        }
        true
    }

    /// Takes all wakes that have come, and says whether there were any. None if the last one was
    /// among them.
    fn take_waiting(&mut self) -> Option<bool> {
        let mut any = false;
        while let Ok(wake) = self.wakes.try_recv() {
            any = true;
            if !self.take(&wake) {
                return None;
            }
        }
        Some(any)
    }

    fn note(&mut self, event: FileEvent) {
        let burst = Debounce::note(self.burst, event, Instant::now());
        self.look_at = Some(burst.sound_at(&self.timing));
        self.burst = Some(burst);
    }

    /// Looks whether the file, or the folder that was missing, seems to have changed.
    fn poll(&mut self) {
        let now = Instant::now();
        let fingerprint = Fingerprint::of(&self.path);
        if fingerprint != self.fingerprint {
            self.fingerprint = fingerprint;
            self.note(FileEvent::Unclear);
            self.again_at = Some(now + self.timing.tick);
        } else if self.again_at.is_some_and(|at| at <= now) {
            self.again_at = None;
            self.note(FileEvent::Unclear);
        }
        if self.watch.renew(&self.path) {
            self.note(FileEvent::Unclear);
        }
        let pause = if self.burst.is_some() { self.timing.quiet } else { self.timing.poll };
        self.poll_at = now + pause;
    }

    /// Reads the file and tells its text if it is new, or sets when to look again. False when
    /// following has ended.
    fn look(&mut self) -> bool {
        if is_shell_stream(&self.path) {
            // A stream does not change, and reading it again would block.
            (self.burst, self.look_at) = (None, None);
            return true;
        }
        // What has changed the text may have changed a link, too. The file is read only once
        // everything on the way to it is watched.
        if self.watch.renew(&self.path) {
            if let Some(burst) = &mut self.burst {
                burst.forget_writer();
            }
            self.watch.renew(&self.path);
        }
        let text = read(&self.path).map(Arc::from);
        if self.is_told(&text) {
            (self.held, self.burst, self.look_at) = (None, None, None);
            return true;
        }
        let (found, sound) = self.make(text);
        let Some(changed) = self.take_waiting() else { return false };
        let now = Instant::now();
        let burst = self.burst.unwrap_or_else(|| Debounce::note(None, FileEvent::Unclear, now));
        let sound_at = burst.sound_at(&self.timing);
        let due = if sound { sound_at } else { burst.unsound_at(&self.timing) };
        let late = sound && burst.is_overdue(&self.timing, now);
        if (changed || due > now) && !late {
            self.look_at = Some(if changed { sound_at } else { due });
            self.held = Some((found, sound));
            return true;
        }
        (self.burst, self.look_at) = (None, None);
        self.told = match &found {
            Ok((text, _)) => Told::Text(Arc::clone(text)),
            Err(error) => Told::Error(error.to_string()),
        };
        (self.tell)(found)
    }

    /// Parses a text, unless it is the one that is held back.
    fn make(&mut self, text: Result<Arc<str>, ReadError>) -> (Found<T>, bool) {
        match (text, self.held.take()) {
            (Ok(text), Some((Ok((before, made)), sound))) if before == text => {
                (Ok((before, made)), sound)
            }
            (Ok(text), _) => {
                let (made, sound) = (self.parse)(&text);
                (Ok((text, made)), sound)
            }
            (Err(error), _) => (Err(error), false),
        }
    }

    fn is_told(&self, text: &Result<Arc<str>, ReadError>) -> bool {
        match (text, &self.told) {
            (Ok(text), Told::Text(told)) => text == told,
            (Err(error), Told::Error(told)) => error.to_string() == *told,
            _ => false,
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
