use super::addition::{Addition, Made, New};
use super::error::EditError;
use super::step::Step;

/// A text with a new item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The whole text.
    pub text: String,
    /// The id of the new item.
    pub id: String,
    /// The lines that were inserted, with the empty ones around them.
    pub lines: String,
    /// The line of its heading or of its braces, counted from 1.
    pub line: u32,
    /// What was done, to undo it while the item is as it was added.
    pub step: Step,
}

/// Adds an item that is valid as it is, with comments that say what to fill in next.
///
/// # Errors
///
/// The text is not TOML, or the items of this kind are written in a way that a new one cannot be
/// added to.
pub fn add(text: &str, new: &New<'_>) -> Result<Added, EditError> {
    let addition = Addition::new(new);
    let Made { text, id, bytes, line } = addition.make(text, None)?;
    let step = Step::added(addition, &id, &bytes);
    Ok(Added { text, id, lines: bytes, line, step })
}
