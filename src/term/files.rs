//! What the runtime may do to files for the program.

use std::path::PathBuf;

use crate::app::env::Clock;
use crate::file::How;

/// The file that is shown, and how it is followed.
#[derive(Clone, Debug)]
pub struct Files {
    /// The file; none while the built-in report is shown.
    pub path: Option<PathBuf>,
    /// Where [`Effect::Create`](crate::app::Effect::Create) makes a file while there is none.
    pub to_create: PathBuf,
    /// How changes of the file are noticed.
    pub how: How,
    /// What time it is.
    pub clock: fn() -> Clock,
}
