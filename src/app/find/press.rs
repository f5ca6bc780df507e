//! Keys while something is being found, and after.

use super::Find;
use crate::app::typing::{TextPress, text_press};
use crate::app::{Action, Effect, Key, Model, Overlay, Scope};

/// A key while words are typed.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    let Some(Overlay::Find(mut find)) = model.overlay.take() else { return None };
    match text_press(&model.keymap, Scope::Find, key) {
        TextPress::Effect(effect) => {
            model.overlay = Some(Overlay::Find(find));
            return Some(effect);
        }
        TextPress::Do(Action::Accept) if find.marked().is_some() => {
            find.go(model);
            find.forget();
            model.found = Some(find);
            return None;
        }
        TextPress::Do(Action::Accept | Action::Back) => {
            let Find { before, .. } = *find;
            before.restore(model);
            return None;
        }
        TextPress::Do(action) => {
            let last = find.hits.len().saturating_sub(1);
            let page = model.layout().list_height().max(1);
            find.at = crate::app::travel::step(find.at, last, page, action);
            find.show(model);
        }
        TextPress::Text => {
            if find.input.press(key) {
                find.typed(model);
            }
        }
    }
    model.overlay = Some(Overlay::Find(find));
    None
}

/// Text that was pasted.
pub(in crate::app) fn paste(model: &mut Model, mut find: Box<Find>, text: &str) {
    find.input.paste(text);
    find.typed(model);
    model.overlay = Some(Overlay::Find(find));
}

/// Goes to the next of what was found, or to the one before, round and round.
pub(in crate::app) fn step(model: &mut Model, forward: bool) {
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
