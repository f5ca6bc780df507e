//! The terminal taken over, and given back exactly as it was.
//!
//! Whether it is taken over is a fact of the process, not of a value: a panic hook has no value
//! to ask. It is kept under one lock together with every write, so that a thread that panics
//! restores the terminal *between* two frames, and no frame follows.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use crate::app::env::Size;

/// Whether the terminal is ours now.
static TAKEN: Mutex<bool> = Mutex::new(false);

/// What a terminal that does not know its size is taken to be: that of the VT100.
const UNKNOWN: Size = Size { width: 80, height: 24 };

/// The terminal in raw mode, on the alternate screen, without a cursor, until dropped.
///
/// While the program is stopped there is none: the runtime holds an `Option<Session>`.
#[derive(Debug)]
pub(super) struct Session(());

impl Session {
    /// Takes the terminal over. On failure nothing is left changed.
    ///
    /// # Errors
    ///
    /// When standard output is no terminal, or the terminal cannot be set up.
    pub(super) fn enter() -> io::Result<Self> {
        let mut taken = lock();
        if !is_terminal() {
            return Err(io::Error::other("standard output is not a terminal"));
        }
        // Raw mode comes first: in a background job it stops the program right here (SIGTTOU),
        // before anything is written over the foreground job's screen.
        enable_raw_mode()?;
        let result = enter_screen();
        if result.is_err() {
            give_back();
        }
        *taken = result.is_ok();
        result.map(|()| Self(()))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back if it is taken, whoever holds the session. Never fails: the only
/// reason to fail is a terminal that nobody sees any more.
pub(super) fn restore() {
    let mut taken = lock();
    if std::mem::take(&mut *taken) {
        give_back();
    }
}

/// Gives back what can be given back without waiting for anyone: all of it, unless a thread is
/// stuck in a write to a terminal that takes nothing; then at least the line discipline.
#[cfg(unix)]
pub(super) fn abandon() {
    match TAKEN.try_lock() {
        Ok(mut taken) => {
            if std::mem::take(&mut *taken) {
                give_back();
            }
        }
        Err(_) => drop(disable_raw_mode()),
    }
}

/// Writes bytes to the terminal in one go, or drops them if it is not ours now.
///
/// # Errors
///
/// When the terminal cannot be written to; see [`has_vanished`].
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let taken = lock();
    if *taken { put(bytes) } else { Ok(()) }
}

/// Whether frames go to a terminal.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The terminal's size now.
pub(super) fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        Ok(_) | Err(_) => UNKNOWN,
    }
}

/// Whether an error says that the terminal does not exist any more.
pub(super) fn has_vanished(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;

        let gone = [Errno::IO, Errno::NXIO, Errno::NODEV, Errno::BADF];
        if Errno::from_io_error(error).is_some_and(|errno| gone.contains(&errno)) {
            return true;
        }
    }
    error.kind() == io::ErrorKind::BrokenPipe
}

/// A lock that a panicking thread has poisoned is as good as any: the flag is always whole.
fn lock() -> MutexGuard<'static, bool> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells a terminal that would put text from right to left in order to leave that alone, and to
/// do so again (ECMA-48: the bi-directional support mode).
///
/// It takes a line for a sentence. Behind an Arabic label it would swap the columns, and turn the
/// bar round, and `≤` into `≥`.
const AS_WRITTEN: &[u8] = b"\x1b[8l";
const REORDERED: &[u8] = b"\x1b[8h";

/// Reports of the left button, of dragging with it, and in a form that knows wide screens. Mere
/// movement is not asked for: it would wake the program for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Has the terminal tell of the mouse, or no more. Giving the terminal back ends it, too.
///
/// # Errors
///
/// As [`write()`].
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    write(if on { MOUSE_ON } else { MOUSE_OFF })
}

fn enter_screen() -> io::Result<()> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide, EnableBracketedPaste)?;
    bytes.extend(AS_WRITTEN);
    put(&bytes)
}

/// Raw mode goes first here too: it is worth more than the screen, and cannot block.
fn give_back() {
    let _ = disable_raw_mode();
    let mut bytes = [MOUSE_OFF, REORDERED].concat();
    let _ = queue!(bytes, DisableBracketedPaste, Show, LeaveAlternateScreen);
    let _ = put(&bytes);
}

/// Writes bytes to the terminal in one go, whoever has it.
///
/// # Errors
///
/// As [`write()`].
pub(super) fn put(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{has_vanished, write};

    #[test]
    fn nothing_is_written_while_the_terminal_is_not_taken() {
        assert!(write(b"\x1b[2J").is_ok());
    }

    #[test]
    fn only_a_lost_terminal_counts_as_vanished() {
        assert!(has_vanished(&io::ErrorKind::BrokenPipe.into()));
        assert!(!has_vanished(&io::ErrorKind::WouldBlock.into()));
        #[cfg(unix)]
        assert!(has_vanished(&io::Error::from_raw_os_error(5)));
    }
}
