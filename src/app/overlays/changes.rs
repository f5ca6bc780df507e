//! The list of what the last change of the file was, line by line.

use crate::app::Model;
use crate::app::text::wrap;
use crate::diff::{Change, ChangeClass};

/// The widest that the list is drawn, its borders included.
pub const CHANGES_WIDEST: u16 = 100;

/// The most changes that are listed: enough to see what kind of change it was.
const MOST: usize = 500;

/// Cells that the list leaves free beside its text: borders, a space, a mark and a space, a space.
const BESIDE: u16 = 6;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Whether a change begins here.
    pub is_first: bool,
    /// What kind of change it is.
    pub class: ChangeClass,
    /// What it says.
    pub text: String,
}

/// The changes broken into lines; the gravest comes first.
pub fn change_lines(model: &Model) -> Vec<ChangeLine> {
    let cells = usize::from(model.size.width.min(CHANGES_WIDEST).saturating_sub(BESIDE));
    let lines = |change: &Change| {
        let wrapped = wrap(&change.words, cells).into_iter().enumerate();
        let class = change.class;
        wrapped
            .map(move |(at, text)| ChangeLine { is_first: at == 0, class, text })
            .collect::<Vec<_>>()
    };
    let all = &model.news.changes;
    let mut shown: Vec<ChangeLine> = all.iter().take(MOST).flat_map(lines).collect();
    if all.len() > MOST {
        let text = format!("and {} more, which nobody would read here", all.len() - MOST);
        shown.push(ChangeLine { is_first: true, class: ChangeClass::Described, text });
    }
    shown
}
