//! How a message changes the model.

use crate::app::actions::{paste, press, take_mouse};
use crate::app::document::Phase;
use crate::app::keys::Panel;
use crate::app::model::Model;
use crate::app::msg::{Effect, Msg};

/// Changes the model as a message asks. The runtime has to carry out the effect, if there is one.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let effect = take(model, msg);
    settle(model);
    effect
}

fn take(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Key(key, base) => return press(model, key, base),
        Msg::Mouse(event) => return take_mouse(model, event),
        Msg::Paste(text) => return paste(model, &text),
        Msg::Resize(size) => model.env.size = size,
        Msg::Day(day) => return Some(model.turn_day(day)),
        Msg::Loaded(snapshot) => {
            model.reload(*snapshot);
            return model.name_articles();
        }
        Msg::Article(name, text) => model.take_article(&name, text),
        Msg::Copies(passages, text) => model.take_copies(*passages, &text),
        Msg::Unreadable { why, gone, at } => model.file_unreadable(why, gone, at),
        Msg::Committed(result) => model.compare_with(result),
        Msg::MayWrite(result) => model.may_write(result),
        Msg::MayCreate(result) => model.may_create(result),
        Msg::Saved(result) => return model.saved(result),
        Msg::Created(result) => return model.created(result),
        Msg::Edited(result) => {
            model.or_trouble(result);
        }
        Msg::Copied(result) => model.copied(result),
        Msg::Opened(result) => model.opened(result),
    }
    None
}

/// Updates everything that depends on what has changed: the card and the scroll offsets.
fn settle(model: &mut Model) {
    if matches!(model.nav.focus, Panel::Gauges | Panel::Table) {
        model.nav.list = model.nav.focus;
    }
    if model.doc.phase == Phase::Loading {
        return;
    }
    let layout = model.layout();
    let rows = model.timeline_rows(&layout);
    let areas = model.lane_areas(layout.inner(Panel::Timeline));
    let (nav, panels) = (&model.nav, &mut model.panels);
    // The first line of the table is for headings.
    let view = |panel| layout.inner_height(panel).saturating_sub(1);
    if let Some(ix) = nav.selection.indicator {
        let height = layout.inner_height(Panel::Gauges);
        let fold = panels.gauge_fold(&layout);
        panels.gauges.reveal(ix, fold.view(height), fold);
        panels.table.reveal(ix, view(Panel::Table));
    }
    let came_from_event = nav.back.is_some_and(|back| back.from.event().is_some());
    panels.timeline.follow(nav.selection.indicator, came_from_event);
    panels.timeline.reveal(rows);
    if let Some(areas) = areas {
        let on = nav.selection.indicator;
        panels.timeline.draw_lanes(&areas, on, &model.doc.report);
    }
    model.settle_detail();
    if let Some(mut overlay) = model.overlay.take() {
        overlay.layer_mut().settle(&model.context());
        model.overlay = Some(overlay);
    }
}
