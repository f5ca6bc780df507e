//! The part of a text that an item stands in, which is all that an edit of it reads and changes.

use std::ops::Range;

use memchr::memchr;
use memchr::memmem::Finder;
use toml::de::DeTable;

use super::error::EditError;
use super::line;
use super::target::Target;
use super::tree::{self, Path, Writing, elements, last_byte, with_id, writing};
use crate::schema::{Key, TOP};
use crate::syntax::{Block, blocks};

/// The block of a text that has an item.
#[derive(Debug)]
pub(super) struct Home<'t> {
    /// The text of the block.
    pub(super) text: &'t str,
    /// Where it begins in the whole text.
    pub(super) start: usize,
    pub(super) tree: DeTable<'t>,
    /// The path to the item in the block.
    pub(super) path: Path,
}

impl<'t> Home<'t> {
    /// Finds the block of an item.
    ///
    /// # Errors
    ///
    /// The item is not in the text, or more than once; or its block is not TOML.
    pub(super) fn find(text: &'t str, target: &Target) -> Result<Self, EditError> {
        let (key, id) = target.root();
        let mut found = None;
        let mut error = EditError::NoItem(target.clone());
        for (start, own) in of_kind(text, &blocks(text), key, Some(id)) {
            let Some(tree) = tree::parse(own) else {
                error = EditError::NotToml;
                continue;
            };
            if with_id(&tree, key, id).next().is_none() {
                continue;
            }
            let path = target.path(&tree).filter(|_| found.is_none());
            let path = path.ok_or_else(|| EditError::NoItem(target.clone()))?;
            found = Some(Self { text: own, start, tree, path });
        }
        found.ok_or(error)
    }

    /// An error of its text as one of the whole text.
    pub(super) fn error(&self, whole: &str, error: EditError) -> EditError {
        match error {
            EditError::CannotKeep { line } => {
                EditError::CannotKeep { line: line + self.lines_above(whole) }
            }
            error => error,
        }
    }

    /// The number of lines of the whole text above it.
    pub(super) fn lines_above(&self, whole: &str) -> u32 {
        line::number(whole, self.start) - 1
    }

    /// The whole text with another one in its place.
    pub(super) fn replaced(&self, whole: &str, own: &str) -> String {
        line::splice(whole, self.start..self.start + self.text.len(), own)
    }

    /// Where the indicator or the event stands that the item is, or is a part of.
    pub(super) fn span(&self) -> Range<usize> {
        span(self.text, &self.tree, &self.path)
    }
}

/// Where the first item of a path stands: from its heading to the end of its last line, or from one
/// brace to the other.
pub(super) fn span(text: &str, tree: &DeTable<'_>, path: &Path) -> Range<usize> {
    let root = path.first().and_then(|(key, nth)| elements(tree, *key)?.get(*nth));
    let Some(root) = root else { return 0..0 };
    let span = root.span();
    if writing(text, &span) == Writing::Braces {
        return span;
    }
    span.start..line::end(text, last_byte(text, root.get_ref(), span))
}

/// The blocks that may have items of a kind, with where they begin; those only in which a text may stand
/// between quotes. What is above all headings comes first, the others in the order of the text.
pub(super) fn of_kind<'a, 't>(
    text: &'t str,
    all: &'a [Block<'t>],
    key: Key,
    quoted: Option<&str>,
) -> impl DoubleEndedIterator<Item = (usize, &'t str)> + use<'a, 't> {
    let marks = quoted.map(|quoted| ['"', '\''].map(|quote| format!("{quoted}{quote}")));
    let marks = marks.map(|marks| marks.map(|mark| Finder::new(&mark).into_owned()));
    // What is written with a backslash may be any text.
    let has_escapes = memchr(b'\\', text.as_bytes()).is_some();
    let may_have = move |own: &[u8]| {
        marks.as_ref().is_none_or(|marks| {
            marks.iter().any(|mark| mark.find(own).is_some())
                || has_escapes && memchr(b'\\', own).is_some()
        })
    };
    let is_other =
        move |word: &str| word != key.word() && TOP.fields().any(|it| it.key.word() == word);
    all.iter().filter(move |block| !is_other(block.word)).filter_map(move |block| {
        let own = text.get(block.span.clone())?;
        may_have(own.as_bytes()).then_some((block.span.start, own))
    })
}
