//! Numbers, hedges and dates as people write them in running text.
//!
//! Nothing here knows the keys of the file; a caller decides what to write with what is read.

mod date;
mod figure;
mod numerals;
mod wording_match;

pub(crate) use date::period;
pub(crate) use figure::{Figure, is_negative_fraction, short_hedge};
pub(crate) use numerals::{Number, Numerals};
pub(crate) use wording_match::wording_matches;
