//! What leaves the program: a figure as a citation that keeps its hedge, and the address of a
//! source, checked, at the passage.

pub mod address;
pub mod citation;

pub use address::{Address, AddressError, Passage};
pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
