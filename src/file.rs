//! One file on disk, as text: reading, creating, replacing and following it, and its versions in git.

mod copy;
mod create;
mod follow;
mod git;
mod read;
mod read_error;
mod save;
mod stdin;
mod symlinks;

pub use copy::{CopyError, copy_path, copy_place, read_copy};
pub use create::{create, may_create};
pub use follow::{FollowHandle, Timing, Wakes, WatchMode, channel, follow};
pub use git::{Commit, Git, GitError, LAST_COMMIT, Objects, Revision};
pub use read::read;
pub use read_error::{ReadCause, ReadError, STDIN, is_stdin};
pub use save::{SaveCause, SaveError, Step, may_replace, save};
pub use stdin::offers_text;

#[cfg(test)]
#[cfg(unix)]
mod tests;
