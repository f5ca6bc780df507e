//! The modes of the line discipline, saved before the editor starts.

use std::io;
use std::os::fd::OwnedFd;

use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use crate::term::tty;

/// A terminal and its modes at some time.
#[derive(Debug)]
pub(super) struct Modes {
    terminal: OwnedFd,
    termios: Termios,
}

impl Modes {
    /// The modes now.
    ///
    /// # Errors
    ///
    /// When there is no terminal, or it does not tell its modes.
    pub(super) fn now() -> io::Result<Self> {
        let terminal = tty::open()?;
        let termios = tcgetattr(&terminal)?;
        Ok(Self { terminal, termios })
    }

    /// Sets the modes again, and drops input that was not read: it was meant for the editor, or is
    /// a late answer of the terminal to the editor.
    pub(super) fn restore(&self) {
        // An error means that the terminal is gone, which shows when the session is entered.
        let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.termios);
        let _ = tcflush(&self.terminal, QueueSelector::IFlush);
    }
}
