//! Text for elsewhere: a figure as a citation or as sentences, with its hedge.

pub mod citation;
mod plain;

pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
pub use plain::{
    sources_of, spoken_event, spoken_indicator, spoken_parts, spoken_report, spoken_source,
};
