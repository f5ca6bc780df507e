//! Where the user is: the filter, what was found, and the way back.

mod back;
mod bookmark;
mod filter;
mod found;

pub use back::CameFrom;
pub(in crate::app) use bookmark::Whereabouts;
pub(in crate::app) use filter::Ask;
pub use filter::{Facet, FacetKind, Narrow};
pub use found::Hit;
pub(in crate::app) use found::{Known, search};
