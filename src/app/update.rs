use crate::app::card::panel;
use crate::app::{
    Action, CameFrom, Effect, Key, Model, Msg, Overlay, Panel, Phase, Size, Sort, Table,
    TimelineRow, help, resolve,
};

/// How much a zoom step draws of what was drawn before.
const ZOOM_STEP: f64 = 2.0;
/// The share of the drawn time that a step to the side moves.
const PAN_STEP: f64 = 0.1;

/// Lines of the screen that the help leaves to its border and to the line of keys.
const HELP_FRAME: u16 = 3;

/// Takes a message into the model; what is to be done outside comes back as an effect.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let effect = match msg {
        Msg::Key(key) => press(model, key),
        Msg::Resize(size) => {
            model.size = size;
            None
        }
        Msg::Loaded(loaded) => {
            model.take(*loaded);
            None
        }
        Msg::Edited(_) => None,
    };
    settle(model);
    effect
}

fn press(model: &mut Model, key: Key) -> Option<Effect> {
    match resolve(&model.scopes(), key)? {
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        action if model.overlay.is_some() => in_help(model, action),
        Action::Help => model.overlay = Some(Overlay::Help { offset: 0 }),
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

/// One step back: out of a zoom, then to where Enter was pressed.
fn back(model: &mut Model) {
    let leads_to_zoomed = model.came_from.is_some() && model.came_from_zoomed;
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
        None => {}
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
fn arrive(model: &mut Model) {
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
    model.table = Table::new(&model.report, sort, model.as_of);
}

fn in_help(model: &mut Model, action: Action) {
    let Some(Overlay::Help { offset }) = &mut model.overlay else {
        return;
    };
    let page = usize::from(model.size.height.saturating_sub(HELP_FRAME)).max(1);
    match action {
        Action::Back | Action::Help => model.overlay = None,
        action => *offset = step(*offset, help_end(model.size), page, action),
    }
}

/// The offset at which the last line of the help stands at the bottom.
fn help_end(size: Size) -> usize {
    help().len().saturating_sub(usize::from(size.height.saturating_sub(HELP_FRAME)))
}

/// Moves by rows in the focused panel.
fn travel(model: &mut Model, action: Action) {
    // The first line of gauges, table and timeline holds headings or the axis.
    let view = model.layout().inner_height(model.focus);
    let page = view.saturating_sub(1).max(1);
    match model.focus {
        Panel::Gauges => {
            let row = model.selected.map_or(0, |ix| model.gauges.place(ix));
            let page = model.gauges.page(page);
            let row = step(row, last(model.gauges.order.len()), page, action);
            model.selected = model.gauges.order.get(row).copied();
        }
        Panel::Table => {
            let row = model.selected.map_or(0, |ix| model.table.place(ix));
            let row = step(row, last(model.table.order.len()), page, action);
            model.selected = model.table.order.get(row).copied();
        }
        Panel::Timeline => {
            let rows = model.timeline.rows().len();
            model.timeline.row = step(model.timeline.row, last(rows), page, action);
            arrive(model);
        }
        Panel::Detail => {
            let end = model.card.lines.len().saturating_sub(view);
            model.card_offset = step(model.card_offset, end, view.max(1), action);
        }
    }
}

fn last(rows: usize) -> usize {
    rows.saturating_sub(1)
}

/// The row that a movement leads to, from 0 to `last`.
fn step(row: usize, last: usize, page: usize, action: Action) -> usize {
    let half = page.div_ceil(2);
    let row = match action {
        Action::Up => row.saturating_sub(1),
        Action::Down => row.saturating_add(1),
        Action::HalfUp => row.saturating_sub(half),
        Action::HalfDown => row.saturating_add(half),
        Action::PageUp => row.saturating_sub(page),
        Action::PageDown => row.saturating_add(page),
        Action::First => 0,
        Action::Last => last,
        _ => row,
    };
    row.min(last)
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
    if let Some(Overlay::Help { offset }) = &mut model.overlay {
        *offset = (*offset).min(help_end(model.size));
    }
}
