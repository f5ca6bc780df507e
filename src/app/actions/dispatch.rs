//! What every action does, whichever way it was asked for: by its key or by its name.

use crate::app::actions::motion::travel;
use crate::app::env::ThemeName;
use crate::app::keys::{Action, Panel};
use crate::app::nav::CameFrom;
use crate::app::overlays::{Commands, Dates, Find, NarrowList, Overlay, find, line_about};
use crate::app::panels::{Sort, Table, panel};
use crate::app::{Effect, Model};
use crate::report::ItemIx;

/// How much a zoom step draws of what was drawn before.
const ZOOM_STEP: f64 = 2.0;
/// The share of the drawn time that a step to the side moves.
const PAN_STEP: f64 = 0.1;

/// Does what an action does in the panels.
pub(in crate::app) fn perform(model: &mut Model, action: Action) -> Option<Effect> {
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Reread => return Some(Effect::Look),
        Action::OpenEditor => return model.open_editor(None),
        Action::OpenSource => return model.open_source(),
        Action::Cite => return model.cite(),
        Action::CopyWords => return model.copy_words(),
        Action::EditHere => return model.edit_here(),
        Action::Mouse => return Some(model.switch_mouse()),
        Action::Add => return model.add_item(),
        Action::Undo => return model.step_history(true),
        Action::Redo => return model.step_history(false),
        Action::NextTheme => set_theme(model, model.theme.next()),
        Action::SetTheme(theme) => set_theme(model, theme),
        Action::CiteAs(format) => {
            model.citation = format;
            return model.cite();
        }
        Action::NextPanel => go(model, model.focus.step(1)),
        Action::PreviousPanel => go(model, model.focus.step(Panel::ALL.len() - 1)),
        Action::Go(panel) => go(model, panel),
        Action::Zoom => model.zoomed = !model.zoomed,
        Action::Back => back(model),
        Action::Follow => follow(model),
        Action::NextFound => find::go_on(model, true),
        Action::PreviousFound => find::go_on(model, false),
        Action::Widen => model.widen(),
        action => return over(model, action),
    }
    None
}

/// What lays something over the panels.
fn over(model: &mut Model, action: Action) -> Option<Effect> {
    match action {
        Action::Help => {
            let offset = line_about(&model.keymap, model.focus);
            model.overlay = Some(Overlay::Help { offset });
        }
        Action::Diagnostics => model.open_diagnostics(false),
        Action::Changes => model.overlay = Some(Overlay::Changes { offset: 0 }),
        Action::OpenAddress => model.show_address(),
        Action::Find => model.overlay = Some(Overlay::Find(Box::new(Find::new(model)))),
        Action::Narrow => model.overlay = Some(Overlay::Narrow(Box::new(NarrowList::new(model)))),
        Action::Commands => {
            model.overlay = Some(Overlay::Commands(Box::new(Commands::new(model))));
        }
        Action::Dates => model.overlay = Some(Overlay::Dates(Box::new(Dates::new()))),
        action => in_panel(model, action),
    }
    None
}

/// What belongs to one panel.
fn in_panel(model: &mut Model, action: Action) {
    let sort = model.table.sort;
    match action {
        Action::SortNext => resort(model, sort.step(true)),
        Action::SortPrevious => resort(model, sort.step(false)),
        Action::SortBy(by) => resort(model, Sort { by, reversed: false }),
        Action::SortReverse => resort(model, Sort { reversed: !sort.reversed, ..sort }),
        Action::ZoomIn => model.timeline.zoom(&model.report, 1.0 / ZOOM_STEP),
        Action::ZoomOut => model.timeline.zoom(&model.report, ZOOM_STEP),
        Action::ZoomAll => model.timeline.zoom_all(),
        Action::PanEarlier => pan(model, -PAN_STEP),
        Action::PanLater => pan(model, PAN_STEP),
        Action::Periods => {
            model.timeline.switch_periods();
            arrive(model);
        }
        Action::PreviousFigure => panel::step_spot(model, false),
        Action::NextFigure => panel::step_spot(model, true),
        action => travel(model, action),
    }
}

fn set_theme(model: &mut Model, theme: ThemeName) {
    model.theme = theme;
    model.news.say(theme.says(model.depth));
}

/// Goes to a panel.
pub(in crate::app) fn go(model: &mut Model, panel: Panel) {
    model.focus = panel;
    model.came_from = None;
    match panel {
        Panel::Timeline => {
            model.on_event = matches!(model.timeline.current(), Some(ItemIx::Event(_)));
        }
        Panel::Gauges | Panel::Table => model.on_event = false,
        // The detail goes on about what it was about.
        Panel::Detail => {}
    }
}

/// One step back: out of a zoom, then to where Enter was pressed, then to where something was looked
/// for, then to all of the time, then to all that there is, then out of what is marked.
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
            model.timeline.stand_on(ItemIx::Event(event));
            go(model, Panel::Timeline);
        }
        None => back_from_list(model),
    }
}

fn back_from_list(model: &mut Model) {
    if let Some(find) = model.found.take() {
        find.before.restore(model);
    } else if model.focus == Panel::Timeline && model.timeline.is_zoomed() {
        model.timeline.zoom_all();
    } else if model.narrow.is_on() {
        model.widen();
    } else {
        model.news.clear();
    }
}

/// Leads on: from a figure to its detail, from an event to the indicators that it bears on.
fn follow(model: &mut Model) {
    let Some(from) = model.enter() else { return };
    if let CameFrom::Event { event, nth } = from {
        let event = model.report.event(event);
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
pub(in crate::app) fn arrive(model: &mut Model) {
    model.on_event = false;
    match model.timeline.current() {
        Some(ItemIx::Event(_)) => model.on_event = true,
        Some(ItemIx::Indicator(ix)) => model.selected = Some(ix),
        None => {}
    }
}

fn pan(model: &mut Model, share: f64) {
    let selected = model.selected.and_then(|ix| model.report.indicator(ix));
    let band = selected.and_then(|indicator| indicator.headline.period.as_ref());
    model.timeline.pan(share, band, model.as_of);
}

/// Puts the table in another order.
pub(in crate::app) fn resort(model: &mut Model, sort: Sort) {
    model.table = Table::new(&model.report, sort, model.as_of, &model.narrow.shown);
}
