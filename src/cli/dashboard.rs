//! The dashboard: which file to show, and on what.

use std::path::PathBuf;

use anyhow::Result;

use crate::app::Model;
use crate::cli::input;
use crate::load::{Look, load};
use crate::report::Day;
use crate::term::{self, Ending};
use crate::ui::{Glyphs, Theme};

/// Shows the dashboard until it is left.
///
/// # Errors
/// If the file cannot be read or holds nothing, or if there is no terminal: then the screen has
/// not been touched.
pub fn run(file: Option<PathBuf>, as_of: Day, look: Look) -> Result<Ending> {
    let (origin, text) = input::open(file)?;
    let glyphs = if look.unicode { Glyphs::Unicode } else { Glyphs::Ascii };
    let model = Model::new(origin, as_of);
    term::run(model, Theme::new(look.colour, glyphs), move || load(&text, as_of))
}
