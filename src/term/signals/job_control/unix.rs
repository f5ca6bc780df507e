//! The signals of a job on Unix.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGINT, SIGQUIT, SIGTSTP};

use crate::term::signals::suspend;

/// How long after the end of the editor a signal of its keys may still be taken in.
///
/// Ctrl-C reaches the editor and the program at one time, but a busy machine may run the thread
/// that takes it in only when the editor is dead already. The dashboard's own Ctrl-C is a key, so
/// nobody misses these signals so early.
const ECHO: Duration = Duration::from_millis(500);

/// Whether the terminal is lent; shared by all threads.
#[derive(Clone, Debug, Default)]
pub(in crate::term) struct Loan(Arc<State>);

#[derive(Debug, Default)]
struct State {
    term: Mutex<Term>,
    /// Whether the job has been continued since it was stopped.
    continued: Mutex<bool>,
    told: Condvar,
}

/// When the terminal is somebody else's.
#[derive(Clone, Copy, Debug, Default)]
enum Term {
    #[default]
    Never,
    Now,
    Until(Instant),
}

impl Loan {
    /// The terminal is somebody else's from now on.
    pub(in crate::term) fn begin(&self) {
        *lock(&self.0.term) = Term::Now;
    }

    /// The terminal is the program's again.
    pub(in crate::term) fn end(&self) {
        *lock(&self.0.term) = Term::Until(Instant::now());
    }

    /// Whether a signal that is taken in at a time was for the editor, and is dealt with.
    ///
    /// Of a stop nothing is dealt with here: whether the editor obeys it is the editor's affair,
    /// and the job follows the editor.
    pub(in crate::term) fn takes(&self, signal: i32, now: Instant) -> bool {
        let term = *lock(&self.0.term);
        match (signal, term) {
            (SIGINT | SIGQUIT | SIGTSTP, Term::Now) => true,
            (SIGINT | SIGQUIT | SIGTSTP, Term::Until(end)) => {
                now.saturating_duration_since(end) < ECHO
            }
            (SIGCONT, Term::Now) => {
                *lock(&self.0.continued) = true;
                self.0.told.notify_all();
                true
            }
            _ => false,
        }
    }

    /// Stops the whole job because the editor has stopped, if somebody could continue it, and
    /// returns when it has been continued.
    pub(in crate::term) fn stop_job(&self) {
        let mut continued = lock(&self.0.continued);
        *continued = false;
        if !suspend::is_possible() || suspend::job().is_err() {
            return;
        }
        // A thread runs on for a moment after it has stopped its process.
        while !*continued {
            let woken = self.0.told.wait(continued);
            continued = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A lock that a panicking thread has poisoned is as good as any: what it guards is always whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use signal_hook::consts::{SIGHUP, SIGTERM};

    use super::{ECHO, Instant, Loan, SIGCONT, SIGINT, SIGQUIT, SIGTSTP};

    #[test]
    fn signals_of_keys_are_the_editors_even_when_they_are_taken_in_late() {
        for signal in [SIGINT, SIGQUIT, SIGTSTP] {
            let loan = Loan::default();
            assert!(!loan.takes(signal, Instant::now()));
            loan.begin();
            assert!(loan.takes(signal, Instant::now()));
            loan.end();
            assert!(loan.takes(signal, Instant::now()));
            let later = Instant::now() + ECHO;
            assert!(!loan.takes(signal, later), "this one is for the dashboard");
        }
    }

    #[test]
    fn requests_to_end_are_never_kept_back() {
        let loan = Loan::default();
        loan.begin();
        assert!(!loan.takes(SIGTERM, Instant::now()));
        assert!(!loan.takes(SIGHUP, Instant::now()));
        assert!(loan.takes(SIGCONT, Instant::now()));
        loan.end();
        assert!(!loan.takes(SIGCONT, Instant::now()));
    }
}
