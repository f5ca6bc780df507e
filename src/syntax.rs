//! Text that may not be TOML: what is wrong with it in plain words, and what can still be read.
//!
//! The text is cut at its headings, and each block is parsed once. Of a block with an error in it
//! nothing is shown: the parser guesses, and keeps the 8 of `8,000`. Its statements are looked at
//! one by one, so that one error does not hide the others.

mod blocks;
mod broken;
mod depth;
mod elements;
mod explain;
mod figure;
mod foreign;
mod heading;
mod line;
mod lost;
mod node;
mod rule;
mod scan;

pub(crate) use blocks::{Block, blocks};
pub(crate) use broken::{Broken, parse};
pub(crate) use depth::is_too_deep;
pub(crate) use explain::Fix;
pub(crate) use figure::help as figure_help;
pub(crate) use foreign::foreign;
pub(crate) use node::{Node, is_bare_key, kind};
pub(crate) use rule::{DUPLICATE_ID, NOT_TOML, RULES, WRONG_TYPE};
