//! Starts the dashboard on a file.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use super::args::DEFAULT_FILE;
use super::environment::Terminal;
use crate::app::Model;
use crate::app::document::{Origin, Snapshot};
use crate::cli::{environment, report_file};
use crate::config::Config;
use crate::file::{ReadCause, WatchMode};
use crate::report::{Day, Text};
use crate::term::{self, ExitReason, Files};
use crate::ui::Glyphs;

/// Shows the dashboard until it ends.
///
/// # Errors
/// If there is no such file, it may not be read, or there is no terminal. The screen is unchanged
/// then. An empty file, or one that is not text, is not an error: the dashboard says so and waits
/// for it to change.
pub fn run(
    file: Option<PathBuf>,
    watch_mode: WatchMode,
    as_of: Day,
    terminal: Terminal,
    config: Config,
) -> Result<ExitReason> {
    let path = report_file::find(file);
    let (origin, text) = match report_file::open(path.clone()) {
        Ok((origin, text)) => (origin, Some(Arc::from(text))),
        Err(error) if matches!(error.cause, ReadCause::Empty | ReadCause::NotUtf8(_)) => {
            (Origin::File(Text::new(&error.path.to_string_lossy()).to_string()), None)
        }
        Err(error) => return Err(error.into()),
    };
    let glyphs = if terminal.unicode { Glyphs::Unicode } else { Glyphs::Ascii };
    let mut model = Model::new(origin, as_of);
    (model.env.theme, model.env.depth) = (config.theme, terminal.depth);
    model.env.keymap = Arc::new(config.keymap);
    model.env.keyboard.language = environment::language();
    model.env.citation = config.citation;
    let programs = environment::external_programs();
    model.env.opens_with = programs.opener.name();
    let files =
        Files { path, to_create: DEFAULT_FILE.into(), watch_mode, clock: environment::clock };
    term::run(model, glyphs, files, programs, text, move |text| {
        Snapshot::new(text, as_of, environment::clock())
    })
}
