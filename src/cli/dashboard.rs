//! The dashboard: which file to show, and on what.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::app::{Model, Origin};
use crate::cli::args::DEFAULT_FILE;
use crate::cli::input;
use crate::load::{Look, load};
use crate::report::{Day, Text};
use crate::term::{self, Ending};
use crate::ui::{Glyphs, Theme};

/// What is shown when there is no file at all.
const BUILT_IN: &str = include_str!("../../indicators.toml");

/// Shows the dashboard until it is left.
///
/// # Errors
/// If the file cannot be read or holds nothing, or if there is no terminal: then the screen has
/// not been touched.
pub fn run(file: Option<PathBuf>, as_of: Day, look: Look) -> Result<Ending> {
    let (origin, text) = open(file)?;
    if !io::stdout().is_terminal() {
        bail!(
            "the dashboard needs a terminal, and standard output is none; \
             'indicia check' works without one"
        );
    }
    let glyphs = if look.unicode { Glyphs::Unicode } else { Glyphs::Ascii };
    let model = Model::new(origin, as_of);
    term::run(model, Theme::new(look.colour, glyphs), move || load(&text, as_of))
}

/// The named file, else the one in this folder, else the built-in report.
fn open(file: Option<PathBuf>) -> Result<(Origin, String)> {
    let found =
        file.or_else(|| Path::new(DEFAULT_FILE).exists().then(|| PathBuf::from(DEFAULT_FILE)));
    let Some(path) = found else {
        return Ok((Origin::BuiltIn, BUILT_IN.to_owned()));
    };
    let text = input::read(&path)?;
    // A name is text from outside, too.
    let name = Text::new(&path.to_string_lossy()).to_string();
    Ok((Origin::File(name), text))
}
