//! Puts the program to sleep, to be continued by the shell.
//!
//! SIGSTOP rather than SIGTSTP: the latter has a handler, which is what asks for the stop.

use std::io;

/// Stops this process.
#[cfg(unix)]
pub(in crate::term) fn process() {
    use rustix::process::{Signal, getpid, kill_process};

    // A process may always stop itself; should it fail after all, the program just goes on.
    let _ = kill_process(getpid(), Signal::STOP);
}

/// Stops the whole job: the shell waits for its leader, which may be `cargo run` or a script.
///
/// # Errors
///
/// When the system does not let the program stop its job; then it just goes on.
#[cfg(unix)]
pub(in crate::term) fn job() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};

    Ok(kill_current_process_group(Signal::STOP)?)
}

/// Whether somebody could continue the program once it is stopped. Nobody can when the terminal
/// was opened for this program alone: then it leads its session, and there is no shell.
#[cfg(unix)]
pub(in crate::term) fn is_possible() -> bool {
    rustix::process::getsid(None).is_ok_and(|leader| leader != rustix::process::getpid())
}

/// Other systems have no jobs.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of the Unix function")]
pub(in crate::term) fn job() -> io::Result<()> {
    Ok(())
}

/// Other systems have no jobs.
#[cfg(not(unix))]
pub(in crate::term) fn is_possible() -> bool {
    false
}
