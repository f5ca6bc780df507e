//! Text for elsewhere: figures as citations, as sentences and as tables, with their hedges.

mod bibliography;
pub mod citation;
mod columns;
mod csv;
mod escape;
mod extract;
mod json;
mod keys;
mod page;
mod plain;
mod row;
mod table_schema;
mod vars;

pub use bibliography::{bibtex, csl_json};
pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
pub use columns::{FIGURE_COLUMNS, FigureColumn};
pub use csv::csv;
pub use extract::Extract;
pub use json::{json, json_schema};
pub use page::page;
pub use plain::{
    sources_of, spoken_event, spoken_indicator, spoken_parts, spoken_report, spoken_source,
};
pub use row::{Numbers, Row};
pub use table_schema::data_package;
pub use vars::{latex, quarto};
