//! Keys, text and the mouse for what lies over the panels, and what it asks for.

use ratatui::layout::Position;

use crate::app::actions::dispatch::{perform, run};
use crate::app::keys::{Action, Key, Panel, Scope};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request};
use crate::app::panels::Layout;

/// A key while an overlay is open.
pub(crate) fn press_over(model: &mut Model, key: Key) -> Option<Effect> {
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
    match action {
        Some(action) if is_global(scope, action) => return perform(model, action),
        Some(action) => {
            if let Err(why) = model.can(action) {
                model.refuse(why);
                return None;
            }
        }
        None => {}
    }
    over(model, |layer, cx| layer.press(Press { key, action }, cx))
}

/// Whether an action does the same as in the panels. A form asks before it is left.
fn is_global(scope: Scope, action: Action) -> bool {
    match action {
        Action::Quit | Action::Suspend => scope != Scope::Form,
        Action::NextTheme | Action::Mouse => !scope.takes_text(),
        _ => false,
    }
}

/// Text that was pasted: it goes where text is typed.
pub(crate) fn paste(model: &mut Model, text: &str) -> Option<Effect> {
    over(model, |layer, cx| layer.paste(text, cx))
}

/// A click, by the layout that was drawn.
pub(super) fn click(model: &mut Model, layout: &Layout, at: Position) -> Option<Effect> {
    over(model, |layer, cx| layer.click(at, &Context { layout: *layout, ..*cx }))
}

/// A step of the wheel.
pub(super) fn wheel(model: &mut Model, action: Action) -> Option<Effect> {
    let key = model.env.keymap.key(&model.scopes(), action)?;
    over(model, |layer, cx| layer.wheel(Press { key, action: Some(action) }, cx))
}

/// Lets the overlay take something in, and does what it asks for.
fn over(
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
            Request::Do(Action::Quit) => return Some(Effect::Quit),
            Request::Do(_) => return Some(Effect::Suspend),
            Request::Run(command) => return run(self, command),
            Request::Edit(line) => return self.open_editor(line),
            Request::Create(then) => return Some(self.create(then)),
            Request::Open(address) => return Some(Effect::Open(address)),
            Request::Copy(address) => return Some(self.send("address", address.to_string())),
            Request::Save(pending) => return Some(self.save(*pending)),
            Request::Select(item) => self.nav.select(item, &mut self.panels),
            Request::Restore(bookmark) => {
                bookmark.restore(&self.doc, &mut self.nav, &mut self.panels);
            }
            Request::GoTo(found) => {
                self.nav.found = Some(found);
                self.go_to_found();
            }
            Request::Filter(facets) => self.filter_by(facets),
            Request::Draw(span) => {
                self.panels.timeline.draw(span, &self.doc.report, self.env.as_of);
                self.nav.focus = Panel::Timeline;
                self.nav.select_row(&self.panels);
            }
        }
        None
    }
}
