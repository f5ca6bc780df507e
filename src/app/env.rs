//! What is given from outside: the clock, the size of the terminal, its colours, the theme.

mod clock;
mod depth;
mod size;
mod theme;

pub use clock::Clock;
pub use depth::Depth;
pub use size::Size;
pub use theme::{THEMES, ThemeEntry, ThemeName};
