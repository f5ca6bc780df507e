//! Takes the terminal over, and restores it exactly as it was.
//!
//! Which program has the terminal is in a static, because the panic hook needs it and has access to
//! no value. The lock on it is held during every write, so that a thread that panics restores the
//! terminal *between* two frames, and no frame follows.

#[cfg(unix)]
mod modes;
mod reset;

use std::io::{self, IsTerminal, Write};
use std::mem::take;
use std::sync::Mutex;

use anyhow::Context;
use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::ExitReason;
use super::lock::lock;
use crate::app::env::Size;
#[cfg(unix)]
use modes::Modes;

/// Which program has the terminal now.
static HOLDER: Mutex<Holder> = Mutex::new(Holder::None);

#[derive(Default)]
enum Holder {
    /// The terminal is as it was found.
    #[default]
    None,
    Dashboard,
    /// An editor has it, which was given these modes.
    Editor(#[cfg(unix)] Modes),
}

/// The size of a terminal that does not report one: that of the VT100.
const UNKNOWN: Size = Size { width: 80, height: 24 };

/// The terminal in raw mode, on the alternate screen, without a cursor, until dropped.
#[derive(Debug)]
pub(super) struct Session(());

impl Session {
    /// Takes the terminal over. After a failure it is unchanged.
    ///
    /// # Errors
    ///
    /// When standard output is not a terminal, or the terminal cannot be set up.
    pub(super) fn enter() -> io::Result<Self> {
        let mut holder = lock(&HOLDER);
        if !is_terminal() {
            return Err(io::Error::other("standard output is not a terminal"));
        }
        // Raw mode comes first: in a background job it stops the program right here (SIGTTOU),
        // before anything is written over the foreground job's screen.
        enable_raw_mode()?;
        // What was typed before was not meant for this program.
        #[cfg(unix)]
        super::tty::drop_input();
        let result = enter_screen();
        if result.is_err() {
            give_back();
        }
        *holder = if result.is_ok() { Holder::Dashboard } else { Holder::None };
        result.map(|()| Self(()))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Restores the terminal if the dashboard has it, on any thread. It ignores errors: they mean that
/// the terminal is gone.
pub(super) fn restore() {
    let mut holder = lock(&HOLDER);
    if matches!(*holder, Holder::Dashboard) {
        *holder = Holder::None;
        #[cfg(unix)]
        super::question::settle();
        give_back();
    }
}

/// Lends the terminal, which has been restored before, to an editor.
///
/// # Errors
///
/// When there is no terminal, or it does not tell its modes.
#[cfg_attr(not(unix), expect(clippy::unnecessary_wraps, reason = "on Unix it can fail"))]
pub(super) fn lend() -> io::Result<()> {
    *lock(&HOLDER) = Holder::Editor(
        #[cfg(unix)]
        Modes::now()?,
    );
    Ok(())
}

/// Takes back what [`lend`] has lent, with its modes as they were then. After a failure it also
/// leaves the alternate screen, which an editor that crashed may have left on.
pub(super) fn take_back(failed: bool) {
    reset_from_editor(&take(&mut *lock(&HOLDER)), failed);
}

/// Restores the terminal, whichever program has it, without waiting for another thread. If a thread
/// is stuck in a write to a terminal that takes nothing, only the line discipline is restored.
#[cfg(unix)]
pub(super) fn abandon() {
    match HOLDER.try_lock().map(|mut holder| take(&mut *holder)) {
        Ok(Holder::Dashboard) => give_back(),
        Ok(holder) => reset_from_editor(&holder, true),
        Err(_) => drop(disable_raw_mode()),
    }
}

fn reset_from_editor(holder: &Holder, failed: bool) {
    #[cfg(unix)]
    let Holder::Editor(modes) = holder else { return };
    #[cfg(not(unix))]
    let Holder::Editor() = holder else { return };
    #[cfg(unix)]
    modes.restore();
    #[cfg(unix)]
    super::tty::resume_output();
    // An error of writing shows again when the session is entered.
    let _ = put(&reset::sequences(failed));
}

/// Writes bytes to the terminal at once, or drops them if it is not taken over.
///
/// # Errors
///
/// When the terminal cannot be written to; see [`is_gone`].
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let holder = lock(&HOLDER);
    if matches!(*holder, Holder::Dashboard) { put(bytes) } else { Ok(()) }
}

/// Whether standard output is a terminal.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The size of the terminal now.
pub(super) fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        Ok(_) | Err(_) => UNKNOWN,
    }
}

/// Whether an error says that the terminal no longer exists.
pub(super) fn is_gone(error: &io::Error) -> bool {
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

/// Tell a terminal not to reorder text from right to left, and to reorder it again (ECMA-48: the
/// bi-directional support mode).
///
/// The terminal would take a line for a sentence: after an Arabic label it would swap the columns,
/// reverse the bar, and turn `≤` into `≥`.
const AS_WRITTEN: &[u8] = b"\x1b[8l";
const REORDERED: &[u8] = b"\x1b[8h";

/// Marks around pasted text (xterm's bracketed paste mode).
const PASTE_ON: &[u8] = b"\x1b[?2004h";
const PASTE_OFF: &[u8] = b"\x1b[?2004l";

/// Reports of buttons and of dragging, in the format for wide screens. Mere movement is not
/// reported: it would wake the program for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Switches reports of the mouse on or off. Restoring the terminal switches them off, too.
///
/// # Errors
///
/// As [`write()`].
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    write(if on { MOUSE_ON } else { MOUSE_OFF })
}

fn enter_screen() -> io::Result<()> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide)?;
    bytes.extend([AS_WRITTEN, PASTE_ON].concat());
    #[cfg(unix)]
    bytes.extend(super::question::ask());
    put(&bytes)
}

/// Empties the last line, the line of keys, and leaves the cursor there. On a terminal without an
/// alternate screen the picture stays, and what the shell prints next has this line to itself. With
/// one it is thrown away with that screen. A line break would do as well there, but some terminals
/// keep what an alternate screen scrolls.
const LAST_LINE: &[u8] = b"\x1b[0m\x1b[9999;1H\x1b[2K";

/// Raw mode is first here, too: it matters more than the screen, and cannot block.
fn give_back() {
    let _ = disable_raw_mode();
    #[cfg(unix)]
    super::tty::resume_output();
    let mut bytes = [MOUSE_OFF, PASTE_OFF, REORDERED, LAST_LINE].concat();
    let _ = queue!(bytes, Show, LeaveAlternateScreen);
    let _ = put(&bytes);
}

/// Writes bytes to the terminal at once, whether it is taken over or not.
///
/// # Errors
///
/// As [`write()`].
pub(super) fn put(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// How the program ends by an error of the terminal: without a message if the terminal is gone.
pub(super) fn end_by(error: io::Error) -> anyhow::Result<ExitReason> {
    if is_gone(&error) {
        return Ok(ExitReason::TerminalGone);
    }
    Err(error).context("cannot write to the terminal")
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{is_gone, write};

    #[test]
    fn nothing_is_written_while_the_terminal_is_not_taken_over() {
        assert!(write(b"\x1b[2J").is_ok());
    }

    #[test]
    fn only_some_errors_mean_that_the_terminal_is_gone() {
        assert!(is_gone(&io::ErrorKind::BrokenPipe.into()));
        assert!(!is_gone(&io::ErrorKind::WouldBlock.into()));
        #[cfg(unix)]
        assert!(is_gone(&io::Error::from_raw_os_error(5)));
    }
}
