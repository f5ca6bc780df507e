//! Notices that the terminal is gone, with or without a signal.
//!
//! SIGHUP reaches only the leader of the session and the foreground job, and a program can be
//! started with SIGHUP ignored. Without this thread, crossterm's reader would spin: it reads the
//! end of the file over and over.

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
        if sleep_until_hangup() {
            let _ = sink.send(Event::TerminalGone);
        }
    })
}

/// On other systems the input thread gets an error when the console is gone.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of the Unix function")]
pub(in crate::term) fn watch(_: &Sender<Event>) -> io::Result<()> {
    Ok(())
}

/// Sleeps until the terminal that keys are read from hangs up. False if that cannot be noticed:
/// some systems cannot poll a terminal.
#[cfg(unix)]
fn sleep_until_hangup() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let Ok(terminal) = crate::term::tty::open() else { return false };
    // No event is asked for: errors and hang-ups are always reported, and input must not be.
    let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
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
