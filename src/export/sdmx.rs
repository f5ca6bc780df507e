//! Figures as SDMX, for statistical systems: the data as SDMX-CSV 2.0, and the structure that readers of
//! them need as SDMX-ML 3.0.
//!
//! A figure with a limit has no observation value: `NaN` is what the standard writes for a value that is
//! left out on purpose. Figures with a date that SDMX can write belong to the dataflow `DATED`, all others
//! to `UNDATED`, which has no dimension of time; `PERIOD_EDTF` has the date as the file states it.

mod components;
mod data;
mod figure;
mod structure;
mod time;
mod xml;

pub use data::sdmx_csv;
pub use structure::sdmx_structure;

/// Who maintains the structures.
const AGENCY: &str = "INDICIA";

/// The version of the structures.
const VERSION: &str = "1.0.0";

#[cfg(test)]
mod tests;
