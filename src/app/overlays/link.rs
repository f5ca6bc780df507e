//! An address before it is opened: shown whole, with the host set off, and what opens it.

use crate::app::document::Notice;
use crate::app::env::Env;
use crate::app::keys::{Action, Scope};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, Why};
use crate::app::text::wrap;
use crate::report::{Address, Passage};

/// The widest that an address is drawn, its borders included.
pub const LINK_WIDEST: u16 = 84;

/// Cells that are left free beside the text: borders, and a space on each side.
const BESIDE: u16 = 4;

/// An address that somebody is about to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkPreview {
    /// The whole address, at the passage.
    pub address: Address,
    /// Where in the source that is, as far as it is known.
    pub passage: Option<Passage>,
    /// The first line in view.
    pub offset: usize,
}

/// A line of what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkLine {
    /// A part of the address: before the host, of the host, after it.
    Address([String; 3]),
    /// A sentence about it.
    Text(String),
    /// An empty line.
    Blank,
}

/// The address broken into lines, never cut, then where it leads and what opens it.
pub fn link_lines(env: &Env, link: &LinkPreview) -> Vec<LinkLine> {
    let cells = usize::from(env.size.width.min(LINK_WIDEST).saturating_sub(BESIDE));
    let mut lines = broken(&link.address, cells);
    let mut say = |text: &str| {
        lines.push(LinkLine::Blank);
        lines.extend(wrap(text, cells).into_iter().map(LinkLine::Text));
    };
    match &link.passage {
        Some(Passage::Words(words)) => {
            say(&format!(
                "It leads to the words “{words}”, if the browser finds them in the page."
            ));
        }
        Some(Passage::Page(page)) => say(&format!("It leads to page {page} of the file.")),
        None => {}
    }
    match &env.opens_with {
        Ok(opener) => say(&format!("{opener} gives it to the browser.")),
        Err(why) => say(&format!("It cannot be opened here: {why}. It can be copied.")),
    }
    lines
}

/// The address in lines of so many cells: all of its characters are one cell wide.
fn broken(address: &Address, cells: usize) -> Vec<LinkLine> {
    let (before, host, after) = address.parts();
    let parts = [before.as_str(), host, after.as_str()];
    let all = (0..).zip(parts).flat_map(|(part, text)| text.chars().map(move |c| (part, c)));
    let all: Vec<(usize, char)> = all.collect();
    let lines = all.chunks(cells.max(1)).map(|line| {
        let mut pieces = <[String; 3]>::default();
        for (part, c) in line {
            pieces.iter_mut().skip(*part).take(1).for_each(|piece| piece.push(*c));
        }
        LinkLine::Address(pieces)
    });
    lines.collect()
}

impl Layer for LinkPreview {
    fn scope(&self) -> Scope {
        Scope::Link
    }

    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => Outcome::closes_and(Request::Open(self.address.clone())),
            Some(Action::CopyAddress) => Outcome::closes_and(Request::Copy(self.address.clone())),
            Some(Action::Back) => Outcome::CLOSES,
            Some(action) => {
                let lines = link_lines(cx.env, self).len();
                cx.scroll(&mut self.offset, lines, action);
                Outcome::STAYS
            }
            None => Outcome::STAYS,
        }
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let lines = link_lines(cx.env, self).len();
        cx.settle(&mut self.offset, lines);
    }

    fn can(&self, action: Action, cx: &Context<'_>) -> Result<(), Why> {
        match (action, &cx.env.opens_with) {
            (Action::Accept, Err(why)) => Err(Why::Because(Notice::new(why, why))),
            _ => Ok(()),
        }
    }
}
