//! What the runtime may start for the program, and what it sends past the screen.

mod clipboard;
mod editor;
mod opener;

pub use clipboard::Clipboard;
pub use editor::Editor;
pub(super) use editor::{Handover, Plan};
pub use opener::Opener;

/// The other programs, and the terminal's clipboard, as the environment names them.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// What [`Effect::Edit`](crate::app::Effect::Edit) starts.
    pub editor: Editor,
    /// What [`Effect::Open`](crate::app::Effect::Open) starts.
    pub opener: Opener,
    /// How [`Effect::Copy`](crate::app::Effect::Copy) reaches the terminal.
    pub clipboard: Clipboard,
}
