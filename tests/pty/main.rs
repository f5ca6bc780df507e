//! The program on a real terminal: what it shows, and what it leaves behind.
//!
//! Every test has a pseudo-terminal of its own and waits for what it expects to see; none of
//! them sleeps for a guessed time.

#![cfg(unix)]
#![expect(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a failed step is a failed test, and only a function marked as a test may say so"
)]

mod carrying;
mod config;
#[path = "../dashboard/harness.rs"]
#[expect(dead_code, reason = "only some of it is needed on a terminal")]
mod dashboard_in_memory;
mod editor;
mod hangup;
mod harness;
mod input;
mod keys;
mod live;
mod looks;
mod mouse;
mod panic;
mod piped;
mod process;
mod quiet;
mod resize;
mod restore;
mod start;
mod stop;
mod storm;
mod stub;

use std::fs;
use std::path::PathBuf;

use dashboard_in_memory::REPORT;
use harness::{Program, Terminal};

/// What the dashboard shows once the frozen report is loaded.
const READY: &str = "Exports sent";

/// The dashboard, in a folder with the frozen report unless the test names another.
fn dashboard() -> Program {
    Program::new(env!("CARGO_BIN_EXE_indicia"))
}

/// The dashboard, started by a shell script in which `$0` is the program.
fn script(text: &str) -> Program {
    Program::new("/bin/sh").arg("-c").arg(text).arg(env!("CARGO_BIN_EXE_indicia"))
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder for one test with the frozen report as the default file.
fn folder_with_report(name: &str) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join("indicators.toml"), REPORT).unwrap();
    folder
}

/// A terminal that shows the dashboard.
fn started(program: Program) -> Terminal {
    let terminal = Terminal::start(program);
    terminal.wait_for_text(READY);
    terminal
}
