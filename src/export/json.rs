//! JSON: the one that is exported, and its schema.

mod figure;
mod keys;
mod shape;
mod value;

pub(super) use value::{Json, write_text};

use super::extract::Extract;
use keys::OfReport;
use shape::object;

pub use keys::json_schema;

/// The report as JSON: whole, with the evidence behind each figure.
pub fn json(extract: &Extract<'_>) -> String {
    object::<OfReport>(extract.clone()).into_file()
}
