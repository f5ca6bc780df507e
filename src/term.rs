//! The terminal runtime: every effect on the terminal and on the process.
//!
//! One thread owns the state of the program. The others wait and send it events:
//!
//! ```text
//! input ──┐
//! signals ┤
//! editor ─┤  Event            update        view          one write
//! reader ─┴────────▶ runtime ────────▶ P ────────▶ screen ────────────▶ terminal
//!                       │ token
//!                       └──────▶ input
//! ```
//!
//! No thread polls: while no key, signal or resize arrives, every thread sleeps, until midnight.
//!
//! - `runtime` is the main loop: it waits for events, updates the state and draws a frame.
//! - `session` takes the terminal over and restores it; `question` is what it asks the terminal then;
//!   `tty` is the terminal as a file.
//! - `screen` turns a frame into one synchronized write.
//! - `input` reads keys and the mouse, but only while the main loop permits it.
//! - `copies` reads the saved copies of sources.
//! - `calendar` notices midnight.
//! - `file_reader` reads the file and follows it.
//! - `signals` turns signals into events; `signals::suspend` stops the program, and
//!   `signals::job_control` decides what a signal means while an editor runs.
//! - `external_programs` starts the editor and the browser, and copies to the clipboard.
//! - `panic` restores the terminal when any thread panics.

mod article_reader;
mod calendar;
mod committed;
mod copies;
mod event;
mod exit_reason;
mod external_programs;
mod file_reader;
mod files;
mod input;
mod lock;
mod panic;
mod program;
#[cfg(unix)]
mod question;
mod runtime;
mod screen;
mod session;
mod signals;
#[cfg(unix)]
mod tty;

pub use calendar::Today;
pub use copies::{check_copies, passages};
pub use exit_reason::ExitReason;
pub use external_programs::{Clipboard, EditorCommand, ExternalPrograms, Opener};
pub use files::Files;
pub use program::Program;
pub use runtime::run_program;

use std::sync::Arc;

use crate::app::Model;
use crate::app::document::Snapshot;
use crate::ui::Glyphs;

/// The columns of the terminal.
pub fn columns() -> u16 {
    session::size().width
}

/// Runs the dashboard on the terminal until it ends, and returns why it ended.
///
/// `files` says which file is shown, followed and edited, `programs` what may be started. `text` is
/// the text of the file, if it could be read. That text and every later one goes through `parse` on
/// a separate thread, so that a large file never delays a key. The result arrives as
/// [`Msg::Loaded`](crate::app::Msg::Loaded).
///
/// # Errors
///
/// When standard output is not a terminal, or the terminal cannot be set up or written to. A
/// terminal that is gone is not an error but [`ExitReason::TerminalGone`]: there is no place for a
/// message.
///
/// # Panics
///
/// Passes on a panic of any thread of the runtime, `parse` included, after it has restored the
/// terminal. In `main` the panic ends the process with exit code 101.
pub fn run(
    model: Model,
    glyphs: Glyphs,
    files: Files,
    programs: ExternalPrograms,
    text: Option<Arc<str>>,
    parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
) -> anyhow::Result<ExitReason> {
    run_program(program::Dashboard { model, glyphs }, files, programs, text, parse)
}
