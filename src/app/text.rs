//! Text in cells, text fields, and lists that typing shortens.

mod field;
mod fuzzy;
mod picker;
mod scroll;
mod wrap;

pub use field::{TYPING, TextField, Typing, visible};
pub(crate) use fuzzy::{CharMask, Needle};
pub use picker::{Left, Picker};
pub(crate) use scroll::{reveal, step};
pub use wrap::{fit, is_single, width, wrap};
