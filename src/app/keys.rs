//! Keys, actions, and the keymap that leads from one to the other.

mod action;
mod key;
mod keymap;
mod layout;
mod panel;
mod scope;

pub(crate) use action::read;
pub use action::{Action, BINDINGS, Binding};
pub use key::{Code, Key, KeyError, capital, key_list};
pub(crate) use keymap::with_keys;
pub use keymap::{Keymap, LAST_RESORT};
pub use layout::{Keyboard, us_shifted};
pub use panel::Panel;
pub use scope::{SCOPES, Scope, ScopeEntry};
