//! What the dashboard is given from outside: the date, the terminal, and the user's settings.

mod clock;
mod depth;
mod glyphs;
mod size;
mod theme;

use std::sync::Arc;

pub use clock::Clock;
pub use depth::Depth;
pub use glyphs::{GLYPH_CHOICES, GlyphChoice};
pub use size::Size;
pub use theme::{THEMES, ThemeEntry, ThemeName};

use crate::app::keys::{Keyboard, Keymap};
use crate::export::CitationFormat;
use crate::report::Day;

/// What the dashboard is given from outside.
#[derive(Clone, Debug)]
pub struct Env {
    /// The date that ages are measured from.
    pub as_of: Day,
    /// The size of the terminal.
    pub size: Size,
    /// How many colours the terminal shows; some themes need more than it may have.
    pub depth: Depth,
    /// The chosen theme.
    pub theme: ThemeName,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// What is known of the user's keyboard.
    pub keyboard: Keyboard,
    /// How citations are written.
    pub citation: CitationFormat,
    /// The name of the program that opens addresses, or why there is none.
    pub opens_with: Result<String, String>,
    /// Why a program of the system opens addresses and not what `BROWSER` names.
    pub browser_fault: Option<String>,
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
            keyboard: Keyboard::default(),
            citation: CitationFormat::default(),
            opens_with: Err("no browser is known".to_owned()),
            browser_fault: None,
        }
    }
}
