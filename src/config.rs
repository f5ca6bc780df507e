//! The configuration file: what the user has set of keys and looks.
//!
//! Everything that can be set comes from tables: [`SETTINGS`] for what is chosen by name, the key
//! table of the dashboard ([`BINDINGS`](crate::app::keys::BINDINGS)) for keys. Reading, the file
//! that [`template()`] writes and `docs/config.md` follow them. A file is used as a whole or not at
//! all: with only half of the keys, it would be unclear what the other keys do.

mod conflict;
mod keys;
mod place;
mod rule;
mod setting;
mod syntax;
mod template;

use toml::de::DeTable;

pub use setting::{SETTINGS, Setting};
pub use template::template;

use crate::app::env::{GlyphChoice, ThemeName};
use crate::app::keys::Keymap;
use crate::diagnostic::{Diagnostic, Faults, Rule};
use crate::export::CitationFormat;

/// Every rule of the configuration, by its code.
pub const RULES: &[Rule] = rule::RULES;

/// The settings of the user, with defaults for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The colours of the dashboard.
    pub theme: ThemeName,
    /// The characters that drawings are made of.
    pub glyphs: GlyphChoice,
    /// How citations are written.
    pub citation: CitationFormat,
    /// The key of each action.
    pub keymap: Keymap,
}

/// Reads the text of a configuration; an empty one is the default.
///
/// # Errors
/// All faults in the order of the text, if there are any.
pub fn read(text: &str) -> Result<Config, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let sound = syntax::sound(text, &mut faults);
    let (tree, _) = DeTable::parse_recoverable(&sound);
    let mut config = Config::default();
    for (word, node) in tree.into_inner() {
        if word.get_ref() == place::TABLE {
            keys::read(node, &mut config.keymap, &mut faults);
        } else {
            setting::read(&word, &node, &mut config, &mut faults);
        }
    }
    let diagnostics = faults.finish(text);
    if diagnostics.is_empty() { Ok(config) } else { Err(diagnostics) }
}
