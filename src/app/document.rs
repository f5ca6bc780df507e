//! The file as it was read, and the news about it.

mod news;
mod origin;
mod point;
mod search_index;
mod snapshot;

pub use news::{News, NewsLine, Tone};
pub use origin::{Origin, Phase};
pub(in crate::app) use point::{PointName, said_period};
pub(in crate::app) use search_index::own_texts;
pub use search_index::{Figures, Place};
pub use snapshot::{Standing, Version};
