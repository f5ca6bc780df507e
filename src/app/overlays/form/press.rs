//! Keys in a form.

use super::{Asked, Form, choices};
use crate::app::actions::undo::{CLAIM, Done, Kind, Pending, claim};
use crate::app::document::said_period;
use crate::app::keys::{Action, Key, Keymap, Scope};
use crate::app::overlays::Overlay;
use crate::app::{Effect, Model};
use crate::diagnostic::Severity;
use crate::edit::{Edited, Target, item, set};

/// A key while a form is open.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    let mut form = match model.overlay.take() {
        Some(Overlay::Form(form)) => form,
        other => {
            model.overlay = other;
            return None;
        }
    };
    let action = model.keymap.in_text(Scope::Form, key);
    let asked = form.asked.take();
    let mut effect = None;
    let mut stays = true;
    match action {
        Some(Action::Suspend) => effect = Some(Effect::Suspend),
        Some(Action::Quit) if !form.is_changed() || asked == Some(Asked::Quit) => {
            effect = Some(Effect::Quit);
        }
        Some(Action::Quit) => {
            let ends = format!("{key} once more ends all the same");
            form.ask(Asked::Quit, unsaved(&model.keymap, &ends));
        }
        Some(Action::Back) if form.picked.take().is_some() => {}
        Some(Action::Back) if !form.is_changed() || asked == Some(Asked::Leave) => stays = false,
        Some(Action::Back) => {
            let drops = format!("{key} once more drops what was typed");
            form.ask(Asked::Leave, unsaved(&model.keymap, &drops));
        }
        Some(Action::Save) => {
            if !form.accept(model) {
                effect = form.save(model, key, asked);
                stays = effect.is_some() || form.is_changed() || form.is_gone;
            }
        }
        Some(Action::TakeTheirs) => form.take_theirs(model),
        Some(Action::NextField) => form.go(true),
        Some(Action::PreviousField) => form.go(false),
        Some(Action::Up) => form.choose(model, false),
        Some(Action::Down) => form.choose(model, true),
        _ => form.type_key(model, key),
    }
    if stays {
        model.overlay = Some(Overlay::Form(form));
    }
    effect
}

/// That nothing is saved yet, what the key that was pressed does, and which one saves.
fn unsaved(keymap: &Keymap, does: &str) -> String {
    let saves = keymap.key_over(Scope::Form, Action::Save);
    let saves = saves.map(|key| format!(", {key} saves"));
    format!("not saved: {does}{}", saves.unwrap_or_default())
}

/// Text that was pasted.
pub(in crate::app) fn paste(model: &mut Model, text: &str) {
    model.overlay = match model.overlay.take() {
        Some(Overlay::Form(mut form)) => {
            if let Some(field) = form.fields.get_mut(form.at) {
                field.paste(text);
            }
            form.typed(model);
            Some(Overlay::Form(form))
        }
        other => other,
    };
}

impl Form {
    fn ask(&mut self, asked: Asked, says: String) {
        self.asked = Some(asked);
        self.says = Some(says);
    }

    fn type_key(&mut self, model: &Model, key: Key) {
        if self.fields.get_mut(self.at).is_some_and(|field| field.press(key)) {
            self.typed(model);
        }
    }

    fn typed(&mut self, model: &Model) {
        self.picked = None;
        self.says = None;
        self.settle();
        self.check(model);
    }

    /// The next field, or the one before, round and round. A choice that is only marked is not
    /// taken: whoever walks through a form changes nothing.
    fn go(&mut self, forward: bool) {
        self.picked = None;
        let count = self.fields.len().max(1);
        self.at = (self.at + if forward { 1 } else { count - 1 }) % count;
        if let Some(field) = self.fields.get_mut(self.at) {
            field.enter();
        }
    }

    /// Marks another choice; where there are none, the arrows lead from field to field.
    fn choose(&mut self, model: &Model, down: bool) {
        let all = choices(self, &model.report);
        let Some(last) = all.len().checked_sub(1) else {
            self.go(down);
            return;
        };
        // From what stands in the field, where that is one of them.
        let text = self.field().map_or("", |field| field.input.line());
        let from = self.picked.or_else(|| all.iter().position(|choice| choice.text == text));
        self.picked = match (from, down) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(at), true) => Some((at + 1).min(last)),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// Puts the marked choice into the field; false where none is marked.
    fn accept(&mut self, model: &Model) -> bool {
        let Some(at) = self.picked.take() else { return false };
        let Some(choice) = choices(self, &model.report).into_iter().nth(at) else { return false };
        if let Some(field) = self.fields.get_mut(self.at) {
            field.input.set(&choice.text);
            (field.is_touched, field.is_marked) = (true, false);
        }
        self.typed(model);
        true
    }

    fn take_theirs(&mut self, model: &Model) {
        for field in &mut self.fields {
            if let Some(theirs) = field.theirs.take() {
                field.input.set(&theirs);
            }
        }
        self.is_measured_anew = false;
        self.typed(model);
    }

    /// Asks for what was typed to be written; where that is not to be done yet, says why.
    fn save(&mut self, model: &mut Model, key: Key, asked: Option<Asked>) -> Option<Effect> {
        if self.is_gone {
            let says = "not saved: this is not in the file any more; what is typed stays here";
            self.says = Some(says.to_owned());
            return None;
        }
        if !self.is_changed() {
            return None;
        }
        if model.can_edit().is_err() {
            let says = "not saved: the file is broken or gone just now; what is typed stays here";
            self.says = Some(says.to_owned());
            return None;
        }
        if let Some(error) =
            self.checked.findings.iter().find(|finding| finding.severity == Severity::Error)
        {
            self.at = error.field.unwrap_or(self.at);
            self.says = Some("not saved: mend this first, it would break the file".to_owned());
            return None;
        }
        if self.is_contested() && asked != Some(Asked::Overwrite) {
            let takes = model.keymap.key_over(Scope::Form, Action::TakeTheirs);
            let takes = takes.map(|key| format!(", {key} takes what the file says"));
            let says = format!(
                "the file says something else by now: {key} once more writes yours over it{}",
                takes.unwrap_or_default()
            );
            self.ask(Asked::Overwrite, says);
            return None;
        }
        match set(&model.disk, &self.target, &self.changes()) {
            Ok(edited) => {
                let done = self.done(model, &edited);
                let text = edited.text.into();
                Some(model.save(Pending { kind: Kind::Form, text, done }))
            }
            Err(error) => {
                self.says = Some(format!("not saved: {error}"));
                None
            }
        }
    }

    /// The edit, with what it has to find and to meet when it is taken back.
    fn done(&self, model: &Model, edited: &Edited) -> Done {
        let mut done = Done::new(edited.step.clone(), self.words());
        let Some(after) = item(&edited.text, &self.target) else { return done };
        if let Some(point) = &self.point {
            done = done.of_point(point.clone(), point.dated(said_period(&after)));
        }
        if self.changes().iter().any(|(key, _)| CLAIM.contains(key)) {
            let before = claim(&model.disk, &self.target, &self.item);
            let after = claim(&edited.text, &self.target, &after);
            done = done.of_claim(before, after);
        }
        done
    }

    /// The item, by its name in the file.
    fn name(&self) -> &str {
        match &self.target {
            Target::Indicator(id) | Target::Event(id) => id,
            Target::Point { indicator, .. } => indicator,
            _ => &self.title,
        }
    }

    /// What is changed, in a few words: `debt-to-russia: value, wording`.
    fn words(&self) -> String {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        let keys: Vec<&str> = changed.map(|field| field.key.word()).collect();
        format!("{}: {}", self.name(), keys.join(", "))
    }
}
