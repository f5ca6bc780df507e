use std::fmt;

use super::target::Target;
use crate::report::Text;

/// The most characters of the file in a message.
const SHOWN: usize = 60;

/// Why an edit was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The item has a syntax error.
    NotToml,
    /// The item is not in the file, or there are two of the same name.
    NoItem(Target),
    /// Another item of its kind has this id.
    IdTaken(String),
    /// An item is no longer as the edit left it.
    ItemChanged(Target),
    /// The change cannot be made without touching the rest of the file.
    CannotKeep {
        /// The line of the item, counted from 1.
        line: u32,
    },
}

fn shown(raw: &str) -> String {
    let text = Text::new(raw);
    let mut cut: String = text.chars().take(SHOWN).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotToml => f.write_str("the file has a syntax error: fix it in the editor first"),
            Self::NoItem(target) => {
                write!(f, "{target} is not in the file, or more than once: see to it in the editor")
            }
            Self::IdTaken(id) => {
                write!(f, "the id '{}' is already used: choose another one", shown(id))
            }
            Self::ItemChanged(target) => {
                write!(f, "{target} has been changed since: change it in the editor")
            }
            Self::CannotKeep { line } => write!(
                f,
                "this cannot be changed without touching the rest of the file: edit it by hand, \
                 from line {line}"
            ),
        }
    }
}

impl std::error::Error for EditError {}
