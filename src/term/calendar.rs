//! Notices that another day has begun.
//!
//! The main loop sleeps until midnight at most: one planned wake a day. The timer of a computer that is
//! asleep stands still, so the date is also looked at after every other wake.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crate::report::Day;

/// The date, and how long it still lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The date.
    pub day: Day,
    /// The time until the next one.
    pub left: Duration,
}

/// The shortest planned sleep. The wall clock and the clock of the timer differ a little, so the timer
/// may end just before midnight.
const LEAST: Duration = Duration::from_secs(1);

/// The date that the program knows, and when to look again.
#[derive(Debug)]
pub(super) struct Calendar {
    /// None if the date is fixed.
    read: Option<fn() -> Today>,
    known: Option<(Day, Instant)>,
}

impl Calendar {
    /// Begins with the date of now.
    pub(super) fn new(read: Option<fn() -> Today>) -> Self {
        let mut calendar = Self { read, known: None };
        calendar.turned();
        calendar
    }

    /// Sleeps until there is an event, and returns it; none when the day is over.
    pub(super) fn recv<E>(&self, events: &Receiver<E>) -> Option<E> {
        match self.known {
            Some((_, end)) => {
                events.recv_timeout(end.saturating_duration_since(Instant::now())).ok()
            }
            None => events.recv().ok(),
        }
    }

    /// The date, if it is another one than at the last call.
    pub(super) fn turned(&mut self) -> Option<Day> {
        let Today { day, left } = (self.read?)();
        let before = self.known.replace((day, Instant::now() + left.max(LEAST)));
        before.is_some_and(|(before, _)| before != day).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_new_day_is_told_once_and_a_fixed_one_never() {
        static DAY: AtomicI64 = AtomicI64::new(20_000);
        fn read() -> Today {
            Today { day: Day::from_epoch(DAY.load(Ordering::SeqCst)), left: Duration::MAX / 4 }
        }
        let (mut calendar, mut fixed) = (Calendar::new(Some(read)), Calendar::new(None));
        assert_eq!((calendar.turned(), fixed.turned()), (None, None));
        // Forward at midnight, and back when the clock is set.
        for day in [20_001, 20_000] {
            DAY.store(day, Ordering::SeqCst);
            assert_eq!(calendar.turned(), Some(Day::from_epoch(day)));
            assert_eq!((calendar.turned(), fixed.turned()), (None, None));
        }
    }

    #[test]
    fn an_event_ends_the_sleep_before_midnight_and_midnight_ends_it_without_one() {
        fn long() -> Today {
            Today { day: Day::from_epoch(0), left: Duration::from_secs(86_400) }
        }
        fn short() -> Today {
            Today { day: Day::from_epoch(0), left: Duration::ZERO }
        }
        let (sender, events) = mpsc::channel();
        sender.send(7).unwrap();
        assert_eq!(Calendar::new(Some(long)).recv(&events), Some(7));
        assert_eq!(Calendar::new(Some(short)).recv(&events), None);
    }
}
