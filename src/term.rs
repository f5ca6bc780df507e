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
//! Nothing ticks and nothing polls: when no key, signal or resize arrives, every thread sleeps
//! in the kernel. Each module holds one idea:
//!
//! - `runtime` waits, drains, updates, draws once;
//! - `session` takes over the terminal and gives it back exactly as it was;
//! - `screen` turns a view into one synchronized write, or none;
//! - `input` reads keys, only when told that it may;
//! - `signals` and `hangup` notice the outside world; `stop` puts the program to sleep;
//! - `reader` reads the file and follows it, so that no key waits for that;
//! - `editor` is the user's program for text, `handover` gives it the terminal, and `loan` says what
//!   a signal means meanwhile;
//! - `clipboard` asks the terminal to take a text, `opener` gives an address to the browser;
//! - `panic` makes a panic on any thread restore the terminal and end the process.

mod clipboard;
mod editor;
mod ending;
mod event;
mod files;
mod handover;
mod hangup;
mod input;
mod loan;
mod opener;
mod outside;
mod panic;
mod program;
mod reader;
mod runtime;
mod screen;
mod session;
mod signals;
mod stop;
#[cfg(unix)]
mod tty;

pub use clipboard::Clipboard;
pub use editor::Editor;
pub use ending::Ending;
pub use files::Files;
pub use opener::Opener;
pub use outside::Outside;
pub use program::Program;

use std::sync::Arc;

use crate::app::Model;
use crate::app::document::Snapshot;
use crate::app::env::Depth;
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
    parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
) -> anyhow::Result<Ending> {
    // The library has read NO_COLOR by itself, but the command line may say otherwise.
    crossterm::style::force_color_output(model.env.depth != Depth::None);
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
    parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
) -> anyhow::Result<Ending> {
    runtime::run(program, files, outside, text, parse)
}
