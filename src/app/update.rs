use crate::app::card::panel;
use crate::app::travel::travel;
use crate::app::{
    About, Action, CameFrom, Dates, Effect, Find, Key, Model, Msg, NarrowList, Overlay, Panel,
    Phase, Sort, Table, TimelineRow, dates, find, form, narrow, overlay,
};

/// How much a zoom step draws of what was drawn before.
const ZOOM_STEP: f64 = 2.0;
/// The share of the drawn time that a step to the side moves.
const PAN_STEP: f64 = 0.1;

/// Takes a message into the model; what is to be done outside comes back as an effect.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let effect = take(model, msg);
    settle(model);
    effect
}

fn take(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Key(key) => {
            let before = About::of(model);
            model.news.pressed();
            let effect = press(model, key);
            // Whoever moves on does not wait for what is gone.
            if About::of(model) != before {
                model.wanted = None;
            }
            return effect;
        }
        Msg::Paste(text) => paste(model, &text),
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

fn press(model: &mut Model, key: Key) -> Option<Effect> {
    match model.overlay {
        Some(Overlay::Form(_)) => return form::press(model, key),
        Some(Overlay::Find(_)) => return find::press(model, key),
        Some(Overlay::Narrow(_)) => return narrow::press(model, key),
        Some(Overlay::Dates(_)) => return dates::press(model, key),
        _ => {}
    }
    let action = model.keymap.resolve(&model.scopes(), key)?;
    model.history.pressed(matches!(action, Action::Undo | Action::Redo));
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::NextTheme => next_theme(model),
        action if model.overlay.is_some() => return overlay::press(model, action),
        Action::Help => model.overlay = Some(Overlay::Help { offset: 0 }),
        Action::Diagnostics => model.open_diagnostics(false),
        Action::Changes => model.overlay = Some(Overlay::Changes { offset: 0 }),
        Action::Reread => return Some(Effect::Look),
        Action::OpenEditor => return model.open_editor(None),
        Action::OpenSource => return model.open_source(),
        Action::Cite => return model.cite(),
        Action::CopyWords => return model.copy_words(),
        Action::OpenAddress => model.show_address(),
        Action::EditHere => return model.edit_here(),
        Action::Add => return model.add_item(),
        Action::Undo => return model.step_history(true),
        Action::Redo => return model.step_history(false),
        Action::NextPanel => go(model, model.focus.step(1)),
        Action::PreviousPanel => go(model, model.focus.step(Panel::ALL.len() - 1)),
        Action::Go(panel) => go(model, panel),
        Action::Zoom => model.zoomed = !model.zoomed,
        Action::Back => back(model),
        Action::Follow => follow(model),
        Action::SortNext => resort(model, model.table.sort.step(true)),
        Action::SortPrevious => resort(model, model.table.sort.step(false)),
        Action::SortReverse => {
            let reversed = !model.table.sort.reversed;
            resort(model, Sort { reversed, ..model.table.sort });
        }
        Action::Find => model.overlay = Some(Overlay::Find(Box::new(Find::new(model)))),
        Action::NextFound => find::step(model, true),
        Action::PreviousFound => find::step(model, false),
        Action::Narrow => model.overlay = Some(Overlay::Narrow(Box::new(NarrowList::new(model)))),
        Action::Widen => model.widen(),
        Action::Dates => model.overlay = Some(Overlay::Dates(Box::new(Dates::new()))),
        Action::ZoomIn => model.timeline.zoom(&model.report, 1.0 / ZOOM_STEP),
        Action::ZoomOut => model.timeline.zoom(&model.report, ZOOM_STEP),
        Action::ZoomAll => model.timeline.zoom_all(),
        Action::PanEarlier => pan(model, -PAN_STEP),
        Action::PanLater => pan(model, PAN_STEP),
        Action::Periods => {
            model.timeline.switch_periods();
            arrive(model);
        }
        Action::PreviousPoint => panel::step_point(model, false),
        Action::NextPoint => panel::step_point(model, true),
        action => travel(model, action),
    }
    None
}

fn next_theme(model: &mut Model) {
    model.theme = model.theme.next();
    model.news.say(model.theme.says(model.depth));
}

fn go(model: &mut Model, panel: Panel) {
    model.focus = panel;
    model.came_from = None;
    match panel {
        Panel::Timeline => {
            model.on_event = matches!(model.timeline.current(), Some(TimelineRow::Event(_)));
        }
        Panel::Gauges | Panel::Table => model.on_event = false,
        // The detail goes on about what it was about.
        Panel::Detail => {}
    }
}

/// One step back: out of a zoom, then to where Enter was pressed, then to where something was
/// looked for, then to all that there is, then out of what is marked.
fn back(model: &mut Model) {
    let found_from_zoomed = model.found.as_ref().is_some_and(|find| find.before.is_zoomed());
    let leads_to_zoomed = match model.came_from {
        Some(_) => model.came_from_zoomed,
        None => found_from_zoomed,
    };
    if model.zoomed && !leads_to_zoomed {
        model.zoomed = false;
        return;
    }
    match model.came_from.take() {
        Some(CameFrom::Panel(panel)) => go(model, panel),
        Some(CameFrom::Event { event, .. }) => {
            model.timeline.stand_on(TimelineRow::Event(event));
            go(model, Panel::Timeline);
        }
        None => back_from_list(model),
    }
}

fn back_from_list(model: &mut Model) {
    if let Some(find) = model.found.take() {
        find.before.restore(model);
    } else if model.narrow.is_on() {
        model.widen();
    } else {
        model.news.clear();
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

/// Leads on: from a figure to its detail, from an event to the indicators that it bears on.
fn follow(model: &mut Model) {
    let Some(from) = model.enter() else { return };
    if let CameFrom::Event { event, nth } = from {
        let event = model.report.events.get(event);
        model.selected = event.and_then(|event| event.indicators.get(nth)).copied();
        model.on_event = false;
    }
    if model.came_from.is_none() {
        model.came_from_zoomed = model.zoomed;
    }
    model.came_from = Some(from);
    model.focus = Panel::Detail;
}

/// Selects everywhere what is selected in the timeline.
pub(super) fn arrive(model: &mut Model) {
    model.on_event = false;
    match model.timeline.current() {
        Some(TimelineRow::Event(_)) => model.on_event = true,
        Some(TimelineRow::Indicator(ix)) => model.selected = Some(ix),
        None => {}
    }
}

fn pan(model: &mut Model, share: f64) {
    let selected = model.selected.and_then(|ix| model.report.indicator(ix));
    let band = selected.and_then(|indicator| indicator.headline.period.as_ref());
    model.timeline.pan(share, band, model.as_of);
}

fn resort(model: &mut Model, sort: Sort) {
    model.table = Table::new(&model.report, sort, model.as_of, &model.narrow.shown);
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
        model.gauges.reveal(ix, view(Panel::Gauges));
        model.table.reveal(ix, view(Panel::Table));
    }
    model.timeline.see(model.selected, model.came_from_event().is_some());
    model.timeline.reveal(layout.inner_height(Panel::Timeline).saturating_sub(1));
    panel::settle(model);
    overlay::settle(model);
}
