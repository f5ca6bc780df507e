//! The configuration: what the user has set of keys and looks, in a file of their own.
//!
//! Everything that can be set comes from tables: [`SETTINGS`] for what is chosen by name, the key
//! table of the dashboard ([`BINDINGS`](crate::app::keys::BINDINGS)) for the keys. Reading, the file that
//! [`template()`] writes and `docs/config.md` follow them. A file is taken as a whole or not at all:
//! with half of somebody's keys nobody would know what the other half does.

mod bound;
mod keys;
pub mod rule;
mod setting;
mod syntax;
mod template;

use toml::de::DeTable;

pub use setting::{SETTINGS, Setting};
pub use template::template;

use crate::app::env::ThemeName;
use crate::app::keys::Keymap;
use crate::diagnostic::{Diagnostic, Faults};
use crate::export::CitationFormat;

/// What the user has set, and the defaults of what is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// What the dashboard looks like.
    pub theme: ThemeName,
    /// How citations are written.
    pub citation: CitationFormat,
    /// Which key does what.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        let mut config = Self {
            theme: ThemeName::default(),
            citation: CitationFormat::default(),
            keymap: Keymap::default(),
        };
        for setting in SETTINGS {
            setting.put(&mut config, setting.default());
        }
        config
    }
}

/// Reads the text of a configuration; an empty one is the default.
///
/// # Errors
/// If anything in it is wrong: then everything that is, in the order of the text.
pub fn read(text: &str) -> Result<Config, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let sound = syntax::sound(text, &mut faults);
    let (tree, _) = DeTable::parse_recoverable(&sound);
    let mut config = Config::default();
    for (word, cell) in tree.into_inner() {
        if word.get_ref() == keys::TABLE {
            keys::read(cell, &mut config.keymap, &mut faults);
        } else {
            setting::read(&word, &cell, &mut config, &mut faults);
        }
    }
    let diagnostics = faults.finish(text);
    if diagnostics.is_empty() { Ok(config) } else { Err(diagnostics) }
}
