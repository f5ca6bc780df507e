//! The preview of a link before it is opened: the whole address with its host highlighted, and the
//! program that opens it.

use crate::app::document::Notice;
use crate::app::env::Env;
use crate::app::keys::Action;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, Why};
use crate::app::panels::Layout;
use crate::app::text::{step, wrap};
use crate::report::{Address, Passage, Text};

/// The greatest width of its lines in cells, borders included.
const WIDEST: u16 = 84;

/// Cells of a line without text: borders, and a space on each side.
const BESIDE: u16 = 4;

/// The links to the sources of a figure, one of which the user is about to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkPreview {
    /// The sources, in the order of the file; one at least can be opened.
    links: Vec<SourceLink>,
    /// The chosen one.
    at: usize,
    /// The first line in view.
    pub offset: usize,
}

/// The link to one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLink {
    /// The key of the source, the place in it and its title.
    pub name: String,
    /// Where it leads, or why it cannot be opened.
    pub target: Result<LinkTarget, String>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a web page.
    Web {
        /// The whole address, with the part that leads to the passage.
        address: Address,
        /// The passage of the source, if it is known.
        passage: Option<Passage>,
    },
    /// To a saved copy.
    Copy {
        /// Its name in the file.
        name: Text,
        /// The sentences around the words of the figure, and where they stand.
        passage: Option<String>,
    },
}

impl LinkPreview {
    /// A preview of the first link that can be opened; `None` if none can.
    pub(crate) fn new(links: Vec<SourceLink>) -> Option<Self> {
        let at = links.iter().position(|link| link.target.is_ok())?;
        Some(Self { links, at, offset: 0 })
    }

    /// Whether the user can choose.
    pub fn has_choice(&self) -> bool {
        self.links.len() > 1
    }

    /// The address of the chosen source, if it can be opened.
    pub fn address(&self) -> Option<&Address> {
        match self.target()? {
            Ok(LinkTarget::Web { address, .. }) => Some(address),
            _ => None,
        }
    }

    /// Whether the chosen link leads to a saved copy.
    pub fn is_copy(&self) -> bool {
        matches!(self.target(), Some(Ok(LinkTarget::Copy { .. })))
    }

    fn target(&self) -> Option<&Result<LinkTarget, String>> {
        self.links.get(self.at).map(|link| &link.target)
    }

    fn request(&self, ask: fn(Address) -> Request) -> Outcome {
        let address = self.address().cloned();
        address.map_or(Outcome::STAYS, |address| Outcome::closes_and(ask(address)))
    }
}

/// A line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkLine {
    /// A source, and whether it is the chosen one.
    Source(String, bool),
    /// Part of the address: what is before the host, the host, what is after it.
    Address([String; 3]),
    /// A sentence about the address.
    Text(String),
    /// An empty line.
    Blank,
}

/// The lines that have room.
fn view(layout: &Layout) -> usize {
    usize::from(layout.list().height.saturating_sub(2))
}

/// The address broken into lines, never cut, then where it leads and what opens it.
pub fn link_lines(env: &Env, layout: &Layout, link: &LinkPreview) -> Vec<LinkLine> {
    let width = layout.list().width.min(WIDEST);
    let cells = usize::from(width.saturating_sub(BESIDE));
    let mut lines = Vec::new();
    if link.has_choice() {
        let source =
            |(at, one): (usize, &SourceLink)| LinkLine::Source(one.name.clone(), at == link.at);
        lines.extend(link.links.iter().enumerate().map(source));
        lines.push(LinkLine::Blank);
    }
    let target = match link.target() {
        Some(Ok(target)) => target,
        Some(Err(why)) => {
            lines.extend(wrap(why, cells).into_iter().map(LinkLine::Text));
            return lines;
        }
        None => return lines,
    };
    let leads_to = match target {
        LinkTarget::Web { address, passage } => {
            lines.extend(broken(address, cells));
            match passage {
                Some(Passage::Words(words)) => Some(format!(
                    "It leads to the words “{words}”, if the browser finds them in the page."
                )),
                Some(Passage::Page(page)) => Some(format!("It leads to page {page} of the file.")),
                None => None,
            }
        }
        LinkTarget::Copy { name, passage } => {
            lines.extend(wrap(name, cells).into_iter().map(LinkLine::Text));
            passage.clone()
        }
    };
    let mut say = |text: &str| {
        lines.push(LinkLine::Blank);
        lines.extend(wrap(text, cells).into_iter().map(LinkLine::Text));
    };
    if let Some(text) = leads_to {
        say(&text);
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
            Some(Action::Accept) => match self.target() {
                Some(Ok(LinkTarget::Copy { name, .. })) => {
                    Outcome::closes_and(Request::OpenCopy(name.clone()))
                }
                _ => self.request(Request::Open),
            },
            Some(Action::CopyAddress) => self.request(Request::Copy),
            Some(action @ (Action::Up | Action::Down)) if self.has_choice() => {
                self.at = step(self.at, self.links.len() - 1, 1, action);
                self.offset = 0;
                Outcome::STAYS
            }
            _ => {
                let lines = link_lines(cx.env, &cx.layout, self).len();
                Context::scroll(&mut self.offset, lines, view(&cx.layout), press)
            }
        }
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let lines = link_lines(cx.env, &cx.layout, self).len();
        self.offset = self.offset.min(lines.saturating_sub(view(&cx.layout)));
    }

    fn can(&self, action: Action, cx: &Context<'_>) -> Result<(), Why> {
        match (action, self.target(), &cx.env.opens_with) {
            (Action::Accept | Action::CopyAddress, Some(Err(why)), _) => {
                Err(Why::Because(why.into()))
            }
            (Action::CopyAddress, ..) if self.is_copy() => {
                Err(Why::Because("a copy has no address".into()))
            }
            (Action::Accept, _, Err(why)) => Err(Why::Because(Notice::new(why, why))),
            (Action::Up | Action::Down, ..) if !self.has_choice() => {
                let is_longer = link_lines(cx.env, &cx.layout, self).len() > view(&cx.layout);
                if is_longer { Ok(()) } else { Err(Why::Nothing) }
            }
            _ => Ok(()),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        let scrolls = matches!(action, Action::Up | Action::Down) && !self.has_choice();
        scrolls.then_some("move")
    }
}
