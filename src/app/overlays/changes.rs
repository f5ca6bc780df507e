//! The list of what the last change of the file changed.

use crate::app::document::News;
use crate::app::env::Size;
use crate::app::overlays::{Context, Layer, Outcome, Press};
use crate::app::text::wrap;
use crate::diff::{Change, ChangeClass};

/// The greatest width of the list in cells, borders included.
pub const CHANGES_WIDEST: u16 = 100;

/// The most changes that are listed: enough to see what kind of change it was.
const MOST: usize = 500;

/// Cells of a line without text: borders, a space, a mark and a space, a space.
const BESIDE: u16 = 6;

/// The list of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The first line in view.
    pub offset: usize,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Whether a change begins here.
    pub is_first: bool,
    /// What kind of change it is.
    pub class: ChangeClass,
    /// The text of the line.
    pub text: String,
}

/// The changes broken into lines for a terminal of this size, the most serious change first.
pub fn change_lines(news: &News, size: Size) -> Vec<ChangeLine> {
    let cells = usize::from(size.width.min(CHANGES_WIDEST).saturating_sub(BESIDE));
    let lines = |change: &Change| {
        let wrapped = wrap(&change.words, cells).into_iter().enumerate();
        let class = change.class;
        wrapped.map(move |(at, text)| ChangeLine { is_first: at == 0, class, text })
    };
    let mut shown: Vec<_> = news.changes.iter().take(MOST).flat_map(lines).collect();
    let more = news.changes.len().saturating_sub(MOST);
    if more > 0 {
        let text = format!("and {more} more, which are not listed");
        shown.push(ChangeLine { is_first: true, class: ChangeClass::Described, text });
    }
    shown
}

impl Layer for Changes {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        let lines = change_lines(cx.news, cx.env.size).len();
        Context::scroll(&mut self.offset, lines, cx.layout.overlay_height(), press)
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let lines = change_lines(cx.news, cx.env.size).len();
        self.offset = self.offset.min(lines.saturating_sub(cx.layout.overlay_height()));
    }
}
