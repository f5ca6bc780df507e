//! What the runtime starts for the program, or asks of the terminal beside the screen.

mod clipboard;
mod editor;
mod opener;

pub use clipboard::Clipboard;
pub use editor::EditorCommand;
pub(super) use editor::RunningEditor;
pub use opener::Opener;

/// The other programs and the way to the clipboard, as the environment names them.
#[derive(Clone, Debug, Default)]
pub struct ExternalPrograms {
    /// What [`Effect::Edit`](crate::app::Effect::Edit) starts.
    pub editor: EditorCommand,
    /// What [`Effect::Open`](crate::app::Effect::Open) starts.
    pub opener: Opener,
    /// How [`Effect::Copy`](crate::app::Effect::Copy) reaches the clipboard.
    pub clipboard: Clipboard,
}
