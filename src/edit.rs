//! Edits of the text of the file that change the bytes of the edited value and no others.
//!
//! Comments, order, spacing, quotes, the style of numbers, the kind of newlines, a byte order
//! mark and a missing last newline stay as they are. Positions come from the tree of the `toml`
//! crate, and the new bytes are put into the old text. The result is parsed again, and is returned
//! only if its tree is the old one except for the change.
//!
//! Text in, text out: nothing here touches files.

mod add;
mod addition;
mod block;
mod change;
mod error;
mod extend;
mod home;
mod item;
mod line;
mod list;
mod literal;
mod section;
mod step;
mod target;
mod tree;

pub use add::{Added, add};
pub use addition::New;
pub use error::EditError;
pub use extend::{add_points, add_series};
pub use item::{Item, item};
pub use literal::literal;
pub use step::{Edited, Step, redo, set, undo};
pub use target::Target;

#[cfg(test)]
mod tests;
