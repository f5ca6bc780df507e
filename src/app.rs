//! The state of the dashboard and every way in which it changes.
//!
//! No input or output, no clock and no widgets: [`update()`] takes a message and may answer with
//! an [`Effect`] for the runtime to carry out. Scroll offsets and what is visible live here
//! too, so that drawing never has to change anything.
//!
//! The rooms, from the ground up; imports point downwards, and a test holds them to it:
//!
//! - [`keys`]: keys, actions, and which key does what where.
//! - [`text`]: text in cells, text fields, lists that typing shortens.
//! - [`mod@env`]: what is given from outside: the clock, the size, colours and themes.
//! - [`document`]: the file as it was read, and the news about it.
//! - [`panels`]: what the four panels show, and where they stand.
//! - [`nav`]: where the user is: filter, search results, the way back.
//! - [`overlays`]: what lies over the panels.
//! - `model`: the whole state, made of these, and what is asked of it.
//! - `actions`: what every action does.

mod actions;
pub mod document;
pub mod env;
pub mod keys;
mod model;
mod msg;
pub mod nav;
pub mod overlays;
pub mod panels;
pub mod text;
mod update;

pub use model::Model;
pub use msg::{Effect, Mouse, MouseKind, Msg};
pub use update::update;
