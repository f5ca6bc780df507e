//! Passes keys, text and the mouse to the open overlay, and does what it asks for.

use ratatui::layout::Position;

use crate::app::actions::dispatch::{perform, run};
use crate::app::document::Notice;
use crate::app::keys::{Action, Key, Panel, Scope};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request};
use crate::app::panels::Layout;
use crate::report::counted;

/// Takes a key while an overlay is open.
pub(super) fn press_in_overlay(model: &mut Model, key: Key) -> Option<Effect> {
    let scope = model.scopes()[0];
    let keymap = &model.env.keymap;
    let action = if scope.takes_text() {
        keymap.in_text(scope, key)
    } else {
        keymap.resolve(&[scope, Scope::Everywhere], key)
    };
    if !scope.takes_text() {
        model.edits.history.pressed(action?);
    }
    if let Some(action) = action {
        if is_global(scope, action) {
            return perform(model, action);
        }
        model.allow(action)?;
    }
    with_layer(model, |layer, cx| layer.press(Press { key, action }, cx))
}

/// Whether an action does the same as in the panels. A form asks before the user quits.
fn is_global(scope: Scope, action: Action) -> bool {
    match action {
        Action::Quit | Action::Suspend => scope != Scope::Form,
        Action::NextTheme | Action::Mouse => !scope.takes_text(),
        _ => false,
    }
}

/// Takes text that was pasted, or that arrived at once: it goes to the text field. Without one
/// nothing is done, as its letters are not meant as keys.
pub(crate) fn paste(model: &mut Model, text: &str) -> Option<Effect> {
    model.news.pressed();
    let scope = model.scopes()[0];
    if !scope.takes_text() {
        let finds = match scope {
            Scope::Panel(_) => model.with_key(Action::Find, |key| format!(" · {key} finds")),
            _ => String::new(),
        };
        let letters = counted(text.chars().count(), "character");
        model.news.trouble(Notice::new(
            format!("{letters} arrived at once, as from a paste: nothing was run{finds}"),
            "taken for a paste: nothing was run",
        ));
        return None;
    }
    with_layer(model, |layer, cx| layer.paste(text, cx))
}

/// Takes a click; the layout is the one that was drawn.
pub(super) fn click(model: &mut Model, layout: &Layout, at: Position) -> Option<Effect> {
    with_layer(model, |layer, cx| layer.click(at, &Context { layout: *layout, ..*cx }))
}

/// Takes a step of the wheel, [`Action::Up`] or [`Action::Down`], as that key. In a form the key
/// would change a field, so the wheel does nothing there.
pub(super) fn wheel(model: &mut Model, action: Action) -> Option<Effect> {
    if model.scopes()[0] == Scope::Form {
        return None;
    }
    let key = model.env.keymap.key(&model.scopes(), action)?;
    with_layer(model, |layer, cx| layer.press(Press { key, action: Some(action) }, cx))
}

/// Lets the overlay take something, and does what it asks for.
fn with_layer(
    model: &mut Model,
    take: impl FnOnce(&mut dyn Layer, &Context<'_>) -> Outcome,
) -> Option<Effect> {
    let mut overlay = model.overlay.take()?;
    let outcome = take(overlay.layer_mut(), &model.context());
    model.overlay = Some(overlay).filter(|_| outcome.stays);
    model.grant(outcome.request?)
}

impl Model {
    /// Does what an overlay asks for.
    fn grant(&mut self, request: Request) -> Option<Effect> {
        match request {
            Request::Do(action) => return perform(self, action),
            Request::Run(command) => return run(self, command),
            Request::Edit(line) => return self.open_editor(line),
            Request::Create(then) => return Some(self.create(then)),
            Request::ReadCommit => return Some(Effect::ReadCommit(self.env.as_of)),
            Request::Add => return self.add_item(),
            Request::Hold(name) => return self.hold_article(&name),
            Request::Open(address) => return Some(Effect::Open(address)),
            Request::OpenCopy(name) => return Some(Effect::OpenCopy(name)),
            Request::Copy(address) => return Some(self.copy("address", address.to_string())),
            Request::Save(pending) => return Some(self.save(*pending)),
            Request::Select(item) => self.nav.select(item, &mut self.panels),
            Request::Restore(bookmark) => {
                bookmark.restore(&mut self.nav, &mut self.panels);
            }
            Request::GoTo(found) => {
                self.nav.found = Some(found);
                self.go_to_found();
            }
            Request::Filter(facets) => self.filter_by(facets),
            Request::Draw(span) => {
                self.panels.timeline.draw(span, &self.doc.report, self.env.as_of);
                self.nav.focus = Panel::Timeline;
                self.nav.select_row(&mut self.panels);
            }
        }
        None
    }
}
