//! What the other threads tell the main loop.

use std::any::Any;

use crate::app::Msg;
use crate::app::document::Snapshot;

/// One event for the main loop. It is the only thing threads share.
pub(super) enum Event {
    /// Everything that was waiting in the terminal, in order. Answered with a token.
    Input(Vec<Msg>),
    /// The file has been read.
    Loaded(Box<Snapshot>),
    /// The file cannot be read: why, and whether it is not there at all.
    Lost { why: String, gone: bool },
    /// The editor has ended; if not well, what to tell the user.
    Edited(Result<(), String>),
    /// Whether the opener could be started, or that it has ended badly.
    Opened(Result<(), String>),
    /// A signal asks the program to end; its number.
    #[cfg(unix)]
    End(i32),
    /// A signal asks the program to stop, to be continued later.
    #[cfg(unix)]
    Stop,
    /// The program was continued; the terminal may have been used by others meanwhile.
    #[cfg(unix)]
    Continue,
    /// The terminal is gone.
    Gone,
    /// A thread panicked with this payload; the hook has printed its message already.
    Panicked(Box<dyn Any + Send>),
}
