//! Numbers and hedges as people write them in running text.
//!
//! Nothing here knows the keys of the file: a caller gets what was read and says what to write.

mod figure;
mod numerals;
mod said;

pub(crate) use figure::{Figure, is_negative_fraction, short_hedge};
pub(crate) use numerals::{Number, Numerals};
pub(crate) use said::says_all;
