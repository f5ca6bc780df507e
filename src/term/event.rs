//! What the other threads send to the main loop.

use std::any::Any;
use std::sync::Arc;

use crate::app::Msg;
use crate::app::document::{ArticleName, Snapshot};
use crate::passage::Passages;

/// One event for the main loop. Threads share nothing else.
pub(super) enum Event {
    /// All input that was waiting in the terminal, in order. The answer is a token.
    Input(Vec<Msg>),
    /// The file has been read.
    Loaded(Box<Snapshot>),
    /// What the copies of its sources say, and the text of the file.
    Copies(Box<Passages>, Arc<str>),
    /// The file cannot be read: why, and whether it is missing.
    Lost { why: String, gone: bool },
    /// An article has been read, or why it cannot be.
    Article { name: ArticleName, text: Result<Arc<str>, String> },
    /// The editor has ended. The error is the message for the user.
    Edited(Result<(), String>),
    /// The program of the clipboard has ended. The result is what is known of the text then, or why
    /// it was not copied.
    Copied { text: String, result: Result<String, String> },
    /// The answer to an effect, for the program as it is.
    Answer(Msg),
    /// A signal with this number asks the program to end.
    #[cfg(unix)]
    Terminate(i32),
    /// A signal asks the program to stop.
    #[cfg(unix)]
    Stop,
    /// The program was continued. Other programs may have used the terminal since it stopped.
    #[cfg(unix)]
    Continue,
    /// The terminal has another size.
    #[cfg(unix)]
    Resized,
    /// The terminal is gone.
    TerminalGone,
    /// A thread has panicked with this payload. The hook has printed its message already.
    Panicked(Box<dyn Any + Send>),
}
