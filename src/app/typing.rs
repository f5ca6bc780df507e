//! Keys where text is typed.

use crate::app::{Action, Effect, Key, Keymap, Scope};

/// What a key means where text is typed.
pub(super) enum TextPress {
    /// One of the two that leave the program, for good or for a while.
    Effect(Effect),
    /// It is bound to this there.
    Do(Action),
    /// It is text, or a key of the text field.
    Text,
}

/// What a key means at a place where text is typed: of the keys that work everywhere only the two
/// that leave the program with Ctrl do.
pub(super) fn text_press(keymap: &Keymap, scope: Scope, key: Key) -> TextPress {
    if let Some(action) = keymap.resolve(&[scope], key) {
        return TextPress::Do(action);
    }
    match keymap.resolve(&[Scope::Everywhere], key).filter(|_| key.ctrl) {
        Some(Action::Quit) => TextPress::Effect(Effect::Quit),
        Some(Action::Suspend) => TextPress::Effect(Effect::Suspend),
        _ => TextPress::Text,
    }
}
