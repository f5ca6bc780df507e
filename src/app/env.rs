//! What the dashboard is given from outside: the clock, the terminal, and what the user has set.

mod clock;
mod depth;
mod size;
mod theme;

use std::sync::Arc;

pub use clock::Clock;
pub use depth::Depth;
pub use size::Size;
pub use theme::{THEMES, ThemeEntry, ThemeName};

use crate::app::keys::Keymap;
use crate::export::CitationFormat;
use crate::report::Day;

/// What the dashboard is given from outside.
#[derive(Clone, Debug)]
pub struct Env {
    /// The date that ages are measured from.
    pub as_of: Day,
    /// The size of the terminal.
    pub size: Size,
    /// How many colours the terminal shows; with few of them not every theme can be drawn.
    pub depth: Depth,
    /// The chosen theme.
    pub theme: ThemeName,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// How citations are written.
    pub citation: CitationFormat,
    /// What opens an address, by its name; if nothing can open one here, why.
    pub opens_with: Result<String, String>,
}

impl Env {
    /// The defaults, on a date.
    pub(crate) fn new(as_of: Day) -> Self {
        Self {
            as_of,
            size: Size::default(),
            depth: Depth::default(),
            theme: ThemeName::default(),
            keymap: Arc::default(),
            citation: CitationFormat::default(),
            opens_with: Err("no browser is known".to_owned()),
        }
    }
}
