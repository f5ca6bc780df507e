//! The line discipline as it was before the editor started.

use std::io;
use std::os::fd::OwnedFd;

use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use crate::term::tty;

/// A terminal, and how it was set up at some time.
#[derive(Debug)]
pub(super) struct Modes {
    terminal: OwnedFd,
    termios: Termios,
}

impl Modes {
    /// How the terminal is set up now.
    ///
    /// # Errors
    ///
    /// When there is no terminal, or it does not tell.
    pub(super) fn now() -> io::Result<Self> {
        let terminal = tty::open()?;
        let termios = tcgetattr(&terminal)?;
        Ok(Self { terminal, termios })
    }

    /// Sets the terminal up like that again, and drops what was typed and read by nobody: it was
    /// meant for the editor, or is a late answer to what the editor has asked the terminal.
    pub(super) fn restore(&self) {
        // Should it fail, the terminal has vanished, which shows when it is entered.
        let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.termios);
        let _ = tcflush(&self.terminal, QueueSelector::IFlush);
    }
}
