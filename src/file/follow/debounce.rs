//! How long to wait until a text that was read counts as finished.

use std::time::{Duration, Instant};

/// How long a follower waits for what.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// Quiet after which a writer of which nothing is known counts as done.
    pub(super) quiet: Duration,
    /// Quiet after which a writer that has the file open counts as done, where the system reports
    /// that. A half-written text can be sound and lack a hedge.
    pub(super) open: Duration,
    /// Quiet after which a text that is not sound counts as meant.
    pub(super) unsound: Duration,
    /// The longest that a sound text is held back while changes go on.
    pub(super) longest: Duration,
    /// The time between two looks at the times of a file whose changes are not reported.
    pub(super) poll: Duration,
    /// The time after which such a file is read whatever its times say: one tick of the coarsest
    /// clock of a file system (FAT). Two changes within it leave the same times.
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

/// A reason to look at the file, and what it says about its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// Nothing.
    Look,
    /// It has the file open.
    #[cfg_attr(
        not(any(test, target_os = "linux", target_os = "android")),
        expect(dead_code, reason = "other systems do not report that")
    )]
    Writing,
    /// It is done: it has closed the file, or put it there by renaming.
    Done,
}

/// A burst of changes: from its first notice until a text is told or found to be the known one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Debounce {
    first: Instant,
    last: Instant,
    /// How long the file has to be left alone before a sound text may be told.
    quiet: Duration,
}

impl Debounce {
    /// Adds a notice to a burst, or begins one with it.
    pub(super) fn note(burst: Option<Self>, notice: Notice, timing: &Timing, now: Instant) -> Self {
        let quiet = match notice {
            Notice::Look => burst.map_or(timing.quiet, |burst| burst.quiet),
            Notice::Writing => timing.open,
            Notice::Done => Duration::ZERO,
        };
        Self { first: burst.map_or(now, |burst| burst.first), last: now, quiet }
    }

    /// When a sound text may be told.
    pub(super) fn sound_at(&self, timing: &Timing) -> Instant {
        (self.last + self.quiet).min(self.first + timing.longest)
    }

    /// When a text that is not sound, or an error, may be told.
    pub(super) fn unsound_at(&self, timing: &Timing) -> Instant {
        self.last + self.quiet.max(timing.unsound)
    }

    /// Whether a sound text has been held back so long that further changes no longer matter.
    pub(super) fn is_overdue(&self, timing: &Timing, now: Instant) -> bool {
        now >= self.first + timing.longest
    }
}

#[cfg(test)]
mod tests {
    use super::Notice::{Done, Look, Writing};
    use super::*;

    const TIMING: Timing = Timing::USUAL;

    /// The waits, in milliseconds from the last notice, for a sound text and for any other.
    fn waits(notices: &[(u64, Notice)]) -> (u128, u128) {
        let start = Instant::now();
        let mut burst = None;
        let mut last = start;
        for (at, notice) in notices {
            last = start + Duration::from_millis(*at);
            burst = Some(Debounce::note(burst, *notice, &TIMING, last));
        }
        let burst = burst.unwrap();
        let until = |at: Instant| at.saturating_duration_since(last).as_millis();
        (until(burst.sound_at(&TIMING)), until(burst.unsound_at(&TIMING)))
    }

    #[test]
    fn a_finished_file_waits_only_if_it_is_not_sound() {
        assert_eq!(waits(&[(0, Done)]), (0, 200));
        assert_eq!(waits(&[(0, Writing), (3, Done), (4, Look)]), (0, 200));
        assert_eq!(waits(&[(0, Look)]), (40, 200));
        assert_eq!(waits(&[(0, Look), (30, Look)]), (40, 200));
    }

    #[test]
    fn a_writer_that_has_not_closed_the_file_is_waited_for_but_not_forever() {
        assert_eq!(waits(&[(0, Look), (1, Writing)]), (500, 500));
        assert_eq!(waits(&[(0, Writing), (400, Writing), (800, Look)]), (500, 500));
        assert_eq!(waits(&[(0, Writing), (900, Writing), (1800, Writing)]), (200, 500));
        assert_eq!(waits(&[(0, Writing), (3000, Writing)]), (0, 500));
        assert_eq!(waits(&[(0, Look), (1990, Look)]), (10, 200));
    }
}
