//! The mouse: clicks, drags and the wheel, by what is drawn under the pointer.

use ratatui::layout::Position;

use crate::app::actions::dispatch::{go, resort};
use crate::app::actions::overlay;
use crate::app::document::{Notice, Phase};
use crate::app::keys::{Action, Panel};
use crate::app::model::{Model, Pointer};
use crate::app::msg::{Effect, Mouse, MouseKind};
use crate::app::panels::{GaugeLine, Layout, Sort};

/// How many rows or lines a step of the wheel moves.
const STEP: usize = 3;

impl Model {
    /// Turns the mouse on or off.
    pub(super) fn switch_mouse(&mut self) -> Effect {
        self.pointer = Pointer { on: !self.pointer.on, held: None };
        let off = self.with_key(Action::Mouse, |key| format!("; {key} turns it off"));
        self.news.say(if self.pointer.on {
            let why = "(text selection needs it off)";
            Notice::new(
                format!("mouse on: click, wheel, drag{off} {why}"),
                format!("mouse on{off}"),
            )
        } else {
            Notice::new("mouse off: the terminal selects text again", "mouse off")
        });
        Effect::Mouse(self.pointer.on)
    }
}

/// Takes a mouse event. Events that were on their way when the mouse was turned off are dropped.
pub(crate) fn take_mouse(model: &mut Model, mouse: Mouse) -> Option<Effect> {
    if !model.pointer.on || model.doc.phase == Phase::Loading {
        return None;
    }
    let at = Position::new(mouse.x, mouse.y);
    match mouse.kind {
        MouseKind::Press => {
            // The click is for what is still drawn, before the panels take the lines of the news.
            let layout = model.layout();
            model.pointer.held = None;
            model.news.pressed();
            model.close_copy();
            model.edits.history.refused = None;
            if model.overlay.is_some() {
                return overlay::click(model, &layout, at);
            }
            press(model, &layout, at);
        }
        MouseKind::Drag => drag(model, mouse.x),
        MouseKind::Release => model.pointer.held = None,
        MouseKind::WheelUp => return wheel(model, at, Action::Up),
        MouseKind::WheelDown => return wheel(model, at, Action::Down),
    }
    None
}

fn press(model: &mut Model, layout: &Layout, at: Position) {
    if let Some(tab) = Panel::ALL.into_iter().find(|panel| layout.tab(*panel).contains(at)) {
        focus(model, tab);
        return;
    }
    let Some(panel) = panel_at(layout, at) else { return };
    focus(model, panel);
    let inner = layout.inner(panel);
    if !inner.contains(at) {
        return;
    }
    // The first line of gauges, table and rows of the timeline holds headings or the axis, if the
    // gauges have any.
    let headings = panel != Panel::Gauges || model.gauge_fold().headings;
    let row = (at.y - inner.y).checked_sub(u16::from(headings)).map(usize::from);
    match (panel, row) {
        (Panel::Gauges, Some(row)) => {
            let line = model.gauge_lines().nth(row).cloned();
            if let Some(GaugeLine::Row(ix) | GaugeLine::Figure(ix, _)) = line {
                model.nav.selection.indicator = Some(ix);
                model.panels.gauges.pressed = Some(ix);
            }
        }
        (Panel::Table, Some(row)) => {
            let table = &model.panels.table;
            let selected = &mut model.nav.selection.indicator;
            *selected = table.order.get(table.offset + row).copied().or(*selected);
        }
        (Panel::Table, None) => sort_by(model, at.x - inner.x, inner.width),
        (Panel::Timeline, row) => {
            model.pointer.held = Some(at.x);
            let areas = model.lane_areas(inner);
            let timeline = &mut model.panels.timeline;
            let item = match areas {
                Some(areas) => timeline.item_at(&areas, at),
                None => row.and_then(|row| timeline.rows().get(timeline.offset + row).copied()),
            };
            if let Some(item) = item {
                timeline.select(item);
                model.nav.select_row(&mut model.panels);
            }
        }
        (Panel::Gauges | Panel::Detail, _) => {}
    }
}

/// The panel at a cell.
fn panel_at(layout: &Layout, at: Position) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| layout.panel(*panel).contains(at))
}

fn focus(model: &mut Model, panel: Panel) {
    if model.nav.focus != panel {
        go(model, panel);
    }
}

/// Sorts by the column of the heading at a cell; reverses the order if the table is sorted by it.
fn sort_by(model: &mut Model, x: u16, line: u16) {
    let places = model.column_places(line);
    let Some(place) = places.iter().rev().find(|place| place.x <= x) else { return };
    let sort = model.panels.table.sort;
    let is_same = sort.by == Some(place.id);
    resort(model, Sort { by: Some(place.id), reversed: is_same && !sort.reversed });
}

/// Pans the timeline by as much as the mouse has moved since the button was pressed.
fn drag(model: &mut Model, x: u16) {
    let Some(from) = model.pointer.held.filter(|_| model.overlay.is_none()) else { return };
    let inner = model.layout().inner(Panel::Timeline);
    let track = match model.lane_areas(inner) {
        Some(areas) => areas.cells(model.panels.timeline.span),
        None => f64::from(model.timeline_columns(inner.width).track),
    };
    let timeline = &mut model.panels.timeline;
    // At the end of the time it stays, and is held by the same column.
    if track > 0.0 && timeline.drag((f64::from(from) - f64::from(x)) / track) {
        model.pointer.held = Some(x);
    }
}

/// Moves in the panel under the pointer. The detail scrolls without being focused; the other panels
/// are focused, as the selection moves in them.
fn wheel(model: &mut Model, at: Position, action: Action) -> Option<Effect> {
    if model.overlay.is_some() {
        return (0..STEP).fold(None, |effect, _| effect.or(overlay::wheel(model, action)));
    }
    match panel_at(&model.layout(), at) {
        None => {}
        Some(Panel::Detail) => model.scroll_detail(action, STEP),
        Some(panel) => {
            focus(model, panel);
            for _ in 0..STEP {
                model.travel(action);
            }
        }
    }
    None
}
