//! Text for elsewhere: figures as citations, as sentences and as tables, with their hedges.

pub mod citation;
mod columns;
mod csv;
mod extract;
mod plain;
mod row;
mod sdmx;

pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
pub use columns::{FIGURE_COLUMNS, FigureColumn};
pub use csv::csv;
pub use extract::Extract;
pub use plain::{
    sources_of, spoken_event, spoken_indicator, spoken_parts, spoken_report, spoken_source,
};
pub use row::{Numbers, Row};
pub use sdmx::{sdmx_csv, sdmx_structure};
