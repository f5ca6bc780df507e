//! The terminal runtime: every effect on the terminal and on the process.
//!
//! One thread owns the program's state; the others only wait and send it events:
//!
//! ```text
//! input ──┐
//! signals ┤
//! editor ─┤  Event            update        view          one write
//! hangup ─┼────────▶ runtime ────────▶ P ────────▶ screen ────────────▶ terminal
//! reader ─┘             │ token
//!                       └──────▶ input
//! ```
//!
//! No thread polls: while no key, signal or resize arrives, every thread sleeps.
//!
//! - `runtime` is the main loop: it waits for events, updates the state and draws a frame.
//! - `session` takes the terminal over and restores it; `tty` is the terminal as a file.
//! - `screen` turns a frame into one synchronized write.
//! - `input` reads keys and the mouse, but only while the main loop permits it.
//! - `file_reader` reads the file and follows it.
//! - `signals` turns signals into events; `signals::hangup` notices that the terminal is gone,
//!   `signals::suspend` stops the program, and `signals::job_control` decides what a signal means
//!   while an editor runs.
//! - `external_programs` starts the editor and the browser, and copies to the clipboard.
//! - `panic` restores the terminal when any thread panics.

mod event;
mod exit_reason;
mod external_programs;
mod file_reader;
mod files;
mod input;
mod panic;
mod program;

mod runtime;
mod screen;
mod session;
mod signals;
#[cfg(unix)]
mod tty;

pub use exit_reason::Ending;
pub use external_programs::{Clipboard, Editor, Opener, Outside};
pub use files::Files;
pub use program::Program;

use std::sync::Arc;

use crate::app::{Depth, Model, Version};
use crate::ui::Glyphs;

/// The columns of the terminal.
pub fn columns() -> u16 {
    session::size().width
}

/// Runs the dashboard on the terminal until it ends, and says how it ended.
///
/// `files` says which file is shown, followed and edited, `outside` what may be started. `text` is
/// what has been read of the file, if it could be; that and whatever it says later goes through
/// `parse`, on a thread of its own, so that reading a large file never holds up a key, and arrives
/// as [`Msg::Loaded`](crate::app::Msg::Loaded).
///
/// # Errors
///
/// When standard output is not a terminal, or the terminal refuses to be set up or written to.
/// A terminal that has vanished is no error but [`Ending::Gone`]: nobody is left to be told.
///
/// # Panics
///
/// Passes on a panic of any thread of the runtime, `parse` included, after the terminal is
/// restored. In `main` this ends the process with exit code 101.
pub fn run(
    model: Model,
    glyphs: Glyphs,
    files: Files,
    outside: Outside,
    text: Option<Arc<str>>,
    parse: impl FnMut(Arc<str>) -> Version + Send + 'static,
) -> anyhow::Result<Ending> {
    // The library has read NO_COLOR by itself, but the command line may say otherwise.
    crossterm::style::force_color_output(model.depth != Depth::None);
    run_program(program::Dashboard { model, glyphs }, files, outside, text, parse)
}

/// Runs any [`Program`] the way [`run`] runs the dashboard.
///
/// The runtime knows nothing about indicators; this is the seam where its tests put programs
/// that misbehave in ways the dashboard does not.
///
/// # Errors
///
/// As [`run`].
///
/// # Panics
///
/// As [`run`].
pub fn run_program(
    program: impl Program,
    files: Files,
    outside: Outside,
    text: Option<Arc<str>>,
    parse: impl FnMut(Arc<str>) -> Version + Send + 'static,
) -> anyhow::Result<Ending> {
    runtime::run(program, files, outside, text, parse)
}
