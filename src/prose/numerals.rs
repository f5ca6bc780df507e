//! The numbers of a text, each with what limits it and what it belongs to.

use std::ops::Range;

use super::links;
use super::number;
use super::numeral::{Numeral, numeral};
use super::orders;
use super::token::Tokens;
use crate::report::HedgeWord;

/// A text with its numbers.
#[derive(Debug)]
pub(crate) struct Numerals<'t> {
    pub(super) tokens: Tokens<'t>,
    /// The numbers, in the order of the text.
    pub(crate) numbers: Vec<Numeral>,
    /// Orders of magnitude without a number, such as "tens of thousands", and where they stand.
    pub(crate) orders: Vec<(&'static HedgeWord, Range<usize>)>,
}

impl<'t> Numerals<'t> {
    /// Reads a text. Takes time in proportion to its length.
    pub(crate) fn of(text: &'t str) -> Self {
        let tokens = Tokens::of(text);
        let (mut numbers, mut orders) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < tokens.len() {
            if let Some((order, end)) = orders::read(&tokens, at) {
                orders.push((order, tokens.span(&(at..end))));
                at = end;
            } else if let Some(number) = number::read(&tokens, at) {
                at = number.tokens.end;
                numbers.push(numeral(&tokens, number));
            } else {
                at += 1;
            }
        }
        links::link(&tokens, &mut numbers);
        Self { tokens, numbers, orders }
    }
}
