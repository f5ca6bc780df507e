//! Keys in a form.

use super::{Asked, Field, Form, choices};
use crate::app::document::{Edit, Pending, SaveKind, renamed};
use crate::app::keys::{Action, Key, Keymap, Scope};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, Why};
use crate::diff::Matching;
use crate::edit::{Target, set};
use crate::report::ItemId;

/// Says that a form that cannot be saved keeps its text.
const KEPT: &str = "what is typed stays here";

/// A message that nothing is saved yet: what the pressed key does, and which key saves.
fn unsaved(keymap: &Keymap, does: &str) -> String {
    let saves = keymap.key_in_overlay(Scope::Form, Action::Save);
    let saves = saves.map(|key| format!(", {key} saves"));
    format!("not saved: {does}{}", saves.unwrap_or_default())
}

impl Layer for Form {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        let key = press.key;
        let asked = self.asked.take();
        match press.action {
            Some(Action::Suspend) => return Outcome::stays_and(Request::Do(Action::Suspend)),
            Some(Action::Quit) if !self.is_changed() || asked == Some(Asked::Quit) => {
                return Outcome::stays_and(Request::Do(Action::Quit));
            }
            Some(Action::Quit) => {
                let ends = format!("{key} once more ends all the same");
                self.ask(Asked::Quit, unsaved(&cx.env.keymap, &ends));
            }
            Some(Action::Back) if self.picked.take().is_some() => {}
            Some(Action::Back) if !self.is_changed() || asked == Some(Asked::Leave) => {
                return Outcome::CLOSES;
            }
            Some(Action::Back) => {
                let drops = format!("{key} once more drops what was typed");
                self.ask(Asked::Leave, unsaved(&cx.env.keymap, &drops));
            }
            Some(Action::Save) if self.accept(cx) => {}
            Some(Action::Save) => {
                let request = self.save(cx, key, asked).unwrap_or_else(|why| {
                    self.message = Some(why);
                    None
                });
                let stays = request.is_some() || self.is_changed() || self.is_gone;
                return Outcome { stays, request };
            }
            Some(Action::TakeTheirs) => {
                for field in &mut self.fields {
                    if let Some(in_file) = field.conflict.take() {
                        field.input.set(&in_file);
                    }
                }
                self.has_other_unit = false;
                self.typed(cx);
            }
            Some(Action::NextField) => self.go(true),
            Some(Action::PreviousField) => self.go(false),
            Some(Action::Up) => self.choose(cx, false),
            Some(Action::Down) => self.choose(cx, true),
            _ => {
                if self.fields.get_mut(self.at).is_some_and(|field| field.press(key)) {
                    self.typed(cx);
                }
            }
        }
        Outcome::STAYS
    }

    fn paste(&mut self, text: &str, cx: &Context<'_>) -> Outcome {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.paste(text);
        }
        self.typed(cx);
        Outcome::STAYS
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Save && self.picked.is_some()).then_some("take")
    }

    fn rename(&mut self, before: &ItemId, now: &ItemId) {
        self.target = renamed(&self.target, before, now).unwrap_or_else(|| self.target.clone());
        if let (Some(point), ItemId::Indicator(id)) = (&mut self.point, now) {
            point.rename(before, id);
        }
    }

    fn reload(&mut self, _: &Matching, cx: &Context<'_>) {
        self.follow_file(cx);
    }

    fn can(&self, action: Action, _: &Context<'_>) -> Result<(), Why> {
        match action {
            Action::TakeTheirs if !self.has_conflict() => Err(Why::Nothing),
            _ => Ok(()),
        }
    }
}

impl Form {
    fn ask(&mut self, asked: Asked, message: String) {
        self.asked = Some(asked);
        self.message = Some(message);
    }

    fn typed(&mut self, cx: &Context<'_>) {
        self.picked = None;
        self.message = None;
        self.settle();
        self.check(cx);
    }

    /// Goes to the next field or to the one before; after the last comes the first. A choice that
    /// is only marked is not taken, so that walking through a form changes nothing.
    fn go(&mut self, forward: bool) {
        self.picked = None;
        let count = self.fields.len().max(1);
        self.at = (self.at + if forward { 1 } else { count - 1 }) % count;
        if let Some(field) = self.fields.get_mut(self.at) {
            field.enter();
        }
    }

    /// Marks another choice; in a field without choices the arrows lead from field to field.
    fn choose(&mut self, cx: &Context<'_>, down: bool) {
        let all = choices(self, &cx.doc.report);
        let Some(last) = all.len().checked_sub(1) else {
            self.go(down);
            return;
        };
        // Begins at the text of the field, if that is one of the choices.
        let text = self.field().map(Field::part).unwrap_or_default();
        let from = self.picked.or_else(|| all.iter().position(|choice| choice.text == text));
        self.picked = match (from, down) {
            (None, down) => down.then_some(0),
            (Some(at), true) => Some((at + 1).min(last)),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// Puts the marked choice into the field; false if none is marked.
    fn accept(&mut self, cx: &Context<'_>) -> bool {
        let Some(at) = self.picked.take() else { return false };
        let Some(choice) = choices(self, &cx.doc.report).into_iter().nth(at) else { return false };
        if let Some(field) = self.fields.get_mut(self.at) {
            field.choose(&choice.text);
        }
        self.typed(cx);
        true
    }

    /// The request to write what was typed; `None` if nothing was.
    ///
    /// # Errors
    /// If it cannot be written yet, with the message for the user.
    fn save(
        &mut self,
        cx: &Context<'_>,
        key: Key,
        asked: Option<Asked>,
    ) -> Result<Option<Request>, String> {
        if self.is_gone {
            return Err(format!("not saved: this is not in the file any more; {KEPT}"));
        }
        if !self.is_changed() {
            return Ok(None);
        }
        if !cx.doc.is_editable() {
            return Err(format!("not saved: the file is broken or gone just now; {KEPT}"));
        }
        if let Some(error) = self.checked.errors().next() {
            self.at = error.field.unwrap_or(self.at);
            return Err("not saved: fix this first, it would break the file".into());
        }
        if self.has_conflict() && asked != Some(Asked::Overwrite) {
            let takes = cx.env.keymap.key_in_overlay(Scope::Form, Action::TakeTheirs);
            let takes = takes.map(|key| format!(", {key} takes what the file says"));
            self.asked = Some(Asked::Overwrite);
            return Err(format!(
                "the file says something else now: {key} once more writes yours over it{}",
                takes.unwrap_or_default()
            ));
        }
        let edited = set(&cx.doc.disk, &self.target, &self.changes())
            .map_err(|error| format!("not saved: {error}"))?;
        let edit = Edit::new(edited.step, self.words());
        let pending = Pending { kind: SaveKind::Form, text: edited.text.into(), edit };
        Ok(Some(Request::Save(Box::new(pending))))
    }

    /// The changes in a few words: `debt-to-russia: value, wording`.
    fn words(&self) -> String {
        let name = match &self.target {
            Target::Indicator(id) | Target::Event(id) => id,
            Target::Point { indicator, .. } => indicator,
            Target::Series { .. } => &self.title,
        };
        let changed = self.fields.iter().filter(|field| field.is_changed());
        let keys: Vec<&str> = changed.map(|field| field.key.word()).collect();
        format!("{name}: {}", keys.join(", "))
    }
}
