//! One file on disk, as text; what stands in it is nobody's business here.

mod create;
mod follow;
mod links;
mod read;
mod save;

pub use create::create;
pub use follow::{Handle, How, Nudges, channel, follow};
pub use read::{ReadCause, ReadError, read};
pub use save::{SaveCause, SaveError, Step, may_replace, save};

#[cfg(test)]
mod tests;
