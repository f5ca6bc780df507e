//! Keys in a form.

use super::{Asked, Form, choices};
use crate::app::document::{CLAIM, Edit, Pending, SaveKind, claim, period_of, renamed};
use crate::app::keys::{Action, Key, Keymap, Scope};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, Why};
use crate::diagnostic::Severity;
use crate::edit::{Edited, Target, item, set};
use crate::report::{ItemId, Report};

/// That nothing is saved yet, what the key that was pressed does, and which one saves.
fn unsaved(keymap: &Keymap, does: &str) -> String {
    let saves = keymap.key_over(Scope::Form, Action::Save);
    let saves = saves.map(|key| format!(", {key} saves"));
    format!("not saved: {does}{}", saves.unwrap_or_default())
}

impl Layer for Form {
    fn scope(&self) -> Scope {
        Scope::Form
    }

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
            Some(Action::Save) => {
                if !self.accept(cx) {
                    let request = self.save(cx, key, asked);
                    let stays = request.is_some() || self.is_changed() || self.is_gone;
                    return Outcome { stays, request };
                }
            }
            Some(Action::TakeTheirs) => self.take_theirs(cx),
            Some(Action::NextField) => self.go(true),
            Some(Action::PreviousField) => self.go(false),
            Some(Action::Up) => self.choose(cx, false),
            Some(Action::Down) => self.choose(cx, true),
            _ => self.type_key(cx, key),
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

    fn wheel(&mut self, _: Press, _: &Context<'_>) -> Outcome {
        Outcome::STAYS
    }

    fn rename(&mut self, before: &ItemId, now: &ItemId) {
        self.target = renamed(&self.target, before, now).unwrap_or_else(|| self.target.clone());
        if let (Some(point), ItemId::Indicator(id)) = (&mut self.point, now) {
            point.rename(before, id);
        }
    }

    fn reload(&mut self, _: &Report, cx: &Context<'_>) {
        self.follow_file(cx);
    }

    fn can(&self, action: Action, _: &Context<'_>) -> Result<(), Why> {
        match action {
            Action::TakeTheirs if !self.is_contested() => Err(Why::Nothing),
            _ => Ok(()),
        }
    }
}

impl Form {
    fn ask(&mut self, asked: Asked, says: String) {
        self.asked = Some(asked);
        self.says = Some(says);
    }

    fn type_key(&mut self, cx: &Context<'_>, key: Key) {
        if self.fields.get_mut(self.at).is_some_and(|field| field.press(key)) {
            self.typed(cx);
        }
    }

    fn typed(&mut self, cx: &Context<'_>) {
        self.picked = None;
        self.says = None;
        self.settle();
        self.check(cx);
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
    fn choose(&mut self, cx: &Context<'_>, down: bool) {
        let all = choices(self, &cx.doc.report);
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
    fn accept(&mut self, cx: &Context<'_>) -> bool {
        let Some(at) = self.picked.take() else { return false };
        let Some(choice) = choices(self, &cx.doc.report).into_iter().nth(at) else { return false };
        if let Some(field) = self.fields.get_mut(self.at) {
            field.input.set(&choice.text);
            (field.is_touched, field.is_marked) = (true, false);
        }
        self.typed(cx);
        true
    }

    fn take_theirs(&mut self, cx: &Context<'_>) {
        for field in &mut self.fields {
            if let Some(theirs) = field.theirs.take() {
                field.input.set(&theirs);
            }
        }
        self.is_measured_anew = false;
        self.typed(cx);
    }

    /// Asks for what was typed to be written; where that is not to be done yet, says why.
    fn save(&mut self, cx: &Context<'_>, key: Key, asked: Option<Asked>) -> Option<Request> {
        if self.is_gone {
            let says = "not saved: this is not in the file any more; what is typed stays here";
            self.says = Some(says.to_owned());
            return None;
        }
        if !self.is_changed() {
            return None;
        }
        if !cx.doc.is_editable() {
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
            let takes = cx.env.keymap.key_over(Scope::Form, Action::TakeTheirs);
            let takes = takes.map(|key| format!(", {key} takes what the file says"));
            let says = format!(
                "the file says something else by now: {key} once more writes yours over it{}",
                takes.unwrap_or_default()
            );
            self.ask(Asked::Overwrite, says);
            return None;
        }
        match set(&cx.doc.disk, &self.target, &self.changes()) {
            Ok(edited) => {
                let edit = self.edit(cx, &edited);
                let text = edited.text.into();
                let pending = Pending { kind: SaveKind::Form, text, edit };
                Some(Request::Save(Box::new(pending)))
            }
            Err(error) => {
                self.says = Some(format!("not saved: {error}"));
                None
            }
        }
    }

    /// The edit, with what it has to find and to meet when it is taken back.
    fn edit(&self, cx: &Context<'_>, edited: &Edited) -> Edit {
        let mut edit = Edit::new(edited.step.clone(), self.words());
        let Some(after) = item(&edited.text, &self.target) else { return edit };
        let point = self.point.as_ref();
        edit.point = point.map(|point| (point.clone(), point.dated(period_of(&after))));
        if self.changes().iter().any(|(key, _)| CLAIM.contains(key)) {
            let before = claim(&cx.doc.disk, &self.target, &self.item);
            let after = claim(&edited.text, &self.target, &after);
            edit.claim = Some((before, after));
        }
        edit
    }

    /// The item, by its name in the file.
    fn name(&self) -> &str {
        match &self.target {
            Target::Indicator(id) | Target::Event(id) => id,
            Target::Point { indicator, .. } => indicator,
            Target::Series { .. } => &self.title,
        }
    }

    /// What is changed, in a few words: `debt-to-russia: value, wording`.
    fn words(&self) -> String {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        let keys: Vec<&str> = changed.map(|field| field.key.word()).collect();
        format!("{}: {}", self.name(), keys.join(", "))
    }
}
