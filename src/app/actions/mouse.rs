//! The mouse: what is pressed is what is drawn there.

mod lists;

use ratatui::layout::Position;

use crate::app::actions::dispatch::{arrive, go, resort};
use crate::app::actions::motion;
use crate::app::document::Phase;
use crate::app::keys::{Action, Panel};
use crate::app::panels::{
    Arrangement, GaugeLine, Layout, Sort, TimelineColumns, column_places, panel,
};
use crate::app::{Effect, Model, overlays};

/// What was done with the mouse, and on which cell of the terminal, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// The column.
    pub x: u16,
    /// The line.
    pub y: u16,
    /// What was done.
    pub kind: MouseKind,
}

/// What was done with the mouse; movement alone is never told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MouseKind {
    /// The left button was pressed.
    Press,
    /// The mouse was moved while the left button was held.
    Drag,
    /// The left button was let go.
    Release,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// Rows or lines that a step of the wheel moves.
const STEP: usize = 3;

/// The mouse as far as it has to be remembered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Pointer {
    /// Whether it is on: off at the start, as it takes the selection of text away.
    on: bool,
    /// The column by which it holds the time of the timeline.
    held: Option<u16>,
}

impl Model {
    /// Turns the mouse on or off.
    pub(in crate::app) fn switch_mouse(&mut self) -> Effect {
        self.pointer = Pointer { on: !self.pointer.on, held: None };
        let off = self.with_key(Action::Mouse, |key| format!("; {key} turns it off"));
        let forms = if self.pointer.on {
            let why = "(text selection needs it off)";
            vec![
                format!("mouse on: click, wheel, drag{off} {why}"),
                format!("mouse on{off} {why}"),
                format!("mouse on{off}"),
                "mouse on".to_owned(),
            ]
        } else {
            vec!["mouse off: the terminal selects text again".to_owned(), "mouse off".to_owned()]
        };
        self.news.say(forms);
        Effect::Mouse(self.pointer.on)
    }
}

/// Takes in what was done with the mouse. Whatever was on its way when it was turned off is late.
pub(in crate::app) fn take(model: &mut Model, mouse: Mouse) -> Option<Effect> {
    if !model.pointer.on || model.phase == Phase::Loading {
        return None;
    }
    let at = Position::new(mouse.x, mouse.y);
    match mouse.kind {
        MouseKind::Press => {
            // What was said goes away at once, and panels take its lines: pressed is what is
            // drawn still.
            let layout = model.layout();
            model.pointer.held = None;
            model.news.pressed();
            model.history.pressed(false);
            if model.overlay.is_some() {
                return lists::press(model, &layout, at);
            }
            press(model, &layout, at);
        }
        MouseKind::Drag => drag(model, mouse.x),
        MouseKind::Release => model.pointer.held = None,
        MouseKind::WheelUp => wheel(model, at, Action::Up),
        MouseKind::WheelDown => wheel(model, at, Action::Down),
    }
    None
}

fn press(model: &mut Model, layout: &Layout, at: Position) {
    if layout.arrangement == Arrangement::Tabbed
        && let Some(tab) = Panel::ALL.into_iter().find(|panel| layout.tab(*panel).contains(at))
    {
        focus(model, tab);
        return;
    }
    let Some(panel) = panel_at(layout, at) else { return };
    focus(model, panel);
    let inner = layout.inner(panel);
    if !inner.contains(at) {
        return;
    }
    // The first line of gauges, table and timeline holds headings or the axis.
    let row = (at.y - inner.y).checked_sub(1).map(usize::from);
    match (panel, row) {
        (Panel::Gauges, Some(row)) => {
            let line = model.gauge_lines().nth(row).cloned();
            if let Some(GaugeLine::Row(ix)) = line {
                model.selected = Some(ix);
                model.gauges.pressed = Some(ix);
            }
        }
        (Panel::Table, Some(row)) => {
            let ix = model.table.order.get(model.table.offset + row).copied();
            model.selected = ix.or(model.selected);
        }
        (Panel::Table, None) => sort_by(model, at.x - inner.x, inner.width),
        (Panel::Timeline, row) => {
            model.pointer.held = Some(at.x);
            let row = row.map(|row| model.timeline.offset + row);
            if let Some(row) = row.filter(|row| *row < model.timeline.rows().len()) {
                model.timeline.row = row;
                arrive(model);
            }
        }
        (Panel::Gauges | Panel::Detail, _) => {}
    }
}

/// The panel that is drawn on a cell.
fn panel_at(layout: &Layout, at: Position) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| layout.panel(*panel).contains(at))
}

fn focus(model: &mut Model, panel: Panel) {
    if model.focus != panel {
        go(model, panel);
    }
}

/// Sorts by the column whose heading stands there; turns the order round if it is that already.
fn sort_by(model: &mut Model, x: u16, line: u16) {
    let places = column_places(model, line);
    let Some(place) = places.iter().rev().find(|place| place.x <= x) else { return };
    let sort = model.table.sort;
    let is_same = sort.by == Some(place.id);
    let sort = Sort { by: Some(place.id), reversed: is_same && !sort.reversed };
    resort(model, sort);
}

/// Draws earlier or later time, as far as the mouse was moved since the button was pressed.
fn drag(model: &mut Model, x: u16) {
    let Some(from) = model.pointer.held.filter(|_| model.overlay.is_none()) else { return };
    let line = model.layout().inner(Panel::Timeline).width;
    let track = TimelineColumns::new(model, line).track;
    // Where there is nothing more to see it stays, and so does the place that it is held by.
    if track > 0 && model.timeline.slide((f64::from(from) - f64::from(x)) / f64::from(track)) {
        model.pointer.held = Some(x);
    }
}

/// Moves in what is under the pointer. The detail is scrolled without a look away from where the
/// keys go; elsewhere the selection moves, and so the panel has to be the one that the keys go to.
fn wheel(model: &mut Model, at: Position, action: Action) {
    if model.overlay.is_some() {
        for _ in 0..STEP {
            overlays::scroll(model, action);
        }
        return;
    }
    match panel_at(&model.layout(), at) {
        None => {}
        Some(Panel::Detail) => panel::scroll(model, action, STEP),
        Some(panel) => {
            focus(model, panel);
            for _ in 0..STEP {
                motion::travel(model, action);
            }
        }
    }
}
