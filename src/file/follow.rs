//! Following a file: what is in it after each change, however it was changed.
//!
//! ```text
//! watcher ─ sign ─┐                    parse              tell
//! handle ─ nudge ─┴▶ wait for quiet ─▶ read ─▶ news? ───▶ sound? ───▶ Ok or Err
//! ```
//!
//! A text is news if it differs from the one that was told last; times do not count. A sound text
//! is told as soon as its writer is done. One that is not sound, a missing file among them, gets
//! a moment first: most of these are half of a change. When nothing happens in the folder of a
//! file that can be watched, nothing wakes up here.

mod nudge;
mod sign;
mod stamp;
mod systems;
mod unrest;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use nudge::Nudge;
pub use nudge::{Handle, Nudges, channel};
use sign::Sign;
use stamp::Stamp;
use unrest::{Pace, Unrest};
use watch::Watch;

use super::read::{ReadError, is_handed_over, read};

/// How changes are noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// The system reports them. Where it cannot, as [`How::Poll`].
    #[default]
    Native,
    /// The file is looked at twenty times a second.
    Poll,
}

/// Follows a file until its handle is dropped or `tell` returns false. It is for a thread of its
/// own.
///
/// `known` is the text that the program has read already, if any: it is not told again. `parse`
/// makes something of a text and says whether it is sound, so that a text that is not can be given
/// time to be completed. `tell` gets the news: a text and what was made of it, or why there is
/// none. A stream that the shell has handed over, as `/dev/stdin`, is never read here.
pub fn follow<T>(
    path: &Path,
    known: Option<Arc<str>>,
    how: How,
    nudges: Nudges,
    parse: impl FnMut(&Arc<str>) -> (T, bool),
    tell: impl FnMut(Result<(Arc<str>, T), ReadError>) -> bool,
) {
    follow_at(Pace::USUAL, path, known, how, nudges, parse, tell);
}

fn follow_at<T>(
    pace: Pace,
    path: &Path,
    known: Option<Arc<str>>,
    how: How,
    nudges: Nudges,
    parse: impl FnMut(&Arc<str>) -> (T, bool),
    tell: impl FnMut(Result<(Arc<str>, T), ReadError>) -> bool,
) {
    let now = Instant::now();
    let first = if known.is_some() { Sign::Unclear } else { Sign::Complete };
    let unrest = Unrest::note(None, first, now);
    let mut follower = Follower {
        pace,
        path: path.to_owned(),
        watch: Watch::new(how, nudges.sender),
        nudges: nudges.receiver,
        parse,
        tell,
        told: known.map_or(Told::Nothing, Told::Text),
        waiting: None,
        unrest: Some(unrest),
        look_at: Some(unrest.sound_at(&pace)),
        stamp: None,
        poll_at: now,
        again_at: Some(now + pace.grain),
    };
    follower.watch.renew(path);
    follower.stamp = Stamp::of(path);
    while follower.turn() {}
}

/// What was told last.
enum Told {
    Nothing,
    Text(Arc<str>),
    /// In words: what is worded alike is no news.
    Fault(String),
}

/// What was found, and what was made of it.
type Found<T> = Result<(Arc<str>, T), ReadError>;

struct Follower<T, P, R> {
    pace: Pace,
    path: PathBuf,
    watch: Watch,
    nudges: Receiver<Nudge>,
    parse: P,
    tell: R,
    told: Told,
    /// What has been parsed, but is not yet to be told; with whether it is sound.
    waiting: Option<(Found<T>, bool)>,
    /// Set from the first sign until something is told or all is as before.
    unrest: Option<Unrest>,
    /// When to read the file, if at all.
    look_at: Option<Instant>,
    /// The file when it was last looked for, where nothing is reported.
    stamp: Option<Stamp>,
    poll_at: Instant,
    /// When to read once more what has changed: see [`Pace::grain`].
    again_at: Option<Instant>,
}

