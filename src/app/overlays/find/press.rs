//! Keys while something is being found, and after.

use super::Find;
use crate::app::keys::{Action, Key, Scope, TextPress, text_press};
use crate::app::overlays::Overlay;
use crate::app::text::step;
use crate::app::{Effect, Model};

/// A key while words are typed.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    match text_press(&model.keymap, Scope::Find, key) {
        TextPress::Effect(effect) => return Some(effect),
        TextPress::Do(action) => obey(model, action),
        TextPress::Text => {
            let Some(Overlay::Find(mut find)) = model.overlay.take() else { return None };
            if find.input.press(key) {
                find.typed(model);
            }
            model.overlay = Some(Overlay::Find(find));
        }
    }
    None
}

/// Leaves the list, or moves the mark in it.
pub(in crate::app) fn obey(model: &mut Model, action: Action) {
    let Some(Overlay::Find(mut find)) = model.overlay.take() else { return };
    match action {
        Action::Accept if find.marked().is_some() => {
            find.go(model);
            find.forget();
            model.found = Some(find);
        }
        Action::Accept | Action::Back => find.before.restore(model),
        action => {
            let last = find.hits.len().saturating_sub(1);
            let page = model.layout().list_height().max(1);
            let at = step(find.at, last, page, action);
            model.overlay = Some(Overlay::Find(find));
            mark(model, at);
        }
    }
}

/// Marks one of what was found, and shows it.
pub(in crate::app) fn mark(model: &mut Model, at: usize) {
    let Some(Overlay::Find(mut find)) = model.overlay.take() else { return };
    find.at = at;
    find.show(model);
    model.overlay = Some(Overlay::Find(find));
}

/// Text that was pasted.
pub(in crate::app) fn paste(model: &mut Model, mut find: Box<Find>, text: &str) {
    find.input.paste(text);
    find.typed(model);
    model.overlay = Some(Overlay::Find(find));
}

/// Goes to the next of what was found, or to the one before, round and round.
pub(in crate::app) fn go_on(model: &mut Model, forward: bool) {
    let has_hits = model.found.as_ref().is_some_and(|find| !find.hits.is_empty());
    let Some(mut find) = model.found.take_if(|_| has_hits) else {
        let finds = model.with_key(Action::Find, |key| format!(": {key} finds"));
        model.news.trouble(vec![format!("nothing has been found to go on to{finds}")]);
        return;
    };
    let count = find.hits.len();
    find.at = match (std::mem::take(&mut find.is_lost), forward) {
        (true, true) => 0,
        (true, false) => count - 1,
        (false, forward) => (find.at + if forward { 1 } else { count - 1 }) % count,
    };
    find.go(model);
    model.found = Some(find);
}

impl Find {
    /// Looks for what is typed now, and shows the best.
    fn typed(&mut self, model: &mut Model) {
        self.search(model);
        (self.at, self.offset) = (0, 0);
        if self.hits.is_empty() {
            // What nothing fits leads nowhere.
            self.before.clone().restore(model);
        } else {
            self.show(model);
        }
    }
}
