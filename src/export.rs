//! What leaves the program: a figure as a citation that keeps its hedge.

pub mod citation;

pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