impl<T, P, R> Follower<T, P, R>
where
    P: FnMut(&Arc<str>) -> (T, bool),
    R: FnMut(Found<T>) -> bool,
{
    /// Sleeps until something has to be done, and does it. False when it is over.
    fn turn(&mut self) -> bool {
        let received = match self.due() {
            None => self.nudges.recv().map_err(RecvTimeoutError::from),
            Some(at) => self.nudges.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        let goes_on = match received {
            Ok(nudge) => self.take(&nudge) && self.take_waiting().is_some(),
            Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => false,
        };
        if !goes_on {
            return false;
        }
        if !self.watch.reports() && self.poll_at <= Instant::now() {
            self.poll();
        }
        if self.look_at.is_some_and(|at| at <= Instant::now()) {
            return self.look();
        }
        true
    }

    /// When something has to be done though nobody has asked for it: not at all, mostly.
    fn due(&self) -> Option<Instant> {
        let poll = (!self.watch.reports()).then_some(self.poll_at);
        [self.look_at, poll].into_iter().flatten().min()
    }

    /// False if it is the last one.
    fn take(&mut self, nudge: &Nudge) -> bool {
        match nudge {
            Nudge::Sign(sign) => self.note(*sign),
            Nudge::Look => self.note(Sign::Complete),
            Nudge::Again => {
                self.told = Told::Nothing;
                self.note(Sign::Complete);
            }
            Nudge::Stop => return false,
        }
        true
    }

    /// Takes all that is there, and says whether there was anything; none if it is over.
    fn take_waiting(&mut self) -> Option<bool> {
        let mut any = false;
        while let Ok(nudge) = self.nudges.try_recv() {
            any = true;
            if !self.take(&nudge) {
                return None;
            }
        }
        Some(any)
    }

    fn note(&mut self, sign: Sign) {
        let unrest = Unrest::note(self.unrest, sign, Instant::now());
        self.look_at = Some(unrest.sound_at(&self.pace));
        self.unrest = Some(unrest);
    }

    /// Looks whether the file, or the folder that was missing, seems to be another one.
    fn poll(&mut self) {
        let now = Instant::now();
        let stamp = Stamp::of(&self.path);
        if stamp != self.stamp {
            self.stamp = stamp;
            self.note(Sign::Unclear);
            self.again_at = Some(now + self.pace.grain);
        } else if self.again_at.is_some_and(|at| at <= now) {
            self.again_at = None;
            self.note(Sign::Unclear);
        }
        if self.watch.renew(&self.path) {
            self.note(Sign::Unclear);
        }
        let pause = if self.unrest.is_some() { self.pace.quiet } else { self.pace.poll };
        self.poll_at = now + pause;
    }

    /// Reads the file and tells what is news, or says when to look again. False when it is over.
    fn look(&mut self) -> bool {
        if is_handed_over(&self.path) {
            // What the shell has handed over never changes, and reading it again would wait.
            (self.unrest, self.look_at) = (None, None);
            return true;
        }
        // What can have changed the text can have changed its way, too. It is read only once the
        // way to it is watched.
        if self.watch.renew(&self.path) {
            if let Some(unrest) = &mut self.unrest {
                unrest.forget_writer();
            }
            self.watch.renew(&self.path);
        }
        let text = read(&self.path).map(Arc::from);
        if self.is_told(&text) {
            (self.waiting, self.unrest, self.look_at) = (None, None, None);
            return true;
        }
        let (found, sound) = self.make(text);
        let Some(changed) = self.take_waiting() else { return false };
        let now = Instant::now();
        let unrest = self.unrest.unwrap_or_else(|| Unrest::note(None, Sign::Unclear, now));
        let due = if sound { unrest.sound_at(&self.pace) } else { unrest.unsound_at(&self.pace) };
        let late = sound && unrest.is_overdue(&self.pace, now);
        if (changed || due > now) && !late {
            self.look_at = Some(if changed { unrest.sound_at(&self.pace) } else { due });
            self.waiting = Some((found, sound));
            return true;
        }
        (self.unrest, self.look_at) = (None, None);
        self.told = match &found {
            Ok((text, _)) => Told::Text(Arc::clone(text)),
            Err(error) => Told::Fault(error.to_string()),
        };
        (self.tell)(found)
    }

    /// Parses a text, unless the same text is waiting for its time.
    fn make(&mut self, text: Result<Arc<str>, ReadError>) -> (Found<T>, bool) {
        match (text, self.waiting.take()) {
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
            (Err(error), Told::Fault(told)) => error.to_string() == *told,
            _ => false,
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
