//! Takes a key: finds out what it means here, and does that.

use crate::app::actions::dispatch::perform;
use crate::app::actions::overlay::press_in_overlay;
use crate::app::document::Notice;
use crate::app::keys::{Action, Code, Key, Scope};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::text::{TextField, visible};

/// Takes a key. `base` is the character that it has on a US keyboard, if the terminal says so.
pub(crate) fn press(model: &mut Model, key: Key, base: Option<char>) -> Option<Effect> {
    model.news.pressed();
    let closed = model.close_copy();
    model.env.keyboard.saw(key);
    let stands_for = || model.env.keyboard.stands_for(key, base);
    let Some(key) = [Some(key), stands_for()].into_iter().flatten().find(|key| knows(model, *key))
    else {
        model.no_key(key);
        return None;
    };
    if model.overlay.is_some() {
        return press_in_overlay(model, key);
    }
    let action = model.env.keymap.resolve(&model.scopes(), key)?;
    // Any other key also does its work.
    if closed && action == Action::Back {
        return None;
    }
    model.edits.history.pressed(action);
    perform(model, action)
}

/// Whether a key is bound to an action here, or is one of a text field's.
fn knows(model: &Model, key: Key) -> bool {
    let (scopes, keymap) = (model.scopes(), &model.env.keymap);
    match scopes.first() {
        Some(scope) if scope.takes_text() => {
            keymap.in_text(*scope, key).is_some() || TextField::knows(key)
        }
        _ => keymap.resolve(&scopes, key).is_some(),
    }
}

impl Model {
    /// Says that a letter is not a key here, once: after that it is known.
    fn no_key(&mut self, key: Key) {
        if !matches!(key.code, Code::Char(_))
            || std::mem::replace(&mut self.env.keyboard.told, true)
        {
            return;
        }
        let is = format!("'{}' is not a key here", visible(&key.to_string()));
        let lists = match self.scopes() {
            [Scope::Panel(_), _] => {
                self.with_key(Action::Help, |key| format!(": {key} lists the keys"))
            }
            _ => String::new(),
        };
        self.news.trouble(Notice::new(format!("{is}{lists}"), is));
    }
}
