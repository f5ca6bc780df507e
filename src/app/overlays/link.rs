//! The preview of a link before it is opened: the whole address with its host highlighted, and the
//! program that opens it.

use crate::app::document::Notice;
use crate::app::env::Env;
use crate::app::keys::Action;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, Why};
use crate::app::text::wrap;
use crate::report::{Address, Passage};

/// The greatest width of the preview in cells, borders included.
pub const LINK_WIDEST: u16 = 84;

/// Cells of a line without text: borders, and a space on each side.
const BESIDE: u16 = 4;

/// A link that the user is about to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkPreview {
    /// The whole address, with the part that leads to the passage.
    pub address: Address,
    /// The passage of the source, if it is known.
    pub passage: Option<Passage>,
    /// The first line in view.
    pub offset: usize,
}

/// A line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkLine {
    /// Part of the address: what is before the host, the host, what is after it.
    Address([String; 3]),
    /// A sentence about the address.
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
        Ok(opener) => match &env.browser_fault {
            Some(why) => say(&format!("{opener} opens it, as {why}.")),
            None => say(&format!("{opener} opens it.")),
        },
        Err(why) => say(&format!("It cannot be opened here: {why}. It can be copied.")),
    }
    lines
}

/// The address in lines of this many cells. Each of its characters is one cell wide.
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
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => Outcome::closes_and(Request::Open(self.address.clone())),
            Some(Action::CopyAddress) => Outcome::closes_and(Request::Copy(self.address.clone())),
            _ => {
                let lines = link_lines(cx.env, self).len();
                cx.scroll(&mut self.offset, lines, press)
            }
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
