//! Signals to a job on Unix.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGINT, SIGQUIT, SIGTSTP};

use crate::term::lock::lock;
use crate::term::signals::suspend;

/// How long after the end of the editor a signal of a key still counts as the editor's.
///
/// Ctrl-C reaches the editor and the program at the same time, but on a busy machine the editor may
/// be dead before the signal thread runs. In the dashboard Ctrl-C is a key, not a signal, so
/// ignoring these signals for so short a time does no harm.
const ECHO: Duration = Duration::from_millis(500);

/// Which program has the terminal. All threads share it.
#[derive(Clone, Debug, Default)]
pub(in crate::term) struct JobControl(Arc<State>);

#[derive(Debug, Default)]
struct State {
    foreground: Mutex<Foreground>,
    /// Whether the job has been continued since it was stopped.
    continued: Mutex<bool>,
    continuation: Condvar,
}

/// The program that has the terminal.
#[derive(Clone, Copy, Debug, Default)]
enum Foreground {
    #[default]
    Dashboard,
    Editor,
    /// The dashboard again, since then.
    DashboardSince(Instant),
}

impl JobControl {
    /// The editor has the terminal from now on.
    pub(in crate::term) fn editor_starts(&self) {
        *lock(&self.0.foreground) = Foreground::Editor;
    }

    /// The dashboard has the terminal again.
    pub(in crate::term) fn editor_ended(&self) {
        *lock(&self.0.foreground) = Foreground::DashboardSince(Instant::now());
    }

    /// Whether a signal that arrives at a time is for the editor. If so, it is dealt with.
    ///
    /// Nothing is done here for a stop: the editor may ignore it, and the job stops only if the
    /// editor does.
    pub(in crate::term) fn is_for_editor(&self, signal: i32, now: Instant) -> bool {
        let foreground = *lock(&self.0.foreground);
        match (signal, foreground) {
            (SIGINT | SIGQUIT | SIGTSTP, Foreground::Editor) => true,
            (SIGINT | SIGQUIT | SIGTSTP, Foreground::DashboardSince(end)) => {
                now.saturating_duration_since(end) < ECHO
            }
            (SIGCONT, Foreground::Editor) => {
                *lock(&self.0.continued) = true;
                self.0.continuation.notify_all();
                true
            }
            _ => false,
        }
    }

    /// Stops the whole job because the editor has stopped, if there is a shell to continue it.
    /// Returns when the job has been continued.
    pub(in crate::term) fn stop_job(&self) {
        let mut continued = lock(&self.0.continued);
        *continued = false;
        if !suspend::is_possible() || suspend::job().is_err() {
            return;
        }
        // A thread may run on for a moment after it has stopped its process.
        while !*continued {
            let woken = self.0.continuation.wait(continued);
            continued = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use signal_hook::consts::{SIGHUP, SIGTERM};

    use super::{ECHO, Instant, JobControl, SIGCONT, SIGINT, SIGQUIT, SIGTSTP};

    #[test]
    fn signals_of_keys_are_the_editors_even_when_they_arrive_late() {
        for signal in [SIGINT, SIGQUIT, SIGTSTP] {
            let job_control = JobControl::default();
            assert!(!job_control.is_for_editor(signal, Instant::now()));
            job_control.editor_starts();
            assert!(job_control.is_for_editor(signal, Instant::now()));
            job_control.editor_ended();
            assert!(job_control.is_for_editor(signal, Instant::now()));
            let later = Instant::now() + ECHO;
            assert!(!job_control.is_for_editor(signal, later), "this one is for the dashboard");
        }
    }

    #[test]
    fn requests_to_end_are_always_passed_on() {
        let job_control = JobControl::default();
        job_control.editor_starts();
        assert!(!job_control.is_for_editor(SIGTERM, Instant::now()));
        assert!(!job_control.is_for_editor(SIGHUP, Instant::now()));
        assert!(job_control.is_for_editor(SIGCONT, Instant::now()));
        job_control.editor_ended();
        assert!(!job_control.is_for_editor(SIGCONT, Instant::now()));
    }
}
