use crate::app::actions::dispatch::perform;
use crate::app::actions::mouse;
use crate::app::document::Phase;
use crate::app::keys::{Action, Key, Panel};
use crate::app::overlays::{Overlay, commands, dates, filter, find, form};
use crate::app::panels::panel;
use crate::app::{Effect, Model, Msg, overlays};

/// Takes a message into the model; what is to be done outside comes back as an effect.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let effect = take(model, msg);
    settle(model);
    effect
}

fn take(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Key(key) => {
            model.news.pressed();
            return moves(model, |model| press(model, key));
        }
        Msg::Mouse(event) => return moves(model, |model| mouse::take(model, event)),
        Msg::Paste(text) => moves(model, |model| paste(model, &text)),
        Msg::Resize(size) => model.size = size,
        Msg::Loaded(version) => model.arrive(*version),
        Msg::Lost { why, gone, at } => model.lose(why, gone, at),
        Msg::MayWrite(result) => model.may_write(result),
        Msg::Saved(result) => return model.saved(result),
        Msg::Created(result) => return model.created(result),
        Msg::Edited(result) => model.edited(result),
        Msg::Copied(result) => model.copied(result),
        Msg::Opened(result) => model.opened(result),
    }
    None
}

/// Does what may move the selection: whoever moves on does not wait for what is gone.
fn moves<T>(model: &mut Model, does: impl FnOnce(&mut Model) -> T) -> T {
    let before = model.item();
    let done = does(model);
    if model.item() != before {
        model.wanted = None;
    }
    done
}

fn press(model: &mut Model, key: Key) -> Option<Effect> {
    match model.overlay {
        Some(Overlay::Form(_)) => return form::press(model, key),
        Some(Overlay::Find(_)) => return find::press(model, key),
        Some(Overlay::Narrow(_)) => return filter::press(model, key),
        Some(Overlay::Commands(_)) => return commands::press(model, key),
        Some(Overlay::Dates(_)) => return dates::press(model, key),
        _ => {}
    }
    let action = model.keymap.resolve(&model.scopes(), key)?;
    model.history.pressed(matches!(action, Action::Undo | Action::Redo));
    match action {
        Action::Quit | Action::Suspend | Action::NextTheme | Action::Mouse => {
            perform(model, action)
        }
        action if model.overlay.is_some() => overlays::press(model, action),
        action => perform(model, action),
    }
}

/// Text that was pasted: it goes where text is typed.
fn paste(model: &mut Model, text: &str) {
    match model.overlay.take() {
        Some(Overlay::Find(find)) => find::paste(model, find, text),
        Some(Overlay::Narrow(mut list)) => {
            list.picker.paste(text);
            model.overlay = Some(Overlay::Narrow(list));
        }
        Some(Overlay::Commands(mut commands)) => {
            commands.picker.paste(text);
            model.overlay = Some(Overlay::Commands(commands));
        }
        Some(Overlay::Dates(mut dates)) => {
            dates.input.paste(text);
            model.overlay = Some(Overlay::Dates(dates));
        }
        other => {
            model.overlay = other;
            form::paste(model, text);
        }
    }
}

/// Brings everything that follows from a change into line: the card, and what is in view.
fn settle(model: &mut Model) {
    if model.phase == Phase::Loading {
        return;
    }
    let layout = model.layout();
    if let Some(ix) = model.selected {
        // The first line of gauges and table holds the headings of their columns.
        let view = |panel| layout.inner_height(panel).saturating_sub(1);
        model.gauges.reveal(ix, view(Panel::Gauges), layout.inner(Panel::Gauges).width);
        model.table.reveal(ix, view(Panel::Table));
    }
    model.timeline.see(model.selected, model.came_from_event().is_some());
    model.timeline.reveal(layout.inner_height(Panel::Timeline).saturating_sub(1));
    panel::settle(model);
    overlays::settle(model);
}
