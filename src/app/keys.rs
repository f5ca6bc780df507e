//! Keys, actions, and which key does what where.

mod action;
mod key;
mod keymap;
mod panel;
mod scope;
mod typing;

pub use action::{Action, BINDINGS, Binding};
pub use key::{Code, Key, NotAKey, key_list};
pub(crate) use keymap::told;
pub use keymap::{Keymap, LAST_RESORT};
pub use panel::Panel;
pub use scope::{SCOPES, Scope, ScopeEntry};
