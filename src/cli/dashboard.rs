//! The dashboard: which file to show, and on what.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use super::args::DEFAULT_FILE;
use super::environment::Terminal;
use crate::app::Model;
use crate::app::document::{Origin, Snapshot};
use crate::cli::{environment, input};
use crate::config::Config;
use crate::file::{How, ReadCause};
use crate::report::{Day, Text};
use crate::term::{self, Ending, Files};
use crate::ui::Glyphs;

/// Shows the dashboard until it is left.
///
/// # Errors
/// If there is no such file or it may not be read, or if there is no terminal: then the screen
/// has not been touched. A file that is empty or no text is shown as such, and waited for.
pub fn run(
    file: Option<PathBuf>,
    how: How,
    as_of: Day,
    terminal: Terminal,
    config: Config,
) -> Result<Ending> {
    let path = input::find(file);
    let (origin, text) = match input::open(path.clone()) {
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
    model.env.citation = config.citation;
    let outside = environment::outside();
    model.env.opens_with = outside.opener.name();
    let files = Files { path, to_create: DEFAULT_FILE.into(), how, clock: environment::clock };
    term::run(model, glyphs, files, outside, text, move |text| {
        Snapshot::new(text, as_of, environment::clock())
    })
}
