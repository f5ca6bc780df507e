//! Stops the program, which the shell can continue.
//!
//! With SIGSTOP, not SIGTSTP: the program handles SIGTSTP, and that handler asks for the stop.

use std::io;

/// Stops this process.
#[cfg(unix)]
pub(in crate::term) fn process() {
    use rustix::process::{Signal, getpid, kill_process};

    // A process may always stop itself. If it fails nevertheless, the program goes on.
    let _ = kill_process(getpid(), Signal::STOP);
}

/// Stops the whole job: the shell waits for its leader, which may be `cargo run` or a script.
///
/// # Errors
///
/// When the system does not permit it. The program goes on then.
#[cfg(unix)]
pub(in crate::term) fn job() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};

    Ok(kill_current_process_group(Signal::STOP)?)
}

/// Whether there is a shell that could continue the program. There is none if the terminal was
/// opened for this program alone: then the program leads its session.
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
