//! Text in cells, text fields, fuzzy matching, and lists that are filtered by typing.

mod allocate;
mod field;
mod fuzzy;
mod picker;
mod scroll;
mod wrap;

pub use allocate::{Wish, allocate};
pub use field::{TEXT_KEYS, TextField, TextKey, visible};
pub(crate) use fuzzy::{CharMask, Lookout, Needle, Phrase, Stands, normal, typed_words};
pub use picker::{Match, Picker};
pub(crate) use scroll::{reveal, step};
pub use wrap::{fit, is_single, width, wrap};
