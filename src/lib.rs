//! indicia: a dashboard over one plain-text file of a report's indicators, in which every number
//! keeps the words that limit it.
//!
//! The rooms, from the inside out; imports point from the later ones to the earlier ones:
//!
//! - [`report`]: the checked domain: indicators, quantities with their hedges, periods, sources.

pub mod report;
