use std::fmt;

use super::target::Target;
use crate::report::Text;
use crate::schema::Key;

/// The most characters of the file in a message.
const SHOWN: usize = 60;

/// Why an edit was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The file has a syntax error.
    NotToml,
    /// The item is not in the file, or there are two of the same name.
    NoItem(Target),
    /// Another item of its kind has this id.
    IdTaken(String),
    /// The value of a key is not the one that the step wrote.
    ChangedSince {
        /// The key.
        key: Key,
        /// The literal there now; `None` where the key is missing.
        now: Option<String>,
        /// The literal that the step wrote; `None` where it removed the key.
        written: Option<String>,
    },
    /// An item that was added is no longer as it was added.
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

fn state(raw: Option<&String>) -> String {
    raw.map_or_else(|| "left out".to_owned(), |raw| shown(raw))
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
            Self::ChangedSince { key, now, written } => write!(
                f,
                "'{}' has been changed since, from {} to {}: change it by hand",
                key.word(),
                state(written.as_ref()),
                state(now.as_ref())
            ),
            Self::ItemChanged(target) => {
                write!(f, "{target} has been changed since it was added: remove it in the editor")
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
