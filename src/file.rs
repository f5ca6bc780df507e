//! One file on disk, as text; what stands in it is nobody's business here.

mod links;
mod read;
mod save;

pub use read::{ReadCause, ReadError, read};
pub use save::{SaveCause, SaveError, Step, may_replace, save};

#[cfg(test)]
mod tests;
