//! What was found.

mod search;

pub use search::Hit;
pub(in crate::app) use search::{Known, search};
