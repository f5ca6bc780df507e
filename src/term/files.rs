//! Which file the runtime reads and writes.

use std::path::PathBuf;

use super::calendar::Today;
use crate::app::env::Clock;
use crate::file::WatchMode;

/// The file that is shown, and how it is followed.
#[derive(Clone, Debug)]
pub struct Files {
    /// The file. None while the built-in report is shown.
    pub path: Option<PathBuf>,
    /// What [`Effect::Create`](crate::app::Effect::Create) creates if there is no file.
    pub to_create: PathBuf,
    /// How changes of the file are noticed.
    pub watch_mode: WatchMode,
    /// The time now.
    pub clock: fn() -> Clock,
    /// The date now, which ages are measured from. None if that date is fixed.
    pub today: Option<fn() -> Today>,
}
