//! Series of other programs as points of an indicator: SDMX-CSV, the wide CSV of the World Bank, the CSV
//! of Our World in Data, and any table with a column of dates and one of values.
//!
//! Every sign, range, flag and bound becomes a hedge, a range, a status or an interval. What is not
//! understood stops the import with its line. Text in, text out: nothing here touches files.

mod bounds;
mod cell;
mod choose;
mod long;
mod lowest;
mod metadata;
mod number;
mod period;
mod plan;
mod point;
mod problem;
mod record;
mod status;
mod table;
mod unit;
mod wide;

pub use choose::Choice;
pub use plan::{Plan, plan};
pub use problem::Problem;

#[cfg(test)]
mod tests;
