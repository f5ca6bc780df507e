//! How long to wait before what is found in a file may be believed.

use std::time::{Duration, Instant};

use super::sign::Sign;

/// The times that are waited.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// Quiet after which a writer is taken to be done, where no system says so.
    pub(super) quiet: Duration,
    /// Quiet after which a writer who has not closed the file is taken to be done.
    pub(super) open: Duration,
    /// Quiet after which a text that is not sound is taken to be meant.
    pub(super) moment: Duration,
    /// The longest that a sound text is kept back because of ever new changes.
    pub(super) longest: Duration,
    /// From one look to the next where nothing is reported.
    pub(super) poll: Duration,
    /// The coarsest clock of a file system (FAT): a change within one tick of it shows in no
    /// time of the file.
    pub(super) grain: Duration,
}

impl Pace {
    pub(super) const USUAL: Self = Self {
        quiet: Duration::from_millis(40),
        open: Duration::from_millis(500),
        moment: Duration::from_millis(200),
        longest: Duration::from_secs(2),
        poll: Duration::from_millis(50),
        grain: Duration::from_secs(2),
    };
}

/// A time of changes, from the first sign until something is told or all is as before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unrest {
    first: Instant,
    last: Instant,
    complete: bool,
    open: bool,
}

impl Unrest {
    /// Begins with a sign, or goes on with it.
    pub(super) fn note(unrest: Option<Self>, sign: Sign, now: Instant) -> Self {
        let mut new =
            unrest.unwrap_or(Self { first: now, last: now, complete: false, open: false });
        new.last = now;
        match sign {
            Sign::Complete => (new.complete, new.open) = (true, false),
            Sign::Writing => (new.complete, new.open) = (false, true),
            Sign::Unclear => new.complete = false,
            Sign::Touched => {}
        }
        new
    }

    /// The file is another one now: nobody is known to have it open.
    pub(super) fn forget_writer(&mut self) {
        self.open = false;
    }

    /// When a sound text may be told.
    pub(super) fn sound_at(&self, pace: &Pace) -> Instant {
        let wait = match (self.complete, self.open) {
            (true, _) => return self.last,
            (false, true) => pace.open,
            (false, false) => pace.quiet,
        };
        (self.last + wait).min(self.first + pace.longest)
    }

    /// When a text that is not sound, or a fault, may be told.
    pub(super) fn unsound_at(&self, pace: &Pace) -> Instant {
        self.last + if self.open { pace.open.max(pace.moment) } else { pace.moment }
    }

    /// Whether a sound text has been kept back for so long that new changes no longer count.
    pub(super) fn is_overdue(&self, pace: &Pace, now: Instant) -> bool {
        now >= self.first + pace.longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace::USUAL;

    /// The waits, in milliseconds from the last sign, for a sound text and for any other.
    fn waits(signs: &[(u64, Sign)]) -> (u128, u128) {
        let start = Instant::now();
        let mut unrest = None;
        let mut last = start;
        for (at, sign) in signs {
            last = start + Duration::from_millis(*at);
            unrest = Some(Unrest::note(unrest, *sign, last));
        }
        let unrest = unrest.unwrap();
        let until = |at: Instant| at.saturating_duration_since(last).as_millis();
        (until(unrest.sound_at(&PACE)), until(unrest.unsound_at(&PACE)))
    }

    #[test]
    fn what_is_complete_waits_only_if_it_is_not_sound() {
        use Sign::{Complete, Touched, Unclear, Writing};
        assert_eq!(waits(&[(0, Complete)]), (0, 200));
        assert_eq!(waits(&[(0, Writing), (3, Complete), (4, Touched)]), (0, 200));
        assert_eq!(waits(&[(0, Complete), (5, Unclear)]), (40, 200));
        assert_eq!(waits(&[(0, Touched)]), (40, 200));
    }

    #[test]
    fn a_writer_who_has_not_closed_the_file_is_waited_for_but_not_for_ever() {
        use Sign::{Unclear, Writing};
        assert_eq!(waits(&[(0, Unclear), (1, Writing)]), (500, 500));
        assert_eq!(waits(&[(0, Writing), (400, Writing), (800, Writing)]), (500, 500));
        assert_eq!(waits(&[(0, Writing), (900, Writing), (1800, Writing)]), (200, 500));
        assert_eq!(waits(&[(0, Writing), (3000, Writing)]), (0, 500));
        assert_eq!(waits(&[(0, Unclear), (1990, Unclear)]), (10, 200));
    }
}
