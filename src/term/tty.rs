//! The terminal as a file.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{Action, QueueSelector, tcflow, tcflush};

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
        let _ = tcflush(terminal, QueueSelector::IFlush);
    }
}

/// Lets output go on that a Ctrl-S has stopped. In the modes of a shell that key stops it until
/// Ctrl-Q, and a write would wait for that.
pub(super) fn resume_output() {
    if let Ok(terminal) = open() {
        // Linux lets only that output go on which the program has stopped itself.
        let _ = tcflow(&terminal, Action::OOff);
        let _ = tcflow(&terminal, Action::OOn);
    }
}

/// Sleeps until there is input, which returns true, or until a time.
///
/// # Errors
///
/// When the terminal is gone.
pub(super) fn wait(terminal: &File, until: Option<Instant>) -> io::Result<bool> {
    let mut watched = [PollFd::new(terminal, PollFlags::IN)];
    loop {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        match poll(&mut watched, left.as_ref()) {
            Ok(0) => return Ok(false),
            // Also at a hang-up, and where a terminal cannot be polled: reading tells.
            Ok(_) => return Ok(true),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
