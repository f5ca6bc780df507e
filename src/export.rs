//! Text for elsewhere: figures and their changes as citations, as sentences and as tables, with their hedges.

mod bibliography;
mod changes;
pub mod citation;
mod columns;
mod csv;
mod escape;
mod extract;
mod inline;
mod json;
mod keys;
mod page;
mod plain;
mod row;
mod sdmx;
mod table_schema;
mod vars;

pub use bibliography::{bibtex, csl_json};
pub use changes::{
    Told, Versions, changes_json, changes_markdown, changes_text, history_json, history_text,
};
pub use citation::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
pub use columns::{FIGURE_COLUMNS, FigureColumn};
pub use csv::csv;
pub use extract::Extract;
pub use inline::{INLINE_FORMS, InlineForm, Language, inline, read_latex};
pub use json::{json, json_schema};
pub use page::page;
pub use plain::{
    sources_of, spoken_event, spoken_indicator, spoken_parts, spoken_report, spoken_source,
};
pub use row::{Numbers, Row};
pub use sdmx::{sdmx_csv, sdmx_structure};
pub use table_schema::data_package;
pub use vars::{latex, quarto};
