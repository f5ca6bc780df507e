//! What the runtime may do to files for the program.

use std::path::PathBuf;

use super::Editor;

/// The file that is shown, and what it is edited with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The file; none while the built-in report is shown.
    pub path: Option<PathBuf>,
    /// What [`Effect::Edit`](crate::app::Effect::Edit) starts.
    pub editor: Editor,
}
