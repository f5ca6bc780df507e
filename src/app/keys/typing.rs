//! Keys where text is typed.

use crate::app::keys::{Action, Key, Keymap, Scope};

impl Keymap {
    /// The action of a key at a place where text is typed: its own keys, and of those that work
    /// everywhere only the two with Ctrl that leave the program for good or for a while.
    pub(crate) fn in_text(&self, scope: Scope, key: Key) -> Option<Action> {
        let leaves = |action: &Action| key.ctrl && matches!(action, Action::Quit | Action::Suspend);
        let everywhere = || self.resolve(&[Scope::Everywhere], key).filter(leaves);
        self.resolve(&[scope], key).or_else(everywhere)
    }
}
