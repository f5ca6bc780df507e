//! Text for elsewhere: figures as citations, as sentences and as tables, with their hedges.

pub mod citation;
mod columns;
mod csv;
mod extract;
mod json;
mod plain;
mod row;
mod table_schema;

pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
pub use columns::{FIGURE_COLUMNS, FigureColumn};
pub use csv::csv;
pub use extract::Extract;
pub use json::{json, json_schema};
pub use plain::{
    sources_of, spoken_event, spoken_indicator, spoken_parts, spoken_report, spoken_source,
};
pub use row::{Numbers, Row};
pub use table_schema::data_package;
