//! What the runtime starts for the program, or asks of the terminal beside the screen.

mod clipboard;
mod command_line;
mod detached;
mod editor;
mod opener;

use std::path::PathBuf;

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

/// Whether the user sits at another machine. The variables are those of OpenSSH; a program that
/// changes the environment, such as sudo, may leave only some of them.
fn is_over_ssh(is_set: impl Fn(&str) -> bool) -> bool {
    ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(is_set)
}

impl ExternalPrograms {
    /// Those that the variables of the environment name, and those in the folders of `PATH`, if
    /// there is one. An empty variable counts as not set.
    pub fn new(variable: impl Fn(&str) -> Option<String>, folders: Option<Vec<PathBuf>>) -> Self {
        let known = folders.as_deref().unwrap_or_default();
        Self {
            opener: Opener::new(&variable, known),
            clipboard: Clipboard::new(&variable, known),
            editor: EditorCommand::new(&variable, folders),
        }
    }
}
