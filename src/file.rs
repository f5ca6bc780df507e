//! One file on disk, as text; what stands in it is nobody's business here.

mod read;

pub use read::{ReadCause, ReadError, read};

#[cfg(test)]
mod tests;
