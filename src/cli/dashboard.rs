//! The dashboard: which file to show, and on what.

use std::path::PathBuf;

use anyhow::Result;

use crate::app::Model;
use crate::cli::{environment, input};
use crate::load::{Look, load};
use crate::report::Day;
use crate::term::{self, Ending, Files};
use crate::ui::{Glyphs, Theme};

/// Shows the dashboard until it is left.
///
/// # Errors
/// If the file cannot be read or holds nothing, or if there is no terminal: then the screen has
/// not been touched.
pub fn run(file: Option<PathBuf>, as_of: Day, look: Look) -> Result<Ending> {
    let path = input::find(file);
    let (origin, text) = input::open(path.clone())?;
    let glyphs = if look.unicode { Glyphs::Unicode } else { Glyphs::Ascii };
    let model = Model::new(origin, as_of);
    let files = Files { path, editor: environment::editor() };
    term::run(model, Theme::new(look.colour, glyphs), files, move || load(&text, as_of))
}
