//! Keys, actions, and which key does what where.

mod action;
mod bindings;
mod key;
mod keymap;
mod names;
mod panel;
mod typing;

pub use action::Action;
pub use bindings::{BINDINGS, Binding, SCOPES, Scope};
pub use key::{Code, Key, NotAKey, key_list};
pub(crate) use keymap::told;
pub use keymap::{Keymap, LAST_RESORT, Line};
pub use panel::Panel;
