//! One file on disk, as text: reading, creating, replacing and following it.

mod create;
mod follow;
mod read;
mod save;
mod symlinks;

pub use create::create;
pub use follow::{FollowHandle, Timing, Wakes, WatchMode, channel, follow};
pub use read::{ReadCause, ReadError, read};
pub use save::{SaveCause, SaveError, Step, may_replace, save};

#[cfg(test)]
mod tests;
