//! Starts the dashboard on a file.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::args::DEFAULT_FILE;
use super::clock::{clock, today};
use super::environment::Terminal;
use super::meant;
use crate::app::Model;
use crate::app::document::Snapshot;
use crate::cli::{environment, report_file};
use crate::config::Config;
use crate::file::{ReadCause, ReadError, WatchMode, is_stdin};
use crate::report::Day;
use crate::term::{self, ExitReason, Files, Today};
use crate::ui::Glyphs;

/// Shows the dashboard of a file, or of the built-in report, until it ends. Without `as_of` ages are
/// measured from today, on each day.
///
/// # Errors
/// If the file is missing or may not be read, or there is no terminal. The screen is unchanged then.
/// An empty file, or one that is not text, is not an error: the dashboard says so and waits for it
/// to change. Standard input cannot change.
pub fn run(
    file: Option<PathBuf>,
    watch_mode: WatchMode,
    as_of: Option<Day>,
    terminal: Terminal,
    config: Config,
) -> Result<ExitReason> {
    let (origin, text) = match report_file::open(file.as_deref()) {
        Ok((origin, text)) => (origin, Some(Arc::from(text))),
        Err(error) if may_change(&error) => (report_file::origin(&error.path), None),
        Err(error) => bail!(meant::unreadable_or_subcommand(&error)),
    };
    let path = file.filter(|file| !is_stdin(file));
    let glyphs = if terminal.unicode { Glyphs::Unicode } else { Glyphs::Ascii };
    let day = move || as_of.unwrap_or_else(|| clock().day);
    let mut model = Model::new(origin, day());
    (model.env.theme, model.env.depth) = (config.theme, terminal.depth);
    model.env.keymap = Arc::new(config.keymap);
    model.env.keyboard.language = environment::language();
    model.env.citation = config.citation;
    let programs = environment::external_programs();
    model.env.opens_with = programs.opener.name();
    model.env.browser_fault = programs.opener.browser_fault();
    let today = as_of.is_none().then_some(today as fn() -> Today);
    let files = Files { path, to_create: DEFAULT_FILE.into(), watch_mode, clock, today };
    term::run(model, glyphs, files, programs, text, move |text| Snapshot::new(text, day(), clock()))
}

/// Whether a file that has no text yet may have one later.
fn may_change(error: &ReadError) -> bool {
    let has_no_text = matches!(error.cause, ReadCause::Empty | ReadCause::NotUtf8(_));
    has_no_text && !is_stdin(&error.path)
}
