//! Puts the program to sleep, to be continued by the shell.
//!
//! SIGSTOP rather than SIGTSTP: the latter has a handler, which is what asks for the stop.

/// Stops this process.
#[cfg(unix)]
pub(super) fn process() {
    use rustix::process::{Signal, getpid, kill_process};

    // A process may always stop itself; should it fail after all, the program just goes on.
    let _ = kill_process(getpid(), Signal::STOP);
}

/// Stops the whole job: the shell waits for its leader, which may be `cargo run` or a script.
#[cfg(unix)]
pub(super) fn job() {
    use rustix::process::{Signal, kill_current_process_group};

    let _ = kill_current_process_group(Signal::STOP);
}

/// Whether somebody could continue the program once it is stopped. Nobody can when the terminal
/// was opened for this program alone: then it leads its session, and there is no shell.
#[cfg(unix)]
pub(super) fn is_possible() -> bool {
    rustix::process::getsid(None).is_ok_and(|leader| leader != rustix::process::getpid())
}

/// Other systems have no jobs.
#[cfg(not(unix))]
pub(super) fn job() {}

/// Other systems have no jobs.
#[cfg(not(unix))]
pub(super) fn is_possible() -> bool {
    false
}
