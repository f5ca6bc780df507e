//! Numbers, hedges and dates as people write them in running text.
//!
//! One reader (`Numerals`) finds every number of a text with its multiplier, its unit, what limits
//! it and what it belongs to. Nothing here knows the keys of the file; a caller decides what to write
//! with what is read.

mod agreement;
mod arithmetic;
mod date;
mod digits;
mod figure;
mod foretold;
mod harmless;
mod language;
mod lexicon;
mod limits;
mod links;
mod mark;
mod number;
mod numeral;
mod numerals;
mod orders;
mod phrases;
mod reference;
mod spelled;
mod token;
mod wording_match;

pub(crate) use agreement::{Around, Difference, difference, has_unit_of};
pub(crate) use arithmetic::calculate;
pub(crate) use date::{days, is_no_date, period};
pub(crate) use figure::{Figure, hedge_for, is_doubtful};
pub(crate) use foretold::foretold;
pub(crate) use lexicon::Foretold;
pub(crate) use limits::word as hedge_word;
pub(crate) use mark::Mark;
pub(crate) use number::Reading;
pub(crate) use numeral::{Direction, Link, Numeral};
pub(crate) use numerals::Numerals;
pub(crate) use wording_match::wording_matches;
