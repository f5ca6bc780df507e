//! How long to wait until a text that was read counts as finished.

use std::time::{Duration, Instant};

use super::file_event::FileEvent;

/// How long a follower waits for what.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// Quiet after which a writer counts as done where the system does not report closing.
    pub(super) quiet: Duration,
    /// Quiet after which a writer that keeps the file open counts as done.
    pub(super) open: Duration,
    /// Quiet after which a text that is not sound counts as meant.
    pub(super) unsound: Duration,
    /// The longest that a sound text is held back while changes go on.
    pub(super) longest: Duration,
    /// The time between two looks where changes are not reported.
    pub(super) poll: Duration,
    /// One tick of the coarsest clock of a file system (FAT): two changes within it leave the
    /// same times on the file.
    pub(super) tick: Duration,
}

impl Timing {
    /// For people and their editors.
    pub const USUAL: Self = Self {
        quiet: Duration::from_millis(40),
        open: Duration::from_millis(500),
        unsound: Duration::from_millis(200),
        longest: Duration::from_secs(2),
        poll: Duration::from_millis(50),
        tick: Duration::from_secs(2),
    };
}

/// A burst of changes: from its first event until a text is told or found to be the known one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Debounce {
    first: Instant,
    last: Instant,
    complete: bool,
    open: bool,
}

impl Debounce {
    /// Adds an event to a burst, or begins one with it.
    pub(super) fn note(debounce: Option<Self>, event: FileEvent, now: Instant) -> Self {
        let mut new =
            debounce.unwrap_or(Self { first: now, last: now, complete: false, open: false });
        new.last = now;
        match event {
            FileEvent::Complete => (new.complete, new.open) = (true, false),
            FileEvent::Writing => (new.complete, new.open) = (false, true),
            FileEvent::Unclear => new.complete = false,
            FileEvent::Touched => {}
        }
        new
    }

    /// The path leads to another file now, which no writer is known to have open.
    pub(super) fn forget_writer(&mut self) {
        self.open = false;
    }

    /// When a sound text may be told.
    pub(super) fn sound_at(&self, timing: &Timing) -> Instant {
        let wait = match (self.complete, self.open) {
            (true, _) => return self.last,
            (false, true) => timing.open,
            (false, false) => timing.quiet,
        };
        (self.last + wait).min(self.first + timing.longest)
    }

    /// When a text that is not sound, or an error, may be told.
    pub(super) fn unsound_at(&self, timing: &Timing) -> Instant {
        self.last + if self.open { timing.open.max(timing.unsound) } else { timing.unsound }
    }

    /// Whether a sound text has been held back so long that further changes no longer matter.
    pub(super) fn is_overdue(&self, timing: &Timing, now: Instant) -> bool {
        now >= self.first + timing.longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMING: Timing = Timing::USUAL;

    /// The waits, in milliseconds from the last event, for a sound text and for any other.
    fn waits(events: &[(u64, FileEvent)]) -> (u128, u128) {
        let start = Instant::now();
        let mut debounce = None;
        let mut last = start;
        for (at, event) in events {
            last = start + Duration::from_millis(*at);
            debounce = Some(Debounce::note(debounce, *event, last));
        }
        let debounce = debounce.unwrap();
        let until = |at: Instant| at.saturating_duration_since(last).as_millis();
        (until(debounce.sound_at(&TIMING)), until(debounce.unsound_at(&TIMING)))
    }

    #[test]
    fn a_complete_file_waits_only_if_it_is_not_sound() {
        use FileEvent::{Complete, Touched, Unclear, Writing};
        assert_eq!(waits(&[(0, Complete)]), (0, 200));
        assert_eq!(waits(&[(0, Writing), (3, Complete), (4, Touched)]), (0, 200));
        assert_eq!(waits(&[(0, Complete), (5, Unclear)]), (40, 200));
        assert_eq!(waits(&[(0, Touched)]), (40, 200));
    }

    #[test]
    fn a_writer_that_has_not_closed_the_file_is_waited_for_but_not_forever() {
        use FileEvent::{Unclear, Writing};
        assert_eq!(waits(&[(0, Unclear), (1, Writing)]), (500, 500));
        assert_eq!(waits(&[(0, Writing), (400, Writing), (800, Writing)]), (500, 500));
        assert_eq!(waits(&[(0, Writing), (900, Writing), (1800, Writing)]), (200, 500));
        assert_eq!(waits(&[(0, Writing), (3000, Writing)]), (0, 500));
        assert_eq!(waits(&[(0, Unclear), (1990, Unclear)]), (10, 200));
    }
}
