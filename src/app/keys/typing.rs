//! Keys where text is typed.

use crate::app::Effect;
use crate::app::keys::{Action, Key, Keymap, Scope};

/// What a key means where text is typed.
pub(in crate::app) enum TextPress {
    /// One of the two that leave the program, for good or for a while.
    Effect(Effect),
    /// It is bound to this there.
    Do(Action),
    /// It is text, or a key of the text field.
    Text,
}

impl Keymap {
    /// The action of a key at a place where text is typed: its own keys, and of those that work
    /// everywhere only the two with Ctrl that leave the program for good or for a while.
    pub(in crate::app) fn in_text(&self, scope: Scope, key: Key) -> Option<Action> {
        let leaves = |action: &Action| key.ctrl && matches!(action, Action::Quit | Action::Suspend);
        let everywhere = || self.resolve(&[Scope::Everywhere], key).filter(leaves);
        self.resolve(&[scope], key).or_else(everywhere)
    }
}

/// What a key means where nothing that is typed can be lost.
pub(in crate::app) fn text_press(keymap: &Keymap, scope: Scope, key: Key) -> TextPress {
    match keymap.in_text(scope, key) {
        Some(Action::Quit) => TextPress::Effect(Effect::Quit),
        Some(Action::Suspend) => TextPress::Effect(Effect::Suspend),
        Some(action) => TextPress::Do(action),
        None => TextPress::Text,
    }
}
