//! Notices that the terminal has vanished, signal or no signal.
//!
//! SIGHUP goes to the session's leader and the foreground job only, and a program can be kept
//! from getting it. Without a second way to notice, crossterm's reader would spin on the end of
//! a file that never gives anything again.

use std::io;
use std::sync::mpsc::Sender;

use crate::term::event::Event;

/// Starts a thread that sleeps until the terminal hangs up.
///
/// # Errors
///
/// When no thread can be started.
#[cfg(unix)]
pub(in crate::term) fn watch(events: &Sender<Event>) -> io::Result<()> {
    let sink = events.clone();
    crate::term::panic::spawn("hangup", events, move || {
        if unix::sleep_until_hangup() {
            let _ = sink.send(Event::Gone);
        }
    })
}

/// On other systems the reader reports a lost console as an error.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of the Unix function")]
pub(in crate::term) fn watch(_: &Sender<Event>) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::os::fd::{AsFd, BorrowedFd};

    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    use crate::term::tty;

    /// Sleeps until the terminal that keys are read from hangs up. False when it cannot tell:
    /// some systems do not poll terminals.
    pub(super) fn sleep_until_hangup() -> bool {
        tty::open().is_ok_and(|tty| sleep_on(tty.as_fd()))
    }

    /// Asks for no event at all: errors and hang-ups are reported anyway, input is not.
    fn sleep_on(terminal: BorrowedFd<'_>) -> bool {
        let mut watched = [PollFd::from_borrowed_fd(terminal, PollFlags::empty())];
        loop {
            match poll(&mut watched, None) {
                Err(Errno::INTR) => {}
                Err(_) => return false,
                Ok(_) => {
                    let gone = PollFlags::HUP | PollFlags::ERR;
                    return watched.iter().any(|fd| fd.revents().intersects(gone));
                }
            }
        }
    }
}
