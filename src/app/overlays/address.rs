//! An address before it is opened: shown whole, with the host set off, and what opens it.

use crate::app::Model;
use crate::app::text::wrap;
use crate::report::{Address, Passage};

/// The widest that an address is drawn, its borders included.
pub const ADDRESS_WIDEST: u16 = 84;

/// Cells that are left free beside the text: borders, and a space on each side.
const BESIDE: u16 = 4;

/// An address that somebody is about to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The whole address, at the passage.
    pub address: Address,
    /// Where in the source that is, as far as it is known.
    pub passage: Option<Passage>,
    /// The first line in view.
    pub offset: usize,
}

/// A line of what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressLine {
    /// A part of the address: before the host, of the host, after it.
    Address([String; 3]),
    /// A sentence about it.
    Text(String),
    /// An empty line.
    Blank,
}

/// The address broken into lines, never cut, then where it leads and what opens it.
pub fn address_lines(model: &Model, to: &Destination) -> Vec<AddressLine> {
    let cells = usize::from(model.size.width.min(ADDRESS_WIDEST).saturating_sub(BESIDE));
    let mut lines = broken(&to.address, cells);
    let mut say = |text: &str| {
        lines.push(AddressLine::Blank);
        lines.extend(wrap(text, cells).into_iter().map(AddressLine::Text));
    };
    match &to.passage {
        Some(Passage::Words(words)) => {
            say(&format!(
                "It leads to the words “{words}”, if the browser finds them in the page."
            ));
        }
        Some(Passage::Page(page)) => say(&format!("It leads to page {page} of the file.")),
        None => {}
    }
    match &model.opens_with {
        Ok(opener) => say(&format!("{opener} gives it to the browser.")),
        Err(why) => say(&format!("It cannot be opened here: {why}. It can be copied.")),
    }
    lines
}

/// The address in lines of so many cells: all of its characters are one cell wide.
fn broken(address: &Address, cells: usize) -> Vec<AddressLine> {
    let (before, host, after) = address.parts();
    let parts = [before.as_str(), host, after.as_str()];
    let all = (0..).zip(parts).flat_map(|(part, text)| text.chars().map(move |c| (part, c)));
    let all: Vec<(usize, char)> = all.collect();
    let lines = all.chunks(cells.max(1)).map(|line| {
        let mut pieces = <[String; 3]>::default();
        for (part, c) in line {
            pieces.iter_mut().skip(*part).take(1).for_each(|piece| piece.push(*c));
        }
        AddressLine::Address(pieces)
    });
    lines.collect()
}
