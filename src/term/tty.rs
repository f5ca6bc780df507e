//! The terminal as a file.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};

/// The terminal that keys are read from: standard input, or the terminal of the session if standard
/// input is redirected.
///
/// # Errors
///
/// When there is none.
pub(super) fn open() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    File::options().read(true).write(true).open("/dev/tty").map(OwnedFd::from)
}

/// Drops what has come from the terminal and was not read.
pub(super) fn drop_input() {
    if let Ok(terminal) = open() {
        // Without it old input is taken for new.
        let _ = rustix::termios::tcflush(terminal, rustix::termios::QueueSelector::IFlush);
    }
}
