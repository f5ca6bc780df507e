//! Text in cells, text fields, and lists that typing shortens.

mod field;
mod fuzzy;
mod picker;
mod scroll;
mod wrap;

pub use field::{Input, TYPING, Typing, visible};
pub(in crate::app) use fuzzy::{Letters, Needle};
pub use picker::{Left, Picker};
pub(in crate::app) use scroll::{reveal, step};
pub use wrap::{fit, is_single, width, wrap};
