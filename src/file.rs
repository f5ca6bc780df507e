//! One file on disk, as text; what stands in it is nobody's business here.

mod follow;
mod links;
mod read;
mod save;

pub use follow::{Handle, How, Nudges, channel, follow};
pub use read::{ReadCause, ReadError, read};
pub use save::{SaveCause, SaveError, Step, may_replace, save};

#[cfg(test)]
mod tests;
